import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { lookOn } from '../api/look-on.js';
import { type OutboxFilter, type OutboxMail } from '../api/shapes.js';
import { refreshed } from '../api/refreshed.js';
import { type MailQuest } from '../furniture/mail-list.js';

/** Every status, in the order the filter offers them. */
export const STATUSES = [
  'queued',
  'sending',
  'delayed',
  'failed',
  'sent',
  'bounced',
  'cancelled',
] as const satisfies readonly OutboxMail['status'][];

/** The mails of the outbox that are asked for, page by page. */
export const outboxQuery = (
  { state, search, sort }: MailQuest<OutboxMail['status']>,
  serverId: string | null,
) =>
  infiniteQueryOptions({
    queryKey: ['outbox', 'pages', state, search, sort, serverId],
    queryFn: ({ pageParam, signal }) => {
      const asked = { sort, ...outboxFilter(state, search, serverId) };
      const ask = (before: string | undefined) => {
        const query = { ...asked, ...(before === undefined ? {} : { before }) };
        return answer(api.GET('/api/outbox', { params: { query }, signal }));
      };
      return lookOn(ask, pageParam);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => refreshed(5_000, search, data?.pages.length),
  });

/** What the list is narrowed to, as the API takes it. */
export function outboxFilter(
  state: OutboxMail['status'] | null,
  search: string,
  serverId: string | null,
): OutboxFilter {
  return {
    ...(state ? { status: state } : {}),
    ...(serverId ? { serverId } : {}),
    ...(search === '' ? {} : { search }),
  };
}

/** What can be done with all mail that fits; asked every second while something is being done with it. */
export const outboxSummaryQuery = (filter: OutboxFilter) =>
  queryOptions({
    queryKey: ['outbox', 'summary', filter],
    queryFn: ({ signal }) => answer(api.GET('/api/outbox/summary', { params: { query: filter }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.run?.state === 'running' ? 1_000 : refreshed(10_000, filter.search ?? ''),
  });
