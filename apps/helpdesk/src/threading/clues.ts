import { type InboundMail } from '@mailroom/plugin';
import { ticketOfMessageId, ticketsInSubject } from './signed-message-id.js';

/** What a mail says of where it belongs. */
export interface Clues {
  /** Lower-cased; null when the mail names nobody. */
  readonly sender: string | null;
  /** The mailbox it came to. */
  readonly mailbox: string;
  /** Tickets of our own signed Message-IDs, the closest first: proof that the sender had our mail. */
  readonly signed: readonly number[];
  /** Message-IDs of others, the closest first: hints, anybody can write them. */
  readonly references: readonly string[];
  /** Tickets named in the subject: hints. */
  readonly tags: readonly number[];
  /** The mail of ours that it reports on, proven by its signature; null when it is no such report. */
  readonly reported: string | null;
}

const REFERENCES_AT_MOST = 50;
// RFC 5322 section 2.1.1: no line, and so no usable Message-ID, is longer.
const LONGEST_ID = 998;

/** Reads the clues off a mail. In-Reply-To names the parent, References its ancestors, the oldest first (RFC 5322 section 3.6.4). */
export function cluesOf(mail: InboundMail, secret: string): Clues {
  const reported = mail.report?.originalMessageId ?? null;
  const ids = [...(reported ? [reported] : []), ...referred(mail)]
    .filter((id) => id.length <= LONGEST_ID)
    .slice(0, REFERENCES_AT_MOST);
  const signed = ids.map((id) => ticketOfMessageId(secret, id));
  return {
    sender: mail.from && mail.from.address.toLowerCase(),
    mailbox: mail.account.address.toLowerCase(),
    signed: signed.filter((ticket) => ticket !== null),
    references: ids.filter((_, index) => signed[index] === null),
    tags: ticketsInSubject(mail.subject),
    reported: reported !== null && ticketOfMessageId(secret, reported) !== null ? reported : null,
  };
}

function referred({ inReplyTo, references, report }: InboundMail): string[] {
  const original = report?.originalReferences ?? [];
  return [...inReplyTo, ...references.toReversed(), ...original.toReversed()];
}
