import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type DeliveryAnswer } from '../deliveries/delivery-answer.js';
import { heldMail } from './held-mail.js';
import {
  type HeldMail,
  type QuarantineFilter,
  type QuarantinePage,
  type QuarantineQuery,
  type QuarantineSummary,
} from './quarantine-query.js';
import { QuarantineRuns } from './quarantine-runs.js';

const PAGE = 50;

/** What is held and why, over all accounts. Asks only for what stands in the index of held mail, however much that is. */
@Injectable()
export class Quarantine {
  constructor(
    private readonly database: Database,
    private readonly runs: QuarantineRuns,
  ) {}

  /** One page, in the order asked for. */
  async list({ before, sort, ...filter }: QuarantineQuery): Promise<QuarantinePage> {
    const { sql, values } = heldMail(filter);
    const { then, order } = DIRECTIONS[sort];
    const { rows } = await this.database.query<Row>(
      `${SELECT} where ${sql} and ($4::uuid is null or d.id ${then} $4) order by ${order} limit $5`,
      [...values, before ?? null, PAGE + 1],
    );
    const items = rows.slice(0, PAGE).map(heldMailAnswer);
    const last = items.at(-1);
    return rows.length > PAGE && last ? { items, next: last.id } : { items };
  }

  /** How much there is, by reason and by account. */
  async summary(filter: QuarantineFilter): Promise<QuarantineSummary> {
    const { outcome, accountId } = filter;
    const [{ count: total }, reasons, accounts, run] = await Promise.all([
      this.runs.extent(filter),
      this.reasons({ outcome, ...(accountId === undefined ? {} : { accountId }) }),
      this.accounts(outcome),
      this.runs.last(),
    ]);
    return { total, reasons, accounts, run };
  }

  private async reasons(filter: QuarantineFilter): Promise<QuarantineSummary['reasons']> {
    const { sql, values } = heldMail(filter);
    const { rows } = await this.database.query<QuarantineSummary['reasons'][number]>(
      `select d.problem, count(*)::integer as count from mailroom.delivery d
       where ${sql} group by d.problem order by count desc, d.problem limit 100`,
      values,
    );
    return rows;
  }

  private async accounts(outcome: QuarantineFilter['outcome']): Promise<QuarantineSummary['accounts']> {
    const { sql, values } = heldMail({ outcome });
    const { rows } = await this.database.query<QuarantineSummary['accounts'][number]>(
      `select a.id, a.name, a.disposition, a.move_to as "moveTo", held.count from mailroom.mail_account a
       join (select d.account_id, count(*)::integer as count from mailroom.delivery d where ${sql}
             group by d.account_id) held on held.account_id = a.id
       order by held.count desc, a.name, a.id limit 200`,
      values,
    );
    return rows;
  }
}

type Row = Omit<HeldMail, 'receivedAt' | 'recordedAt' | 'retryAt' | 'disposedAt'> &
  Record<'receivedAt' | 'recordedAt', Date> &
  Record<'retryAt' | 'disposedAt', Date | null>;

const DIRECTIONS = {
  newest: { then: '<', order: 'd.id desc' },
  oldest: { then: '>', order: 'd.id' },
} as const satisfies Record<QuarantineQuery['sort'], object>;

const SELECT = `
  select d.id, d.account_id as "accountId", a.name as "accountName", d.outcome, d.subject, d.sender,
    d.message_id as "messageId", d.size, d.received_at as "receivedAt", d.recorded_at as "recordedAt", d.reference,
    d.reason, d.problem, d.attempts, d.retry_at as "retryAt", d.duplicate_of as "duplicateOf",
    d.disposal_due as "disposalDue", d.disposed_at as "disposedAt",
    exists (select from mailroom.raw_mail r where r.delivery_id = d.id) as "hasRaw"
  from mailroom.delivery d join mailroom.mail_account a on a.id = d.account_id`;

function heldMailAnswer(row: Row): HeldMail {
  const moments = {
    receivedAt: row.receivedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    retryAt: row.retryAt?.toISOString() ?? null,
    disposedAt: row.disposedAt?.toISOString() ?? null,
  } satisfies Partial<DeliveryAnswer>;
  return { ...row, ...moments };
}
