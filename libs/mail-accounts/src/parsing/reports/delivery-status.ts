import type { MailReport, ReportedRecipient } from '../../inbound-mail/inbound-mail.js';
import { withAliases } from './aliases.js';
import type { ReportSource } from './report-source.js';
import { ownWords } from './report-text.js';
import { returnedMail } from './returned-mail.js';
import { kindOf, MOST_RECIPIENTS, statusRecipients } from './status-recipients.js';
import { recipientsInText } from './text-recipients.js';

const STATUS_PART = /^message\/(global-)?delivery-status$/;

/**
 * A delivery status notification (RFC 3464, internationalised RFC 6533). Failed for anybody makes it a bounce, else
 * delayed for anybody a delay; relayed, expanded and delivered are good news.
 */
export function deliveryReport(source: ReportSource): MailReport | null {
  const parts = source.parts.filter(({ contentType }) => STATUS_PART.test(contentType));
  const declared = /report-type\s*=\s*"?delivery-status/i.test(source.headers['content-type']?.[0] ?? '');
  if (parts.length === 0 && !declared) return null;
  const recipients = firstFilled([
    () => statusRecipients(parts.map(({ text }) => text).join('\n\n')),
    () => statusRecipients(source.text()),
    () => statusRecipients(source.body()),
    () => recipientsInText(source),
  ]);
  const told = withAliases(recipients, ownWords(source));
  return { kind: kindOf(told), recipients: withInner(told, source), ...returnedMail(source) };
}

// A bounce that bounced: the mail that came back is itself a report, and those it is about were not reached either.
function withInner(recipients: readonly ReportedRecipient[], { parts }: ReportSource): ReportedRecipient[] {
  const copies = parts.filter(
    ({ contentType, text }) => contentType === 'message/rfc822' && /delivery-status/i.test(text),
  );
  const inner = copies.flatMap(({ text }) => statusRecipients(text));
  const known = new Set(recipients.map(({ address }) => address));
  return [...recipients, ...inner.filter(({ address }) => !known.has(address))].slice(0, MOST_RECIPIENTS);
}

function firstFilled(ways: readonly (() => readonly ReportedRecipient[])[]): readonly ReportedRecipient[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}
