import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mailroom/kernel';
import { In, type EntityManager } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { accountAnswer, type Account } from './account-answer.js';
import { type LastCheck } from './last-check.js';
import { MailAccount } from './mail-account.js';
import { MailCounts } from './mail-counts.js';

/** How far mail is counted: in a list that pages ask for every few seconds, and for one account. */
const IN_A_LIST = 1_000;
const BY_ITSELF = 100_000;

/** Reads accounts, alone and with what is around them. */
@Injectable()
export class AccountRows {
  constructor(
    private readonly database: Database,
    private readonly counter: MailCounts,
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
      return this.withSurroundings(rows, IN_A_LIST, em);
    });
  }

  /** These as admins see them, in this order; what is gone is left out. */
  async answersOf(ids: readonly string[]): Promise<Account[]> {
    return this.database.run(async (em) => {
      const found = await em.getRepository(MailAccount).findBy({ id: In([...ids]) });
      const byId = new Map(found.map((row) => [row.id, row]));
      return this.withSurroundings(
        ids.flatMap((id) => byId.get(id) ?? []),
        IN_A_LIST,
        em,
      );
    });
  }

  /** One as admins see it. Problem `account-not-found`. */
  async answer(id: string): Promise<Account> {
    const [found] = await this.database.run(async (em) =>
      this.withSurroundings(await em.getRepository(MailAccount).findBy({ id }), BY_ITSELF, em),
    );
    return found ?? notFound(id);
  }

  private async withSurroundings(
    rows: readonly MailAccount[],
    countedTo: number,
    em: EntityManager,
  ): Promise<Account[]> {
    const ids = rows.map(({ id }) => id);
    const counts = await this.counter.of(ids, countedTo, em);
    const hosts = await this.hosts(em);
    const now = this.clock.now();
    return rows.map((row) =>
      accountAnswer(row, {
        counts: counts(row.id),
        holderHost: hosts.get(row.holder ?? '') ?? null,
        now,
      }),
    );
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
