import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type InboundMail, type MailReport } from '../inbound-mail/inbound-mail.js';

/** Takes reports about mail that was sent, in the transaction that takes the mail in. A throw rolls that back. */
export type ReportListener = (reports: readonly MailReport[], tx: EntityManager) => Promise<void>;

/** Who else in the house wants to know of bounces, complaints and receipts, besides the host. */
@Injectable()
export class ReportListeners {
  readonly #listeners: ReportListener[] = [];

  /** Register before the application has started. */
  add(listener: ReportListener): void {
    this.#listeners.push(listener);
  }

  /** Tells them of the reports among these mails. */
  async tell(mails: readonly InboundMail[], tx: EntityManager): Promise<void> {
    const reports = mails.flatMap(({ report }) => report ?? []);
    if (reports.length === 0) return;
    for (const listener of this.#listeners) await listener(reports, tx);
  }
}
