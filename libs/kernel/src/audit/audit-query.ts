import { z } from 'zod';

const word = z.string().trim().min(1).max(200);
const instant = z.iso.datetime({ offset: true });
const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_\d{1,18}$/)
  .refine((text) => !Number.isNaN(Date.parse(text.split('_')[0] ?? '')));

/** Which events: all that is given has to fit. */
export const auditFilterSchema = z.object({
  subjectKind: word.optional(),
  subjectId: word.optional(),
  action: word.optional(),
  /** Id of who did it; empty for what Mailroom did by itself. */
  actor: z.string().max(200).optional(),
  /** From this instant on. */
  since: instant.optional(),
  /** Before this instant. */
  until: instant.optional(),
  /** Somewhere in the action, in a name, in an address or in the details. */
  text: word.optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** A page of events, in the order asked for: `before` is the `next` of the page before it. */
export const auditQuerySchema = auditFilterSchema.extend({
  sort: z.enum(['newest', 'oldest']).default('newest'),
  before: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** A line of the audit log as the API answers it. */
export const auditEventSchema = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
    /** Null for what Mailroom did by itself. */
    actor: z.object({ id: z.string(), name: z.string(), from: z.string().nullable() }).nullable(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEventJson = z.infer<typeof auditEventSchema>;

/** In the order asked for; `next` when there is more. */
export const auditPageSchema = z
  .object({ items: z.array(auditEventSchema), next: z.string().optional() })
  .meta({ id: 'AuditPage' });
export type AuditPage = z.infer<typeof auditPageSchema>;
