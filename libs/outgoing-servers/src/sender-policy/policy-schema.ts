import { z } from 'zod';
import { normalAddress, normalDomain } from '@mailroom/kernel';
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
  const { catchallDomain, bulkServerId, authorsOwnAddress, firstServerStandsIn } = policy;
  const domain = catchallDomain ? read('catchallDomain', catchallDomain, normalDomain) : null;
  const sender = (field: 'defaultFrom' | 'bounceFrom' | 'forceFrom' | 'dynamicFrom'): string | null =>
    policy[field] ? read(field, policy[field], (given) => normalSender(given, domain)) : null;
  return {
    defaultFrom: sender('defaultFrom'),
    catchallDomain: domain,
    bounceFrom: sender('bounceFrom'),
    forceFrom: sender('forceFrom'),
    dynamicFrom: sender('dynamicFrom'),
    defaultFromFilter: normalFromFilter(policy.defaultFromFilter, 'defaultFromFilter'),
    bulkServerId,
    authorsOwnAddress,
    firstServerStandsIn,
  };
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
