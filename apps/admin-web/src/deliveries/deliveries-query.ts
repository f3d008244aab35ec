import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type Delivery } from '../api/shapes.js';

type Outcome = Delivery['outcome'];

function page(id: string, outcome: Outcome | null, before?: string) {
  const query = { ...(outcome === null ? {} : { outcome }), ...(before === undefined ? {} : { before }) };
  return answer(api.GET('/api/accounts/{id}/deliveries', { params: { path: { id }, query } }));
}

/** The newest deliveries of an account with one outcome. */
export const deliveriesQuery = (accountId: string, outcome: Outcome) =>
  queryOptions({
    queryKey: ['accounts', accountId, 'deliveries', outcome, 'newest'],
    queryFn: () => page(accountId, outcome),
    refetchInterval: 10_000,
  });

/** The deliveries of an account, newest first, page by page. */
export const allDeliveriesQuery = (accountId: string, outcome: Outcome | null) =>
  infiniteQueryOptions({
    queryKey: ['accounts', accountId, 'deliveries', outcome, 'pages'],
    queryFn: ({ pageParam }) => page(accountId, outcome, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 10_000,
  });
