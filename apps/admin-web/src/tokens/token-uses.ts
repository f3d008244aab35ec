import { useQuery } from '@tanstack/react-query';
import { accountsQuery, invokersQuery, serversQuery } from '../api/queries.js';

/** What stands on a token. */
export interface Use {
  readonly to: string;
  readonly name: string;
  readonly kind: 'account' | 'server' | 'invoker';
}

/** The accounts, servers and invokers that use a token; null until they are known. */
export function useTokenUses(tokenId: string): readonly Use[] | null {
  const { data: accounts } = useQuery(accountsQuery);
  const { data: servers } = useQuery(serversQuery);
  const { data: invokers } = useQuery(invokersQuery);
  if (!accounts || !servers || !invokers) return null;
  const uses = (kind: Use['kind'], items: readonly { id: string; name: string; tokenId: string | null }[]) =>
    items
      .filter((item) => item.tokenId === tokenId)
      .map(({ id, name }) => ({ kind, name, to: `/${kind}s/${id}` }));
  return [
    ...uses('account', accounts.items),
    ...uses('server', servers.items),
    ...uses('invoker', invokers.items),
  ];
}
