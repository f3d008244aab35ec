import { Secret } from '@mailroom/kernel';
import { readClaims } from './read-claims.js';

const jwt = (payload: unknown): Secret =>
  Secret.of(
    ['{}', JSON.stringify(payload), 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.'),
  );

it('tells what mail depends on, and nothing else', () => {
  const claims = readClaims(
    jwt({
      aud: 'https://outlook.office.com',
      scp: 'IMAP.AccessAsUser.All SMTP.Send',
      tid: 't',
      upn: 'ada@example.com',
      appid: 'a',
      oid: 'o',
      iat: 1,
      exp: 3601,
      puid: 'private',
    }),
  );
  expect(claims).toEqual({
    audience: ['https://outlook.office.com'],
    issuer: null,
    scopes: ['IMAP.AccessAsUser.All', 'SMTP.Send'],
    roles: [],
    tenant: 't',
    user: 'ada@example.com',
    application: 'a',
    objectId: 'o',
    issuedAt: new Date(1_000),
    expiresAt: new Date(3_601_000),
  });
});

it.each<[string, object, object]>([
  ['several audiences', { aud: ['a', 'b'] }, { audience: ['a', 'b'] }],
  ['roles', { roles: ['IMAP.AccessAsApp'] }, { roles: ['IMAP.AccessAsApp'] }],
  [
    'scopes by their standard name (RFC 9068)',
    { scope: 'mail openid', client_id: 'c' },
    { scopes: ['mail', 'openid'], application: 'c' },
  ],
  ['nothing', {}, { audience: [], scopes: [], roles: [], user: null, expiresAt: null }],
  ['nonsense', { aud: 7, scp: [], roles: 'x', exp: 'soon', tid: {} }, { audience: [], tenant: null }],
])('understands a token with %s', (_, payload, expected) => {
  expect(readClaims(jwt(payload))).toMatchObject(expected);
});

it.each([
  ['an opaque one', 'ya29.a0AfH6SMBx'],
  ['one with two dots that is no JWT', 'a.b.c'],
  ['one that holds no object', 'e30.W10.x'],
  ['an empty one', ''],
])('has nothing to say about %s', (_, token) => {
  expect(readClaims(Secret.of(token))).toBeNull();
});
