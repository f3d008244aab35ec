import { type FetchMessageObject, type ImapFlow } from 'imapflow';
import { type SentMail } from '../mailbox/mailbox.js';
import { isStubMail } from '../mailbox/stub-mail.js';
import { Patience } from './deadline.js';
import { dateOf } from './mail-facts.js';
import { uidSet } from './uid-set.js';

const WHOLE = { uid: true, source: true, internalDate: true } as const;

/**
 * Fetches a range, mail by mail, without marking anything as seen (BODY.PEEK). Yields only what was asked for and came
 * with its source: a row without one is a mail that is gone, and a stub in its place is none. A FETCH can also lose rows without an error (a literal
 * of the wrong length swallows what follows), so compare what came with what was asked.
 * The consumer may take its time; the server may not. Never send a command while this is being read.
 */
export async function* streamRange(client: ImapFlow, uids: readonly number[]): AsyncGenerator<SentMail> {
  const wanted = new Set(uids);
  const patience = new Patience(client);
  try {
    for await (const row of client.fetch(uidSet(uids), WHOLE, { uid: true })) {
      patience.ourTurn();
      // A row that tells only of flags, which somebody changed meanwhile, is not the one that was asked for.
      const mail = wanted.has(row.uid) ? mailOf(row) : null;
      if (mail && wanted.delete(row.uid)) yield mail;
      patience.itsTurn();
    }
  } catch (error) {
    throw patience.blame(error);
  } finally {
    patience.stop();
  }
}

function mailOf({ uid, source, internalDate }: FetchMessageObject): SentMail | null {
  return source && !isStubMail(source) ? { uid, source, receivedAt: dateOf(internalDate) } : null;
}
