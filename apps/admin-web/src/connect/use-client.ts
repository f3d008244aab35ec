import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Client } from '../api/shapes.js';
import { useBeginAuthorization } from '../authorizations/reconnect.js';
import { wayOf } from './way-of-client.js';

/** Where a token is waited for: the page that a consent comes back to, and what is done with a token that came at once. */
export interface Waiting {
  readonly returnTo: string;
  readonly onToken: (tokenId: string, mailbox: string) => void | Promise<void>;
}

/** Gets a token by a client: off to the provider, or asked for at once where nobody has to consent. */
export function useClient(client: Client | undefined, address: string, waiting: Waiting) {
  const begin = useBeginAuthorization();
  const request = useRequestToken(waiting);
  const way = client && wayOf(client);
  const byItself = way === 'application' || way === 'service-account';
  const go = () => {
    if (!client) return;
    if (byItself) request.mutate({ clientId: client.id, mailbox: address });
    else
      begin.mutate({
        clientId: client.id,
        returnTo: waiting.returnTo,
        ...(address === '' ? {} : { loginHint: address }),
      });
  };
  return { way, byItself, go, state: byItself ? request : begin };
}

function useRequestToken({ onToken }: Waiting) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { clientId: string; mailbox: string }) => answer(api.POST('/api/tokens', { body })),
    onSuccess: async ({ id }, { mailbox }) => {
      await queries.invalidateQueries({ queryKey: ['tokens'] });
      await onToken(id, mailbox);
    },
  });
}
