import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { lookOn } from '../api/look-on.js';
import { type OutboxMail } from '../api/shapes.js';
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
export const outboxQuery = ({ state, search, sort }: MailQuest<OutboxMail['status']>) =>
  infiniteQueryOptions({
    queryKey: ['outbox', state, search, sort],
    queryFn: ({ pageParam, signal }) => {
      const asked = { sort, ...(state ? { status: state } : {}), ...(search === '' ? {} : { search }) };
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
