import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { tokenQuery } from '../api/queries.js';
import { notifyDone, notifyProblem, notifyTrouble } from '../furniture/notify.js';
import { words } from '../i18n/words.js';
import { placeBelowMount } from '../mount.js';

interface Trip {
  readonly clientId: string;
  /** The token to connect again in place. */
  readonly tokenId?: string;
  /** The mailbox to offer at the provider's sign-in. */
  readonly loginHint?: string;
  /** The token may become somebody else's. */
  readonly anotherIdentity?: 'allow';
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

/**
 * Connects a token again in place: the one click from a banner, a token or an account. Where nobody has to consent, a new
 * one is requested on the spot.
 */
export function useReconnect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ tokenId, returnTo }: { tokenId: string; returnTo?: string }) => {
      const token = await queries.ensureQueryData(tokenQuery(tokenId));
      if (token.renewal === 'client') return requestAgain(tokenId, queries);
      const back = returnTo === undefined ? {} : { returnTo };
      return leave({ clientId: token.clientId, tokenId, ...back });
    },
    onError: notifyProblem,
  });
}

async function requestAgain(id: string, queries: QueryClient): Promise<void> {
  const { failure } = await answer(api.POST('/api/tokens/{id}/refresh', { params: { path: { id } } }));
  await queries.invalidateQueries();
  if (failure) notifyTrouble(words.tokens.notRefreshed);
  else notifyDone(words.tokens.refreshed);
}
