import { type StoredDraft } from './mail-draft.js';
import { type TurnedDownRecipient } from './outbox-mail.js';

/** A mail in our hands: nobody else sends it until it is settled, or until this instance falls silent. */
export interface ClaimedMail {
  readonly id: string;
  readonly epoch: number;
  readonly messageId: string;
  readonly draft: StoredDraft;
  readonly lane: string;
  readonly bytes: number;
  readonly attempts: number;
  readonly unanswered: number;
  readonly accepted: readonly string[];
  readonly refused: readonly TurnedDownRecipient[];
  /** It waited for its turn at a server that takes only so much. */
  readonly wasPaced: boolean;
  readonly waitingSince: Date;
  readonly createdAt: Date;
}

/** A claimed mail as the database answers it. */
export interface ClaimedRow {
  id: string;
  epoch: number;
  message_id: string;
  draft: StoredDraft;
  lane: string;
  bytes: number;
  attempts: number;
  unanswered: number;
  accepted: string[];
  refused: TurnedDownRecipient[];
  problem_code: string | null;
  waiting_since: Date;
  created_at: Date;
  due_at: Date;
  seq: string;
}

/** What has waited longest comes first, then what was enqueued first. */
export function inTurn(a: ClaimedRow, b: ClaimedRow): number {
  return a.due_at.getTime() - b.due_at.getTime() || Number(BigInt(a.seq) - BigInt(b.seq));
}

/** A row as the sending reads it. */
export function claimedMail({
  message_id,
  problem_code,
  waiting_since,
  created_at,
  ...row
}: ClaimedRow): ClaimedMail {
  const { id, epoch, draft, lane, bytes, attempts, unanswered, accepted, refused } = row;
  return {
    id,
    epoch,
    draft,
    lane,
    bytes,
    attempts,
    unanswered,
    accepted,
    refused,
    messageId: message_id,
    wasPaced: problem_code === 'server-paced',
    waitingSince: waiting_since,
    createdAt: created_at,
  };
}
