import { Injectable } from '@nestjs/common';
import { Database, InstanceBeat, Pokes, StoredSettings } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { limitedAccountsSql, liveInstancesSql, rulesParameter } from './connection-rules.js';
import { allowance, type Spread } from './fair-share.js';
import { type Held } from './holding.js';
import { ACCOUNTS_TOPIC } from './session-requests.js';

/** Who waits because a mail host has all the connections it gets. */
export interface Crowd {
  /** Accounts that are due, and visits. */
  readonly waiting: number;
  /** Accounts at this host that this instance holds. */
  readonly mine: readonly string[];
}

/** How things stand between the instances and the mail hosts. */
export interface Outlook {
  readonly spread: Spread;
  /** Mail hosts with as many sessions as they get and more accounts waiting. */
  readonly crowds: readonly Crowd[];
  /** Accounts of this instance that are more than their mail host gets, since its limit was lowered. */
  readonly excess: readonly string[];
  /** The database's clock was set back: accounts were fetched later than now. */
  readonly setBack: boolean;
}

/** A due account that nobody takes for this long is anybody's, whatever the fair share says. */
const OVERDUE_SECONDS = 10;

/** Who holds which mailbox: rows of `mail_account`, claimed under an advisory lock. */
@Injectable()
export class Claims {
  constructor(
    private readonly database: Database,
    private readonly beat: InstanceBeat,
    private readonly pokes: Pokes,
    private readonly settings: StoredSettings,
  ) {}

  /** Claims due accounts: this instance's fair share, at most `capacity` together, within the limit of each mail host. */
  async claim(capacity: number): Promise<Held[]> {
    return this.database.transaction(async (tx) => {
      // A statement of its own: taken inside the claim, the lock would come after the snapshot and protect nothing.
      await this.database.query(`select pg_advisory_xact_lock(hashtext('mailroom.claim'))`, [], tx);
      // Read while nobody else claims: what was read before may have been lowered since.
      const rules = rulesParameter(await this.settings.connectionLimits(tx));
      const room = allowance(await this.spread(tx), capacity);
      return room > 0 ? this.take(room, rules, tx) : [];
    });
  }

  /** What this instance holds, as the rows say. */
  async held(): Promise<Held[]> {
    const { rows } = await this.database.query<HeldRow>(
      `select id, host, epoch, wanted, coalesce(not_before > mailroom.now(), false) as hushed
       from mailroom.mail_account where holder = $1`,
      [this.beat.id],
    );
    return rows.map((row) => this.asHeld(row));
  }

  /** Looks over all accounts, held and due. */
  async outlook(): Promise<Outlook> {
    const rules = rulesParameter(await this.settings.connectionLimits());
    const { rows } = await this.database.query<OutlookRow>(OUTLOOK, [this.beat.id, OVERDUE_SECONDS, rules]);
    const [{ crowds, excess, setBack, ...spread } = NOTHING] = rows;
    return { spread, crowds, excess: excess.flat(), setBack };
  }

  /**
   * Moves what is planned and known of accounts along with a clock that was set back, or nobody would come for as long. False
   * when there was nothing to move, or others write it.
   */
  async moveAlong(): Promise<boolean> {
    const { affected } = await this.database.query(MOVE_ALONG);
    return affected > 0;
  }

  /** Gives back rows that this instance holds: all, or these. Others may claim them at once. */
  async release(accountIds?: readonly string[]): Promise<void> {
    if (accountIds?.length === 0) return;
    const { affected } = await this.database.query(
      `update mailroom.mail_account
       set holder = null, held_since = null, next_at = least(next_at, mailroom.now())
       where holder = $1 and ($2::uuid[] is null or id = any($2::uuid[]))`,
      [this.beat.id, accountIds ?? null],
    );
    if (affected > 0) await this.pokes.poke(ACCOUNTS_TOPIC, 'released');
  }

  private async spread(tx: EntityManager): Promise<Spread> {
    const { rows } = await this.database.query<Spread>(
      `with live as (${liveInstancesSql}) select ${SPREAD} from mailroom.mail_account a`,
      [this.beat.id, OVERDUE_SECONDS],
      tx,
    );
    return rows[0] ?? NOTHING;
  }

  // A silent instance may still have a transaction open on its account: that one is left for later, or everybody
  // would wait for it behind the advisory lock.
  private async take(room: number, rules: string, tx: EntityManager): Promise<Held[]> {
    const { rows } = await this.database.query<HeldRow>(TAKE, [this.beat.id, room, rules], tx);
    return rows.map((row) => this.asHeld(row));
  }

  private asHeld({ id, host, epoch, wanted, hushed }: HeldRow): Held {
    return { accountId: id, holder: this.beat.id, host, epoch: Number(epoch), wanted, hushed };
  }
}

type OutlookRow = Spread & Pick<Outlook, 'crowds' | 'setBack'> & { readonly excess: readonly string[][] };
type HeldRow = Record<'id' | 'host' | 'epoch', string> & { wanted: number; hushed: boolean };

const NOTHING = {
  instances: 1,
  held: 0,
  mine: 0,
  due: 0,
  overdue: 0,
  crowds: [],
  excess: [],
  setBack: false,
};

// Due dates ask mailroom.now(), which tests move.
const HELD = 'a.holder in (select id from live)';
const DUE = `a.state = 'live' and a.next_at <= mailroom.now()
  and (a.not_before is null or a.not_before <= mailroom.now())
  and (a.holder is null or a.holder not in (select id from live))`;

const SPREAD = `(select count(*)::int from live) as instances,
  count(*) filter (where ${HELD})::int as held,
  count(*) filter (where a.holder = $1)::int as mine,
  count(*) filter (where ${DUE})::int as due,
  count(*) filter (where ${DUE} and a.next_at <= mailroom.now() - $2 * interval '1 second')::int as overdue`;

// When somebody last came, or it began: both are the past, or the clock was set back.
const CAME_AT = 'greatest(last_fetch_at, live_since)';
const AHEAD = `state = 'live' and ${CAME_AT} > mailroom.now() + interval '1 minute'`;

const MOVED = [
  'next_at',
  'not_before',
  'last_fetch_at',
  'last_success_at',
  'last_taken_at',
  'live_since',
  'failure_at',
  'failing_since',
];

// The distances stay: a poll that is due in a minute still is, and a provider is left alone for as long as it said.
const MOVE_ALONG = `
  with ahead as materialized (
    select id, ${CAME_AT} - mailroom.now() as by from mailroom.mail_account where ${AHEAD}
    for no key update skip locked)
  update mailroom.mail_account account
  set ${MOVED.map((column) => `${column} = account.${column} - ahead.by`).join(', ')}
  from ahead where account.id = ahead.id`;

// Of more sessions than a host gets, those that came last are too much: every instance sees the same ones.
const OUTLOOK = `
  with ${limitedAccountsSql('$3')},
  placed as (
    select a.id, a.holder, host_key, most, ${HELD} as held, ${DUE} as due,
      row_number() over (partition by host_key, ${HELD} order by a.held_since, a.id) as turn
    from a),
  visits as (
    select host_key, count(*) filter (where not seated) as waiting, count(*) filter (where seated) as seated
    from visiting group by host_key),
  host as (
    select count(*) filter (where due) + coalesce(max(visits.waiting), 0) as waiting,
      count(*) filter (where held) + coalesce(max(visits.seated), 0) as sessions, most,
      coalesce(array_agg(id) filter (where holder = $1), '{}') as mine,
      array_agg(id) filter (where holder = $1 and held and turn > most) as excess
    from placed left join visits using (host_key) group by host_key, most),
  spread as (select ${SPREAD} from a)
  select spread.*,
    (select coalesce(jsonb_agg(jsonb_build_object('waiting', waiting, 'mine', mine)), '[]')
     from host where waiting > 0 and sessions >= most) as crowds,
    (select coalesce(jsonb_agg(excess), '[]') from host where excess is not null) as excess,
    exists (select from a where ${AHEAD}) as "setBack"
  from spread`;

// Whoever seems silent to itself sees a clock that jumped, and everybody else silent as well: until its next beat it
// takes nothing. Whoever was changed since the snapshot has another epoch, and may have another host by now: not this time. A visit that
// waits for a seat counts as if it had one: the next that becomes free is its own.
const TAKE = `
  with ${limitedAccountsSql('$3')},
  busy as (
    select host_key, count(*) as sessions
    from (select host_key from a where ${HELD} union all select host_key from visiting) taken group by host_key),
  due as (
    select id, epoch, host_key, most, next_at, row_number() over (partition by host_key order by next_at, id) as turn
    from a where ${DUE}),
  chosen as materialized (
    select due.id, due.epoch from due left join busy using (host_key)
    where due.turn + coalesce(busy.sessions, 0) <= due.most and exists (select from live where id = $1)
    order by due.turn, due.next_at limit $2),
  free as materialized (
    select id from mailroom.mail_account where (id, epoch) in (select id, epoch from chosen)
    for no key update skip locked)
  update mailroom.mail_account account
  set holder = $1, held_since = clock_timestamp(), held_host = host, held_login = login, epoch = epoch + 1
  where account.id in (select id from free)
  returning account.id, account.host, account.epoch, account.wanted, false as hushed`;
