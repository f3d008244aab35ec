import { z } from 'zod';
import { type Webhook, type WebhookMessage } from './webhook.js';
import { webhookEvents } from './webhook-events.js';

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** A webhook as admins see it; its secret was shown once, when it was made. */
export const webhookSchema = z
  .object({
    id: z.uuid(),
    description: z.string(),
    url: z.string(),
    events: z.array(z.enum(webhookEvents)),
    state: z.enum(['active', 'paused']),
    /** `failing` or `gone` where Mailroom paused it. */
    pausedBecause: z.enum(['failing', 'gone']).nullable(),
    caCertificate: z.string().nullable(),
    /** Until then the secret before the last one signs along. */
    formerSecretUntil: z.iso.datetime().nullable(),
    failingSince: z.iso.datetime().nullable(),
    failures: z.int(),
    /** What the last call met; null when it was taken. */
    failure: z.object({ code: z.string(), params }).nullable(),
    lastSuccessAt: z.iso.datetime().nullable(),
    /** Messages that wait to be told, counted up to 10,000. */
    waiting: z.int(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
  })
  .meta({ id: 'Webhook' });
export type WebhookAnswer = z.infer<typeof webhookSchema>;

export const webhookListSchema = z.object({ items: z.array(webhookSchema) }).meta({ id: 'WebhookList' });

/** With its secret, this once. */
export const webhookWithSecretSchema = z
  .object({ webhook: webhookSchema, secret: z.string() })
  .meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>;

/** An event for a webhook, and its calls, the newest at the end. */
export const webhookMessageSchema = z
  .object({
    id: z.string(),
    eventId: z.uuid(),
    event: z.string(),
    data: z.record(z.string(), z.unknown()),
    happenedAt: z.iso.datetime(),
    state: z.enum(['due', 'told', 'given-up']),
    dueAt: z.iso.datetime(),
    attempts: z.int(),
    calls: z.array(
      z.object({
        at: z.iso.datetime(),
        durationMs: z.int(),
        status: z.int().nullable(),
        problem: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'WebhookMessage' });
export type WebhookMessageAnswer = z.infer<typeof webhookMessageSchema>;

/**
 * One page of messages; `next` is the `before` of the page after it. Where they are narrowed, 5,000 are looked at once: `lookedTo`
 * says how far that came where it has not come to the end, and the page may then have few items or none, and a `next` all the same.
 */
export const webhookMessageListSchema = z
  .object({
    items: z.array(webhookMessageSchema),
    next: z.string().optional(),
    lookedTo: z.iso.datetime().optional(),
  })
  .meta({ id: 'WebhookMessageList' });
export type WebhookMessageList = z.infer<typeof webhookMessageListSchema>;

/** The row as an answer. */
export function webhookAnswer(row: Webhook, waiting: number): WebhookAnswer {
  const { id, description, url, events, state, pausedBecause, caCertificate, failures, updatedBy } = row;
  return {
    id,
    description,
    url,
    events,
    state,
    pausedBecause,
    caCertificate,
    formerSecretUntil: row.formerSecretUntil?.toISOString() ?? null,
    failingSince: row.failingSince?.toISOString() ?? null,
    failures,
    failure: row.failureCode === null ? null : { code: row.failureCode, params: row.failureParams ?? {} },
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    waiting,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy,
  };
}

/** The row as an answer. */
export function messageAnswer(row: WebhookMessage): WebhookMessageAnswer {
  const { id, eventId, event, data, state, attempts, calls } = row;
  return {
    id,
    eventId,
    event,
    data,
    happenedAt: row.happenedAt.toISOString(),
    state,
    dueAt: row.dueAt.toISOString(),
    attempts,
    calls,
  };
}
