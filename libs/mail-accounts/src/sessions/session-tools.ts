import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { OfferAgain } from '../deliveries/offer-again.js';
import { Allowance } from '../fetch/allowance.js';
import { AccountFolders } from '../fetch/account-folders.js';
import { MailboxConnector } from '../mailbox/mailbox-connector.js';
import { SessionRecord } from './session-record.js';

/** Connections that one process opens at a time: sign-ins cost both sides most. */
const OPENINGS = 20;

/** What every mailbox session works with. */
@Injectable()
export class SessionTools {
  readonly openings = new Allowance(OPENINGS);

  constructor(
    readonly record: SessionRecord,
    readonly offers: OfferAgain,
    readonly connector: MailboxConnector,
    readonly folders: AccountFolders,
    readonly clock: Clock,
  ) {}
}
