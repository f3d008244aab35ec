import { Injectable } from '@nestjs/common';
import { Database, InstanceBeat, StoredSettings } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type MailAccount } from '../accounts/mail-account.js';
import { limitedAccountsSql, liveInstancesSql, rulesParameter } from '../sessions/connection-rules.js';

type Visited = Pick<MailAccount, 'id' | 'host' | 'login'>;

/**
 * Seats for connections beside the sessions: a mail host gets no more of both together than it bears. Who finds it
 * crowded waits with a row of its own, which sessions that only listen make room for.
 */
@Injectable()
export class VisitSeats {
  readonly #taken = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly beat: InstanceBeat,
    private readonly settings: StoredSettings,
  ) {}

  /**
   * True when the seat is ours, until `leave`. False when somebody else visits this account, or while its mail host is
   * crowded: who asks again within 30 s keeps the place.
   */
  async take(account: Visited): Promise<boolean> {
    if (this.#taken.has(account.id)) return false;
    const seated = await this.database.transaction(async (tx) => {
      // As for the sessions, and before their rows are read.
      await this.database.query(`select pg_advisory_xact_lock(hashtext('mailroom.claim'))`, [], tx);
      return (await this.ask(account, tx)) && (await this.sitDown(account, tx));
    });
    if (seated) this.#taken.add(account.id);
    return seated;
  }

  /** Gives the seat back, or the place among those who wait. */
  async leave(accountId: string): Promise<void> {
    this.#taken.delete(accountId);
    await this.database.query('delete from mailroom.mailbox_visit where account_id = $1 and holder = $2', [
      accountId,
      this.beat.id,
    ]);
  }

  private async ask({ id, host, login }: Visited, tx: EntityManager): Promise<boolean> {
    const { affected } = await this.database.query(ASK, [id, this.beat.id, host, login], tx);
    return affected > 0;
  }

  private async sitDown({ id }: Visited, tx: EntityManager): Promise<boolean> {
    const rules = rulesParameter(await this.settings.connectionLimits(tx));
    const { affected } = await this.database.query(SIT_DOWN, [id, this.beat.id, rules], tx);
    return affected > 0;
  }
}

// What stands in our own name is no visit of ours any more: `take` would have known.
const ASK = `
  insert into mailroom.mailbox_visit as visit (account_id, holder, host, login) values ($1, $2, $3, $4)
  on conflict (account_id) do update
  set holder = excluded.holder, host = excluded.host, login = excluded.login, seated = false,
    asked_at = clock_timestamp()
  where visit.holder = $2 or visit.holder not in (${liveInstancesSql})
    or (not visit.seated and visit.asked_at < clock_timestamp() - interval '30 seconds')`;

const SIT_DOWN = `
  with ${limitedAccountsSql('$3')},
  own as (select host_key, most from visiting where account_id = $1),
  taken as (
    select host_key from a where a.holder in (select id from live)
    union all select host_key from visiting where seated)
  update mailroom.mailbox_visit set seated = true
  where account_id = $1 and holder = $2 and (
    select count(taken.host_key) < own.most from own left join taken using (host_key) group by own.most)`;
