import { type SecureContext } from 'node:tls';
import { type Faults } from '../faults/faults.js';
import { type MailStore } from '../mail/mail-store.js';
import { type People } from '../mail/people.js';
import { type Grants } from '../oauth/grants.js';
import { type Profile } from '../oauth/profiles.js';
import { type Connection } from '../wire/connection.js';
import { type Maildrop } from './maildrop.js';
import { type Uidls } from './uidls.js';

/** What a POP3 session may ask of the rest of the sandbox. */
export interface Pop3House {
  readonly mail: MailStore;
  readonly people: People;
  readonly grants: Grants;
  readonly faults: Faults;
  readonly uidls: Uidls;
  readonly issuerOf: (profile: Profile) => string;
  readonly secureContext: SecureContext;
  readonly startTls: boolean;
}

/** One POP3 client: who it says it is, its maildrop once it is in, and whether it is about to leave. */
export class Pop3Session {
  user = '';
  address: string | null = null;
  maildrop: Maildrop | null = null;
  leaving = false;
  /** Done once, after the answer to this command has gone out. */
  afterAnswer: (() => Promise<void>) | null = null;

  constructor(
    readonly connection: Connection,
    readonly house: Pop3House,
  ) {}

  /** The maildrop. Only for commands that need one. */
  get drop(): Maildrop {
    if (!this.maildrop) throw new Error('Nobody is signed in');
    return this.maildrop;
  }
}
