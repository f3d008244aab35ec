import { z } from 'zod';
import { Edition, inputFault } from '@mailroom/kernel';
import { authenticationMethods, textFields } from './condition.js';
import { type MailRule } from './mail-rule.js';
import { textMatches } from './text-match.js';

const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u, inputFault('not-one-line'));
const not = z.boolean();
const value = line.max(500);

const conditionSchema = z
  .discriminatedUnion('field', [
    z.strictObject({ field: z.enum(textFields), not, match: z.enum(textMatches), value }),
    z.strictObject({
      field: z.literal('header'),
      not,
      name: line.max(200).regex(/^[!-9;-~]+$/, inputFault('no-header-name')),
      match: z.enum([...textMatches, 'exists']),
      /** Nothing is compared with it where `match` is `exists`. */
      value: z.string().trim().max(500),
    }),
    z.strictObject({
      field: z.literal('size'),
      not,
      match: z.enum(['over', 'under']),
      bytes: z.int().min(0).max(1_073_741_824),
    }),
    z.strictObject({ field: z.literal('account'), not, accountId: z.uuid() }),
    z.strictObject({ field: z.literal('automatic'), not }),
    z.strictObject({
      field: z.literal('authentication'),
      not,
      method: z.enum(authenticationMethods),
      result: z.enum(['pass', 'fail', 'softfail', 'neutral', 'none', 'policy', 'temperror', 'permerror']),
    }),
  ])
  .meta({ id: 'MailRuleCondition' });

const actionsSchema = z
  .strictObject({
    /** Ask the next rule, ask no more, or keep the mail from the helpdesk: for good, or until somebody has looked. */
    then: z.enum(['continue', 'stop', 'ignore', 'quarantine']),
    /** An id of `destinations()`; null leaves it. */
    destination: line.max(255).nullable(),
    priority: z.enum(['high', 'normal', 'low']).nullable(),
    tags: z.array(line.max(100)).max(20),
    /** Never held back because its sender sends too much. */
    unlimited: z.boolean(),
  })
  .meta({ id: 'MailRuleActions' });

const settings = {
  name: line.max(200),
  enabled: z.boolean(),
  match: z.enum(['all', 'any']),
  /** None: the rule is about every mail. */
  conditions: z.array(conditionSchema).max(50),
  actions: actionsSchema,
};

/** A rule to set up; it comes last. */
export const newMailRuleSchema = z
  .strictObject({ ...settings, enabled: settings.enabled.optional() })
  .meta({ id: 'NewMailRule' });
export type NewMailRule = z.infer<typeof newMailRuleSchema>;

/** What changes; the rest stays. */
export const mailRuleChangesSchema = z.strictObject(settings).partial().meta({ id: 'MailRuleChanges' });
export type MailRuleChanges = z.infer<typeof mailRuleChangesSchema>;

/** What of a rule is edited. */
export const mailRuleEdition = new Edition(mailRuleChangesSchema.shape);

/** A form that is being filled in. What is left out is nobody's fault yet. */
export const mailRuleDraftSchema = z.strictObject(settings).partial().meta({ id: 'MailRuleDraft' });
export type MailRuleDraft = z.infer<typeof mailRuleDraftSchema>;

/** All rules in the order they shall be asked in. */
export const ruleOrderSchema = z
  .strictObject({ ids: z.array(z.uuid()).max(1_000) })
  .meta({ id: 'MailRuleOrder' });
export type RuleOrder = z.infer<typeof ruleOrderSchema>;

/** A rule as admins see it. */
export const mailRuleSchema = z
  .object({
    ...settings,
    id: z.uuid(),
    /** How much mail it was about; some seconds behind. */
    hits: z.int(),
    lastHitAt: z.iso.datetime().nullable(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
  })
  .meta({ id: 'MailRule' });
export type MailRuleAnswer = z.infer<typeof mailRuleSchema>;

/** All rules in their order. */
export const mailRuleListSchema = z.object({ items: z.array(mailRuleSchema) }).meta({ id: 'MailRuleList' });

/** The row as an answer. */
export function mailRuleAnswer(rule: MailRule): MailRuleAnswer {
  const { id, name, enabled, match, conditions, actions, hits, lastHitAt, updatedAt, updatedBy } = rule;
  return {
    id,
    name,
    enabled,
    match,
    conditions: conditions as MailRuleAnswer['conditions'],
    actions: { ...actions, tags: [...actions.tags] },
    hits,
    lastHitAt: lastHitAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
    updatedBy,
  };
}
