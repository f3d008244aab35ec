import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { tokenQuery } from '../api/queries.js';
import { notifyProblem } from '../furniture/notify.js';
import { placeBelowMount } from '../mount.js';

interface Trip {
  readonly clientId: string;
  /** The token to connect again in place. */
  readonly tokenId?: string;
  /** The mailbox to offer at the provider's sign-in. */
  readonly loginHint?: string;
  /** Where the browser comes back to; without it, the page it is at. */
  readonly returnTo?: string;
}

async function leave({ returnTo = placeBelowMount(), ...trip }: Trip): Promise<void> {
  const { redirectTo } = await answer(api.POST('/api/authorizations', { body: { ...trip, returnTo } }));
  window.location.assign(redirectTo);
}

/** Begins an authorization: the browser leaves for the provider and comes back to this page. */
export function useBeginAuthorization() {
  return useMutation({ mutationFn: leave });
}

/** Connects a token again in place: the one click from a banner, a token or an account. */
export function useReconnect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ tokenId, returnTo }: { tokenId: string; returnTo?: string }) => {
      const token = await queries.ensureQueryData(tokenQuery(tokenId));
      const back = returnTo === undefined ? {} : { returnTo };
      await leave({ clientId: token.clientId, tokenId, ...back });
    },
    onError: notifyProblem,
  });
}
