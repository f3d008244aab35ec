import { type MailAccount } from '../accounts/mail-account.js';
import { RANGE_LIMITS } from './plan-ranges.js';

/** How carefully to fetch. */
export interface Caution {
  /** Mails per FETCH. */
  readonly messages: number;
  /** The first mail of the line is under suspicion: note it as withheld and go on with the others. */
  readonly suspectFirst: boolean;
}

/** Ways for one mail to end a session, again and again: the server or the library chokes on it. */
const CHOKED = new Set([
  'mailbox-connection-lost',
  'mailbox-too-slow',
  'mailbox-answer-unreadable',
  'mailbox-answer-too-large',
  'mailbox-failure-unknown',
]);

/**
 * Sessions that break without getting anywhere may break on one mail. After two, mail is fetched one by one, which names
 * the culprit: the first in line. After four it has to stand aside, so that it holds up nobody; the ledger keeps it in
 * mind, and it is asked for again, last.
 */
export function cautionFor({
  failures,
  failureCode,
}: Pick<MailAccount, 'failures' | 'failureCode'>): Caution {
  const choked = failureCode !== null && CHOKED.has(failureCode);
  return {
    messages: choked && failures >= 2 ? 1 : RANGE_LIMITS.messages,
    suspectFirst: choked && failures >= 4,
  };
}
