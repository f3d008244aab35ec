import { DevelopmentKeyRing, SecretBox } from '@mailroom/kernel';
import { invokerChangesSchema, newInvokerSchema } from './invoker-input.js';
import { changedSettings, newSettings } from './invoker-settings.js';
import { type Invoker } from './invoker.js';
import { openHeaders } from './kept-headers.js';
import { originOf } from './origin.js';

/** Any certificate will do. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIB2jCCAYCgAwIBAgIUY6B/EayMECg8wlcmwbIwGh8oH3AwCgYIKoZIzj0EAwIw
KjEoMCYGA1UEAwwfTWFpbHJvb20gc2FuZGJveCwgbG9vcGJhY2sgb25seTAgFw0y
NjExMjAyMjA2MDJaGA8yMTI2MTAyNzIyMDYwMlowKjEoMCYGA1UEAwwfTWFpbHJv
b20gc2FuZGJveCwgbG9vcGJhY2sgb25seTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABG7U3hWMMNM5Ti85aT49jwZtCH1x4xBXFhvyE79GR21brs/1srATJLpOEvpK
FlkpMqfiCiBeqQI8k4hEQy3TvYKjgYEwfzAdBgNVHQ4EFgQUNVY1PvAaaDmjFFLp
N8WJNoeyeWswHwYDVR0jBBgwFoAUNVY1PvAaaDmjFFLpN8WJNoeyeWswLAYDVR0R
BCUwI4IJbG9jYWxob3N0hwR/AAABhxAAAAAAAAAAAAAAAAAAAAABMA8GA1UdEwEB
/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAMzcLpAlLfYfamtyYf/8cVjiZj9G
QcR6WT9u/HEG96/MAiAYnXSX3NF9qP72BWCodmRH5H7iAVDQWeooW+F6vkAIcg==
-----END CERTIFICATE-----
`;
const box = new SecretBox(new DevelopmentKeyRing());
const id = '018f6f1e-0000-7000-8000-000000000000';
const tokenId = '018f6f1e-0000-7000-8000-000000000001';

const made = (more: object = {}): Invoker => {
  const input = newInvokerSchema.parse({
    name: 'crm',
    baseUrl: 'https://crm.example/api/',
    method: 'POST',
    ...more,
  });
  const now = new Date(0);
  return { id, ...newSettings(id, input, box), createdAt: now, updatedAt: now, updatedBy: 'admin' };
};
const changed = (former: Invoker, changes: object): Invoker =>
  Object.assign({}, former, changedSettings(former, invokerChangesSchema.parse(changes), box));
const problem = (work: () => unknown): object => {
  try {
    work();
  } catch (error) {
    const { code, field } = error as { code: string; field?: string };
    return { code, field };
  }
  return {};
};
const key = { name: 'X-Api-Key', value: 'k3y-of-the-crm', secret: true };
const bearer = { authentication: 'bearer', tokenId };

describe('a new invoker', () => {
  it('keeps a base URL without its last slash and Znuny’s placeholder in our spelling', () => {
    const headers = [{ name: 'Authorization', value: 'Bearer <OTRS_OAUTH2_TOKEN>' }];
    const invoker = made({ headers, authentication: 'headers', tokenId });
    expect([invoker.baseUrl, invoker.headers]).toEqual([
      'https://crm.example/api',
      [{ name: 'Authorization', value: 'Bearer {accessToken}' }],
    ]);
  });

  it.each<[string, object, string, string]>([
    ['no token where one is sent', { authentication: 'bearer' }, 'invoker-token-required', 'tokenId'],
    ['headers around no token', { authentication: 'headers', tokenId }, 'access-token-not-placed', 'headers'],
    ['a token in the path', { ...bearer, path: 'x/{accessToken}' }, 'access-token-misplaced', 'path'],
    ['a token in the query', { ...bearer, path: 'x?t={accessToken}' }, 'access-token-misplaced', 'path'],
    ['a token in the body', { ...bearer, body: '{"t": "{accessToken}"}' }, 'access-token-misplaced', 'body'],
    [
      'a token in a header that nobody asked for',
      { headers: [{ name: 'X', value: '{accessToken}' }] },
      'access-token-misplaced',
      'headers.0.value',
    ],
    [
      'Authorization beside a bearer token',
      { ...bearer, headers: [{ name: 'authorization', value: 'x' }] },
      'header-reserved',
      'headers.0.name',
    ],
    [
      'a header of HTTP itself',
      { headers: [{ name: 'Host', value: 'x' }] },
      'header-reserved',
      'headers.0.name',
    ],
    [
      'a header twice',
      {
        headers: [
          { name: 'X-A', value: '1' },
          { name: 'x-a', value: '2' },
        ],
      },
      'header-twice',
      'headers.1.name',
    ],
    [
      'a secret without a value',
      { headers: [{ name: 'X', secret: true }] },
      'header-value-required',
      'headers.0.value',
    ],
    ['a header without a value', { headers: [{ name: 'X' }] }, 'header-value-required', 'headers.0.value'],
    ['a path upwards', { path: '../admin' }, 'path-template-invalid', 'path'],
    ['a path upwards in disguise', { path: 'a/%2E%2e/admin' }, 'path-template-invalid', 'path'],
    ['a fragment', { path: 'a#b' }, 'path-template-invalid', 'path'],
    ['a space in a path', { path: 'a b' }, 'path-template-invalid', 'path'],
    ['a brace too many', { path: 'a/{b' }, 'template-malformed', 'path'],
    ['a body that is no JSON', { body: '{"a": {b}}' }, 'body-template-not-json', 'body'],
    [
      'a body without end',
      { body: '['.repeat(40_000) + ']'.repeat(40_000) },
      'body-template-not-json',
      'body',
    ],
    ['a placeholder as the name of a member', { body: '{"{a}": 1}' }, 'template-malformed', 'body'],
    ['a brace too many in the body', { body: '{"a": "{b"}' }, 'template-malformed', 'body'],
    ['a body with GET', { method: 'GET', body: '{}' }, 'body-not-with-get', 'body'],
    ['a CA that is none', { caCertificate: 'hello' }, 'ca-certificate-invalid', 'caCertificate'],
    [
      'a CA with its key',
      { caCertificate: `${certificate}-----BEGIN PRIVATE KEY-----` },
      'ca-certificate-invalid',
      'caCertificate',
    ],
    [
      'a CA cut in half',
      { caCertificate: certificate.slice(0, 200) + certificate.slice(-30) },
      'ca-certificate-invalid',
      'caCertificate',
    ],
  ])('with %s is refused', (_, more, code, field) => {
    expect(problem(() => made(more))).toEqual({ code, field });
  });

  it.each([
    'ftp://x.example',
    'https://user@x.example',
    'https://x.example/?a=1',
    'https://x.example/{id}',
    'x',
    '',
  ])('does not start from %j', (baseUrl) => {
    expect(newInvokerSchema.safeParse({ name: 'a', baseUrl, method: 'GET' }).success).toBe(false);
  });
});

describe('secret headers', () => {
  it('are sealed, kept while nobody types them, and gone with their header', () => {
    const invoker = made({ headers: [key] });
    expect(JSON.stringify(invoker)).not.toContain(key.value);
    const kept = changed(invoker, { name: 'other', headers: [{ name: 'x-api-key', secret: true }] });
    expect(openHeaders(box, kept).get('x-api-key')?.reveal()).toBe(key.value);
    expect(changed(invoker, { headers: [] }).sealedHeaders).toBeNull();
  });

  it('do not become readable by being called public, nor by another name', () => {
    const invoker = made({ headers: [key] });
    const required = { code: 'header-value-required', field: 'headers.0.value' };
    expect(problem(() => changed(invoker, { headers: [{ name: 'X-Api-Key' }] }))).toEqual(required);
    expect(problem(() => changed(invoker, { headers: [{ name: 'X-Other', secret: true }] }))).toEqual(
      required,
    );
  });

  it('may have any name', () => {
    const invoker = made({ headers: [{ ...key, name: '__proto__' }] });
    expect(openHeaders(box, invoker).get('__proto__')?.reveal()).toBe(key.value);
  });

  it('open in no other row and at no other origin', () => {
    const invoker = made({ headers: [key] });
    for (const elsewhere of [{ id: tokenId }, { baseUrl: 'https://evil.example' }, { caCertificate: 'x' }])
      expect(problem(() => openHeaders(box, Object.assign({}, invoker, elsewhere)))).toMatchObject({
        code: 'secret-unreadable',
      });
  });
});

describe('another origin', () => {
  const moves = [
    { baseUrl: 'https://evil.example/api' },
    { baseUrl: 'http://crm.example/api' },
    { baseUrl: 'https://crm.example:8443/api' },
    { caCertificate: certificate },
  ];

  it.each(moves)('needs secret headers again: %j', (move) => {
    const invoker = made({ headers: [{ name: 'X-A', value: 'open' }, key] });
    expect(problem(() => changed(invoker, move))).toEqual({
      code: 'header-needed-again',
      field: 'headers.1.value',
    });
    const headers = [{ ...key, value: 'typed again' }];
    expect(
      openHeaders(box, changed(invoker, { ...move, headers }))
        .get('x-api-key')
        ?.reveal(),
    ).toBe('typed again');
  });

  it.each(moves)('needs the token to be named again: %j', (move) => {
    const invoker = made(bearer);
    expect(problem(() => changed(invoker, move))).toEqual({
      code: 'invoker-token-needed-again',
      field: 'tokenId',
    });
    expect(changed(invoker, { ...move, tokenId }).tokenId).toBe(tokenId);
    expect(changed(invoker, { ...move, authentication: 'none' }).tokenId).toBeNull();
  });

  it('is none where only the path, the spelling of the host or the limits change', () => {
    const invoker = made({ ...bearer, headers: [key] });
    const same = changed(invoker, { baseUrl: 'https://CRM.example:443/v2', path: 'x', timeoutMs: 500 });
    expect(originOf(same)).toBe(originOf(invoker));
  });
});
