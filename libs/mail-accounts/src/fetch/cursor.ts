import { type MailAccount } from '../accounts/mail-account.js';

/** Where in which mailbox an account stands. */
export interface Cursor {
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
  readonly uidValidity: number;
  readonly uidNext: number;
}

type Known = Pick<
  MailAccount,
  | 'host'
  | 'login'
  | 'folder'
  | 'mailbox'
  | 'generation'
  | 'uidValidity'
  | 'lastUid'
  | 'datedUpTo'
  | 'countsFrom'
  | 'startFrom'
  | 'startSince'
  | 'liveSince'
  | 'lastSuccessAt'
>;

/**
 * The cursor to go on with, now that the folder is selected.
 * Another mailbox (host, login or folder changed) begins a generation of its own by the account's start policy, where
 * `new` means since the last successful fetch, so that a re-pointed account skips nothing.
 * Another UIDVALIDITY (RFC 9051 section 2.3.1.1) makes every UID we hold name a different mail: the folder is looked
 * through again from the account's first day on, and the ledger knows what it has seen by content.
 */
export function cursorFor(account: Known, selected: Selected, now: Date): Cursor {
  const mailbox = mailboxOf(account);
  if (account.mailbox !== mailbox) {
    const countsFrom = firstDay(account, now);
    return restarted({ mailbox, generation: account.generation + 1, countsFrom }, selected);
  }
  const { generation, countsFrom, lastUid, datedUpTo } = account;
  if (account.uidValidity !== selected.uidValidity) {
    return restarted({ mailbox, generation, countsFrom }, selected);
  }
  return { mailbox, generation, uidValidity: selected.uidValidity, lastUid, datedUpTo, countsFrom };
}

/** Is this what the account's row says already? */
export function isAt(account: Known, cursor: Cursor, lastUid: number): boolean {
  return (
    account.mailbox === cursor.mailbox &&
    account.generation === cursor.generation &&
    account.uidValidity === cursor.uidValidity &&
    account.lastUid === lastUid
  );
}

function restarted(
  from: Pick<Cursor, 'mailbox' | 'generation' | 'countsFrom'>,
  { uidValidity, uidNext }: Selected,
): Cursor {
  return { ...from, uidValidity, lastUid: 0, datedUpTo: from.countsFrom ? uidNext - 1 : 0 };
}

function mailboxOf({ host, login, folder }: Known): string {
  return `${host.toLowerCase()}/${login.toLowerCase()}/${folder}`;
}

function firstDay(account: Known, now: Date): Date | null {
  switch (account.startFrom) {
    case 'all':
      return null;
    case 'since':
      return account.startSince ?? now;
    case 'new':
      return account.lastSuccessAt ?? account.liveSince ?? now;
  }
}
