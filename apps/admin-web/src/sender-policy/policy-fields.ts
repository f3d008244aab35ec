import { type SenderPolicy } from '../api/shapes.js';

/** The sender policy as a form has it: empty is none. */
export type PolicyFields = Record<Exclude<keyof SenderPolicy, Answered>, string> &
  Pick<SenderPolicy, Answered>;

type Answered = 'authorsOwnAddress' | 'firstServerStandsIn';

/** The form of a policy. */
export function fieldsOf(policy: SenderPolicy): PolicyFields {
  return {
    defaultFrom: policy.defaultFrom ?? '',
    catchallDomain: policy.catchallDomain ?? '',
    bounceFrom: policy.bounceFrom ?? '',
    forceFrom: policy.forceFrom ?? '',
    dynamicFrom: policy.dynamicFrom ?? '',
    defaultFromFilter: policy.defaultFromFilter,
    bulkServerId: policy.bulkServerId ?? '',
    authorsOwnAddress: policy.authorsOwnAddress,
    firstServerStandsIn: policy.firstServerStandsIn,
  };
}

/** The form as the API takes it. */
export function policyOf(fields: PolicyFields): SenderPolicy {
  return {
    defaultFrom: fields.defaultFrom || null,
    catchallDomain: fields.catchallDomain || null,
    bounceFrom: fields.bounceFrom || null,
    forceFrom: fields.forceFrom || null,
    dynamicFrom: fields.dynamicFrom || null,
    defaultFromFilter: fields.defaultFromFilter,
    bulkServerId: fields.bulkServerId || null,
    authorsOwnAddress: fields.authorsOwnAddress,
    firstServerStandsIn: fields.firstServerStandsIn,
  };
}
