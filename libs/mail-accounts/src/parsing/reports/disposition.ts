import type { MailReport } from '../../inbound-mail/inbound-mail.js';
import { messageIds } from '../message-ids.js';
import { addressField } from './address-field.js';
import { fieldBlocks, first } from './field-blocks.js';
import type { ReportSource } from './report-source.js';
import { returnedMail } from './returned-mail.js';

/** A message disposition notification (RFC 8098): what a reader, or a reader's program, did with a mail. */
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
  const recipients = address ? [{ address, original, action: null, status: null, diagnostic }] : [];
  return { kind: 'disposition', recipients, ...returned, originalMessageId: id };
}
