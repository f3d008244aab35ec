import { createHash } from 'node:crypto';

/** A mail in the server's list. */
export interface ListedMail {
  readonly number: number;
  /** RFC 1939 section 7 promises one to 70 characters, and that no other mail of the mailbox ever had it. */
  readonly uidl: string;
  /** Bytes, as LIST has them. */
  readonly size: number;
}

/** What is longer than this would not fit an index. */
const LONGEST = 200;

/**
 * A name for every mail of a list, in its order and none twice: UIDL and size, and the place among those that share both.
 * Servers give a UIDL to two mails, or to one after the other; a mail that is taken for a new one is fetched once more,
 * which the ledger notices by its content, while one that is taken for an old one would be lost.
 */
export function namesOf(list: readonly ListedMail[]): string[] {
  const alike = new Map<string, number>();
  return list.map(({ uidl, size }) => {
    // A space is in no UIDL.
    const name = `${short(uidl)} ${size}`;
    const place = (alike.get(name) ?? 0) + 1;
    alike.set(name, place);
    return place === 1 ? name : `${name} ${place}`;
  });
}

function short(uidl: string): string {
  if (uidl.length <= LONGEST) return uidl;
  return `sha256 ${createHash('sha256').update(uidl).digest('base64url')}`;
}
