import { invalidInput, type Problem } from '@mailroom/kernel';
import { type z } from 'zod';
import { oauthProblem } from '../oauth-problems.js';

const KEY_LENGTH = 60;

/**
 * What is wrong with an entry, with the field at fault: problem `unknown-key` (`name`) or `invalid-input` (`reason`). No
 * value of the entry is in it.
 */
export function faultOf({ issues }: z.ZodError): Problem {
  const [issue] = issues;
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === 'unrecognized_keys') {
    const name = (issue.keys[0] ?? '').slice(0, KEY_LENGTH);
    return oauthProblem('unknown-key', { field: [...path, name].join('.'), params: { name } });
  }
  return invalidInput(issues);
}
