import { type OversizedMail } from '../mailbox/mailbox.js';
import { type LedgerRow } from './ledger-row.js';
import { nextOffer } from './next-offer.js';

/** A mail that stays on the server because it is too large. */
export function oversizedRow(id: string, mail: OversizedMail, now: Date): LedgerRow {
  const receivedAt = mail.receivedAt ?? now;
  return { ...mail, id, receivedAt, contentKey: null, verdict: { outcome: 'oversized' } };
}

/** A mail that the server has and does not send: asked for again at the next drains, then named in the quarantine. */
export function withheldRow(id: string, uid: number, attempts: number, now: Date): LedgerRow {
  return {
    id,
    uid,
    contentKey: null,
    size: 0,
    receivedAt: now,
    messageId: null,
    sender: null,
    subject: '',
    verdict: { ...nextOffer(attempts + 1), problem: 'mail-missing-from-answer' },
  };
}
