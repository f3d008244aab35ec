import { outgoingProblem } from '../outgoing-problems.js';

const NAME = /^[\w!#$%&'*+.^`|~-]{1,76}$/;
const OURS = new Set([
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'return-path',
  'received',
  'dkim-signature',
]);

/**
 * Lets a host's own headers pass (`Auto-Submitted`, `List-Unsubscribe`, `X-…`) and refuses what Mailroom writes itself,
 * what belongs to mail servers, and whatever would break out of its line. Throws problem `header-not-allowed`.
 */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    const taken = OURS.has(lower) || lower.startsWith('content-') || lower.startsWith('resent-');
    if (taken || !NAME.test(name) || /\p{Cc}|\p{Cs}/u.test(value) || value.length > 4_000)
      throw outgoingProblem('header-not-allowed', { field: 'headers', params: { name: name.slice(0, 76) } });
  }
}
