import { errorResponseSchema, tokenResponseSchema } from './token-response.js';
import { retryAfter } from './retry-after.js';
import { type TokenOutcome } from './token-outcome.js';

/** One HTTP answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: string;
}

/**
 * Reads an answer of a token endpoint once and for all. A 200 without tokens in it is `answer-unreadable`; that and
 * every 5xx count as unanswered, because the provider may have rotated the refresh token all the same. `names` says what
 * the provider calls the members of the standard.
 */
export function readAnswer(
  answer: RawAnswer,
  now: Date,
  names: Readonly<Record<string, string>> = {},
): TokenOutcome {
  const { status } = answer;
  const json = inStandardWords(jsonOf(answer.body), names);
  const tokens = tokenResponseSchema.safeParse(json);
  if (status === 200 && tokens.success) return { kind: 'tokens', tokens: tokens.data };
  const said = errorResponseSchema.safeParse(json).data;
  const { error, error_codes: errorCodes, suberror = said?.error_subtype } = said ?? {};
  const problem = status === 200 && error === undefined ? 'answer-unreadable' : undefined;
  return {
    kind: 'failure',
    signs: { status, problem, error, errorCodes, suberror },
    answered: status < 500 && problem === undefined,
    retryAfterMs: retryAfter(answer.retryAfter, now),
  };
}

// A member that has its standard name as well keeps it when the provider's own is missing.
function inStandardWords(json: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const members = new Map(Object.entries(json));
  const renamed = Object.entries(names).filter(([, own]) => members.has(own));
  return { ...json, ...Object.fromEntries(renamed.map(([standard, own]) => [standard, members.get(own)])) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
