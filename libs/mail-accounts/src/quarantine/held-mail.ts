import { containing } from '@mailroom/kernel';
import { type QuarantineFilter } from './quarantine-query.js';

/** A condition on `mailroom.delivery d` and what stands for its parameters, from `$1` on. */
export interface HeldMailCondition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * What a filter means in SQL. The outcome stands there as a word (it is one of two), so that the planner sees that the
 * index of held mail has it all.
 */
export function heldMail({ outcome, accountId, problem, search }: QuarantineFilter): HeldMailCondition {
  const wanted = outcome === 'refused' ? 'refused' : 'quarantined';
  return {
    sql: `d.outcome = '${wanted}'
      and ($1::uuid is null or d.account_id = $1)
      and ($2::text is null or d.problem = $2)
      and ($3::text is null or d.subject ilike $3 or d.sender ilike $3 or d.message_id ilike $3)`,
    values: [accountId ?? null, problem ?? null, containing(search)],
  };
}
