import { type Problem } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { type Cursor } from './cursor.js';

/** What becomes of the server's copies. */
export type DisposalWish = Pick<MailAccount, 'disposition' | 'moveTo'>;

/** One mail as the server sent it. */
export interface SentMail {
  readonly uid: number;
  readonly source: Buffer;
  /** When the server took it, where it says so. */
  readonly receivedAt: Date | null;
}

/** Mail that is too large to fetch, described so that an admin finds it. */
export interface OversizedMail {
  readonly uid: number;
  readonly size: number;
  readonly receivedAt: Date | null;
  readonly messageId: string | null;
  readonly sender: string | null;
  readonly subject: string;
}

/** What waits in a mailbox. */
export interface Waiting {
  /** To fetch, unless it is too large: what is new, in order, then what is asked for again. */
  readonly uids: readonly number[];
  /** The last UID that was looked at. */
  readonly end: number;
  /** More is new behind `end` than was wanted at once. */
  readonly more: boolean;
}

/** What some of the waiting mails weigh. */
export interface Weighed {
  /** The sizes that are known, in bytes: all that are not small. */
  readonly sizes: ReadonlyMap<number, number>;
  /** Those above the limit. */
  readonly oversized: readonly OversizedMail[];
}

/** What to look for behind a cursor. */
export interface Wanted {
  /** Bytes: where looking takes reading, what is larger is not read. */
  readonly sizeLimit: number;
  /** UIDs that the ledger knows of and misses. */
  readonly again: readonly number[];
  /** Behind the cursor, and withheld by the server before: where looking takes reading, they are left out. */
  readonly apart: ReadonlySet<number>;
  /** One of the mails is under suspicion: where looking takes reading, they are read one by one. */
  readonly oneByOne: boolean;
  /** New mail that is wanted at once, at most. */
  readonly limit: number;
}

/**
 * An open folder as the fetch sees it, whatever the protocol: mail with numbers that ascend and never name another mail
 * while `uidValidity` stays. Every method answers, or throws a failure that `classifyMailFailure` knows, within
 * minutes; none may be called while `fetch` is being read.
 */
export interface Mailbox {
  readonly folder: string;
  readonly uidValidity: number;
  /** So many mails, or all that is left, are worth a call of `dispose`: where it costs a connection, more than one. */
  readonly lot: number;
  /** The mail that was being read when `look` failed; null where none was. */
  readonly suspect?: number | null;
  /** Mails in it when it was opened, where the server said so. */
  readonly messages?: number;
  /** The number that the next mail gets, or one that is not above it. */
  uidNext(): Promise<number>;
  /**
   * Asked first: does it give numbers again that it has given before, up to `lastUid`, although `uidValidity` stayed? Only
   * where the server gives the numbers.
   */
  countsAnew?(lastUid: number): Promise<boolean>;
  /** What there is behind the cursor, without fetching any of it. */
  look(cursor: Cursor, wanted: Wanted): Promise<Waiting>;
  /**
   * What these weigh, and which have more than `sizeLimit` bytes. Servers may have to open each mail for that: ask for what
   * is fetched next, not for a whole mailbox.
   */
  weigh(uids: readonly number[], sizeLimit: number): Promise<Weighed>;
  /** Which of these are there still. */
  stillThere(uids: readonly number[]): Promise<readonly number[]>;
  /**
   * Mail by mail, without changing anything on the server. Yields only what was asked for and came whole; what did not
   * come has to be found out by comparing.
   */
  fetch(uids: readonly number[]): AsyncGenerator<SentMail>;
  /** Resolves when the server's copies are as wished. Problem `mailbox-disposal-refused` when it says no. */
  dispose(wish: DisposalWish, uids: readonly number[]): Promise<void>;
  /** These numbers name other mail than they did: it gets new ones. Only where the server does not give the numbers. */
  disown?(uids: readonly number[]): Promise<void>;
  /** Throws the problem that would keep an account with this wish from working. Changes nothing. */
  tryRights(wish: DisposalWish): Promise<void>;
}

/** A folder as a server lists it. */
export interface ListedFolder {
  /** As the account's `folders` name it. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  /** What stands between the parts; empty where there is no hierarchy. */
  readonly delimiter: string;
  /** What it is for, as the server says or its name shows (RFC 6154): `\\Inbox`, `\\Sent`, `\\Junk`…; null for any other. */
  readonly specialUse: string | null;
  /** False for one that only holds others. */
  readonly selectable: boolean;
  /** Mails in it, and those unread; null where the server was not asked. */
  readonly messages: number | null;
  readonly unseen: number | null;
}

/** A mail that we have sent, for the mailbox it was sent from. */
export interface SentCopy {
  /** With angle brackets. */
  readonly messageId: string;
  readonly sentAt: Date;
  /** As it left. */
  readonly bytes: Buffer;
}

/** One signed-in connection. One use: when it is gone, make another. */
export interface MailConnection {
  /** When to close it: what it signed in with ends soon after. */
  readonly endsAt: Date;
  /** False when the server, the network or a deadline ended it. */
  readonly usable: boolean;
  /** Why it ended, when the provider wanted to be left alone for longer than is worth waiting for; else null. */
  readonly throttled: Problem | null;
  /** Can it tell of new mail by itself? */
  readonly pushes: boolean;
  /**
   * Opens a folder, for reading only where the wish leaves everything as it is; the one opened before is closed. Throws
   * a Problem, `mailbox-folder-missing` and `mailbox-folder-forbidden` among them.
   */
  open(folder: string, wish: DisposalWish): Promise<Mailbox>;
  /** The folders of the mailbox, 5,000 at most; only where the protocol has folders. */
  folders?(): Promise<readonly ListedFolder[]>;
  /**
   * Puts a copy into the Sent folder, read, unless a mail with its Message-ID is there; the folder opened before is closed.
   * Only where the protocol has folders. Throws a Problem, `sent-copy-refused` and `sent-folder-missing` among them.
   */
  keepSent?(copy: SentCopy): Promise<void>;
  /** `news` is called when mail came to the open folder, `gone` when the connection ended. Both may be called too often. */
  watch(news: () => void, gone: () => void): void;
  /** Has the server tell of new mail in the open folder until anything else is called. Only where it `pushes`. */
  listen(): void;
  /** Ends listening and takes in what the server has to tell. */
  refresh(): Promise<void>;
  /** Says goodbye for at most three seconds and hangs up. Never throws. */
  close(): Promise<void>;
  /** Hangs up without a word, whatever is going on: what was asked fails, and so does what is asked from then on. */
  hangUp(): void;
}
