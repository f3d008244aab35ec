import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, containingEach, Database, Pokes, type Actor } from '@mailroom/kernel';
import { In } from 'typeorm';
import { webhookAudit } from '../web-services-audit.js';
import { webServicesProblem } from '../web-services-problems.js';
import { MessageDesk } from './message-desk.js';
import { TellMessage } from './tell-message.js';
import { messageAnswer, type WebhookMessageAnswer, type WebhookMessageList } from './webhook-answer.js';
import { TEST_EVENT } from './webhook-events.js';
import { type MessageQuery } from './webhook-input.js';
import { WEBHOOKS_TOPIC } from './webhook-rounds.js';
import { Webhooks } from './webhooks.js';
import { WebhookMessage } from './webhook.js';

const DAY_MS = 86_400_000;
/** So many messages a page looks at before it answers, where it is narrowed. */
const LOOKED_AT_ONCE = 5_000;

interface Edge {
  readonly id: string;
  readonly happenedAt: Date;
}

/** What a webhook was told and is to be told, and telling by hand. */
@Injectable()
export class WebhookLog {
  constructor(
    private readonly database: Database,
    private readonly webhooks: Webhooks,
    private readonly desk: MessageDesk,
    private readonly teller: TellMessage,
    private readonly pokes: Pokes,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** One page; a narrowed one may answer before it has found enough (`webhookMessageListSchema`). Problem `webhook-not-found`. */
  async page(webhookId: string, query: MessageQuery): Promise<WebhookMessageList> {
    await this.webhooks.row(webhookId);
    const { search, event, state, sort, before, limit } = query;
    const words = containingEach(search);
    const edge = words.length > 0 || event || state ? await this.edge(webhookId, query) : null;
    const { then, upTo, order } = DIRECTIONS[sort];
    const { rows } = await this.database.query<{ id: string }>(
      `select m.id from mailroom.webhook_message m
       where m.webhook_id = $1 and ($2::bigint is null or m.id ${then} $2)
         and ($3::bigint is null or m.id ${upTo} $3)
         and (cardinality($4::text[]) = 0
           or concat_ws(E'\\n', m.event, m.event_id, m.data::text, m.calls::text) ilike all($4::text[]))
         and ($5::text is null or m.event = $5)
         and ($6::text is null or m.state = $6)
       order by ${order} limit $7`,
      [webhookId, before ?? null, edge?.id ?? null, words, event ?? null, state ?? null, limit + 1],
    );
    const items = (await this.messages(rows.slice(0, limit).map(({ id }) => id))).map(messageAnswer);
    const last = items.at(-1);
    if (rows.length > limit && last) return { items, next: last.id };
    return edge ? { items, next: edge.id, lookedTo: edge.happenedAt.toISOString() } : { items };
  }

  /** Sends a test event now, in whatever state the webhook is, and answers how that went. Problem `webhook-not-found`. */
  async test(webhookId: string): Promise<WebhookMessageAnswer> {
    const { description } = await this.webhooks.row(webhookId);
    const now = this.clock.now();
    const [id] = await this.insert({
      webhookId,
      eventId: randomUUID(),
      event: TEST_EVENT,
      data: { description },
      happenedAt: now,
      state: 'given-up',
      dueAt: now,
      // A test is made once.
      retryUntil: now,
    });
    await this.desk.take(String(id));
    return this.tellNow(webhookId, String(id));
  }

  /**
   * Has a message told once more, whatever became of it, and tried for another day. A paused webhook is told when it is active again.
   * Problems `webhook-not-found`, `webhook-message-not-found`.
   */
  async resend(webhookId: string, id: string, actor: Actor): Promise<WebhookMessageAnswer> {
    const webhook = await this.webhooks.row(webhookId);
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const again = {
        state: 'due',
        dueAt: now,
        attempts: 0,
        retryUntil: new Date(now.getTime() + DAY_MS),
      } as const;
      const { affected } = await tx.getRepository(WebhookMessage).update({ id, webhookId }, again);
      if (affected === 0) throw messageNotFound(id);
      await this.audit.record(webhookAudit('webhook-message-resent', webhook, actor), tx);
      await this.pokes.poke(WEBHOOKS_TOPIC, 'due', tx);
    });
    return messageAnswer(await this.message(webhookId, id));
  }

  private async tellNow(webhookId: string, id: string): Promise<WebhookMessageAnswer> {
    await this.teller.run(await this.message(webhookId, id));
    return messageAnswer(await this.message(webhookId, id));
  }

  private async insert(
    row: Omit<WebhookMessage, 'id' | 'leasedUntil' | 'attempts' | 'calls'>,
  ): Promise<string[]> {
    const { identifiers } = await this.database.run((em) =>
      em.getRepository(WebhookMessage).insert(row as object),
    );
    return identifiers.map(({ id }) => String(id));
  }

  /** The last message that a narrowed page looks at; null where it comes to the end. */
  private async edge(webhookId: string, { before, sort }: MessageQuery): Promise<Edge | null> {
    const { then, order } = DIRECTIONS[sort];
    const { rows } = await this.database.query<Edge>(
      `select m.id, m.happened_at as "happenedAt" from mailroom.webhook_message m
       where m.webhook_id = $1 and ($2::bigint is null or m.id ${then} $2)
       order by ${order} offset $3 - 1 limit 1`,
      [webhookId, before ?? null, LOOKED_AT_ONCE],
    );
    return rows[0] ?? null;
  }

  /** In the order of their ids here. */
  private async messages(ids: readonly string[]): Promise<WebhookMessage[]> {
    const rows = await this.database.run((em) =>
      em.getRepository(WebhookMessage).findBy({ id: In([...ids]) }),
    );
    return rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  }

  private async message(webhookId: string, id: string): Promise<WebhookMessage> {
    const row = await this.database.run((em) =>
      em.getRepository(WebhookMessage).findOneBy({ id, webhookId }),
    );
    if (!row) throw messageNotFound(id);
    return row;
  }
}

function messageNotFound(id: string) {
  return webServicesProblem('webhook-message-not-found', { params: { id } });
}

const DIRECTIONS = {
  newest: { then: '<', upTo: '>=', order: 'm.id desc' },
  oldest: { then: '>', upTo: '<=', order: 'm.id' },
} as const satisfies Record<MessageQuery['sort'], object>;
