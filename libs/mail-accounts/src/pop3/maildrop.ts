import { mailAccountProblem } from '../mail-accounts-problems.js';
import { namesOf, type ListedMail } from './names-of.js';
import { type Pop3Client } from './pop3-client.js';
import { sizeOf } from './pop3-list.js';
import { Pop3Refusal } from './pop3-reply.js';

/** A mail of an open maildrop, under a name that is its own. */
export interface NamedMail {
  readonly name: string;
  readonly number: number;
  readonly size: number;
}

/**
 * What lies on the server, in its order. It does not change while the session lasts (RFC 1939 section 8). Throws problem
 * `mailbox-uidl-missing` where the server has no names for its mail: nobody could tell then what was fetched before.
 */
export async function listMaildrop(client: Pop3Client): Promise<NamedMail[]> {
  const uidls = await client.entries('UIDL').catch((error: unknown) => {
    throw error instanceof Pop3Refusal && error.serverResponseCode === '' ? nameless() : error;
  });
  const sizes = new Map((await client.entries('LIST')).map(({ number, word }) => [number, sizeOf(word)]));
  const list: ListedMail[] = uidls.map(({ number, word }) => ({
    number,
    uidl: word,
    size: sizes.get(number) ?? 0,
  }));
  const named = new Set(list.map(({ number }) => number));
  if ([...sizes.keys()].some((number) => !named.has(number))) throw nameless();
  return namesOf(list).map((name, index) => ({ name, number: 0, size: 0, ...list[index] }));
}

function nameless() {
  return mailAccountProblem('mailbox-uidl-missing', { disposition: 'ask-admin' });
}
