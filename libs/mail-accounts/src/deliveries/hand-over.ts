import { Injectable, Logger } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { InboundMailHandler, type Outcome } from '../inbound-mail/inbound-mail-handler.js';
import { type InboundMail } from '../inbound-mail/inbound-mail.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { HandlerFault } from './handler-fault.js';

const KINDS = new Set(['stored', 'ignored', 'refused']);

/** The counter at which mail passes to the host. */
@Injectable()
export class HandOver {
  readonly #logger = new Logger('Mailroom');

  constructor(private readonly handler: InboundMailHandler) {}

  /** The host's answers, in the order of `mails`. Throws HandlerFault for whatever the host threw or left unanswered. */
  async offer(mails: readonly InboundMail[], tx: EntityManager): Promise<readonly Outcome[]> {
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

  /** Tells the host, after the commit, what of it was stored. */
  committed(outcomes: readonly Outcome[]): void {
    const references = outcomes.flatMap((outcome) => (outcome.kind === 'stored' ? [outcome.reference] : []));
    if (references.length > 0 && this.handler.committed) void this.tell(references);
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
      this.#logger.warn(
        `The handler's committed() threw: ${error instanceof Error ? error.message : 'no Error'}`,
      );
    }
  }
}

function checked(answers: readonly Outcome[], expected: number): readonly Outcome[] {
  const complete = answers.length === expected && answers.every((answer) => KINDS.has(answer?.kind));
  if (!complete) throw mailAccountProblem('handler-answer-missing');
  return answers;
}
