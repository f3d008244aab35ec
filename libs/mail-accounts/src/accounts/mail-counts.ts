import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type AccountCounts } from './account-answer.js';

const COUNTED = {
  stored: 'stored',
  ignored: 'ignored',
  refused: 'refused',
  quarantined: 'quarantined',
  oversized: 'oversized',
  duplicate: 'duplicates',
} as const satisfies Record<string, keyof AccountCounts>;

interface Row {
  readonly account_id: string;
  readonly outcome: keyof typeof COUNTED | 'too-frequent';
  readonly count: number;
}

// Each account and outcome is a place of its own in the index, and no more than so many entries are read there: what it
// costs grows with the accounts, not with the ledger. Asked for with "=", a ledger of which most is one mailbox's was read from
// end to end for each of the others: the planner took them for as large, and only this order is the index's alone.
const COUNT = `
  select a.id as account_id, o.outcome, counted.count
  from unnest($1::uuid[]) a (id) cross join unnest($2::text[]) o (outcome)
  cross join lateral (
    select count(*)::integer as count from (
      select from mailroom.delivery d
      where d.account_id = a.id and d.outcome >= o.outcome and d.outcome <= o.outcome
      order by d.outcome limit $3) found) counted
  where counted.count > 0
  union all
  select d.account_id, 'too-frequent', least(count(*), $3)::integer from mailroom.delivery d
  where d.account_id = any($1) and d.outcome = 'quarantined' and d.problem = 'sender-too-frequent'
  group by d.account_id`;

/** Counts the mail of accounts by what became of it, as far as is wanted. */
@Injectable()
export class MailCounts {
  constructor(private readonly database: Database) {}

  /** The counts of each of these accounts, none above `countedTo`. */
  async of(
    ids: readonly string[],
    countedTo: number,
    em: EntityManager,
  ): Promise<(accountId: string) => AccountCounts> {
    const { rows } = await this.database.query<Row>(COUNT, [ids, Object.keys(COUNTED), countedTo], em);
    const counts = new Map<string, AccountCounts>();
    const of = (id: string): AccountCounts => counts.get(id) ?? nothing(countedTo);
    for (const { account_id: id, outcome, count } of rows) {
      const name = outcome === 'too-frequent' ? 'tooFrequent' : COUNTED[outcome];
      counts.set(id, { ...of(id), [name]: count });
    }
    return of;
  }
}

function nothing(countedTo: number): AccountCounts {
  const none = { stored: 0, ignored: 0, refused: 0, quarantined: 0, oversized: 0, duplicates: 0 };
  return { countedTo, ...none, tooFrequent: 0 };
}
