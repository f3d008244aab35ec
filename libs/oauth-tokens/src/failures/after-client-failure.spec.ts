import { afterClientFailure, type ClientCircumstances } from './after-client-failure.js';

const now = new Date('2026-11-20T12:00:00Z');
const seconds = (count: number): Date => new Date(now.getTime() + count * 1_000);
const fault = { class: 'fix-client', code: 'AADSTS7000222', certain: true } as const;
const trouble = { class: 'retry-later', code: 'http-503', certain: true } as const;
const loop = { ...trouble, code: 'AADSTS50196' } as const;

function given(change: Partial<ClientCircumstances> = {}): ClientCircumstances {
  return {
    client: { failures: 0, failedTokenId: null, notBefore: null },
    tokenId: 'one',
    alone: false,
    status: 400,
    probing: false,
    now,
    chance: () => 0,
    ...change,
  };
}
const after = (failures: number, failedTokenId = 'other', notBefore: Date | null = null) => ({
  client: { failures, failedTokenId, notBefore },
});

describe('afterClientFailure', () => {
  it.each([
    ['the first time', {}, 1, 150],
    ['the third time', after(2), 3, 600],
    ['the fiftieth time', after(49), 50, 1_800],
    ['as long as the provider asks for', { retryAfterMs: 900_000 }, 1, 900],
    ['when a probe failed again', { ...after(1, 'one', seconds(30)), probing: true }, 2, 300],
  ])('leaves a provider alone that refuses the client: %s', (_, change, failures, wait) => {
    expect(afterClientFailure(fault, given(change))).toEqual({
      kind: 'failing',
      failureCode: 'AADSTS7000222',
      failureClass: 'fix-client',
      failures,
      waitMs: wait * 1_000,
    });
  });

  it.each([
    ['429', trouble, { status: 429 }, 5],
    ['429 with Retry-After', trouble, { status: 429, retryAfterMs: 60_000 }, 60],
    ['503 with Retry-After', trouble, { status: 503, retryAfterMs: 60_000 }, 60],
    ['a loop of ours', loop, {}, 150],
  ])('pauses the whole client after %s', (_, failure, change, wait) => {
    expect(afterClientFailure(failure, given(change))).toMatchObject({
      kind: 'failing',
      waitMs: wait * 1_000,
    });
  });

  it.each([
    ['the first token in trouble', {}, 1, null],
    ['the fourth', after(3), 4, null],
    ['the fifth', after(4), 5, 5],
    ['the sixth', after(5), 6, 10],
    ['the only token again', { ...after(1, 'one'), alone: true }, 2, null],
    ['the only token the fifth time', { ...after(4, 'one'), alone: true }, 5, 5],
    ['a probe', { ...after(4, 'one'), probing: true }, 5, 5],
    ['a probe after a fault', { ...after(1, 'one'), probing: true }, 2, 5],
  ])('counts trouble: %s', (_, change, failures, wait) => {
    expect(afterClientFailure(trouble, given({ status: 503, ...change }))).toMatchObject({
      failures,
      waitMs: wait === null ? null : wait * 1_000,
    });
  });

  it.each([
    ['trouble that meets the same token again', trouble, after(1, 'one')],
    ['a fault on its way when the breaker opened', fault, after(1, 'other', seconds(60))],
    ['trouble on its way then', trouble, after(5, 'other', seconds(60))],
    [
      'being asked away for less than we stay',
      trouble,
      { ...after(1, 'x', seconds(60)), retryAfterMs: 30_000 },
    ],
  ])('learns nothing from %s', (_, failure, change) => {
    expect(afterClientFailure(failure, given({ status: 503, ...change }))).toBeNull();
  });

  it('stays away for longer when asked to', () => {
    const asked = given({ ...after(1, 'x', seconds(60)), status: 503, retryAfterMs: 90_000 });
    expect(afterClientFailure(trouble, asked)).toMatchObject({ waitMs: 90_000 });
  });

  it.each(['reconnect', 'ask-admin'] as const)('clears a client whose token was judged (%s)', (kind) => {
    const judged = { class: kind, code: 'x', certain: true } as const;
    expect(afterClientFailure(judged, given(after(7)))).toEqual({ kind: 'sound' });
  });
});
