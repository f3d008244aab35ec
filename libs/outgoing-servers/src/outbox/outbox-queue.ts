/** The queue of mail that is due: one job per mail and try, carrying its id. */
export const OUTBOX_QUEUE = 'mail-outbox';

/** What a job of that queue carries. */
export interface OutboxJob {
  readonly id: string;
}

/** One job per mail and claim: a second one for the same try is dropped by the queue. */
export function jobKey(id: string, epoch: number): string {
  return `${id}:${epoch}`;
}
