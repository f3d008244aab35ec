import type { MailReport } from '../../inbound-mail/inbound-mail.js';
import { addressField } from './address-field.js';
import { fieldBlocks } from './field-blocks.js';
import type { ReportSource } from './report-source.js';
import { returnedMail } from './returned-mail.js';

/**
 * An abuse report: ARF (RFC 5965), its feedback in a part or, where a mailer left the types out, in the text; and the
 * form that Microsoft's Junk Mail Reporting Program sends. Its recipients are those who complained, where they are
 * told.
 */
export function complaintReport(source: ReportSource): MailReport | null {
  const feedback = source.parts.find(({ contentType }) => contentType === 'message/feedback-report');
  const declared = /report-type\s*=\s*"?feedback-report/i.test(source.headers['content-type']?.[0] ?? '');
  if (!feedback && !declared && !isJunkMailReport(source)) return null;
  const texts = [feedback?.text ?? '', source.text(), ...source.parts.map(({ text }) => text)];
  return { kind: 'complaint', recipients: complainers(texts), ...returnedMail(source) };
}

// https://sendersupport.olc.protection.outlook.com: the complaint's subject names the address that sent the mail.
function isJunkMailReport({ subject, headers }: ReportSource): boolean {
  return (
    /^complaint about message from [\da-f.:]+$/i.test(subject) &&
    /@(hotmail|live|outlook|microsoft)\.com/i.test(headers['from']?.[0] ?? '')
  );
}

function complainers(texts: readonly string[]): MailReport['recipients'] {
  const values = texts
    .flatMap(fieldBlocks)
    .flatMap((fields) => [
      ...(fields.get('original-rcpt-to') ?? []),
      ...(fields.get('x-hmxmroriginalrecipient') ?? []),
    ]);
  const addresses = [...new Set(values.flatMap((value) => addressField(value) ?? []))];
  return addresses.map((address) => ({
    address,
    original: null,
    action: null,
    status: null,
    diagnostic: null,
  }));
}
