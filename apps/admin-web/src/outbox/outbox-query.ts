import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/api.js';
import { type OutboxMail } from '../api/shapes.js';

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

/** The mails of the outbox, newest first, page by page. */
export const outboxQuery = (status: OutboxMail['status'] | null) =>
  infiniteQueryOptions({
    queryKey: ['outbox', status],
    queryFn: ({ pageParam }) => {
      const query = {
        ...(status === null ? {} : { status }),
        ...(pageParam === undefined ? {} : { before: pageParam }),
      };
      return answer(api.GET('/api/outbox', { params: { query } }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 5_000,
  });
