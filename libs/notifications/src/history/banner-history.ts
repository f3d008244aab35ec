import { Injectable } from '@nestjs/common';
import { Database, StoredSettings } from '@mailroom/kernel';
import { snoozeJson } from '../banners/banner.js';
import { type HistoryPage, type HistoryQuery, type PastBannerJson } from './history-schema.js';

/** However long they are kept: a cause that comes and goes every minute fills no disk. */
const KEPT_AT_MOST = 20_000;

type Row = Omit<PastBannerJson, 'firstSeenAt' | 'announcedAt' | 'goneAt' | 'snooze'> & {
  readonly firstSeenAt: Date;
  readonly announcedAt: Date | null;
  readonly goneAt: Date | null;
  readonly snoozedAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly snoozedBy: string | null;
  readonly snoozeReason: string | null;
};

/** What causes there were and are. */
@Injectable()
export class BannerHistory {
  constructor(
    private readonly database: Database,
    private readonly settings: StoredSettings,
  ) {}

  /** The newest first, those that last among them. */
  async page({ limit, offset }: HistoryQuery): Promise<HistoryPage> {
    const [{ rows }, { rows: counted }] = await Promise.all([
      this.database.query<Row>(PAGE, [limit, offset]),
      this.database.query<{ total: number }>(TOTAL),
    ]);
    return { items: rows.map(jsonOf), total: counted[0]?.total ?? 0 };
  }

  /** Forgets what has been gone for as long as the audit log keeps a line, and what is too much. */
  async sweep(): Promise<void> {
    await this.database.query(SWEEP, [await this.settings.value('audit-retention-days'), KEPT_AT_MOST]);
  }
}

function jsonOf({
  snoozedAt: at,
  snoozedUntil: until,
  snoozedBy,
  snoozeReason,
  ...row
}: Row): PastBannerJson {
  const snooze = at && until && { at, until, by: snoozedBy ?? '', reason: snoozeReason ?? '' };
  return {
    ...row,
    snooze: snooze && snoozeJson(snooze),
    firstSeenAt: row.firstSeenAt.toISOString(),
    announcedAt: row.announcedAt?.toISOString() ?? null,
    goneAt: row.goneAt?.toISOString() ?? null,
  };
}

const COLUMNS = `
  kind, cause, severity, params, first_seen_at as "firstSeenAt", announced_at as "announcedAt", mail,
  mailed_through as "mailedThrough", snoozed_at as "snoozedAt", snoozed_until as "snoozedUntil",
  snoozed_by as "snoozedBy", snooze_reason as "snoozeReason"`;

const PAGE = `
  select * from (
    select ${COLUMNS}, null::timestamptz as "goneAt" from mailroom.banner_memory
    union all
    select ${COLUMNS}, gone_at from mailroom.banner_past) banner
   order by "firstSeenAt" desc, kind, cause limit $1 offset $2`;

const TOTAL = `
  select ((select count(*) from mailroom.banner_memory) + (select count(*) from mailroom.banner_past))::int as total`;

const SWEEP = `
  delete from mailroom.banner_past
   where gone_at < mailroom.now() - make_interval(days => $1)
      or id <= (select id from mailroom.banner_past order by id desc offset $2 limit 1)`;
