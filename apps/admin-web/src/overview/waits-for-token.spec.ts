import { waitsForToken } from './waits-for-token.js';

const illTokens = [{ id: 'ill' }];

it.each([
  ['fails for an ill token', 'ill', 'token-needs-reconnect', true],
  ['fails for something else', 'ill', 'mailbox-unreachable', false],
  ['fails for a token that is not among them', 'other', 'token-needs-reconnect', false],
  ['has no token', null, 'token-needs-reconnect', false],
])('%s', (_, tokenId, code, expected) => {
  expect(waitsForToken({ tokenId, health: { failure: { code } } }, illTokens)).toBe(expected);
});

it('says no of what does not fail', () => {
  expect(waitsForToken({ tokenId: 'ill', health: { failure: null } }, illTokens)).toBe(false);
});
