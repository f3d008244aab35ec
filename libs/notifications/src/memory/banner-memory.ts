import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database } from '@mailroom/kernel';
import { type Banner, type Finding, type Snooze } from '../banners/banner.js';
import { isAsleep } from './is-asleep.js';

interface MemoryRow {
  readonly kind: string;
  readonly cause: string;
  readonly first_seen_at: Date;
  readonly snoozed_until: Date | null;
  readonly snoozed_at: Date | null;
  readonly snoozed_by: string | null;
  readonly snooze_reason: string | null;
  readonly snoozed_severity: Finding['severity'] | null;
  readonly snoozed_extent: number | null;
  readonly now: Date;
}

const FOUND = 'select * from unnest($1::text[], $2::text[])';

/** When each finding was first seen and until when it sleeps; with its cause it goes into the past. */
@Injectable()
export class BannerMemory {
  constructor(private readonly database: Database) {}

  /** The findings as banners, in their order, those that sleep too. What is new is remembered from now on. */
  async recall(findings: readonly Finding[]): Promise<Banner[]> {
    if (findings.length === 0) return [];
    const known = await this.known(findings);
    const complete = known.size === findings.length ? known : await this.remember(findings);
    return findings.flatMap((finding) => {
      const row = complete.get(keyOf(finding));
      return row ? { ...finding, firstSeenAt: row.first_seen_at, snooze: snoozeOf(finding, row) } : [];
    });
  }

  /** Lets a cause that is remembered sleep. */
  async snooze(
    finding: Finding,
    { until, by, reason }: Omit<Snooze, 'at'>,
    tx: EntityManager,
  ): Promise<void> {
    const { kind, cause, severity, extent = 0 } = finding;
    await this.database.query(SNOOZE, [kind, cause, until, by, reason, severity, extent], tx);
  }

  /** Wakes it again. */
  async wake({ kind, cause }: Finding, tx: EntityManager): Promise<void> {
    await this.database.query(WAKE, [kind, cause], tx);
  }

  /** This instant on the clock that dates what is remembered. */
  async instant(): Promise<string> {
    const { rows } = await this.database.query<{ now: string }>('select mailroom.now()::text as now');
    return rows[0]?.now ?? '-infinity';
  }

  /** Puts every cause that is not among `findings` into the past, unless another process saw it first after `lookedAt`. */
  async forgetOthers(findings: readonly Finding[], lookedAt: string): Promise<void> {
    await this.database.query(FORGET_OTHERS, [...columns(findings), lookedAt]);
  }

  private async remember(findings: readonly Finding[]): Promise<Map<string, MemoryRow>> {
    const seen = findings.map(({ kind, cause, severity, params }) => ({ kind, cause, severity, params }));
    await this.database.query(REMEMBER, [JSON.stringify(seen)]);
    return this.known(findings);
  }

  private async known(findings: readonly Finding[]): Promise<Map<string, MemoryRow>> {
    const { rows } = await this.database.query<MemoryRow>(KNOWN, columns(findings));
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}

function snoozeOf(finding: Finding, row: MemoryRow): Snooze | null {
  const { snoozed_until: until, snoozed_at: at, snoozed_by: by, snooze_reason: reason, now } = row;
  if (!until) return null;
  const left = { until, severity: row.snoozed_severity ?? 'warning', extent: row.snoozed_extent ?? 0 };
  if (!isAsleep(finding, left, now)) return null;
  return { until, at: at ?? row.first_seen_at, by: by ?? '', reason: reason ?? '' };
}

const KNOWN = `
  select kind, cause, first_seen_at, snoozed_until, snoozed_at, snoozed_by, snooze_reason, snoozed_severity,
         snoozed_extent, mailroom.now() as now
    from mailroom.banner_memory where (kind, cause) in (${FOUND})`;

const REMEMBER = `
  insert into mailroom.banner_memory (kind, cause, severity, params, first_seen_at, announce_after)
  select found.*, mailroom.now(), mailroom.now()
    from jsonb_to_recordset($1::jsonb) as found (kind text, cause text, severity text, params jsonb)
  on conflict do nothing`;

const SNOOZE = `
  update mailroom.banner_memory
     set snoozed_until = $3, snoozed_at = mailroom.now(), snoozed_by = $4, snooze_reason = $5,
         snoozed_severity = $6, snoozed_extent = $7
   where kind = $1 and cause = $2`;

const WAKE = 'update mailroom.banner_memory set snoozed_until = null where kind = $1 and cause = $2';

const FORGET_OTHERS = `
  with gone as (
    delete from mailroom.banner_memory
     where first_seen_at < $3::timestamptz and (kind, cause) not in (${FOUND}) returning *)
  insert into mailroom.banner_past (kind, cause, severity, params, first_seen_at, announced_at, snoozed_at, snoozed_by,
                                    snoozed_until, snooze_reason, mail, mailed_through, gone_at)
  select kind, cause, severity, params, first_seen_at, announced_at, snoozed_at, snoozed_by,
         snoozed_until, snooze_reason, mail, mailed_through, mailroom.now()
    from gone`;

function columns(findings: readonly Finding[]): [string[], string[]] {
  return [findings.map(({ kind }) => kind), findings.map(({ cause }) => cause)];
}

function keyOf({ kind, cause }: { kind: string; cause: string }): string {
  return `${kind} ${cause}`;
}
