import { lookAtKeys } from './look-at-keys.js';

const share = (keyId: string, count: number, inRing = true) => ({
  keyId,
  count,
  inRing,
  current: keyId === 'new',
  byPlace: [],
});
const progress = { currentKeyId: 'new', total: 3, done: 3, unreadable: 0, lastRun: null };

it.each([
  ['all with the current key', { byKey: [share('new', 3)] }, 'ok', 'All 3'],
  ['some with an older one', { done: 1, byKey: [share('new', 1), share('old', 2)] }, 'warning', '2 of 3'],
  [
    'some with one that is gone',
    { done: 1, unreadable: 2, byKey: [share('new', 1), share('gone', 2, false)] },
    'fault',
    'gone',
  ],
])('%s', (_, change, verdict, says) => {
  const finding = lookAtKeys({ ...progress, ...change }, []);
  expect(finding).toMatchObject({ verdict, says: expect.stringContaining(says) });
});

it('some that do not open with the key that they name', () => {
  const spoilt = {
    place: 'mail_account.sealed_password',
    owner: { kind: 'account', id: '1', name: 'Support' },
    keyId: 'new',
  };
  const finding = lookAtKeys({ ...progress, byKey: [share('new', 3)] }, [spoilt]);
  expect(finding).toMatchObject({ verdict: 'fault', says: expect.stringContaining('(account Support)') });
});
