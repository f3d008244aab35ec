import { type ImapFlow } from 'imapflow';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Cursor } from '../mailbox/cursor.js';
import {
  type DisposalWish,
  type Mailbox,
  type SentMail,
  type Waiting,
  type Wanted,
  type Weighed,
} from '../mailbox/mailbox.js';
import { answered } from './deadline.js';
import { dispose } from './dispose.js';
import { classifyMailFailure } from './fetch-failure.js';
import { countsAnew, lookForMail, stillThere, uidNextOf } from './look-for-mail.js';
import { streamRange } from './stream-range.js';
import { weigh } from './weigh.js';

/** The selected folder of an IMAP connection (RFC 9051). */
export class ImapMailbox implements Mailbox {
  readonly lot = 1;
  /** What the server said when it was selected; later imapflow counts along, and not all mail passes by it. */
  #toldNext: number;

  constructor(
    private readonly client: ImapFlow,
    readonly folder: string,
    readonly uidValidity: number,
    readonly messages: number,
  ) {
    this.#toldNext = (client.mailbox && client.mailbox.uidNext) || 0;
  }

  uidNext(): Promise<number> {
    return uidNextOf(this.client);
  }

  countsAnew(lastUid: number): Promise<boolean> {
    const told = this.#toldNext;
    this.#toldNext = 0;
    return countsAnew(this.client, told, lastUid);
  }

  look(cursor: Cursor, wanted: Wanted): Promise<Waiting> {
    return lookForMail(this.client, cursor, wanted);
  }

  weigh(uids: readonly number[], sizeLimit: number): Promise<Weighed> {
    return weigh(this.client, uids, sizeLimit);
  }

  stillThere(uids: readonly number[]): Promise<readonly number[]> {
    return stillThere(this.client, uids);
  }

  fetch(uids: readonly number[]): AsyncGenerator<SentMail> {
    return streamRange(this.client, uids);
  }

  dispose(wish: DisposalWish, uids: readonly number[]): Promise<void> {
    return dispose(this.client, wish, uids);
  }

  async tryRights({ disposition, moveTo }: DisposalWish): Promise<void> {
    const { client } = this;
    const exists = client.mailbox ? client.mailbox.exists : 0;
    const readable =
      exists === 0 || (await answered(client, client.fetchOne('*', { uid: true, size: true })));
    if (!readable) throw mailAccountProblem('mailbox-folder-forbidden', { disposition: 'ask-admin' });
    const flag = { delete: '\\Deleted', move: '\\Deleted', seen: '\\Seen', leave: null }[disposition];
    if (flag !== null && !mayFlag(client, flag)) {
      throw mailAccountProblem('mailbox-read-only', { disposition: 'ask-admin' });
    }
    if (moveTo !== null && !(await hasFolder(client, moveTo))) {
      const params = { folder: moveTo };
      throw mailAccountProblem('mailbox-move-folder-missing', { disposition: 'ask-admin', params });
    }
  }
}

async function hasFolder(client: ImapFlow, folder: string): Promise<boolean> {
  try {
    return (await answered(client, client.status(folder, { messages: true }))) !== false;
  } catch (error) {
    if (classifyMailFailure(error).code === 'mailbox-folder-missing') return false;
    throw error;
  }
}

// A server that does not say which flags can be set lets all be set (RFC 9051 section 7.1).
function mayFlag({ mailbox }: ImapFlow, flag: string): boolean {
  if (!mailbox || mailbox.readOnly) return false;
  return mailbox.permanentFlags?.has(flag) ?? true;
}
