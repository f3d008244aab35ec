import { z } from 'zod';
import { Edition, normalAddress, normalDomain } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { normalFromFilter } from '../routing/from-filter.js';
import { type SenderRules } from '../routing/sender-rules.js';
import { setUpNeeds } from './set-ups.js';

const text = z.string().trim().max(320).nullable();

/** The sender policy as the API takes and answers it. */
export const senderPolicySchema = z
  .object({
    defaultFrom: text,
    catchallDomain: text,
    bounceFrom: text,
    forceFrom: text.default(null),
    dynamicFrom: text.default(null),
    defaultFromFilter: z.string().max(8_000).default(''),
    bulkServerId: z.uuid().nullable().default(null),
    authorsOwnAddress: z.boolean().default(false),
    firstServerStandsIn: z.boolean().default(false),
  })
  .meta({ id: 'SenderPolicy' });

/** What of the policy is edited: all of it. */
export const policyEdition = new Edition(senderPolicySchema.shape);

/** A form that is being filled in: what is left out is empty. */
export const policyDraftSchema = z
  .object({
    ...senderPolicySchema.shape,
    defaultFrom: text.default(null),
    catchallDomain: text.default(null),
    bounceFrom: text.default(null),
  })
  .meta({ id: 'SenderPolicyDraft' });
export type SenderPolicyJson = z.infer<typeof senderPolicySchema>;

const need = z.object({
  need: z.enum(setUpNeeds),
  met: z.boolean(),
  optional: z.boolean(),
  servers: z.array(z.object({ id: z.uuid(), name: z.string() })),
});

/** How far the two usual configurations are. */
export const setUpsSchema = z
  .object({ oneMailbox: z.array(need), serverPerUser: z.array(need) })
  .meta({ id: 'SenderSetUps' });

/** Which of the two, and the server and address that notifications come from. */
export const setUpWishSchema = z
  .object({
    kind: z.enum(['oneMailbox', 'serverPerUser']),
    serverId: z.uuid(),
    address: z.string().trim().max(320),
  })
  .meta({ id: 'SenderSetUpWish' });

export type SetUpWish = z.infer<typeof setUpWishSchema>;

/**
 * The policy in the form that is stored: nothing empty, IDN as A-labels, and a local part only where there is a
 * domain to go with it. Throws problem `sender-policy-invalid` or `from-filter-invalid` with the field at fault.
 */
export function normalRules(policy: SenderPolicyJson): SenderRules {
  const { bulkServerId, authorsOwnAddress, firstServerStandsIn } = policy;
  return {
    defaultFrom: senderAt('defaultFrom', policy),
    catchallDomain: domainIn(policy),
    bounceFrom: senderAt('bounceFrom', policy),
    forceFrom: senderAt('forceFrom', policy),
    dynamicFrom: senderAt('dynamicFrom', policy),
    defaultFromFilter: filterIn(policy),
    bulkServerId,
    authorsOwnAddress,
    firstServerStandsIn,
  };
}

/** What `normalRules` refuses, field by field. */
export const policyRules: readonly ((policy: SenderPolicyJson) => unknown)[] = [
  domainIn,
  ...(['defaultFrom', 'bounceFrom', 'forceFrom', 'dynamicFrom'] as const).map(
    (field) => (policy: SenderPolicyJson) => senderAt(field, policy),
  ),
  filterIn,
];

function domainIn({ catchallDomain }: SenderPolicyJson): string | null {
  return catchallDomain ? read('catchallDomain', catchallDomain, normalDomain) : null;
}

function senderAt(
  field: 'defaultFrom' | 'bounceFrom' | 'forceFrom' | 'dynamicFrom',
  policy: SenderPolicyJson,
): string | null {
  const { [field]: typed } = policy;
  return typed ? read(field, typed, (given) => normalSender(given, domainIn(policy))) : null;
}

function filterIn({ defaultFromFilter }: SenderPolicyJson): string {
  return normalFromFilter(defaultFromFilter, 'defaultFromFilter');
}

function normalSender(value: string, domain: string | null): string | null {
  if (value.includes('@')) return normalAddress(value);
  return domain === null ? null : normalAddress(`${value}@${domain}`) && value;
}

function read(field: string, value: string, normal: (value: string) => string | null): string {
  try {
    const found = normal(value);
    if (found !== null) return found;
  } catch (cause) {
    throw outgoingProblem('sender-policy-invalid', { field, params: { value }, cause });
  }
  throw outgoingProblem('sender-policy-invalid', { field, params: { value } });
}
