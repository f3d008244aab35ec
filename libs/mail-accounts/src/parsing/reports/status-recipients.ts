import type { MailReport, ReportedRecipient } from '../../inbound-mail/inbound-mail.js';
import { addressField } from './address-field.js';
import { fieldBlocks, first, type Fields } from './field-blocks.js';

/** More than anybody sends a mail to at once. */
export const MOST_RECIPIENTS = 1_000;
const LONGEST_DIAGNOSTIC = 1_000;

/** The recipients of per-recipient fields, each once per address, the last word about it. */
export function statusRecipients(text: string): ReportedRecipient[] {
  const recipients = fieldBlocks(text).flatMap((fields) => recipientOf(fields) ?? []);
  return [...new Map(recipients.map((one) => [one.address, one])).values()].slice(0, MOST_RECIPIENTS);
}

/** What a report is about, by what happened to each recipient. */
export function kindOf(recipients: readonly ReportedRecipient[]): MailReport['kind'] {
  const happened = (...actions: readonly ReportedRecipient['action'][]): boolean =>
    recipients.some(({ action }) => actions.includes(action));
  if (happened('failed')) return 'bounce';
  if (happened('delayed')) return 'delay';
  return happened('delivered', 'relayed', 'expanded') ? 'delivered' : 'bounce';
}

/** The enhanced status code (RFC 3463) of a text, else what its SMTP reply code amounts to; null without either. */
export function statusIn(text: string | null): string | null {
  const enhanced = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text ?? '')?.[0];
  if (enhanced) return enhanced;
  const reply = /(?<![\d.#-])([45])\d\d(?=[ \]-]|$)/.exec(text ?? '')?.[1];
  return reply ? `${reply}.0.0` : null;
}

function recipientOf(fields: Fields): ReportedRecipient | null {
  const original = addressField(first(fields, 'original-recipient'));
  const address =
    addressField(first(fields, 'final-recipient')) ??
    original ??
    addressField(first(fields, 'x-actual-recipient'));
  if (!address) return null;
  const diagnostic = first(fields, 'diagnostic-code')?.slice(0, LONGEST_DIAGNOSTIC) ?? null;
  const status = statusIn(first(fields, 'status')) ?? statusIn(diagnostic);
  return { address, original, action: actionOf(fields, status), status, diagnostic };
}

// Some mail systems leave Action out, or write it in words of their own: the class of the status says the same.
function actionOf(fields: Fields, status: string | null): ReportedRecipient['action'] {
  const said = first(fields, 'action')?.toLowerCase() ?? '';
  const [action] = /failed|delayed|delivered|relayed|expanded/.exec(said) ?? [];
  if (action) return action as ReportedRecipient['action'];
  if (said === 'deliverable') return 'delivered';
  if (status?.startsWith('4')) return 'delayed';
  return status?.startsWith('2') ? 'delivered' : 'failed';
}
