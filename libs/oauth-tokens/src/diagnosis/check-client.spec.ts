import { type Client } from '../clients/client-answer.js';
import { requireComplete, requireProof } from './check-client.js';
import { requireSameTime } from './clock-skew.js';

const now = new Date('2026-05-01T12:00:00Z');
const past = '2026-04-01T00:00:00.000Z';
const ahead = '2027-04-01T00:00:00.000Z';
const secret = (expiresAt: string | null, refusedAt: string | null = null) => ({
  id: 's',
  addedAt: past,
  addedBy: 'Ada',
  expiresAt,
  refusedAt,
});
const client = (change: object): Client =>
  ({
    id: 'c',
    validity: 'valid',
    flow: 'authorization-code',
    clientAuthentication: 'post',
    authorizationEndpoint: 'https://provider.test/authorize',
    key: null,
    secrets: [secret(null)],
    ...change,
  }) as Client;
const key = (expiresAt: string) => ({ key: { certificate: { expiresAt } } });
const signed = { clientAuthentication: 'private-key-jwt' };

it.each<[string, object, string | null]>([
  ['a whole client', {}, null],
  ['a public client', { secrets: [] }, null],
  ['one that is switched off', { validity: 'temporarily-invalid' }, 'client-not-valid'],
  ['an application without a secret', { flow: 'client-credentials', secrets: [] }, 'client-incomplete'],
  ['an application with a key', { flow: 'client-credentials', secrets: [], ...signed, ...key(ahead) }, null],
  ['one that signs without a key', signed, 'client-incomplete'],
  ['a service account without a key', { flow: 'jwt-bearer' }, 'client-incomplete'],
  ['consent without an endpoint', { authorizationEndpoint: null }, 'client-incomplete'],
])('completeness of %s', (_, change, code) => {
  expect(codeOf(() => requireComplete(client(change)))).toBe(code);
});

it.each<[string, object, string | null]>([
  ['no secret at all', { secrets: [] }, null],
  ['a secret without a date', {}, null],
  ['a secret with time left', { secrets: [secret(ahead)] }, null],
  ['a secret at its end', { secrets: [secret(now.toISOString())] }, 'secret-expired'],
  ['an old secret beside a new one', { secrets: [secret(past), secret(ahead)] }, null],
  ['two old secrets', { secrets: [secret(past), secret(past)] }, 'secret-expired'],
  ['a secret that was refused', { secrets: [secret(ahead, past)] }, 'secret-refused'],
  ['a refused one beside a good one', { secrets: [secret(ahead, past), secret(ahead)] }, null],
  ['a certificate with time left', { ...signed, ...key(ahead) }, null],
  ['a certificate past its date', { ...signed, ...key(past) }, 'certificate-expired'],
])('proof by %s', (_, change, code) => {
  expect(codeOf(() => requireProof(client(change), now))).toBe(code);
});

it.each<[string | null, object | null]>([
  ['Fri, 01 May 2026 12:00:00 GMT', null],
  ['Fri, 01 May 2026 12:05:00 GMT', null],
  ['Fri, 01 May 2026 12:05:01 GMT', { seconds: 301, direction: 'behind' }],
  ['Fri, 01 May 2026 11:00:00 GMT', { seconds: 3600, direction: 'ahead of' }],
  ['soon', null],
  [null, null],
])('our clock beside the date %j', (date, params) => {
  const found = problemOf(() => requireSameTime(date, now));
  expect(found && { code: found.code, params: found.params }).toEqual(
    params && { code: 'clock-off', params },
  );
});

function codeOf(work: () => void): string | null {
  return problemOf(work)?.code ?? null;
}

function problemOf(work: () => void): { code: string; params: object } | null {
  try {
    work();
    return null;
  } catch (error) {
    return error as { code: string; params: object };
  }
}
