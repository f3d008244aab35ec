import { type OAuthToken } from '../tokens/oauth-token.js';
import { afterFailure, type Circumstances } from './after-failure.js';

const now = new Date('2026-11-20T12:00:00Z');
const seconds = (count: number): Date => new Date(now.getTime() + count * 1_000);
const plain = { class: 'reconnect', code: 'invalid_grant', certain: false } as const;
const later = { class: 'retry-later', code: 'http-503', certain: true } as const;

function given(token: Partial<OAuthToken> = {}, more: Partial<Circumstances> = {}): Circumstances {
  const fresh = { state: 'live', attempts: 0, firstStrikeAt: null } as const;
  return {
    token: { ...fresh, ...token },
    rotation: 'keeps-old',
    doubtful: false,
    now,
    chance: () => 0,
    ...more,
  };
}

describe('afterFailure', () => {
  it('buries a grant at once for a listed code', () => {
    const failure = { class: 'reconnect', code: 'AADSTS50173', certain: true } as const;
    expect(afterFailure(failure, given())).toEqual({
      state: 'reconnect',
      failureClass: 'reconnect',
      failureCode: 'AADSTS50173',
      firstStrikeAt: null,
      attempts: 1,
      waitMs: null,
    });
  });

  it('suspects a grant after one plain refusal and looks again after a minute', () => {
    const first = afterFailure(plain, given());
    expect(first).toMatchObject({ state: 'suspected', firstStrikeAt: now, waitMs: 61_000 });
  });

  it.each([
    ['early', -59, 'suspected'],
    ['late enough', -60, 'reconnect'],
    ['much later', -3_600, 'reconnect'],
  ])('takes a second refusal that comes %s (%i s) for %s', (_, strike, state) => {
    const token = { state: 'suspected', attempts: 1, firstStrikeAt: seconds(strike) } as const;
    expect(afterFailure(plain, given(token)).state).toBe(state);
  });

  it('keeps the first refusal in mind through trouble in between', () => {
    const token = { state: 'suspected', attempts: 1, firstStrikeAt: seconds(-90) } as const;
    expect(afterFailure(later, given(token))).toMatchObject({
      state: 'suspected',
      firstStrikeAt: seconds(-90),
    });
  });

  it.each([
    ['strict', true, 'reconnect', 'refresh-answer-lost'],
    ['strict', false, 'suspected', 'invalid_grant'],
    ['keeps-old', true, 'suspected', 'invalid_grant'],
  ] as const)(
    'under %s rotation, answer lost before: %s, one refusal is %s (%s)',
    (rotation, doubtful, state, code) => {
      const after = afterFailure(plain, given({}, { rotation, doubtful }));
      expect(after).toMatchObject({ state, failureCode: code });
    },
  );

  it.each([
    ['the first time', 0, undefined, 5],
    ['the third time', 2, undefined, 20],
    ['the fiftieth time', 49, undefined, 300],
    ['as long as the provider asks for', 0, 120_000, 120],
    ['its own time when that is longer', 9, 1_000, 300],
  ])('waits %s', (_, attempts, retryAfterMs, wait) => {
    const after = afterFailure(later, given({ attempts }, { retryAfterMs }));
    expect(after).toMatchObject({ state: 'live', attempts: attempts + 1, waitMs: wait * 1_000 });
  });

  it.each(['ask-admin', 'fix-client'] as const)(
    'leaves the state alone for %s and looks again at leisure',
    (kind) => {
      const after = afterFailure({ class: kind, code: 'x', certain: true }, given());
      expect(after).toMatchObject({ state: 'live', failureClass: kind, waitMs: 150_000 });
    },
  );

  it.each([plain, later])('raises no dead grant ($code)', (failure) => {
    expect(afterFailure(failure, given({ state: 'reconnect' })).state).toBe('reconnect');
  });
});
