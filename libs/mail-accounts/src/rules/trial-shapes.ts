import { z } from 'zod';
import { handlingSchema } from './handling.js';

/** On which account the mail would come in, and the archived delivery that it is, unless the mail itself is sent. */
export const ruleTrialQuerySchema = z.object({
  accountId: z.uuid(),
  deliveryId: z.uuid().optional(),
});
export type RuleTrialQuery = z.infer<typeof ruleTrialQuerySchema>;

const { destination, dispatchedBy, unknownDestination, authentication } = handlingSchema.shape;

/** What would happen to a mail, and why. */
export const ruleTrialSchema = z
  .object({
    subject: z.string(),
    from: z.string().nullable(),
    size: z.int(),
    automatic: z.boolean(),
    recipients: z.array(z.string()),
    /** Every rule in its order; those that are off, or come behind one that ended it, have no say. */
    rules: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        enabled: z.boolean(),
        /** It was asked: it is on, and no rule before it ended it. */
        asked: z.boolean(),
        holds: z.boolean(),
        conditions: z.array(z.object({ holds: z.boolean(), seen: z.array(z.string()) })),
      }),
    ),
    withheld: z
      .object({
        kind: z.enum(['ignored', 'quarantined']),
        problem: z.string(),
        detail: z.string().nullable(),
      })
      .nullable(),
    destination,
    destinationLabel: z.string().nullable(),
    dispatchedBy,
    unknownDestination,
    /** The address whose route was taken. */
    recipient: z.string().nullable(),
    priority: z.enum(['high', 'normal', 'low']),
    tags: z.array(z.string()),
    control: z.object({
      names: z.array(z.string()),
      vouchedBy: z.enum(['hop', 'authentication']).nullable(),
    }),
    /** The server that took the mail last, by its topmost Received. */
    lastHop: z.string().nullable(),
    authentication,
  })
  .meta({ id: 'MailRuleTrial' });
export type RuleTrialAnswer = z.infer<typeof ruleTrialSchema>;
