import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Pokes, type Actor } from '@mailroom/kernel';
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

  /** The newest first. Problem `webhook-not-found`. */
  async page(webhookId: string, { limit, offset }: MessageQuery): Promise<WebhookMessageList> {
    await this.webhooks.row(webhookId);
    const rows = await this.database.run((em) =>
      em
        .getRepository(WebhookMessage)
        .find({ where: { webhookId }, order: { id: 'desc' }, skip: offset, take: limit + 1 }),
    );
    return { items: rows.slice(0, limit).map(messageAnswer), more: rows.length > limit };
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
