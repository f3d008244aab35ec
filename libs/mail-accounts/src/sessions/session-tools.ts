import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { RunLog } from '../activity/run-log.js';
import { OfferAgain } from '../deliveries/offer-again.js';
import { AccountFolders } from '../fetch/account-folders.js';
import { MailboxConnector } from '../mailbox/mailbox-connector.js';
import { SessionRecord } from './session-record.js';
import { Turns } from './turns.js';

/** Connections that one process opens at a time: sign-ins cost both sides most. */
const OPENINGS = 60;
/** Of those, at one mail host. */
const OPENINGS_PER_HOST = 20;

/** What every mailbox session works with. */
@Injectable()
export class SessionTools {
  /** Accounts whose servers had no news when they were asked; whoever writes that down takes them out. */
  readonly glances = new Set<string>();
  /** Turns to open a connection, by mail host. What a session asks the database first is part of it. */
  readonly openings = new Turns(OPENINGS, OPENINGS_PER_HOST);

  constructor(
    readonly record: SessionRecord,
    readonly offers: OfferAgain,
    readonly connector: MailboxConnector,
    readonly folders: AccountFolders,
    readonly clock: Clock,
    readonly runs: RunLog,
  ) {}
}
