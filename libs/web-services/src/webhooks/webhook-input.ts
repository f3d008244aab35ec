import { z } from 'zod';
import { Edition, inputFault } from '@mailroom/kernel';
import { TEST_EVENT, webhookEvents } from './webhook-events.js';

const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

const url = z
  .string()
  .trim()
  .max(2_000)
  .refine(isReceiver, inputFault('no-receiver-url'))
  .transform((text) => new URL(text).href);

const settings = {
  description: z.string().trim().min(1).max(200),
  url,
  events: z
    .array(z.enum(webhookEvents))
    .min(1)
    .max(webhookEvents.length)
    .transform((events) => webhookEvents.filter((event) => events.includes(event))),
  state: z.enum(['active', 'paused']),
  caCertificate: z.string().max(100_000).nullable(),
};

/** A new webhook. */
export const newWebhookSchema = z
  .object({
    ...settings,
    state: settings.state.default('active'),
    caCertificate: settings.caCertificate.default(null),
  })
  .meta({ id: 'NewWebhook' });

/** What changes; the rest stays. */
export const webhookChangesSchema = z.object(settings).partial().meta({ id: 'WebhookChanges' });

/** What of a webhook is edited; Mailroom pauses one itself, so its state is no part of it. */
export const webhookEdition = new Edition(webhookChangesSchema.omit({ state: true }).shape);

/** A new secret; the one before signs along for so many hours. */
export const newSecretSchema = z
  .object({ formerValidHours: z.int().min(0).max(168).default(24) })
  .meta({ id: 'NewWebhookSecret' });

/** Which messages of a webhook, in what order, behind `before`. */
export const messageQuerySchema = z.object({
  /** Words, in any case, that all occur in the event, its id, its data or the calls. */
  search: z.string().trim().max(200).optional(),
  event: z.enum([...webhookEvents, TEST_EVENT]).optional(),
  state: z.enum(['due', 'told', 'given-up']).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export type NewWebhook = z.infer<typeof newWebhookSchema>;
export type WebhookChanges = z.infer<typeof webhookChangesSchema>;
export type MessageQuery = z.infer<typeof messageQuerySchema>;

function isReceiver(text: string): boolean {
  const address = URL.parse(text);
  if (!address || address.username !== '' || address.password !== '' || /[\s#]/.test(text)) return false;
  return address.protocol === 'https:' || (address.protocol === 'http:' && HERE.has(address.hostname));
}
