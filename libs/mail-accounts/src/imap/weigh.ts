import { type ImapFlow, type MessageEnvelopeObject } from 'imapflow';
import { SMALL_BYTES } from '../fetch/plan-ranges.js';
import { type OversizedMail, type Weighed } from '../mailbox/mailbox.js';
import { factsOf, rows, type MailFacts } from './mail-facts.js';
import { search } from './search.js';
import { uidSet } from './uid-set.js';

/** Up to so many mails are asked for their sizes outright, which is one question less. */
const FEW = 50;

/** What these mails weigh, 500 at most: a server bounds the length of a command. What is too large is described. */
export async function weigh(client: ImapFlow, uids: readonly number[], sizeLimit: number): Promise<Weighed> {
  if (uids.length === 0) return { sizes: new Map(), oversized: [] };
  const facts = await factsOf(client, await worthAsking(client, uids));
  const sizes = new Map([...facts].map(([uid, { size }]) => [uid, size]));
  const tooLarge = uids.filter((uid) => (sizes.get(uid) ?? 0) > sizeLimit);
  return { sizes, oversized: await describe(client, tooLarge, facts) };
}

async function worthAsking(client: ImapFlow, uids: readonly number[]): Promise<readonly number[]> {
  if (uids.length <= FEW) return uids;
  const wanted = new Set(uids);
  const large = await search(client, { uid: uidSet(uids), larger: SMALL_BYTES });
  return large.filter((uid) => wanted.has(uid));
}

async function describe(
  client: ImapFlow,
  uids: readonly number[],
  facts: ReadonlyMap<number, MailFacts>,
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
