import { type MailDisposition } from '../accounts/mail-account.js';
import { type Outcome } from '../inbound-mail/inbound-mail-handler.js';
import { type ArrivedMail } from './arrived-mail.js';
import { type DeliveryOutcome } from './delivery.js';

/** A line of the ledger about to be written; the mailbox it belongs to is said once for all lines. */
export interface LedgerRow {
  readonly id: string;
  readonly uid: number;
  readonly contentKey: Buffer | null;
  readonly size: number;
  readonly receivedAt: Date;
  readonly messageId: string | null;
  readonly sender: string | null;
  readonly subject: string;
  readonly verdict: Verdict;
}

/** What became of a mail, and what that asks for. */
export interface Verdict {
  readonly outcome: DeliveryOutcome;
  readonly reference?: string;
  readonly reason?: string;
  readonly problem?: string;
  readonly attempts?: number;
  readonly retryInMs?: number | null;
  readonly duplicateOf?: string;
  readonly disposalDue?: boolean;
}

/** The line for a mail that was fetched. */
export function ledgerRow(id: string, mail: ArrivedMail, verdict: Verdict): LedgerRow {
  const { uid, contentKey, size, receivedAt, parsed } = mail;
  const sender = (parsed?.from ?? parsed?.sender)?.address ?? null;
  const described = { messageId: parsed?.messageId ?? null, sender, subject: parsed?.subject ?? '' };
  return { id, uid, contentKey, size, receivedAt, ...described, verdict };
}

/** Outcomes after which nothing more is to come: the mail on the server has served its purpose. */
const FINAL: ReadonlySet<DeliveryOutcome> = new Set(['stored', 'ignored', 'refused', 'discarded']);

/** The host's answer as a verdict. */
export function answered(outcome: Outcome, disposition: MailDisposition): Verdict {
  const disposalDue = disposition !== 'leave';
  switch (outcome.kind) {
    case 'stored':
      return { outcome: 'stored', reference: outcome.reference, disposalDue };
    case 'ignored':
    case 'refused':
      return { outcome: outcome.kind, reason: outcome.reason, disposalDue };
  }
}

/** The same bytes came before: never handed over twice, and disposed of only when the first is through. */
export function duplicated(
  first: { readonly id: string; readonly outcome: DeliveryOutcome },
  disposition: MailDisposition,
): Verdict {
  const disposalDue = disposition !== 'leave' && FINAL.has(first.outcome);
  return { outcome: 'duplicate', duplicateOf: first.id, disposalDue };
}
