import { tokenStatus } from './token-status.js';

const now = new Date('2026-05-03T10:00:00Z');
const live = {
  state: 'live' as const,
  accessExpiresAt: '2026-05-03T11:00:00Z',
  refreshExpiresAt: null,
  hasRefreshToken: true,
  failure: null,
};
const failure = { code: 'http-503', class: 'retry-later' as const, at: '2026-05-03T09:59:00Z' };

describe('tokenStatus', () => {
  it.each([
    ['a live token', live, 'good', 'Token valid'],
    ['a live token whose last refresh failed', { ...live, failure }, 'good', 'Token valid'],
    ['an expired one', { ...live, accessExpiresAt: '2026-05-03T09:00:00Z' }, 'waiting', 'Token expired'],
    ['a suspected one', { ...live, state: 'suspected' as const }, 'waiting', 'Being checked again'],
    ['a dead one', { ...live, state: 'reconnect' as const }, 'bad', 'Reconnect needed'],
  ])('names %s', (_, token, tone, word) => {
    expect(tokenStatus(token, now)).toMatchObject({ tone, word });
  });

  it.each([
    ['no date', live, 'Refresh token is valid (without expiration date).'],
    ['none', { ...live, hasRefreshToken: false }, 'No refresh token was requested yet.'],
    ['a dead grant', { ...live, state: 'reconnect' as const }, 'Refresh token has expired.'],
  ])('tells of a refresh token with %s', (_, token, refresh) => {
    expect(tokenStatus(token, now).refresh).toBe(refresh);
  });

  it('tells of the last failure beside the date', () => {
    expect(tokenStatus({ ...live, failure }, now).access).toMatch(
      /^Token is valid until .* Last token request failed\.$/,
    );
  });
});
