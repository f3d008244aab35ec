import { z } from 'zod';
import { inputFault } from '@mailroom/kernel';
import { handlingSchema } from './handling.js';
import { newMailRuleSchema } from './rule-shapes.js';

/** On which account the mail would come in, and the archived delivery that it is, unless the mail itself is sent. */
export const ruleTrialQuerySchema = z.object({
  accountId: z.uuid(),
  deliveryId: z.uuid().optional(),
});
export type RuleTrialQuery = z.infer<typeof ruleTrialQuerySchema>;

const chainLink = z
  .strictObject({
    id: z.uuid().optional(),
    /** As it stands on the page; without it the stored rule of this id is meant. */
    draft: newMailRuleSchema.optional(),
  })
  .refine(({ id, draft }) => id !== undefined || draft !== undefined, inputFault('no-rule'));

/** Rules as they stand on a page that nobody has saved, all of them in their order. */
export const ruleChainSchema = z.strictObject({ rules: z.array(chainLink).max(501) });
export type RuleChain = z.infer<typeof ruleChainSchema>;

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
        /** Null while it was never stored. */
        id: z.uuid().nullable(),
        name: z.string(),
        /** As it stands on the page, not as it is stored. */
        draft: z.boolean(),
        enabled: z.boolean(),
        /** It was asked: it is on, and no rule before it ended it. */
        asked: z.boolean(),
        /** The rule before it that ended it; null where it was asked. */
        endedBy: z.string().nullable(),
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
