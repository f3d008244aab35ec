import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type QuarantineFilter } from '../api/shapes.js';

/** The held mail that fits, in the order asked for, page by page. */
export const quarantineQuery = (filter: QuarantineFilter, sort: 'newest' | 'oldest') =>
  infiniteQueryOptions({
    queryKey: ['quarantine', 'pages', filter, sort],
    queryFn: ({ pageParam }) => {
      const query = { ...filter, sort, ...(pageParam === undefined ? {} : { before: pageParam }) };
      return answer(api.GET('/api/quarantine', { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The quarantine in figures; asked every second while something is being done with all of it. */
export const quarantineSummaryQuery = (filter: QuarantineFilter) =>
  queryOptions({
    queryKey: ['quarantine', 'summary', filter],
    queryFn: () => answer(api.GET('/api/quarantine/summary', { params: { query: filter } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? 1_000 : 10_000),
  });

/** One mail at a glance. */
export const mailPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail-previews', id],
    queryFn: () => answer(api.GET('/api/deliveries/{id}/preview', { params: { path: { id } } })),
    staleTime: Infinity,
  });
