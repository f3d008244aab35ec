import { type OutboxMailJson } from '@mailroom/outgoing-servers';
import { type RoundTripReport } from './round-trip-schema.js';

type Step = RoundTripReport['steps'][number];

/** The steps of a round trip, from what the outbox says of the mail and when it came in again. */
export function stepsOf(
  mail: Pick<OutboxMailJson, 'status' | 'createdAt' | 'sentAt' | 'problem'>,
  arrivedAt: Date | null,
): Step[] {
  const left = sent(mail);
  return [
    { step: 'enqueued', state: 'done', at: mail.createdAt, problem: null },
    left,
    arrivedAt === null
      ? { step: 'arrived', state: left.state === 'done' ? 'under-way' : 'ahead', at: null, problem: null }
      : { step: 'arrived', state: 'done', at: arrivedAt.toISOString(), problem: null },
  ];
}

function sent({ status, sentAt, problem }: Pick<OutboxMailJson, 'status' | 'sentAt' | 'problem'>): Step {
  const met = problem && {
    code: problem.code,
    params: problem.params,
    disposition: problem.disposition,
  };
  if (status === 'sent') return { step: 'sent', state: 'done', at: sentAt, problem: null };
  const over = status === 'failed' || status === 'cancelled' || status === 'bounced';
  return { step: 'sent', state: over ? 'failed' : 'under-way', at: null, problem: met };
}
