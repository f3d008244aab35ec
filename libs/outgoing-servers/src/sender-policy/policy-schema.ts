import { z } from 'zod';
import { normalAddress, normalDomain } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type SenderRules } from '../routing/sender-rules.js';

const text = z.string().trim().max(320).nullable();

/** The sender policy as the API takes and answers it. */
export const senderPolicySchema = z
  .object({ defaultFrom: text, catchallDomain: text, bounceFrom: text })
  .meta({ id: 'SenderPolicy' });

export type SenderPolicyJson = z.infer<typeof senderPolicySchema>;

/**
 * The policy in the form that is stored: nothing empty, IDN as A-labels, and a local part only where there is a
 * domain to go with it. Throws problem `sender-policy-invalid` with the field at fault.
 */
export function normalRules({ defaultFrom, catchallDomain, bounceFrom }: SenderPolicyJson): SenderRules {
  const domain = catchallDomain ? read('catchallDomain', catchallDomain, normalDomain) : null;
  const sender = (field: string, value: string | null): string | null =>
    value ? read(field, value, (given) => normalSender(given, domain)) : null;
  return {
    defaultFrom: sender('defaultFrom', defaultFrom),
    catchallDomain: domain,
    bounceFrom: sender('bounceFrom', bounceFrom),
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
