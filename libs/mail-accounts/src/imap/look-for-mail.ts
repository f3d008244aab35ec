import { type ImapFlow } from 'imapflow';
import { type Cursor } from '../mailbox/cursor.js';
import { type Waiting, type Wanted } from '../mailbox/mailbox.js';
import { factsOf } from './mail-facts.js';
import { search } from './search.js';
import { uidSet } from './uid-set.js';

/** SINCE knows days, and days of the server's time zone (RFC 9051 section 6.4.4). */
const DAY_MS = 86_400_000;

/**
 * Asks the server what there is behind the cursor, plus what the ledger still misses (`again`), without fetching any of
 * it. A search that the server does not answer is a failure (imapflow resolves `false`), never an empty mailbox.
 */
export async function lookForMail(
  client: ImapFlow,
  cursor: Cursor,
  { again, limit }: Wanted,
): Promise<Waiting> {
  const found = await newUids(client, cursor.lastUid);
  const counting = await withoutUncounted(client, cursor, found);
  const first = counting.slice(0, limit);
  const more = first.length < counting.length;
  return {
    uids: [...new Set([...first, ...again])],
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

/**
 * Does a server that says `uidNext` give UIDs up to `lastUid` again? It must not under one UIDVALIDITY (RFC 9051 section
 * 2.3.1.1), and does when its disk was put back from a backup. One that only tells it wrong holds mail from there on.
 */
export async function countsAnew(client: ImapFlow, uidNext: number, lastUid: number): Promise<boolean> {
  if (uidNext === 0 || uidNext > lastUid) return false;
  const beyond = await search(client, { uid: `${uidNext}:*` });
  return beyond.every((uid) => uid < uidNext);
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
