import type { MailReport } from '../../inbound-mail/inbound-mail.js';
import { type HeaderRecord } from '../header-record.js';
import { bounceReport, senderWeight } from './bounce-text.js';
import { complaintReport } from './complaint.js';
import { deliveryReport } from './delivery-status.js';
import { dispositionReport } from './disposition.js';
import type { ReportSource } from './report-source.js';

/**
 * What a mail reports about another one; null when it is no report. Structure goes first (RFC 5965, RFC 3464,
 * RFC 8098), then the words that mail systems have used without it. Never throws; bounded whatever the mail.
 */
export async function mailReport(source: ReportSource): Promise<MailReport | null> {
  return (
    complaintReport(source) ??
    deliveryReport(source) ??
    dispositionReport(source) ??
    (await amazonsReport(source)) ??
    bounceReport(source)
  );
}

// Its schemas bring a hundred modules along, and hardly any mail comes from there.
async function amazonsReport(source: ReportSource): Promise<MailReport | null> {
  if (!/@sns\.amazonaws\.com/i.test(source.headers['from']?.[0] ?? '')) return null;
  const { sesReport } = await import('./ses-notification.js');
  return sesReport(source);
}

/**
 * The parts that a report may be made of. Hardly any mail has them: those that are nothing else are enough; a mail in
 * the mail, or a text beside it, counts only where something about the sender or the type speaks of a report.
 */
export function reportPartsOf<Part extends { readonly contentType: string }>(
  headers: HeaderRecord,
  parts: readonly Part[],
): Part[] {
  const helpful = parts.filter(({ contentType }) => HELPFUL.test(contentType));
  const wanted =
    helpful.some(({ contentType }) => ESSENTIAL.test(contentType)) ||
    (helpful.length > 0 &&
      (/^\s*multipart\/report\b/i.test(headers['content-type']?.[0] ?? '') || senderWeight(headers) > 0));
  return wanted ? helpful : [];
}

const ESSENTIAL = /^message\/((global-)?delivery-status|feedback-report|(global-)?disposition-notification)$/;
const HELPFUL = /^(message\/|text\/(rfc822-headers|x-message|plain)$)/;
