import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type AuditDetails } from './audit-details.js';
import { type AuditEventJson, type AuditFilter, type AuditPage, type AuditQuery } from './audit-query.js';

const IN_A_BATCH = { limit: 500, sort: 'newest' } as const;

/** Reads the audit log. */
@Injectable()
export class AuditEvents {
  constructor(private readonly database: Database) {}

  /** One page. What is written meanwhile changes no page after it. */
  async list({ before, limit, sort, ...filter }: AuditQuery): Promise<AuditPage> {
    const [at = null, id = null] = before?.split('_') ?? [];
    const { rows } = await this.database.query<AuditRow>(pageSql(sort), [
      ...valuesOf(filter),
      at,
      id,
      limit + 1,
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const items = page.map(eventOf);
    return rows.length > limit && last ? { items, next: `${last.at}_${last.id}` } : { items };
  }

  /** Every event that fits, newest first, in batches of 500: no more of the log than one batch is in memory at a time. */
  async *batches(filter: AuditFilter): AsyncGenerator<AuditEventJson[]> {
    let page: AuditPage = await this.list({ ...filter, ...IN_A_BATCH });
    while (page.items.length > 0) {
      yield page.items;
      if (page.next === undefined) return;
      page = await this.list({ ...filter, ...IN_A_BATCH, before: page.next });
    }
  }
}

interface AuditRow {
  readonly id: string;
  /** In microseconds, which a Date cannot hold and a cursor must. */
  readonly at: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string | null;
  readonly subject_name: string;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly actor_from: string | null;
  readonly details: AuditDetails;
}

function eventOf(row: AuditRow): AuditEventJson {
  const { id, at, action, actor_id: actorId, actor_name: actorName, actor_from: from } = row;
  return {
    id,
    at: new Date(at).toISOString(),
    action,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    actor: actorId === null ? null : { id: actorId, name: actorName ?? actorId, from },
    details: row.details,
  };
}

function valuesOf({ subjectKind, subjectId, action, actor, since, until, text }: AuditFilter): unknown[] {
  const pattern = text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return [subjectKind, subjectId, action, actor, since, until].map((value) => value ?? null).concat(pattern);
}

const DIRECTIONS = {
  newest: { then: '<', order: 'event.at desc, event.id desc' },
  oldest: { then: '>', order: 'event.at, event.id' },
} as const satisfies Record<AuditQuery['sort'], object>;

// Ordered by the column, not by what is answered under its name: only that one has an index.
const pageSql = (sort: AuditQuery['sort']): string => `
  select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, action,
         subject_kind, subject_id, subject_name, actor_id, actor_name, actor_from, details
    from mailroom.audit_event event
   where ($1::text is null or subject_kind = $1)
     and ($2::text is null or subject_id = $2)
     and ($3::text is null or action = $3)
     and ($4::text is null or coalesce(actor_id, '') = $4)
     and ($5::timestamptz is null or at >= $5)
     and ($6::timestamptz is null or at < $6)
     and ($7::text is null
          or concat_ws(' ', action, subject_name, actor_name, actor_from, details::text) ilike $7)
     and ($8::timestamptz is null or (at, id) ${DIRECTIONS[sort].then} ($8::timestamptz, $9::bigint))
   order by ${DIRECTIONS[sort].order} limit $10`;
