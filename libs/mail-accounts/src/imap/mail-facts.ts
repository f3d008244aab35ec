import { type FetchQueryObject, type ImapFlow } from 'imapflow';
import { Patience } from './deadline.js';
import { uidSet } from './uid-set.js';

const PORTION = 500;
/** A server may claim any size; the ledger keeps 32 bits of it. */
const LARGEST = 2_147_483_647;

/** What a server says of a mail besides the mail. `size` in bytes. */
export interface MailFacts {
  readonly size: number;
  readonly receivedAt: Date | null;
}

/** Sizes and dates of these; what the server does not answer for is left out. */
export async function factsOf(client: ImapFlow, uids: readonly number[]): Promise<Map<number, MailFacts>> {
  const facts = new Map<number, MailFacts>();
  for await (const { uid, size, internalDate } of rows(client, uids, { size: true, internalDate: true })) {
    facts.set(uid, { size: Math.min(size ?? 0, LARGEST), receivedAt: dateOf(internalDate) });
  }
  return facts;
}

/** Rows of a FETCH of facts, never of sources; in portions, because servers bound the length of a command. */
export async function* rows(client: ImapFlow, uids: readonly number[], query: FetchQueryObject) {
  for (let from = 0; from < uids.length; from += PORTION) {
    yield* portion(client, uids.slice(from, from + PORTION), query);
  }
}

async function* portion(client: ImapFlow, uids: readonly number[], query: FetchQueryObject) {
  const patience = new Patience(client);
  try {
    for await (const row of client.fetch(uidSet(uids), { uid: true, ...query }, { uid: true })) {
      patience.ourTurn();
      yield row;
      patience.itsTurn();
    }
  } catch (error) {
    throw patience.blame(error);
  } finally {
    patience.stop();
  }
}

/** INTERNALDATE as a date; null when the server sent none or nonsense. */
export function dateOf(internalDate: Date | string | undefined): Date | null {
  const date = new Date(internalDate ?? Number.NaN);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date : null;
}
