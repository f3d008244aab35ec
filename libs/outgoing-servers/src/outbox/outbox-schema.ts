import { z } from 'zod';
import { problemShape } from '@mailroom/kernel';

const status = z.enum(['queued', 'sending', 'sent', 'delayed', 'failed', 'cancelled', 'bounced']);

const recipient = z.object({
  address: z.string(),
  state: z.enum([
    'waiting',
    'deferred',
    'accepted',
    'refused',
    'cancelled',
    'bounce',
    'delay',
    'delivered',
    'complaint',
    'disposition',
  ]),
  reply: z.string().nullable(),
});

/** Which part of the outbox, in which order: `before` is the `next` of the page before, in the same order. */
export const outboxQuerySchema = z.object({
  status: status.optional(),
  /** The server of the last try, or the one that the host asked for; what was never tried has none but that. */
  serverId: z.uuid().optional(),
  /** Words, in any case, that all occur in subject, Message-ID, addresses or names. */
  search: z.string().trim().max(200).optional(),
  /** By when it was enqueued. */
  sort: z.enum(['newest', 'oldest']).default('newest'),
  before: z
    .string()
    .regex(/^\d{4}-[\d:.TZ-]+_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    .refine((cursor) => !Number.isNaN(Date.parse(cursor.split('_')[0] ?? '')))
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The copy in Sent: due, made, or given up. */
const sentCopy = z.object({
  state: z.enum(['due', 'made', 'failed']),
  attempts: z.int(),
  madeAt: z.iso.datetime().nullable(),
  nextTryAt: z.iso.datetime().nullable(),
  problem: problemShape.extend({ at: z.iso.datetime() }).nullable(),
});

/** A mail as the outbox page shows it; bodies and attachments are not part of it. */
export const outboxMailSchema = z
  .object({
    id: z.uuid(),
    status,
    messageId: z.string(),
    from: z.string(),
    to: z.array(z.string()),
    cc: z.array(z.string()),
    bcc: z.array(z.string()),
    subject: z.string(),
    bytes: z.int(),
    server: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    routeReason: z.string().nullable(),
    attempts: z.int(),
    interruptions: z.int(),
    unanswered: z.int(),
    thread: z.string().nullable(),
    recipients: z.array(recipient),
    receipt: z.string().nullable(),
    problem: problemShape.extend({ at: z.iso.datetime() }).nullable(),
    nextTryAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    sentCopy: sentCopy.nullable(),
  })
  .meta({ id: 'OutboxMail' });

/**
 * A page in the order asked for; `next` when there is more. A search looks at 10,000 mails at once: `lookedTo` says how far
 * it came where it has not come to the end, and the page may then have few items or none, and a `next` all the same.
 */
export const outboxPageSchema = z
  .object({
    items: z.array(outboxMailSchema),
    next: z.string().optional(),
    lookedTo: z.iso.datetime().optional(),
  })
  .meta({ id: 'OutboxPage' });

export type OutboxQuery = z.infer<typeof outboxQuerySchema>;
export type OutboxMailJson = z.infer<typeof outboxMailSchema>;
export type OutboxPage = z.infer<typeof outboxPageSchema>;
