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
 * every 5xx count as unanswered, because the provider may have rotated the refresh token all the same.
 */
export function readAnswer(answer: RawAnswer, now: Date): TokenOutcome {
  const { status } = answer;
  const json = jsonOf(answer.body);
  const tokens = tokenResponseSchema.safeParse(json);
  if (status === 200 && tokens.success) return { kind: 'tokens', tokens: tokens.data };
  const { error, error_codes: errorCodes, suberror } = errorResponseSchema.safeParse(json).data ?? {};
  const problem = status === 200 && error === undefined ? 'answer-unreadable' : undefined;
  return {
    kind: 'failure',
    signs: { status, problem, error, errorCodes, suberror },
    answered: status < 500 && problem === undefined,
    retryAfterMs: retryAfter(answer.retryAfter, now),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
