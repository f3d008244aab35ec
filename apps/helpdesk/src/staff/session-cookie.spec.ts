import { openCookie, PROVED, readCookie, sealCookie, SIGNED_IN } from './session-cookie.js';
import { ownPath } from './sign-in-required.js';

const now = new Date('2026-03-01T12:00:00Z');
const later = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);
const cookie = sealCookie(SIGNED_IN, 'secret', 'admin', now);

describe('the sign-in cookie', () => {
  it.each([
    ['as it was made', cookie, later(1), 'admin'],
    ['just before its end', cookie, later(SIGNED_IN.lastsMs - 1), 'admin'],
    ['at its end', cookie, later(SIGNED_IN.lastsMs), null],
    ['of another secret', sealCookie(SIGNED_IN, 'other', 'admin', now), now, null],
    ['of another login', cookie.replace(/^[^.]+/, Buffer.from('agent').toString('base64url')), now, null],
    ['with a longer life', cookie.replace(/\.(\d)/, '.9$1'), now, null],
    ['without a signature', cookie.replace(/\.[^.]+$/, ''), now, null],
    ['that proves a password', sealCookie(PROVED, 'secret', 'admin', now), now, null],
    ['with nothing in it', '', now, null],
  ])('%s', (_, value, at, login) => {
    expect(openCookie(SIGNED_IN, 'secret', value, at)).toBe(login);
  });

  it.each([
    ['helpdesk=a.b', 'a.b'],
    ['other=1; helpdesk=a.b; more=2', 'a.b'],
    ['xhelpdesk=a', null],
    ['', null],
    [undefined, null],
  ])('is read from %j', (header, value) => {
    expect(readCookie(header, 'helpdesk')).toBe(value);
  });
});

it.each([
  ['/tickets/1042?x=1#y', '/tickets/1042?x=1#y'],
  ['/', '/'],
  ['//evil.test', '/'],
  ['/\\evil.test', '/'],
  ['https://evil.test', '/'],
  ['/a\nb', '/'],
  ['', '/'],
  [undefined, '/'],
  [['/a'], '/'],
])('a sign-in that wants %j leads to %s', (wanted, path) => {
  expect(ownPath(wanted)).toBe(path);
});
