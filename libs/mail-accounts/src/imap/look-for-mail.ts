import {
  type FetchQueryObject,
  type ImapFlow,
  type MessageEnvelopeObject,
  type SearchObject,
} from 'imapflow';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Cursor } from '../mailbox/cursor.js';
import { type OversizedMail, type Waiting, type Wanted } from '../mailbox/mailbox.js';
import { answered, Patience } from './deadline.js';
import { SMALL_BYTES } from '../fetch/plan-ranges.js';
import { uidSet } from './uid-set.js';

/** Up to so many mails are asked for their sizes outright, which is one question less. */
const FEW = 50;
const PORTION = 500;
/** A server may claim any size; the ledger keeps 32 bits of it. */
const LARGEST = 2_147_483_647;
/** SINCE knows days, and days of the server's time zone (RFC 9051 section 6.4.4). */
const DAY_MS = 86_400_000;

interface Facts {
  readonly size: number;
  readonly receivedAt: Date | null;
}

/**
 * Asks the server what there is behind the cursor, plus what the ledger still misses (`again`), without fetching any of
 * it. A search that the server does not answer is a failure (imapflow resolves `false`), never an empty mailbox.
 */
export async function lookForMail(
  client: ImapFlow,
  cursor: Cursor,
  { sizeLimit, again, limit }: Wanted,
): Promise<Waiting> {
  const found = await newUids(client, cursor.lastUid);
  const counting = await withoutUncounted(client, cursor, found);
  const first = counting.slice(0, limit);
  const more = first.length < counting.length;
  const uids = [...new Set([...first, ...again])];
  const facts = await factsOf(client, await worthAsking(client, uids));
  const sizes = new Map([...facts].map(([uid, { size }]) => [uid, size]));
  const tooLarge = (uid: number): boolean => (sizes.get(uid) ?? 0) > sizeLimit;
  return {
    uids: uids.filter((uid) => !tooLarge(uid)),
    sizes,
    oversized: await describe(client, uids.filter(tooLarge), facts),
    end: Math.max(cursor.lastUid, (more ? first.at(-1) : found.at(-1)) ?? 0),
    more,
  };
}

/** The UID that the next mail gets; a server that did not say so when the folder was selected is asked for its last one. */
export async function uidNextOf(client: ImapFlow): Promise<number> {
  const { mailbox } = client;
  if (!mailbox || mailbox.exists === 0) return (mailbox && mailbox.uidNext) || 1;
  if (mailbox.uidNext) return mailbox.uidNext;
  const last = await search(client, { uid: '*' });
  return (last.at(-1) ?? 0) + 1;
}

/** Which of these UIDs the mailbox still holds. */
export async function stillThere(client: ImapFlow, uids: readonly number[]): Promise<readonly number[]> {
  return uids.length === 0 ? [] : search(client, { uid: uidSet(uids) });
}

async function newUids(client: ImapFlow, lastUid: number): Promise<readonly number[]> {
  if (client.mailbox && client.mailbox.exists === 0) return [];
  const found = await search(client, { uid: `${lastUid + 1}:*` });
  // `n:*` always names the last mail too, also when its UID is below n (RFC 9051 section 9).
  return found.filter((uid) => uid > lastUid);
}

async function withoutUncounted(
  client: ImapFlow,
  { lastUid, datedUpTo, countsFrom }: Cursor,
  uids: readonly number[],
): Promise<readonly number[]> {
  if (!countsFrom || lastUid >= datedUpTo || uids.length === 0) return uids;
  const since = new Date(countsFrom.getTime() - DAY_MS);
  const recent = await search(client, { uid: `${lastUid + 1}:${datedUpTo}`, since });
  const facts = await factsOf(client, recent);
  // A mail whose date did not come counts: asking for it once too often is better than never.
  const counting = recent.filter((uid) => (facts.get(uid)?.receivedAt ?? countsFrom) >= countsFrom);
  const counts = new Set(counting);
  return uids.filter((uid) => uid > datedUpTo || counts.has(uid));
}

async function worthAsking(client: ImapFlow, uids: readonly number[]): Promise<readonly number[]> {
  if (uids.length <= FEW) return uids;
  const wanted = new Set(uids);
  const [first, last] = [Math.min(...uids), Math.max(...uids)];
  const large = await search(client, { uid: `${first}:${last}`, larger: SMALL_BYTES });
  return large.filter((uid) => wanted.has(uid));
}

async function factsOf(client: ImapFlow, uids: readonly number[]): Promise<Map<number, Facts>> {
  const facts = new Map<number, Facts>();
  for await (const { uid, size, internalDate } of rows(client, uids, { size: true, internalDate: true })) {
    facts.set(uid, { size: Math.min(size ?? 0, LARGEST), receivedAt: dateOf(internalDate) });
  }
  return facts;
}

async function describe(
  client: ImapFlow,
  uids: readonly number[],
  facts: ReadonlyMap<number, Facts>,
): Promise<OversizedMail[]> {
  const nameless = { messageId: null, sender: null, subject: '' };
  const described = new Map<number, OversizedMail>();
  for (const uid of uids)
    described.set(uid, { uid, size: 0, receivedAt: null, ...facts.get(uid), ...nameless });
  for await (const { uid, envelope } of rows(client, uids, { envelope: true })) {
    const mail = described.get(uid);
    if (mail && envelope) described.set(uid, { ...mail, ...named(envelope) });
  }
  return [...described.values()];
}

function named({ messageId, from, subject }: MessageEnvelopeObject) {
  return { messageId: messageId ?? null, sender: from?.[0]?.address ?? null, subject: subject ?? '' };
}

/** Rows of a FETCH of facts, never of sources; in portions, because servers bound the length of a command. */
async function* rows(client: ImapFlow, uids: readonly number[], query: FetchQueryObject) {
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

async function search(client: ImapFlow, criteria: SearchObject): Promise<readonly number[]> {
  const found = await answered(client, client.search(criteria, { uid: true }));
  if (!Array.isArray(found)) {
    throw mailAccountProblem('mailbox-answer-refused', { disposition: 'retry-later' });
  }
  return found;
}

/** INTERNALDATE as a date; null when the server sent none or nonsense. */
export function dateOf(internalDate: Date | string | undefined): Date | null {
  const date = new Date(internalDate ?? Number.NaN);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date : null;
}
