import { toldOwner } from './told-owner.js';

it.each([
  ['what they did', 'consent-denied', { tenant: 't' }, { code: 'consent-denied', params: {} }],
  [
    'whose mailbox it was',
    'another-identity',
    { expected: 'a@b.test', actual: 'c@b.test', tokenId: 'x' },
    { code: 'another-identity', params: { expected: 'a@b.test', actual: 'c@b.test' } },
  ],
  [
    'nothing of clients and providers',
    'exchange-failed',
    { code: 'invalid_client', class: 'fix-client' },
    { code: 'own-mailbox-not-connected', params: {} },
  ],
  ['nothing of what is inside', 'constructor', {}, { code: 'own-mailbox-not-connected', params: {} }],
])('an owner is told %s', (_, code, params, told) => {
  expect(toldOwner(code, params)).toEqual(told);
});
