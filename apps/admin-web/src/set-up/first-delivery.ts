import { useEffect } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Account } from '../api/shapes.js';

const LOOK_MS = 2_000;
const FETCH_MS = 20_000;
// After that the account's own pace will do.
const FETCHES = 9;

/** The first delivery of an account as soon as there is one, and the way to have its mailbox looked into at once. */
export function useFirstDelivery({ id, state }: Pick<Account, 'id' | 'state'>) {
  const params = { path: { id } };
  const { data: delivery } = useQuery({
    queryKey: ['accounts', id, 'deliveries', 'first'],
    queryFn: async () =>
      (await answer(api.GET('/api/accounts/{id}/deliveries', { params }))).items[0] ?? null,
    refetchInterval: ({ state: { data } }) => (data ? false : LOOK_MS),
  });
  const look = useMutation({ mutationFn: () => answer(api.POST('/api/accounts/{id}/fetch', { params })) });
  const waits = state === 'live' && !delivery;
  useEffect(() => {
    if (!waits) return undefined;
    let left = FETCHES;
    const timer = setInterval(() => {
      if (left > 0) void api.POST('/api/accounts/{id}/fetch', { params });
      left -= 1;
    }, FETCH_MS);
    return () => clearInterval(timer);
  }, [waits, id]);
  return { delivery, look };
}
