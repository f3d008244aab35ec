import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Destinations } from '../dispatch/destinations.js';
import { type InboundMail } from '../inbound-mail/inbound-mail.js';
import { RuleBook } from './rule-book.js';
import { screenMail, type Screened, type Screening } from './screen-mail.js';

/** What mail goes through between being read and being handed to the host. */
@Injectable()
export class MailScreen {
  constructor(
    private readonly book: RuleBook,
    private readonly destinations: Destinations,
  ) {}

  /** Screens mails of one account in their order; rules that are not remembered are read through `tx`. */
  async run(
    account: Screened,
    mails: readonly InboundMail[],
    tx?: EntityManager,
  ): Promise<readonly Screening[]> {
    if (mails.length === 0) return [];
    const page = await this.book.current(tx);
    const by = { account, page, known: this.destinations.known };
    return mails.map((mail) => screenMail(mail, by, mail.authentication));
  }
}
