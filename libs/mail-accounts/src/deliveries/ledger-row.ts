import { type MailDisposition } from '../accounts/mail-account.js';
import { type Outcome } from '../inbound-mail/inbound-mail-handler.js';
import { type Handling } from '../rules/handling.js';
import { type Withheld } from '../rules/withheld.js';
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
  readonly handling?: Handling | null;
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

/** What became of an offer: the host's answer, or why the host was not asked. */
export interface Answer {
  readonly outcome: Outcome | Withheld;
  readonly handling: Handling | null;
}

/** An answer as a verdict. What is in quarantine stays on the server until somebody has decided. */
export function answered({ outcome, handling }: Answer, disposition: MailDisposition): Verdict {
  const disposalDue = disposition !== 'leave';
  if ('problem' in outcome) {
    const { kind, problem, detail } = outcome;
    const said = { outcome: kind, problem, ...(detail === null ? {} : { reason: detail }) };
    return { ...said, handling, disposalDue: disposalDue && kind === 'ignored' };
  }
  switch (outcome.kind) {
    case 'stored':
      return { outcome: 'stored', reference: outcome.reference, disposalDue, handling };
    case 'ignored':
    case 'refused':
      return { outcome: outcome.kind, reason: outcome.reason, disposalDue, handling };
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
