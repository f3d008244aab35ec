import { Injectable } from '@nestjs/common';
import { Clock, Database, Pokes } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type MailStatus } from './outbox-mail.js';
import { outboxMailJson, SELECT_OUTBOX_ROWS, type OutboxRow } from './outbox-row.js';
import { OutboxPages } from './outbox-pages.js';
import { type OutboxMailJson, type OutboxPage, type OutboxQuery } from './outbox-schema.js';
import { SentCopyDesk } from '../sent-copies/sent-copy-desk.js';
import { OUTBOX_TOPIC } from './waiting-mail.js';

/** The outbox as people see it. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pokes: Pokes,
    private readonly copies: SentCopyDesk,
    private readonly pages: OutboxPages,
  ) {}

  /** A page of the outbox, in the order asked for. */
  list(query: OutboxQuery): Promise<OutboxPage> {
    return this.pages.page(query);
  }

  /** One mail. Throws problem `mail-not-found`. */
  async get(id: string): Promise<OutboxMailJson> {
    const { rows } = await this.database.query<OutboxRow>(`${SELECT_OUTBOX_ROWS} where m.id = $1`, [id]);
    if (!rows[0]) throw outgoingProblem('mail-not-found', { params: { id } });
    return outboxMailJson(rows[0]);
  }

  /**
   * Takes a mail up again at once, with its full time ahead; who has it already does not get it again. Problems:
   * `mail-not-found`, `mail-already-sent`, `mail-is-leaving`.
   */
  async retry(id: string): Promise<OutboxMailJson> {
    await this.move(
      id,
      ['queued', 'delayed', 'failed', 'cancelled'],
      `status = 'queued', due_at = mailroom.now(), waiting_since = $3, epoch = epoch + 1`,
    );
    await this.pokes.poke(OUTBOX_TOPIC, 'due');
    return this.get(id);
  }

  /** Gives a mail up. Problems: `mail-not-found`, `mail-already-sent`, `mail-is-leaving`. */
  async cancel(id: string): Promise<OutboxMailJson> {
    await this.move(
      id,
      ['queued', 'delayed', 'failed', 'cancelled'],
      `status = 'cancelled', due_at = least(due_at, $3)`,
    );
    return this.get(id);
  }

  /** Has the copy in Sent tried again that was given up. Problems: `mail-not-found`, `sent-copy-not-failed`. */
  async copyAgain(id: string): Promise<OutboxMailJson> {
    const taken = await this.copies.takeUp(id);
    const mail = await this.get(id);
    if (!taken) throw outgoingProblem('sent-copy-not-failed', { params: { id } });
    return mail;
  }

  private async move(id: string, from: readonly MailStatus[], change: string): Promise<void> {
    const { affected } = await this.database.query(
      `update mailroom.outgoing_mail set ${change} where id = $1 and status = any($2)`,
      [id, from, this.clock.now()],
    );
    if (affected > 0) return;
    const { status } = await this.get(id);
    throw outgoingProblem(status === 'sending' ? 'mail-is-leaving' : 'mail-already-sent', { params: { id } });
  }
}
