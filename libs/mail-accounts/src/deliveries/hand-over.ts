import { Injectable } from '@nestjs/common';
import { EventLog } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type MailAccount } from '../accounts/mail-account.js';
import { InboundMailHandler, type Outcome } from '../inbound-mail/inbound-mail-handler.js';
import { type InboundMail } from '../inbound-mail/inbound-mail.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailScreen } from '../rules/mail-screen.js';
import { RuleHits } from '../rules/rule-hits.js';
import { HandlerFault } from './handler-fault.js';
import { type Answer } from './ledger-row.js';
import { ReportListeners } from './report-listeners.js';

const KINDS = new Set(['stored', 'ignored', 'refused']);

/** What became of a mail, and by which rules. */
export interface Offered extends Answer {
  /** Ids of the rules that were about it. */
  readonly hits: readonly string[];
}

/** The counter at which mail passes to the host, and the rules that it passes before. */
@Injectable()
export class HandOver {
  readonly #log = new EventLog();

  constructor(
    private readonly handler: InboundMailHandler,
    private readonly screen: MailScreen,
    private readonly hits: RuleHits,
    private readonly reports: ReportListeners,
  ) {}

  /**
   * What became of an account's mails, in their order: of those that are kept back the host never hears. `why` they are
   * offered: they arrived, they are offered `again`, or an admin `insisted`, and then nothing is kept back. Throws HandlerFault for whatever the host threw or left unanswered.
   */
  async offer(
    account: MailAccount,
    mails: readonly InboundMail[],
    tx: EntityManager,
    why: 'arrived' | 'again' | 'insisted' = 'arrived',
  ): Promise<readonly Offered[]> {
    const screenings = await this.screen.run(account, mails, tx, { counting: why === 'arrived' });
    const through = screenings.filter(({ withheld }) => why === 'insisted' || withheld === null);
    const outcomes = await this.ask(
      through.map(({ mail }) => mail),
      tx,
    );
    await this.reports.tell(mails, tx);
    const byMail = new Map(through.map((screening, index) => [screening, outcomes[index]]));
    return screenings.flatMap((screening) => {
      const outcome = byMail.get(screening) ?? screening.withheld;
      const { handling, decision } = screening;
      return outcome ? [{ outcome, handling, hits: decision.hits.map(({ id }) => id) }] : [];
    });
  }

  /** After the commit: counts the rules, and tells the host what of it was stored. */
  committed(answers: readonly Offered[]): void {
    for (const { hits } of answers) this.hits.count(hits);
    const references = answers.flatMap(({ outcome }) =>
      outcome.kind === 'stored' ? [outcome.reference] : [],
    );
    if (references.length > 0 && this.handler.committed) void this.tell(references);
  }

  private async ask(mails: readonly InboundMail[], tx: EntityManager): Promise<readonly Outcome[]> {
    if (mails.length === 0) return [];
    try {
      const answers = this.handler.handleMany
        ? await this.handler.handleMany(mails, tx)
        : await this.oneAfterTheOther(mails, tx);
      return checked(answers, mails.length);
    } catch (cause) {
      throw new HandlerFault(cause);
    }
  }

  private async oneAfterTheOther(mails: readonly InboundMail[], tx: EntityManager): Promise<Outcome[]> {
    const answers: Outcome[] = [];
    for (const mail of mails) answers.push(await this.handler.handle(mail, tx));
    return answers;
  }

  private async tell(references: readonly string[]): Promise<void> {
    try {
      await this.handler.committed?.(references);
    } catch (error) {
      this.#log.warn('handler-threw', "The handler's committed() threw", {}, error);
    }
  }
}

function checked(answers: readonly Outcome[], expected: number): readonly Outcome[] {
  const complete = answers.length === expected && answers.every((answer) => KINDS.has(answer?.kind));
  if (!complete) throw mailAccountProblem('handler-answer-missing');
  return answers;
}
