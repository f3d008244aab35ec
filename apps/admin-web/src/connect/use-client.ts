import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/api.js';
import { type Client } from '../api/shapes.js';
import { useBeginAuthorization } from '../authorizations/reconnect.js';
import { wayOf } from './way-of-client.js';

/** Gets a token by a client: off to the provider, or asked for at once where nobody has to consent. */
export function useClient(client: Client | undefined, address: string) {
  const begin = useBeginAuthorization();
  const request = useRequestToken();
  const way = client && wayOf(client);
  const byItself = way === 'application' || way === 'service-account';
  const go = () => {
    if (!client) return;
    if (byItself) request.mutate({ clientId: client.id, mailbox: address });
    else
      begin.mutate({
        clientId: client.id,
        returnTo: 'connect',
        ...(address === '' ? {} : { loginHint: address }),
      });
  };
  return { way, byItself, go, state: byItself ? request : begin };
}

function useRequestToken() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: { clientId: string; mailbox: string }) => answer(api.POST('/api/tokens', { body })),
    onSuccess: async ({ id }, { mailbox }) => {
      await queries.invalidateQueries({ queryKey: ['tokens'] });
      await navigate(`/connect?token=${id}&mailbox=${encodeURIComponent(mailbox)}`);
    },
  });
}
