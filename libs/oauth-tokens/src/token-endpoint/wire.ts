import { type Clock, type Egress, Problem, SystemClock } from '@mailroom/kernel';
import { type CustomFetch, type FetchBody } from 'openid-client';
import { clockSkew } from './clock-skew.js';
import { type Dialect } from './dialect.js';
import { readAnswer } from './read-answer.js';
import { requireSafeEndpoint } from './safe-endpoint.js';
import { type TokenOutcome } from './token-outcome.js';

const DEADLINE_MS = 10_000;
const MAX_BYTES = 262_144;
/** By which assertions are dated, whatever clock Mailroom goes by: the one to compare with the provider's. */
const machine = new SystemClock();
/** Problems that come before a byte has left. */
const NEVER_SENT = new Set(['host-unknown', 'address-not-allowed', 'endpoint-needs-https']);

/**
 * The way of one request of openid-client: through the egress guard, with a deadline, its answer read as it arrives.
 * What arrived counts, whatever openid-client makes of it: a rotated refresh token must survive an ID token it
 * does not like.
 */
export class Wire {
  #outcome: TokenOutcome | undefined;
  #body = '';

  constructor(
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly dialect: Dialect,
  ) {}

  /** What came of the request; undefined when it was never made. */
  get outcome(): TokenOutcome | undefined {
    return this.#outcome;
  }

  /** What arrived, for answers that hold no tokens. */
  get body(): string {
    return this.#body;
  }

  /** The `fetch` to give to openid-client. */
  readonly fetch: CustomFetch = async (url, { method, headers, body }) => {
    try {
      await requireSafeEndpoint(this.egress, url);
      const askedAt = machine.now();
      const answer = await this.egress.fetch(url, {
        method,
        headers,
        body: this.dialect.form(formOf(body)).toString(),
        timeoutMs: DEADLINE_MS,
        maxBytes: MAX_BYTES,
      });
      return await this.read(answer, askedAt);
    } catch (error) {
      this.#outcome ??= unanswered(error);
      throw error;
    }
  };

  private async read(answer: Response, askedAt: Date): Promise<Response> {
    const skewMs = clockSkew(answer.headers.get('date'), askedAt, machine.now());
    const body = await answer.text();
    const { status, headers } = answer;
    this.#body = body;
    const outcome = readAnswer(
      { status, retryAfter: headers.get('retry-after'), body },
      this.clock.now(),
      this.dialect.answerNames,
    );
    this.#outcome = { ...outcome, skewMs };
    return new Response(body === '' ? null : body, { status, headers });
  }
}

// openid-client posts forms and nothing else.
function formOf(body: FetchBody): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams();
}

function unanswered(error: unknown): TokenOutcome {
  const problem = error instanceof Problem ? error.code : 'unexpected';
  return {
    kind: 'failure',
    signs: { status: null, problem },
    answered: NEVER_SENT.has(problem) || refusedConnection(error),
  };
}

function refusedConnection(error: unknown): boolean {
  return error instanceof Problem && (error.cause as { code?: string } | undefined)?.code === 'ECONNREFUSED';
}
