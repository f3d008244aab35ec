import { type MailAccount } from '../accounts/mail-account.js';
import { type MailFolder } from './mail-folder.js';
import { wholeSecond } from './whole-second.js';

/** Where in which mailbox an account stands. */
export interface Cursor {
  readonly folder: string;
  /** Host, login and folder in one word. */
  readonly mailbox: string;
  readonly generation: number;
  readonly uidValidity: number;
  /** Mail up to here is done with. */
  readonly lastUid: number;
  /** Up to here mail counts by its date, see `countsFrom`. */
  readonly datedUpTo: number;
  readonly countsFrom: Date | null;
}

/** What the server said of the folder when it was selected. */
export interface Selected {
  readonly folder: string;
  readonly uidValidity: number;
  readonly uidNext: number;
  /** The same `uidValidity`, and yet it gives numbers that it has given before. */
  readonly countsAnew: boolean;
}

type Known = Pick<MailAccount, 'host' | 'login' | 'startFrom' | 'startSince' | 'liveSince' | 'lastSuccessAt'>;
type KnownFolder = Pick<
  MailFolder,
  'name' | 'mailbox' | 'generation' | 'uidValidity' | 'lastUid' | 'datedUpTo' | 'countsFrom'
>;

/**
 * The cursor to go on with, now that the folder is selected; `folders` is what is known of the account's.
 * Another mailbox (host, login or folder changed) begins a generation of its own, which no other folder of the account
 * ever had, by the account's start policy, where `new` means since the last successful fetch, so that a re-pointed
 * account skips nothing.
 * Another UIDVALIDITY (RFC 9051 section 2.3.1.1) makes every UID we hold name a different mail: the folder is looked
 * through again from the account's first day on, and the ledger knows what it has seen by content. A server that gives
 * numbers twice under one UIDVALIDITY, as after its disk was put back from a backup, begins a generation as well.
 */
export function cursorFor(
  account: Known,
  folders: readonly KnownFolder[],
  selected: Selected,
  now: Date,
): Cursor {
  const { folder } = selected;
  const mailbox = mailboxOf(account, folder);
  const generation = generationOf(account, folders, folder);
  const known = folders.find(({ name }) => name === folder);
  if (known?.mailbox !== mailbox) {
    return restarted({ folder, mailbox, generation, countsFrom: firstDay(account, now) }, selected);
  }
  const { countsFrom, lastUid, datedUpTo, uidValidity } = known;
  if (selected.countsAnew) {
    return restarted({ folder, mailbox, generation: nextGeneration(folders), countsFrom }, selected);
  }
  if (uidValidity !== selected.uidValidity) {
    return restarted({ folder, mailbox, generation, countsFrom }, selected);
  }
  return { folder, mailbox, generation, uidValidity, lastUid, datedUpTo, countsFrom };
}

/** The generation that a folder's mail belongs to: the one that is kept with it, or the next where nothing is kept. */
export function generationOf(
  account: Pick<Known, 'host' | 'login'>,
  folders: readonly Pick<KnownFolder, 'name' | 'mailbox' | 'generation'>[],
  folder: string,
): number {
  const known = folders.find(({ name }) => name === folder);
  if (known?.mailbox === mailboxOf(account, folder)) return known.generation;
  return nextGeneration(folders);
}

function nextGeneration(folders: readonly Pick<KnownFolder, 'generation'>[]): number {
  return Math.max(0, ...folders.map((each) => each.generation)) + 1;
}

/** Is this what the folder's row says already? */
export function isAt(folders: readonly KnownFolder[], cursor: Cursor, lastUid: number): boolean {
  const known = folders.find(({ name }) => name === cursor.folder);
  return (
    known?.mailbox === cursor.mailbox &&
    known.generation === cursor.generation &&
    known.uidValidity === cursor.uidValidity &&
    known.lastUid === lastUid
  );
}

/** Host, login and folder in one word: what its numbers belong to. */
export function mailboxOf({ host, login }: Pick<Known, 'host' | 'login'>, folder: string): string {
  return `${host.toLowerCase()}/${login.toLowerCase()}/${folder}`;
}

function restarted(
  from: Pick<Cursor, 'folder' | 'mailbox' | 'generation' | 'countsFrom'>,
  { uidValidity, uidNext }: Selected,
): Cursor {
  return { ...from, uidValidity, lastUid: 0, datedUpTo: from.countsFrom ? uidNext - 1 : 0 };
}

function firstDay(account: Known, now: Date): Date | null {
  switch (account.startFrom) {
    case 'all':
      return null;
    case 'since':
      return account.startSince ?? now;
    case 'new':
      return wholeSecond(account.lastSuccessAt ?? account.liveSince ?? now);
  }
}
