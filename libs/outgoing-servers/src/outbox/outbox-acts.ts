import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Pokes, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { outboxAudit } from '../outgoing-audit.js';
import { type ChosenAct, type OutboxAct, type OutboxTally } from './outbox-acts-schema.js';
import { type MailStatus } from './outbox-mail.js';
import { touchedWhenChosen } from './touched-by.js';
import { OUTBOX_TOPIC } from './waiting-mail.js';

/** Takes many mails up again, or gives them up; none that is in somebody's hands, so that none leaves twice. */
@Injectable()
export class OutboxActs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pokes: Pokes,
    private readonly audit: AuditLog,
  ) {}

  /** Does it with mails that somebody chose, with a line in the audit log. Again, it changes nothing more. */
  async chosen({ act, ids }: ChosenAct, actor: Actor): Promise<OutboxTally> {
    const tally = await this.database.transaction(async (tx) => {
      const result = await this.many(act, [...new Set(ids)], touchedWhenChosen(act), tx);
      const { done, skipped } = result;
      if (done > 0) await this.audit.record(outboxAudit(act, null, actor, { count: done, ...skipped }), tx);
      return result;
    });
    if (act === 'retry' && tally.done > 0) await this.wake();
    return tally;
  }

  /** Does it with those of these mails that are in one of these states. */
  async many(
    act: OutboxAct,
    ids: readonly string[],
    states: readonly MailStatus[],
    tx: EntityManager,
  ): Promise<OutboxTally> {
    const { rows } = await this.database.query<{
      fate: keyof OutboxTally['skipped'] | 'done';
      count: number;
    }>(MOVE[act], [ids, states, this.clock.now()], tx);
    const count = (wanted: string) => rows.find(({ fate }) => fate === wanted)?.count ?? 0;
    const [done, sent, leaving, unfit] = ['done', 'sent', 'leaving', 'unfit'].map(count) as Four;
    return { done, skipped: { sent, leaving, unfit, gone: ids.length - done - sent - leaving - unfit } };
  }

  /** Has the mail that was taken up again looked at now. */
  async wake(): Promise<void> {
    await this.pokes.poke(OUTBOX_TOPIC, 'due');
  }
}

type Four = [number, number, number, number];

// A row that somebody has locked is being claimed or settled at this moment: it is left, and we wait for nobody, so that
// neither we nor the senders can end in a deadlock. Whoever locks after us looks at the state anew.
const move = (change: string) => `
  with mine as materialized (
    select id from mailroom.outgoing_mail
    where id = any($1::uuid[]) and status = any($2::text[]) for update skip locked
  ), moved as (
    update mailroom.outgoing_mail m set ${change} from mine where m.id = mine.id returning m.id
  )
  select case when m.id in (select id from moved) then 'done'
              when m.status in ('sent', 'bounced') then 'sent'
              when m.status = 'sending' or m.status = any($2) then 'leaving'
              else 'unfit' end as fate, count(*)::integer as count
  from mailroom.outgoing_mail m where m.id = any($1::uuid[]) group by fate`;

const MOVE = {
  retry: move(
    `status = 'queued', due_at = mailroom.now(), waiting_since = $3::timestamptz, epoch = epoch + 1`,
  ),
  cancel: move(`status = 'cancelled', due_at = least(due_at, $3::timestamptz)`),
} as const satisfies Record<OutboxAct, string>;
