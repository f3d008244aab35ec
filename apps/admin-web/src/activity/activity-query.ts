import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type operations } from '../api/schema.gen.js';
import { type FetchProgress } from '../api/shapes.js';

/** Is somebody waiting for a fetch that is not over? */
export function isGoing({ wanted, done, run }: FetchProgress): boolean {
  return done < wanted || run?.state === 'running';
}

/** Where fetching stands just now; asked every second while it goes on. */
export const progressQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', id, 'progress'],
    queryFn: () => answer(api.GET('/api/accounts/{id}/progress', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isGoing(state.data) ? 1_000 : 5_000),
  });

type RunFilter = NonNullable<operations['listFetchRuns']['parameters']['query']>;

/** What the sessions of an account did, as far as it is asked for, page by page. */
export const runsQuery = (id: string, filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: ['accounts', id, 'runs', filter],
    queryFn: ({ pageParam }) => {
      const query = { ...filter, ...(pageParam === undefined ? {} : { before: pageParam }) };
      return answer(api.GET('/api/accounts/{id}/runs', { params: { path: { id }, query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });

/** What is said to the mail server, as far as it is kept. */
export const protocolLogQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', id, 'protocol-log'],
    queryFn: () => answer(api.GET('/api/accounts/{id}/protocol-log', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.until ? 3_000 : false),
  });

/** Mail and failures by hour or by day. */
export const timelineQuery = (id: string, by: 'hour' | 'day') =>
  queryOptions({
    queryKey: ['accounts', id, 'timeline', by],
    queryFn: () =>
      answer(api.GET('/api/accounts/{id}/timeline', { params: { path: { id }, query: { by } } })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
