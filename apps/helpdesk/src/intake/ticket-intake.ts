import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import {
  ignored,
  InboundMailHandler,
  stored,
  type InboundMail,
  type MailDestination,
  type Outcome,
} from '@mailroom/plugin';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';
import { cluesOf } from '../threading/clues.js';
import { QUEUES } from '../tickets/queues.js';
import { Acknowledgements } from './acknowledgements.js';
import { KnownThreads } from './known-threads.js';
import { MailGroup } from './mail-group.js';
import { writeGroup } from './write-group.js';

/** Turns mail into tickets and articles: two statements for a group of any size, one when no mail has a clue. */
@Injectable()
export class TicketIntake extends InboundMailHandler {
  constructor(
    private readonly settings: HelpdeskSettings,
    private readonly acknowledgements: Acknowledgements,
  ) {
    super();
  }

  override async handle(mail: InboundMail, tx: EntityManager): Promise<Outcome> {
    const [outcome] = await this.handleMany([mail], tx);
    if (!outcome) throw new Error('a mail got no answer');
    return outcome;
  }

  override async handleMany(mails: readonly InboundMail[], tx: EntityManager): Promise<readonly Outcome[]> {
    const fresh = mails.filter(({ duplicateOf }) => duplicateOf === null);
    const tickets = await this.file(fresh, tx);
    return mails.map((mail) => {
      const ticket = tickets.get(mail);
      return ticket === undefined ? ignored('the same mail came before') : stored(String(ticket));
    });
  }

  override destinations(): Promise<readonly MailDestination[]> {
    return Promise.resolve(QUEUES);
  }

  private async file(
    mails: readonly InboundMail[],
    tx: EntityManager,
  ): Promise<ReadonlyMap<InboundMail, number>> {
    if (mails.length === 0) return new Map();
    const clued = mails.map((mail) => ({ mail, clues: cluesOf(mail, this.settings.sessionSecret) }));
    const threads = await KnownThreads.load(
      clued.map(({ clues }) => clues),
      (closedAt) => this.settings.closedForGood(closedAt, new Date()),
      tx,
    );
    const group = new MailGroup(threads);
    const placed = clued.map(({ mail, clues }) => ({ mail, ...group.add(mail, clues) }));
    const opened = await writeGroup(group, tx);
    await this.acknowledgements.send(group.openers(opened), tx);
    return new Map(
      placed.map(({ mail, number, opening }) => [mail, number ?? opened.get(opening ?? -1) ?? 0]),
    );
  }
}
