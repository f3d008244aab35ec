import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type Banner, type Finding } from '../banners/banner.js';

interface MemoryRow {
  kind: string;
  cause: string;
  first_seen_at: Date;
  snoozed: boolean;
}

const FOUND = 'select * from unnest($1::text[], $2::text[])';

/** When each finding was first seen and until when it sleeps; gone with its cause. */
@Injectable()
export class BannerMemory {
  constructor(private readonly database: Database) {}

  /** The findings as banners, in their order, without those that sleep. What is new is remembered from now on. */
  async recall(findings: readonly Finding[]): Promise<Banner[]> {
    if (findings.length === 0) return [];
    const known = await this.known(findings);
    const complete = known.size === findings.length ? known : await this.remember(findings);
    return findings.flatMap((finding) => {
      const row = complete.get(keyOf(finding));
      return row && !row.snoozed ? { ...finding, firstSeenAt: row.first_seen_at } : [];
    });
  }

  /** This instant on the clock that dates what is remembered, for `forgetOthers`. */
  async instant(): Promise<string> {
    const { rows } = await this.database.query<{ now: string }>('select mailroom.now()::text as now');
    return rows[0]?.now ?? '-infinity';
  }

  /** Forgets every cause that is not among `findings`, unless another process saw it first after `lookedAt`. */
  async forgetOthers(findings: readonly Finding[], lookedAt: string): Promise<void> {
    await this.database.query(
      `delete from mailroom.banner_memory
       where first_seen_at < $3::timestamptz and (kind, cause) not in (${FOUND})`,
      [...columns(findings), lookedAt],
    );
  }

  private async remember(findings: readonly Finding[]): Promise<Map<string, MemoryRow>> {
    await this.database.query(
      `insert into mailroom.banner_memory (kind, cause, first_seen_at, announce_after)
       select found.*, mailroom.now(), mailroom.now() from (${FOUND}) found
       on conflict do nothing`,
      columns(findings),
    );
    return this.known(findings);
  }

  private async known(findings: readonly Finding[]): Promise<Map<string, MemoryRow>> {
    const { rows } = await this.database.query<MemoryRow>(
      `select kind, cause, first_seen_at, coalesce(snoozed_until > mailroom.now(), false) as snoozed
       from mailroom.banner_memory where (kind, cause) in (${FOUND})`,
      columns(findings),
    );
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}

function columns(findings: readonly Finding[]): [string[], string[]] {
  return [findings.map(({ kind }) => kind), findings.map(({ cause }) => cause)];
}

function keyOf({ kind, cause }: { kind: string; cause: string }): string {
  return `${kind} ${cause}`;
}
