import { foreignGreeting } from '../diagnosis/foreign-greeting.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type ServerPlace } from '../mailbox/server-place.js';

/** Longer than any greeting (RFC 9051 section 7.1) is. */
const LONGEST = 8_192;

/** The server said goodbye before anything else, and why in a code (RFC 5530), which imapflow leaves out. */
class TurnedAway extends Error {
  /** For a code that says nothing to us. */
  readonly code = 'EConnectionClosed';

  constructor(
    readonly serverResponseCode: string,
    readonly responseText: string,
  ) {
    super('The server turned us away');
  }
}

/**
 * What is wrong with a server that begins like this, as something to throw that `classifyMailFailure` knows; null for an
 * IMAP greeting, and `unfinished` while more of it has to come.
 */
export function judgeGreeting(first: Buffer, place: ServerPlace): Error | 'unfinished' | null {
  const protocol = foreignGreeting(first, 'IMAP');
  if (protocol !== null) {
    const params = { ...place, protocol };
    return mailAccountProblem('mailbox-greeting-foreign', { disposition: 'ask-admin', params });
  }
  const end = first.indexOf(10);
  if (end < 0 && first.length <= LONGEST) return 'unfinished';
  const line = first.subarray(0, end < 0 ? LONGEST : end).toString('latin1');
  const [, code, text = ''] = /^\* BYE \[([^\] ]+)[^\]]*\](.*)$/i.exec(line.trimEnd()) ?? [];
  if (code !== undefined) return new TurnedAway(code, text);
  if (end >= 0 && /^\* (OK|PREAUTH|BYE)\b/i.test(line)) return null;
  return mailAccountProblem('mailbox-answer-unreadable', {
    disposition: 'retry-later',
    params: { ...place },
  });
}
