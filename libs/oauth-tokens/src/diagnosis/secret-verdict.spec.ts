import { type TokenOutcome } from '../token-endpoint/token-outcome.js';
import { secretVerdict } from './secret-verdict.js';

const failure = (error: string | undefined, status = 400): TokenOutcome => ({
  kind: 'failure',
  signs: { status, error },
  answered: true,
});

describe('secretVerdict', () => {
  it.each<[string, TokenOutcome, ReturnType<typeof secretVerdict>]>([
    ['a grant that nobody knows', failure('invalid_grant'), 'accepted'],
    ['a client that is not who it says', failure('invalid_client', 401), 'refused'],
    ['an application that is not there', failure('unauthorized_client'), 'refused'],
    ['a request that was not even looked at', failure('invalid_request'), 'unclear'],
    ['trouble', failure(undefined, 503), 'unclear'],
    ['tokens for nothing', { kind: 'tokens', tokens: { access_token: 'x' } }, 'unclear'],
  ])('of %s', (_, outcome, verdict) => {
    expect(secretVerdict(outcome)).toBe(verdict);
  });
});
