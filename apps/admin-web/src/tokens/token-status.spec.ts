import { noTokenYet, tokenStatus } from './token-status.js';

const now = new Date('2026-05-03T10:00:00Z');
const live = {
  state: 'live' as const,
  accessExpiresAt: '2026-05-03T11:00:00Z',
  refreshExpiresAt: null,
  renewal: 'refresh-token' as const,
  failure: null,
  nextRefreshAt: '2026-05-03T10:54:00Z',
};
const failure = { code: 'http-503', class: 'retry-later' as const, at: '2026-05-03T09:59:00Z' };
const letGo = { ...failure, code: 'disconnected', class: 'reconnect' as const };

describe('tokenStatus', () => {
  it.each([
    ['a live token', live, 'good', 'Token valid'],
    ['a live token whose last refresh failed', { ...live, failure }, 'good', 'Token valid'],
    ['an expired one', { ...live, accessExpiresAt: '2026-05-03T09:00:00Z' }, 'waiting', 'Token expired'],
    ['a suspected one', { ...live, state: 'suspected' as const }, 'waiting', 'Being checked again'],
    ['a dead one', { ...live, state: 'reconnect' as const }, 'bad', 'Reconnect needed'],
    ['one that was let go', { ...live, state: 'reconnect' as const, failure: letGo }, 'bad', 'Disconnected'],
  ])('names %s', (_, token, tone, word) => {
    expect(tokenStatus(token, now)).toMatchObject({ tone, word });
  });

  it.each([
    ['no date', live, 'Refresh token is valid (without expiration date).'],
    ['none', { ...live, renewal: 'none' as const }, 'No refresh token was requested yet.'],
    ['a dead grant', { ...live, state: 'reconnect' as const }, 'Refresh token has expired.'],
  ])('tells of a refresh token with %s', (_, token, refresh) => {
    expect(tokenStatus(token, now).refresh).toBe(refresh);
  });

  it('tells of the last failure beside the date', () => {
    expect(tokenStatus({ ...live, failure }, now).access).toMatch(
      /^Token is valid until .* Last token request failed\.$/,
    );
  });

  const appOnly = { ...live, renewal: 'client' as const };
  const past = '2026-05-01T08:00:00Z';
  const ahead = '2026-07-01T08:00:00Z';

  // What people know from their former helpdesk: every text of Znuny's overview has its like.
  it.each<[string, { access: string; refresh: string }]>([
    ['No token was requested yet.', { access: noTokenYet, refresh: '' }],
    ['Token is valid until', tokenStatus(live, now)],
    ['Token has expired on', tokenStatus({ ...live, accessExpiresAt: past }, now)],
    ['Last token request failed.', tokenStatus({ ...appOnly, failure }, now)],
    ['Refresh token request is not configured.', tokenStatus(appOnly, now)],
    ['Last (refresh) token request failed.', tokenStatus({ ...live, failure }, now)],
    ['No refresh token was requested yet.', tokenStatus({ ...live, renewal: 'none' }, now)],
    ['Refresh token has expired on', tokenStatus({ ...live, refreshExpiresAt: past }, now)],
    ['Refresh token has expired.', tokenStatus({ ...live, state: 'reconnect' }, now)],
    ['Refresh token is valid until', tokenStatus({ ...live, refreshExpiresAt: ahead }, now)],
    ['Refresh token is valid (without expiration date).', tokenStatus(live, now)],
  ])('says “%s”', (text, { access, refresh }) => {
    expect(`${access} ${refresh}`).toContain(text);
  });

  it('says of a suspected one when the provider is asked again', () => {
    expect(tokenStatus({ ...live, state: 'suspected' }, now).refresh).toMatch(
      /^The provider refused .* asks again \(3 May 2026, .*\) before/,
    );
  });
});
