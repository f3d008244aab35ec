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
 * A name for every mail of a list, in its order and none twice: UIDL and size, and where several share both, the place
 * among them and how many they are: when one joins or leaves, nobody can say which is which, and all are new.
 * Servers give a UIDL to two mails, or to one after the other; a mail that is taken for a new one is fetched once more,
 * which the ledger notices by its content, while one that is taken for an old one would be lost.
 */
export function namesOf(list: readonly ListedMail[]): string[] {
  // A space is in no UIDL.
  const names = list.map(({ uidl, size }) => `${short(uidl)} ${size}`);
  const sharing = counted(names);
  const places = new Map<string, number>();
  return names.map((name) => {
    const many = sharing.get(name) ?? 1;
    const place = (places.get(name) ?? 0) + 1;
    places.set(name, place);
    return many === 1 ? name : `${name} ${place}/${many}`;
  });
}

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function short(uidl: string): string {
  if (uidl.length <= LONGEST) return uidl;
  return `sha256 ${createHash('sha256').update(uidl).digest('base64url')}`;
}
