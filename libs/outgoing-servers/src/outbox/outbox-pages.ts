import { Injectable } from '@nestjs/common';
import { containingEach, Database } from '@mailroom/kernel';
import { cursorOf, outboxMailJson, SELECT_OUTBOX_ROWS, type OutboxRow } from './outbox-row.js';
import { type OutboxPage, type OutboxQuery } from './outbox-schema.js';

/** So many mails a search looks at before it answers: some 50 ms, however long the outbox is. */
const LOOKED_AT_ONCE = 10_000;

type Place = Pick<OutboxRow, 'id' | 'created_at'>;

/** The outbox page by page. */
@Injectable()
export class OutboxPages {
  constructor(private readonly database: Database) {}

  /** One page; a search may answer before it has found enough (`outboxPageSchema`). */
  async page(query: OutboxQuery): Promise<OutboxPage> {
    const words = containingEach(query.search);
    const edge = words.length === 0 ? null : await this.edge(query);
    const rows = await this.rows(query, words, edge);
    const items = rows.slice(0, query.limit).map(outboxMailJson);
    const last = rows[query.limit - 1];
    if (rows.length > query.limit && last) return { items, next: cursorOf(last) };
    return edge ? { items, next: cursorOf(edge), lookedTo: edge.created_at.toISOString() } : { items };
  }

  /** The last mail that this search looks at; null where it comes to the end. */
  private async edge(query: OutboxQuery): Promise<Place | null> {
    const { conditions, values } = wanted(query);
    const { rows } = await this.database.query<Place>(
      `select m.id, m.created_at from mailroom.outgoing_mail m ${where(conditions)}
       order by ${DIRECTIONS[query.sort].order} offset ${LOOKED_AT_ONCE - 1} limit 1`,
      values,
    );
    return rows[0] ?? null;
  }

  private async rows(query: OutboxQuery, words: readonly string[], edge: Place | null): Promise<OutboxRow[]> {
    const { conditions, values } = wanted(query);
    const { order, upTo } = DIRECTIONS[query.sort];
    const given = (value: unknown): string => `$${values.push(value)}`;
    if (edge) {
      const at = `${given(edge.created_at)}::timestamptz`;
      // The first of the two says nothing new but to the planner, who cannot weigh the second.
      conditions.push(
        `m.created_at ${upTo} ${at}`,
        `(m.created_at, m.id) ${upTo} (${at}, ${given(edge.id)}::uuid)`,
      );
    }
    if (words.length > 0)
      conditions.push(
        `m.searched like all(array(select lower(word) from unnest(${given(words)}::text[]) w (word)))`,
      );
    const { rows } = await this.database.query<OutboxRow>(
      `${SELECT_OUTBOX_ROWS} ${where(conditions)} order by ${order} limit ${given(query.limit + 1)}`,
      values,
    );
    return rows;
  }
}

const DIRECTIONS = {
  newest: { then: '<', upTo: '>=', order: 'm.created_at desc, m.id desc' },
  oldest: { then: '>', upTo: '<=', order: 'm.created_at, m.id' },
} as const satisfies Record<OutboxQuery['sort'], object>;

/** What is asked, as conditions on `m`: only those that narrow it, so that an index may have all that is read. */
function wanted({ status, serverId, sort, before }: OutboxQuery): {
  conditions: string[];
  values: unknown[];
} {
  const conditions: string[] = [];
  const values: unknown[] = [];
  if (status) conditions.push(`m.status = $${values.push(status)}`);
  if (serverId) conditions.push(`coalesce(m.server_id, m.named_server_id) = $${values.push(serverId)}::uuid`);
  if (before) {
    const [at, id] = before.split('_');
    conditions.push(
      `(m.created_at, m.id) ${DIRECTIONS[sort].then} ($${values.push(at)}::timestamptz, $${values.push(id)}::uuid)`,
    );
  }
  return { conditions, values };
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
}
