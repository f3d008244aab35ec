import { type ArrivedMail } from './arrived-mail.js';
import { type KnownContent, type KnownUid } from './ledger.js';

/** A mail of the group under the id it keeps for good. */
export interface Identified {
  readonly id: string;
  readonly mail: ArrivedMail;
}

/** A group, sorted by what has to happen to its mails. */
export interface Sorted {
  /** To be offered to the host; nothing could be read of those whose `parsed` is null. */
  readonly fresh: readonly Identified[];
  /** `first.outcome` is null when the first is in this very group. */
  readonly duplicates: readonly (Identified & { readonly first: First })[];
}

type First = { readonly id: string; readonly outcome: KnownContent['outcome'] | null };

/**
 * Sorts a group by what the ledger knows. Mail that was committed before (its UID is known and was fetched) drops out:
 * after a crash it comes once more. The first mail with some bytes is fresh, later ones are duplicates, also inside
 * one group. A mail that only stood in the ledger keeps the id it has there.
 */
export function sortOut(
  mails: readonly ArrivedMail[],
  known: ReadonlyMap<number, KnownUid>,
  firsts: ReadonlyMap<string, KnownContent>,
  newId: () => string,
): Sorted {
  const fresh: Identified[] = [];
  const duplicates: (Identified & { first: First })[] = [];
  const seen = new Map<string, First>(firsts);
  for (const mail of mails) {
    const before = known.get(mail.uid);
    if (before?.fetched) continue;
    const id = before?.id ?? newId();
    const key = mail.contentKey.toString('hex');
    const first = seen.get(key);
    if (first) duplicates.push({ id, mail, first });
    else {
      fresh.push({ id, mail });
      seen.set(key, { id, outcome: null });
    }
  }
  return { fresh, duplicates };
}
