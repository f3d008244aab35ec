import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { accountAnswer, type Account, type AccountCounts } from './account-answer.js';
import { type LastCheck } from './last-check.js';
import { MailAccount } from './mail-account.js';

const NOTHING: AccountCounts = {
  stored: 0,
  ignored: 0,
  refused: 0,
  quarantined: 0,
  oversized: 0,
  duplicates: 0,
  tooFrequent: 0,
};
const COUNTED: Readonly<Record<string, keyof AccountCounts>> = {
  stored: 'stored',
  ignored: 'ignored',
  refused: 'refused',
  quarantined: 'quarantined',
  oversized: 'oversized',
  duplicate: 'duplicates',
  'too-frequent': 'tooFrequent',
};

/** Reads accounts, alone and with what is around them. */
@Injectable()
export class AccountRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The row itself. Problem `account-not-found`. */
  async find(id: string): Promise<MailAccount> {
    const row = await this.database.run((em) => em.getRepository(MailAccount).findOneBy({ id }));
    return row ?? notFound(id);
  }

  /** The row, held until `tx` ends. Problem `account-not-found`. */
  async locked(id: string, tx: EntityManager): Promise<MailAccount> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.getRepository(MailAccount).findOne({ where: { id }, lock })) ?? notFound(id);
  }

  /** Keeps how a test went, unless the account was changed meanwhile. */
  async keepCheck({ id, updatedAt }: MailAccount, check: LastCheck): Promise<void> {
    await this.database.query(
      `update mailroom.mail_account set last_check = $2
       where id = $1 and date_trunc('milliseconds', updated_at) = $3`,
      [id, JSON.stringify(check), updatedAt],
    );
  }

  /** All as admins see them, by name. */
  async answers(): Promise<Account[]> {
    return this.database.run(async (em) => {
      const rows = await em.getRepository(MailAccount).find({ order: { name: 'asc', id: 'asc' } });
      return this.withSurroundings(rows, em);
    });
  }

  /** One as admins see it. Problem `account-not-found`. */
  async answer(id: string): Promise<Account> {
    const [found] = await this.database.run(async (em) =>
      this.withSurroundings(await em.getRepository(MailAccount).findBy({ id }), em),
    );
    return found ?? notFound(id);
  }

  private async withSurroundings(rows: readonly MailAccount[], em: EntityManager): Promise<Account[]> {
    const counts = await this.counts(
      rows.map(({ id }) => id),
      em,
    );
    const hosts = await this.hosts(em);
    const now = this.clock.now();
    return rows.map((row) =>
      accountAnswer(row, {
        counts: counts.get(row.id) ?? NOTHING,
        holderHost: hosts.get(row.holder ?? '') ?? null,
        now,
      }),
    );
  }

  private async counts(ids: readonly string[], em: EntityManager): Promise<Map<string, AccountCounts>> {
    const { rows } = await this.database.query<{ account_id: string; outcome: string; count: number }>(
      `select account_id, outcome, count(*)::integer as count from mailroom.delivery
       where account_id = any($1) group by account_id, outcome
       union all
       select account_id, 'too-frequent', count(*)::integer from mailroom.delivery
       where account_id = any($1) and outcome = 'quarantined' and problem = 'sender-too-frequent'
       group by account_id`,
      [ids],
      em,
    );
    const counts = new Map<string, AccountCounts>();
    for (const { account_id: id, outcome, count } of rows) {
      const name = COUNTED[outcome];
      if (name) counts.set(id, { ...(counts.get(id) ?? NOTHING), [name]: count });
    }
    return counts;
  }

  private async hosts(em: EntityManager): Promise<Map<string, string>> {
    const sql = 'select id, host from mailroom.instance';
    const { rows } = await this.database.query<{ id: string; host: string }>(sql, [], em);
    return new Map(rows.map(({ id, host }) => [id, host]));
  }
}

function notFound(accountId: string): never {
  throw mailAccountProblem('account-not-found', { params: { accountId } });
}
