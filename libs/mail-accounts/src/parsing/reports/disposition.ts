import type { MailReport } from '../../inbound-mail/inbound-mail.js';
import { messageIds } from '../message-ids.js';
import { addressField } from './address-field.js';
import { fieldBlocks, first } from './field-blocks.js';
import type { ReportSource } from './report-source.js';
import { ownWords } from './report-text.js';
import { returnedMail } from './returned-mail.js';

const LONGEST_REASON = 1_000;

/**
 * A message disposition notification (RFC 8098): what a reader, or a reader's program, did with a mail. Where that
 * was to reject it, it is a bounce.
 */
export function dispositionReport(source: ReportSource): MailReport | null {
  const part = source.parts.find(({ contentType }) =>
    /^message\/(global-)?disposition-notification$/.test(contentType),
  );
  const declared = /report-type\s*=\s*"?disposition-notification/i.test(
    source.headers['content-type']?.[0] ?? '',
  );
  if (!part && !declared) return null;
  const fields = fieldBlocks(part?.text ?? source.text()).find((block) => block.has('disposition'));
  const returned = returnedMail(source);
  const [id = returned.originalMessageId] = messageIds(fields?.get('original-message-id') ?? []);
  const original = fields ? addressField(first(fields, 'original-recipient')) : null;
  const address = (fields && addressField(first(fields, 'final-recipient'))) ?? original;
  const diagnostic = fields ? first(fields, 'disposition', 'error') : null;
  const report = { ...returned, originalMessageId: id };
  if (isRefusal(source, diagnostic)) {
    const failed = { original, action: 'failed', status: null, diagnostic: reasonOf(source) } as const;
    return { kind: 'bounce', recipients: address ? [{ address, ...failed }] : [], ...report };
  }
  const recipients = address ? [{ address, original, action: null, status: null, diagnostic }] : [];
  return { kind: 'disposition', recipients, ...report };
}

/** How a Sieve script rejects mail, or Dovecot what no longer fits (RFC 5429 section 2.2.1): nobody has it. */
function isRefusal({ headers, subject }: ReportSource, disposition: string | null): boolean {
  const saysSo = /\brejected\b/i.test(`${headers['auto-submitted']?.join(' ') ?? ''} ${subject}`);
  return saysSo && /;\s*deleted\b/i.test(disposition ?? '');
}

function reasonOf(source: ReportSource): string | null {
  return ownWords(source).join(' ').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_REASON) || null;
}
