import { Injectable } from '@nestjs/common';
import { Database, inTime } from '@mailroom/kernel';

/** Nobody waits longer than this for an answer, in ms. */
const PATIENCE_MS = 3_000;
/** What the database may spend on it, in ms. */
const STATEMENT_MS = 2_000;
/** Probes and scrapes within this time, in ms, get the same answer: however many come, the database is asked once. */
const FRESH_MS = 5_000;

/** An account that is live, and how long ago its mailbox was last looked into without trouble. */
export interface AccountSign {
  readonly accountId: string;
  /** Since its last success; since it became live where there was none. */
  readonly secondsAgo: number;
}

/** What the database knows of everything at one moment. Counts and ids, no names and no addresses. */
export interface VitalSigns {
  /** How long the database took to answer, in ms. */
  readonly answerMs: number;
  /** Working instances that have been heard of within the last 15 s. */
  readonly instances: number;
  readonly sessions: { readonly held: number };
  readonly accounts: {
    readonly byState: Readonly<Record<string, number>>;
    /** Live ones whose last look failed. */
    readonly failing: number;
    /** The ten live ones that have gone longest without a success. */
    readonly stalest: readonly AccountSign[];
  };
  readonly tokens: { readonly byState: Readonly<Record<string, number>> };
  readonly outbox: {
    /** Mail that has not left, by status: queued, delayed, sending, failed. */
    readonly byStatus: Readonly<Record<string, number>>;
    /** Age of the oldest one that still waits; null where none does. */
    readonly oldestSeconds: number | null;
  };
  /** Mail that the host could not take. */
  readonly quarantined: number;
  readonly jobs: {
    /** Due for more than ten minutes. */
    readonly overdue: number;
    readonly failed: number;
  };
}

/** Reads the vital signs, within three seconds or not at all. */
@Injectable()
export class VitalSignsReader {
  #at = -Infinity;
  #latest: VitalSigns | null = null;
  #asking: Promise<VitalSigns | null> | undefined;

  constructor(private readonly database: Database) {}

  /** Never throws: null when the database did not answer in time. What it answers may be five seconds old. */
  async read(): Promise<VitalSigns | null> {
    if (performance.now() - this.#at < FRESH_MS) return this.#latest;
    // One question at a time, also to a database that hangs.
    this.#asking ??= this.ask()
      .catch(() => null)
      .finally(() => (this.#asking = undefined));
    return inTime(this.#asking, PATIENCE_MS, () => null);
  }

  private async ask(): Promise<VitalSigns | null> {
    const asked = performance.now();
    const signs = await this.database.transaction(async (tx) => {
      await this.database.query(`set local statement_timeout = ${STATEMENT_MS}`, [], tx);
      const { rows } = await this.database.query<{ signs: Omit<VitalSigns, 'answerMs'> }>(SIGNS, [], tx);
      return rows[0]?.signs;
    });
    if (!signs) return null;
    this.#at = performance.now();
    this.#latest = { ...signs, answerMs: this.#at - asked };
    return this.#latest;
  }
}

const SIGNS = `
  with live as (
    select id, failure_code,
           extract(epoch from mailroom.now() - coalesce(last_success_at, live_since, updated_at))::float8 as age
      from mailroom.mail_account where state = 'live'),
  unsent as (
    select status, created_at from mailroom.outgoing_mail where status in ('queued', 'delayed', 'sending', 'failed'))
  select jsonb_build_object(
    'instances', (select count(*) from mailroom.instance where seen_at > clock_timestamp() - interval '15 s'),
    'sessions', jsonb_build_object('held', (select count(*) from mailroom.mail_account where holder is not null)),
    'accounts', jsonb_build_object(
      'byState', (select coalesce(jsonb_object_agg(state, n), '{}')
        from (select state, count(*) as n from mailroom.mail_account group by state) counted),
      'failing', (select count(*) from live where failure_code is not null),
      'stalest', (select coalesce(jsonb_agg(jsonb_build_object('accountId', id, 'secondsAgo', age) order by age desc), '[]')
        from (select id, age from live order by age desc limit 10) stalest)),
    'tokens', jsonb_build_object(
      'byState', (select coalesce(jsonb_object_agg(state, n), '{}')
        from (select state, count(*) as n from mailroom.oauth_token group by state) counted)),
    'outbox', jsonb_build_object(
      'byStatus', (select coalesce(jsonb_object_agg(status, n), '{}')
        from (select status, count(*) as n from unsent group by status) counted),
      'oldestSeconds', (select extract(epoch from mailroom.now() - min(created_at))::float8
        from unsent where status <> 'failed')),
    'quarantined', (select count(*) from mailroom.delivery where outcome = 'quarantined'),
    'jobs', (select jsonb_build_object(
        'overdue', count(*) filter (where state < 'active' and start_after < clock_timestamp() - interval '10 minutes'),
        'failed', count(*) filter (where state = 'failed'))
      from mailroom_jobs.job where state < 'active' or state = 'failed')) as signs`;
