import { type HeaderRecord } from './header-record.js';

/**
 * True for mail that no person sent, so that nobody answers it automatically: Auto-Submitted (RFC 3834), delivery
 * reports and bounces (null return path, RFC 5321 section 4.5.5), lists (RFC 2919, RFC 2369) and the signs that
 * mail systems agreed on before there were standards.
 */
export function isAutomatic(headers: HeaderRecord): boolean {
  const says = (name: string, pattern: RegExp): boolean =>
    (headers[name] ?? []).some((value) => pattern.test(value));
  const has = (name: string): boolean => headers[name] !== undefined;
  return (
    says('auto-submitted', /^\s*(?!no\b)\S/i) ||
    says('precedence', /^\s*(bulk|junk|list|auto[-_]?reply)\b/i) ||
    says('return-path', /^\s*<\s*>/) ||
    says('content-type', /^\s*multipart\/report\b/i) ||
    says('x-auto-response-suppress', /\b(all|oof|autoreply|dr)\b/i) ||
    LISTS.some(has) ||
    AUTORESPONDERS.some(has)
  );
}

const LISTS = ['list-id', 'list-unsubscribe', 'list-post', 'list-help', 'x-loop', 'feedback-id'];
const AUTORESPONDERS = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-failed-recipients'];
