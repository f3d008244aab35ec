import { type MailAccount } from '../accounts/mail-account.js';
import { type Mailbox } from '../mailbox/mailbox.js';
import { type RunNotes } from '../activity/run-notes.js';
import { type Holding } from '../sessions/holding.js';

/** One visit to a folder. */
export interface Visit {
  readonly account: MailAccount;
  /** The ledger has something open on the account, see `Task`. */
  readonly owes: boolean;
  readonly holding: Holding;
  readonly mailbox: Mailbox;
  /** Aborts when the session is to end: what has arrived is still committed, nothing more is asked for. */
  readonly signal: AbortSignal;
  /** Called after every commit: the mailbox is getting emptier, whatever comes. */
  readonly progressed: () => void;
  readonly notes: RunNotes;
}
