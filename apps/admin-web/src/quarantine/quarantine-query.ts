import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type QueryClient,
} from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type QuarantineFilter, type QuarantineSummary } from '../api/shapes.js';

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

const JUST_MS = 5_000;

// Whoever stops a run hears a moment later what became of the mail that was under way.
function isMoving({ run }: QuarantineSummary, asOf: number): boolean {
  if (!run) return false;
  return run.endedAt === null || asOf - Date.parse(run.endedAt) < JUST_MS;
}

/** The quarantine in figures; asked every second while something is being done with all of it, and a moment longer. */
export const quarantineSummaryQuery = (filter: QuarantineFilter) =>
  queryOptions({
    queryKey: ['quarantine', 'summary', filter],
    queryFn: () => answer(api.GET('/api/quarantine/summary', { params: { query: filter } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data, dataUpdatedAt } }) =>
      data && isMoving(data, dataUpdatedAt) ? 1_000 : 10_000,
  });

/** One mail at a glance. */
export const mailPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail-previews', id],
    queryFn: () => answer(api.GET('/api/deliveries/{id}/preview', { params: { path: { id } } })),
    staleTime: Infinity,
  });

/** Mail has left the quarantine: what is in view is asked for anew, and no list from before comes back with that mail. */
export async function renewQuarantine(queries: QueryClient): Promise<void> {
  queries.removeQueries({ queryKey: ['quarantine'], type: 'inactive' });
  await queries.invalidateQueries({ queryKey: ['quarantine'] });
}
