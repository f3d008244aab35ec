import { readClaims, refusalOfClaims } from './assertion.js';

const mail = 'https://mail.google.com/';
const account = { email: 'robot@project.example', jwks: { keys: [] }, scopes: [mail] };
const circumstances = {
  tokenUrl: 'http://here/token',
  now: 10_000,
  knownScopes: [mail, 'email'],
  isPerson: (address: string) => address === 'alice@sandbox.test',
};
const good = { aud: 'http://here/token', iat: 10_000, exp: 13_600, scope: mail, sub: 'alice@sandbox.test' };

it.each<[string, object, string | null]>([
  ['nothing', {}, null],
  ['no sub', { sub: undefined }, null],
  ['a clock five minutes ahead', { iat: 10_300, exp: 13_900 }, null],
  ['another audience', { aud: 'http://elsewhere/token' }, 'invalid_grant'],
  ['a clock far ahead', { iat: 10_301, exp: 13_000 }, 'invalid_grant'],
  ['a clock far behind', { iat: 6000, exp: 9600 }, 'invalid_grant'],
  ['a life of more than an hour', { exp: 13_601 }, 'invalid_grant'],
  ['no times', { iat: undefined, exp: undefined }, 'invalid_grant'],
  ['a mailbox nobody has', { sub: 'nobody@sandbox.test' }, 'invalid_grant'],
  ['a scope nobody knows', { scope: `${mail} frobnicate` }, 'invalid_scope'],
  ['no scope', { scope: '' }, 'invalid_scope'],
  ['a scope that was not delegated', { scope: `${mail} email` }, 'unauthorized_client'],
])('finds fault with %s: %j is %s', (_what, changes, error) => {
  expect(refusalOfClaims({ ...good, ...changes }, account, circumstances)?.error ?? null).toBe(error);
});

it('reads no claims in what is no JWT', () => {
  expect([readClaims(''), readClaims('a.b.c')]).toEqual([null, null]);
});
