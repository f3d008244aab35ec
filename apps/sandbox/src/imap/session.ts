import { type SecureContext } from 'node:tls';
import { type Faults } from '../faults/faults.js';
import { type Mailbox } from '../mail/mailbox.js';
import { type MailStore } from '../mail/mail-store.js';
import { type People } from '../mail/people.js';
import { type Grants } from '../oauth/grants.js';
import { type Profile } from '../oauth/profiles.js';
import { type Connection } from '../wire/connection.js';
import { type Selected } from './selected.js';

/** What an IMAP session may ask of the rest of the sandbox. */
export interface ImapHouse {
  readonly mail: MailStore;
  readonly people: People;
  readonly grants: Grants;
  readonly faults: Faults;
  readonly issuerOf: (profile: Profile) => string;
  readonly secureContext: SecureContext;
  readonly startTls: boolean;
  /** CONDSTORE is offered. */
  readonly condStore: boolean;
}

/** One IMAP client: who it is, which folder it has open, and whether it is about to leave. */
export class ImapSession {
  mailbox: Mailbox | null = null;
  selected: Selected | null = null;
  leaving = false;
  /** The client wants to hear the numbers of changes (RFC 7162 section 3.1). */
  hearsChanges = false;
  /** Done once, after the answer to this command has gone out. */
  afterAnswer: (() => Promise<void>) | null = null;

  constructor(
    readonly connection: Connection,
    readonly house: ImapHouse,
  ) {}

  /** The open folder. Only for commands that need one. */
  get folder(): Selected {
    if (!this.selected) throw new Error('No folder is selected');
    return this.selected;
  }

  /** Ends the session with this untagged line. */
  dismiss(line: string): void {
    this.leaving = true;
    this.connection.end(line);
  }
}
