import { Injectable } from '@nestjs/common';
import { containingEach, Database } from '@mailroom/kernel';
import { In } from 'typeorm';
import { Delivery } from './delivery.js';
import { deliveryAnswer, OUTCOMES, type DeliveryList, type DeliveryQuery } from './delivery-answer.js';

const PAGE = 50;
/** So many mails a search looks at before it answers: some 50 ms, however long the ledger is. */
const LOOKED_AT_ONCE = 10_000;

interface Edge {
  readonly id: string;
  readonly recorded_at: Date;
}

/** The ledger of an account, page by page. Each outcome is a place of its own in the index, and no more is read there than is shown. */
@Injectable()
export class Deliveries {
  constructor(private readonly database: Database) {}

  /** One page; a search may answer before it has found enough (`deliveryListSchema`). */
  async list(accountId: string, query: DeliveryQuery): Promise<DeliveryList> {
    const words = containingEach(query.search);
    const edge = words.length === 0 ? null : await this.edge(accountId, query);
    const ids = await this.ids(accountId, query, words, edge);
    const items = (await this.rows(ids.slice(0, PAGE))).map(deliveryAnswer);
    const last = ids[PAGE - 1];
    if (ids.length > PAGE && last) return { items, next: last };
    return edge ? { items, next: edge.id, lookedTo: edge.recorded_at.toISOString() } : { items };
  }

  /** The last mail that this search looks at; null where it comes to the end. */
  private async edge(accountId: string, { outcome, sort, before }: DeliveryQuery): Promise<Edge | null> {
    const { then, order } = DIRECTIONS[sort];
    const { rows } = await this.database.query<Edge>(
      `select d.id, d.recorded_at from mailroom.delivery d where d.id = (
         select d.id from unnest($2::text[]) o (outcome) cross join lateral (
           select d.id from mailroom.delivery d
           where d.account_id = $1 and d.outcome = o.outcome and ($3::uuid is null or d.id ${then} $3)
           order by ${order} limit $4) d
         order by ${order} offset $4 - 1 limit 1)`,
      [accountId, outcome ? [outcome] : OUTCOMES, before ?? null, LOOKED_AT_ONCE],
    );
    return rows[0] ?? null;
  }

  private async ids(
    accountId: string,
    { outcome, sort, before }: DeliveryQuery,
    words: readonly string[],
    edge: Edge | null,
  ): Promise<string[]> {
    const { then, upTo, order } = DIRECTIONS[sort];
    const { rows } = await this.database.query<{ id: string }>(
      `select d.id from unnest($2::text[]) o (outcome) cross join lateral (
         select d.id from mailroom.delivery d
         where d.account_id = $1 and d.outcome = o.outcome and ($3::uuid is null or d.id ${then} $3)
           and ($4::uuid is null or d.id ${upTo} $4)
           and (cardinality($5::text[]) = 0
             or lower(concat_ws(E'\\n', d.subject, d.sender, d.message_id))
               like all(array(select lower(word) from unnest($5::text[]) w (word))))
         order by ${order} limit $6) d
       order by ${order} limit $6`,
      [accountId, outcome ? [outcome] : OUTCOMES, before ?? null, edge?.id ?? null, words, PAGE + 1],
    );
    return rows.map(({ id }) => id);
  }

  private async rows(ids: readonly string[]): Promise<Delivery[]> {
    const found = await this.database.run((em) => em.getRepository(Delivery).findBy({ id: In([...ids]) }));
    const byId = new Map(found.map((delivery) => [delivery.id, delivery]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}

const DIRECTIONS = {
  newest: { then: '<', upTo: '>=', order: 'd.id desc' },
  oldest: { then: '>', upTo: '<=', order: 'd.id' },
} as const satisfies Record<DeliveryQuery['sort'], object>;
