import { Injectable } from '@nestjs/common';
import { Clock, Database, type Problem } from '@mailroom/kernel';
import { MissingCopies } from './missing-copies.js';
import { type SentOwner } from './sent-mailboxes.js';

const FIRST_SECONDS = 60;
const LONGEST_SECONDS = 3_600;

/** A mailbox with copies that are due. */
export interface DueMailbox extends SentOwner {
  readonly serverId: string | null;
  /** Somebody has just asked for a copy again: they do not wait, however often the mailbox failed before. */
  readonly askedFor: boolean;
}

/** A copy that is due. */
export interface DueCopy {
  readonly mailId: string;
  readonly messageId: string;
  readonly sentAt: Date;
}

/** What is known of copies: which are due, and what became of them. */
@Injectable()
export class SentCopyDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly missing: MissingCopies,
  ) {}

  /** Mailboxes with copies that are due, those that wait longest first. */
  async dueMailboxes(most: number): Promise<DueMailbox[]> {
    return (await this.database.query<DueMailbox>(DUE_MAILBOXES, [most])).rows;
  }

  /** The copy of this mailbox that has been due for longest; null when none is. */
  async next({ mailbox, serverId }: DueMailbox): Promise<DueCopy | null> {
    const { rows } = await this.database.query<{ id: string; message_id: string; sent_at: Date }>(NEXT, [
      mailbox,
      serverId,
    ]);
    const [row] = rows;
    return row ? { mailId: row.id, messageId: row.message_id, sentAt: row.sent_at } : null;
  }

  /** It is there. */
  async made({ mailId }: DueCopy): Promise<void> {
    await this.database.query(
      `update mailroom.sent_copy set made_at = $2, due_at = null, attempts = attempts + 1, problem_code = null,
         problem_params = null, problem_disposition = null, problem_at = null
       where mail_id = $1 and due_at is not null`,
      [mailId, this.clock.now()],
    );
    this.missing.fewer();
  }

  /** It could not be made; it is due again in a minute, later each time, up to an hour. */
  async putOff({ mailId }: DueCopy, problem: Problem): Promise<void> {
    await this.database.query(`${PUT_OFF} and mail_id = $7`, [...this.valuesOf(problem), mailId]);
  }

  /** The same for all that are due in this mailbox. */
  async putOffAll({ mailbox, serverId }: DueMailbox, problem: Problem): Promise<void> {
    await this.database.query(
      `${PUT_OFF} and due_at <= mailroom.now() and mailbox = $7 and mail_id in (
         select m.id from mailroom.outgoing_mail m where m.id = mail_id and m.server_id is not distinct from $8)`,
      [...this.valuesOf(problem), mailbox, serverId],
    );
  }

  /** Gives up what has been due for a day, with problem `sent-copy-failed` that says what was in the way. */
  async giveUp(): Promise<void> {
    const { affected } = await this.database.query(
      `update mailroom.sent_copy
       set due_at = null, problem_code = 'sent-copy-failed', problem_disposition = 'give-up', problem_at = $1,
         problem_params = coalesce(problem_params, '{}') || jsonb_build_object('code', coalesce(problem_code, 'mailbox-busy'))
       where due_at is not null and until <= mailroom.now()`,
      [this.clock.now()],
    );
    if (affected > 0) this.missing.changed();
  }

  /** Has a copy that was given up tried again, for another day; false when it was not given up. */
  async takeUp(mailId: string): Promise<boolean> {
    const { affected } = await this.database.query(
      `update mailroom.sent_copy
       set due_at = mailroom.now(), until = mailroom.now() + interval '24 hours', attempts = 0
       where mail_id = $1 and due_at is null and made_at is null`,
      [mailId],
    );
    this.missing.changed();
    return affected > 0;
  }

  /** Has every copy of this server that is missing tried again now, those that were given up for another day. */
  async takeUpAll(serverId: string): Promise<void> {
    await this.database.query(`${TAKE_UP} where ${OF_SERVER}`, [serverId]);
    this.missing.changed();
  }

  /** Does without every copy of this server that is missing, and answers how many that were: their mails were sent. */
  async doWithout(serverId: string): Promise<number> {
    const sql = `delete from mailroom.sent_copy where ${OF_SERVER}`;
    const { affected } = await this.database.query(sql, [serverId]);
    this.missing.changed();
    return affected;
  }

  private valuesOf({ code, params, disposition }: Problem): unknown[] {
    const wish = params['retryAfterMs'];
    const atLeastMs = typeof wish === 'number' ? wish : 0;
    return [code, JSON.stringify(params), disposition, this.clock.now(), atLeastMs, LONGEST_SECONDS];
  }
}

// One that was only put off keeps its day.
const TAKE_UP = `
  update mailroom.sent_copy
  set due_at = mailroom.now(), attempts = 0,
      until = case when due_at is null then mailroom.now() + interval '24 hours' else until end`;

const OF_SERVER = `
  made_at is null and problem_code is not null
  and mail_id in (select id from mailroom.outgoing_mail where server_id = $1)`;

const DUE_MAILBOXES = `
  select c.mailbox, m.server_id as "serverId", s.host, s.token_id as "tokenId",
         bool_or(c.attempts = 0 and c.problem_code is not null) as "askedFor"
  from mailroom.sent_copy c join mailroom.outgoing_mail m on m.id = c.mail_id
  left join mailroom.outgoing_server s on s.id = m.server_id
  where c.due_at <= mailroom.now()
  group by c.mailbox, m.server_id, s.host, s.token_id
  order by min(c.due_at) limit $1`;

const NEXT = `
  select m.id, m.message_id, coalesce(m.sent_at, m.created_at) as sent_at
  from mailroom.sent_copy c join mailroom.outgoing_mail m on m.id = c.mail_id
  where c.due_at <= mailroom.now() and c.mailbox = $1 and m.server_id is not distinct from $2
  order by c.due_at, m.seq limit 1`;

const PUT_OFF = `
  update mailroom.sent_copy
  set attempts = attempts + 1, problem_code = $1, problem_params = $2, problem_disposition = $3, problem_at = $4,
    due_at = mailroom.now() + greatest($5::float8 / 1000,
      least($6::float8, ${FIRST_SECONDS} * 2 ^ least(attempts, 20)) * (0.5 + 0.5 * random())) * interval '1 second'
  where due_at is not null`;
