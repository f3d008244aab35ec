import { Injectable } from '@nestjs/common';
import { containingEach, Database, StoredSettings } from '@mailroom/kernel';
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

  /** One page, those that last among them. */
  async page({ search, severity, state, sort, limit, offset }: HistoryQuery): Promise<HistoryPage> {
    const fitting = [severity ?? null, state ?? null, containingEach(search)];
    const [{ rows }, { rows: counted }] = await Promise.all([
      this.database.query<Row>(pageSql(ORDERS[sort]), [...fitting, limit, offset]),
      this.database.query<{ total: number; recorded: number }>(COUNTS, fitting),
    ]);
    const { total, recorded } = counted[0] ?? { total: 0, recorded: 0 };
    return { items: rows.map(jsonOf), total, recorded };
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

// At most 20,000 rows: that is what a sweep leaves.
const ALL = `
    select ${COLUMNS}, null::timestamptz as "goneAt" from mailroom.banner_memory
    union all
    select ${COLUMNS}, gone_at from mailroom.banner_past`;

const FITS = `
  ($1::text is null or severity = $1)
  and ($2::text is null or ("goneAt" is null) = ($2 = 'lasts'))
  and (cardinality($3::text[]) = 0
    or concat_ws(E'\\n', kind, (select string_agg(value, E'\\n') from jsonb_each_text(params)), "mailedThrough",
      "snoozedBy", "snoozeReason") ilike all($3::text[]))`;

const ORDERS: Readonly<Record<HistoryQuery['sort'], string>> = {
  newest: '"firstSeenAt" desc, kind, cause',
  oldest: '"firstSeenAt", kind, cause',
};

const pageSql = (order: string): string => `
  select * from (${ALL}) banner where ${FITS} order by ${order} limit $4 offset $5`;

const COUNTS = `
  select count(*) filter (where ${FITS})::integer as total, count(*)::integer as recorded
  from (${ALL}) banner`;

const SWEEP = `
  delete from mailroom.banner_past
   where gone_at < mailroom.now() - make_interval(days => $1)
      or id <= (select id from mailroom.banner_past order by id desc offset $2 limit 1)`;
