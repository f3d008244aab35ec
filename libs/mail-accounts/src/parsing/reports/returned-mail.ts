import type { MailReport } from '../../inbound-mail/inbound-mail.js';
import { messageIds } from '../message-ids.js';
import { fieldBlocks, type Fields } from './field-blocks.js';
import type { ReportSource } from './report-source.js';

const RETURNED =
  /^(message\/(rfc822|global|rfc822-headers|global-headers|partial)|text\/(rfc822-headers|x-message|html))$/;

/** What is known of the mail that a report is about. */
export type ReturnedMail = Pick<MailReport, 'originalMessageId' | 'originalReferences'>;

/**
 * The ids of the mail that a report is about: from the copy that came back or its headers, from such headers written
 * into the text, else from what the report says it answers.
 */
export function returnedMail({ parts, text, headers }: ReportSource): ReturnedMail {
  const copies = parts.filter(({ contentType }) => RETURNED.test(contentType)).map((part) => part.text);
  const blocks = [...copies, ...others(parts), text()].flatMap((copy) => fieldBlocks(unquoted(copy)));
  const original = blocks.find((fields) => idsOf(fields, 'message-id').length > 0);
  return {
    originalMessageId:
      idsOf(original, 'message-id')[0] ??
      messageIds(headers['in-reply-to'] ?? headers['references'] ?? []).at(-1) ??
      null,
    originalReferences: [...new Set([...idsOf(original, 'references'), ...idsOf(original, 'in-reply-to')])],
  };
}

function others(parts: ReportSource['parts']): string[] {
  return parts.filter(({ contentType }) => contentType === 'text/plain').map((part) => part.text);
}

function idsOf(fields: Fields | undefined, name: string): string[] {
  return messageIds(fields?.get(name) ?? []);
}

function unquoted(text: string): string {
  return text.replaceAll(/^[>|][ \t]?/gm, '');
}
