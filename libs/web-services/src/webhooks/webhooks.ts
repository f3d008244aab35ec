import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  findingsOf,
  Precondition,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { readCaCertificate } from '../invokers/ca-certificate.js';
import { webhookAudit } from '../web-services-audit.js';
import { webServicesProblem } from '../web-services-problems.js';
import { newWebhookSecret } from './sign.js';
import { webhookAnswer, type WebhookAnswer, type WebhookWithSecret } from './webhook-answer.js';
import { webhookEdition, type NewWebhook, type WebhookChanges } from './webhook-input.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { Webhook } from './webhook.js';

/** More of them would be more than anybody looks after. */
const AT_MOST = 50;
const HOUR_MS = 3_600_000;

/** The webhooks as admins keep them. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly database: Database,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** All, by description. */
  async list(): Promise<WebhookAnswer[]> {
    const rows = await this.database.run((em) =>
      em.getRepository(Webhook).find({ order: { description: 'asc', id: 'asc' } }),
    );
    return this.answers(rows);
  }

  /** Problem `webhook-not-found`. */
  async get(id: string): Promise<WebhookAnswer> {
    return this.answer(await this.row(id));
  }

  /** The row itself, with what is sealed in it. Problem `webhook-not-found`. */
  async row(id: string): Promise<Webhook> {
    const row = await this.database.run((em) => em.getRepository(Webhook).findOneBy({ id }));
    if (!row) throw notFound(id);
    return row;
  }

  /** Adds one, with a secret that is answered this once. Problems `webhooks-too-many`, `ca-certificate-invalid`. */
  async create(input: NewWebhook, actor: Actor): Promise<WebhookWithSecret> {
    const id = randomUUID();
    const secret = newWebhookSecret();
    const now = this.clock.now();
    const fresh = {
      id,
      ...input,
      caCertificate: input.caCertificate === null ? null : readCaCertificate(input.caCertificate),
      sealedSecret: this.secrets.seal(secret, id),
      createdAt: now,
      updatedAt: now,
      updatedBy: actor.name,
    };
    await this.database.transaction(async (tx) => {
      if ((await tx.getRepository(Webhook).count()) >= AT_MOST)
        throw webServicesProblem('webhooks-too-many', { params: { limit: AT_MOST } });
      await tx.getRepository(Webhook).insert(fresh);
      await this.audit.record(webhookAudit('webhook-created', fresh, actor), tx);
    });
    return { webhook: await this.get(id), secret: secret.reveal() };
  }

  /** What the rules say to a form that is being filled in. */
  findings(form: TypedForm<WebhookChanges>): Promise<Findings> {
    return findingsOf(form, certificateOf);
  }

  /** Changes what is given; who is set active again starts afresh. Problems `webhook-not-found`, `ca-certificate-invalid`, `changed-meanwhile`. */
  async change(
    id: string,
    changes: WebhookChanges,
    actor: Actor,
    precondition = Precondition.none,
  ): Promise<WebhookAnswer> {
    const row = await this.database.transaction(async (tx) => {
      const webhook = await locked(id, tx);
      precondition.require(webhookEdition.tag(webhookAnswer(webhook, 0)));
      const afresh = changes.state === undefined ? {} : AFRESH;
      const stamps = { updatedAt: this.clock.now(), updatedBy: actor.name };
      const set = { ...changes, ...certificateOf(changes), ...afresh, ...stamps };
      const changed = await tx.getRepository(Webhook).save(Object.assign(webhook, set));
      const fields = Object.keys(changes).toSorted().join(', ');
      await this.audit.record(webhookAudit('webhook-changed', changed, actor, { fields }), tx);
      return changed;
    });
    return this.answer(row);
  }

  /** Makes another secret, answered this once; the one before signs along for so many hours. Problem `webhook-not-found`. */
  async renewSecret(id: string, formerValidHours: number, actor: Actor): Promise<WebhookWithSecret> {
    const secret = newWebhookSecret();
    const row = await this.database.transaction(async (tx) => {
      const webhook = await locked(id, tx);
      const now = this.clock.now();
      Object.assign(webhook, {
        sealedFormerSecret: formerValidHours > 0 ? webhook.sealedSecret : null,
        formerSecretUntil: formerValidHours > 0 ? new Date(now.getTime() + formerValidHours * HOUR_MS) : null,
        sealedSecret: this.secrets.seal(secret, id),
        updatedAt: now,
        updatedBy: actor.name,
      });
      await tx.getRepository(Webhook).save(webhook);
      await this.audit.record(
        webhookAudit('webhook-secret-renewed', webhook, actor, { formerValidHours }),
        tx,
      );
      return webhook;
    });
    return { webhook: await this.answer(row), secret: secret.reveal() };
  }

  /** Pauses every active one, in `tx`, and answers how many that were. */
  async pauseAll(tx: EntityManager): Promise<number> {
    const stamps = { updatedAt: this.clock.now(), updatedBy: 'Mailroom' };
    const { affected } = await tx
      .getRepository(Webhook)
      .update({ state: 'active' }, { state: 'paused', pausedBecause: null, ...stamps });
    return affected ?? 0;
  }

  /** Deletes one, with what was still to be told and its log. Problem `webhook-not-found`. */
  async remove(id: string, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const webhook = await locked(id, tx);
      await tx.getRepository(Webhook).delete({ id });
      await this.audit.record(webhookAudit('webhook-deleted', webhook, actor), tx);
    });
  }

  private async answer(row: Webhook): Promise<WebhookAnswer> {
    const [answer] = await this.answers([row]);
    return answer as WebhookAnswer;
  }

  private async answers(rows: readonly Webhook[]): Promise<WebhookAnswer[]> {
    const { rows: counted } = await this.database.query<{ id: string; waiting: number }>(WAITING, [
      rows.map(({ id }) => id),
    ]);
    const waiting = new Map(counted.map((row) => [row.id, row.waiting]));
    return rows.map((row) => webhookAnswer(row, waiting.get(row.id) ?? 0));
  }
}

const AFRESH = {
  pausedBecause: null,
  failingSince: null,
  failures: 0,
  failureCode: null,
  failureParams: null,
};

const WAITING = `
  select webhook.id, (
    select count(*)::int from (
      select from mailroom.webhook_message where webhook_id = webhook.id and state = 'due' limit 10000) due) as waiting
  from unnest($1::uuid[]) as webhook (id)`;

function certificateOf({ caCertificate }: WebhookChanges): Pick<WebhookChanges, 'caCertificate'> {
  return typeof caCertificate === 'string' ? { caCertificate: readCaCertificate(caCertificate) } : {};
}

async function locked(id: string, tx: EntityManager): Promise<Webhook> {
  const webhook = await tx
    .getRepository(Webhook)
    .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!webhook) throw notFound(id);
  return webhook;
}

function notFound(id: string) {
  return webServicesProblem('webhook-not-found', { params: { id } });
}
