import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type MailAccount } from '../accounts/mail-account.js';
import { Destinations } from '../dispatch/destinations.js';
import { type InboundMail } from '../inbound-mail/inbound-mail.js';
import { RuleBook } from './rule-book.js';
import { SenderCounts } from './sender-counts.js';
import { screenMail, type Screened, type Screening } from './screen-mail.js';

/** What mail goes through between being read and being handed to the host. */
@Injectable()
export class MailScreen {
  constructor(
    private readonly book: RuleBook,
    private readonly destinations: Destinations,
    private readonly counts: SenderCounts,
  ) {}

  /** Screens mails of one account in their order; rules that are not remembered are read through `tx`. `counting` holds
   * back what comes too often: for mail that has just arrived, not for mail that is offered again. */
  async run(
    account: Screened & Pick<MailAccount, 'liveSince'>,
    mails: readonly InboundMail[],
    tx: EntityManager,
    { counting }: { readonly counting: boolean },
  ): Promise<readonly Screening[]> {
    if (mails.length === 0) return [];
    const page = await this.book.current(tx);
    const by = { account, page, known: this.destinations.known };
    const screenings = mails.map((mail) => screenMail(mail, by));
    if (!counting) return screenings;
    const counted = screenings.map(({ mail, decision, withheld }) =>
      withheld || decision.unlimited ? null : mail,
    );
    const frequent = await this.counts.tooFrequent(account, counted, page.senderLimit, tx);
    return screenings.map((screening, index) =>
      frequent[index] ? { ...screening, withheld: frequent[index] } : screening,
    );
  }
}
