import { type TokenOutcome } from '../../libs/oauth-tokens/src/token-endpoint/token-outcome.js';

/** What may happen to one refresh on its way to the provider and back. */
export const events = [
  'answered',
  'answer lost',
  'refused in error',
  'refused by a wrong clock',
  'never sent',
  'silent',
  'trouble',
  'too many',
  'garbage',
  'somebody else',
  'client refused',
  'grant ended',
] as const;
export type Event = (typeof events)[number];

const MINUTE = 60_000;

/**
 * A provider reduced to what matters for losing grants: which refresh tokens it would still take. `strict` takes each
 * one once and ends the grant when it sees a spent one again.
 */
export class ModelProvider {
  /** Refresh tokens that would be taken. */
  #good = new Set<string>();
  #serial = 0;
  #ended = false;
  readonly #spent = new Set<string>();

  constructor(readonly isStrict: boolean) {}

  /** What a first consent brings. */
  begin(): string {
    const first = this.#next();
    this.#good.add(first);
    return first;
  }

  takes(refresh: string): boolean {
    return !this.#ended && this.#good.has(refresh);
  }

  /** Answers one refresh, with this event happening to it. `subject` is who the grant belongs to. */
  answer(refresh: string, event: Event, subject: string): TokenOutcome {
    switch (event) {
      case 'answered':
        return this.#work(refresh, subject);
      case 'answer lost':
        this.#work(refresh, subject);
        return failure({ status: null, problem: 'deadline-exceeded' }, false);
      case 'garbage':
        this.#work(refresh, subject);
        return failure({ status: 200, problem: 'answer-unreadable' }, false);
      case 'somebody else':
        this.#work(refresh, subject);
        return this.#tokens('foreign', 'somebody else');
      case 'trouble':
        this.#work(refresh, subject);
        return failure({ status: 502 }, false);
      case 'silent':
        return failure({ status: null, problem: 'deadline-exceeded' }, false);
      case 'never sent':
        return failure({ status: null, problem: 'host-unknown' }, true);
      case 'refused in error':
        return { ...failure({ status: 400, error: 'invalid_grant' }, true), skewMs: 0 };
      case 'refused by a wrong clock':
        return { ...failure({ status: 400, error: 'invalid_grant' }, true), skewMs: 10 * MINUTE };
      case 'too many':
        return { ...failure({ status: 429 }, true), retryAfterMs: 2 * MINUTE };
      case 'client refused':
        return failure({ status: 401, error: 'invalid_client' }, true);
      case 'grant ended':
        this.#ended = true;
        return this.#work(refresh, subject);
    }
  }

  #work(refresh: string, subject: string): TokenOutcome {
    if (this.isStrict && this.#spent.has(refresh)) this.#ended = true;
    if (!this.takes(refresh)) return { ...failure({ status: 400, error: 'invalid_grant' }, true), skewMs: 0 };
    if (!this.isStrict && this.#serial % 2 === 0) return this.#tokens(undefined, subject);
    if (this.isStrict) {
      this.#good.delete(refresh);
      this.#spent.add(refresh);
    }
    const next = this.#next();
    this.#good.add(next);
    return this.#tokens(next, subject);
  }

  #tokens(refresh: string | undefined, subject: string): TokenOutcome {
    this.#serial += 1;
    const idToken = `e30.${Buffer.from(JSON.stringify({ sub: subject })).toString('base64url')}.x`;
    return {
      kind: 'tokens',
      tokens: {
        access_token: `access-${this.#serial}`,
        expires_in: 3_600,
        refresh_token: refresh,
        id_token: idToken,
      },
      skewMs: 0,
    };
  }

  #next(): string {
    return `refresh-${(this.#serial += 1)}`;
  }
}

type Failed = Extract<TokenOutcome, { kind: 'failure' }>;

function failure(signs: Failed['signs'], answered: boolean): Failed {
  return { kind: 'failure', signs, answered };
}
