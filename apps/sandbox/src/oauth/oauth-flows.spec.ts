import { exportJWK, generateKeyPair } from 'jose';
import * as openid from 'openid-client';
import { startSandbox, type Profile, type Sandbox } from '../index.js';

const redirectUri = 'http://localhost:9999/any/path';
const insecure = { execute: [openid.allowInsecureRequests] };
const client = { id: 'mailroom-demo', secret: 'mailroom-demo-secret' };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

type Answer = Record<string, unknown> & {
  access_token: string;
  refresh_token?: string;
  scope: string;
  id_token: string;
};

async function post(url: string, fields: Record<string, string>): Promise<{ status: number; body: Answer }> {
  const form = new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...fields });
  const response = await fetch(url, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Answer };
}

async function authorize(
  profile: Profile,
  params: Record<string, string>,
  address = 'support@sandbox.test',
  withhold: string[] = [],
) {
  const verifier = openid.randomPKCECodeVerifier();
  const url = new URL(sandbox.issuer(profile).authorization);
  const query = {
    client_id: client.id,
    response_type: 'code',
    redirect_uri: redirectUri,
    state: 'xyz',
    scope: sandbox.issuer(profile).scopes.join(' '),
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...params,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const callback = new URL(await sandbox.visit(url.href, { address, withhold }));
  return { callback, verifier };
}

async function connect(
  profile: Profile,
  params: Record<string, string> = {},
  address?: string,
  withhold?: string[],
): Promise<Answer> {
  const { callback, verifier } = await authorize(profile, params, address, withhold);
  const { status, body } = await post(sandbox.issuer(profile).token, {
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined });
  return body;
}

function refresh(profile: Profile, token: string | undefined) {
  return post(sandbox.issuer(profile).token, { grant_type: 'refresh_token', refresh_token: token ?? '' });
}

function claimsOf(idToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}

describe('in the manner of Microsoft', () => {
  it('keeps the old refresh token alive beside each new one', async () => {
    const first = await connect('microsoft');
    const second = await refresh('microsoft', first.refresh_token);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh('microsoft', first.refresh_token)).status).toBe(200);
    expect((await refresh('microsoft', second.body.refresh_token)).status).toBe(200);
  });

  it('names who it is and what was granted, without offline_access', async () => {
    const answer = await connect('microsoft', {}, 'sales@sandbox.test');
    expect(answer.scope.split(' ')).toContain('https://outlook.office.com/IMAP.AccessAsUser.All');
    expect(answer.scope).not.toContain('offline_access');
    expect(answer.ext_expires_in).toBe(answer.expires_in);
    expect(claimsOf(answer.id_token)).toMatchObject({
      iss: sandbox.issuer('microsoft').issuer,
      email: 'sales@sandbox.test',
      preferred_username: 'sales@sandbox.test',
      name: 'Sales',
      tid: expect.any(String),
      oid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-/),
    });
  });

  it('gives no refresh token without offline_access', async () => {
    const answer = await connect('microsoft', {
      scope: 'https://outlook.office.com/IMAP.AccessAsUser.All openid email',
    });
    expect(answer.refresh_token).toBeUndefined();
  });

  it('answers a revoked grant with AADSTS50173 and an expired one with AADSTS700082', async () => {
    const { refresh_token: revoked } = await connect('microsoft', {}, 'alice@sandbox.test');
    expect(sandbox.revoke('alice@sandbox.test')).toBe(1);
    const { status, body } = await refresh('microsoft', revoked);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [50173],
      suberror: 'bad_token',
      error_description: expect.stringMatching(
        /^AADSTS50173: .* Trace ID: .* Correlation ID: .* Timestamp: /,
      ),
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      timestamp: expect.any(String),
      error_uri: expect.any(String),
    });
    const { refresh_token: expired } = await connect('microsoft', {}, 'alice@sandbox.test');
    sandbox.expireRefreshTokens('alice@sandbox.test');
    expect((await refresh('microsoft', expired)).body.error_codes).toEqual([700082]);
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 7000215],
    ['an unknown application', { client_id: 'nobody' }, 400, 700016],
    ['a refresh token nobody issued', {}, 400, 9002313],
  ])('answers %s with its number', async (_case, fields, status, code) => {
    const answer = await post(sandbox.issuer('microsoft').token, {
      grant_type: 'refresh_token',
      refresh_token: 'x',
      ...fields,
    });
    expect([answer.status, answer.body.error_codes]).toEqual([status, [code]]);
  });

  it('sends no iss back, and tells a denial as AADSTS65004', async () => {
    const { callback } = await authorize('microsoft', {});
    expect(callback.searchParams.get('iss')).toBeNull();
    const url = new URL(sandbox.issuer('microsoft', 'common').authorization);
    url.search = new URLSearchParams({
      client_id: client.id,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid',
      state: 's',
    }).toString();
    const denied = new URL(await sandbox.visit(url.href, { address: 'bob@sandbox.test', decision: 'deny' }));
    expect(Object.fromEntries(denied.searchParams)).toMatchObject({
      error: 'access_denied',
      error_subcode: 'cancel',
      state: 's',
      error_description: expect.stringMatching(/^AADSTS65004/),
    });
  });

  it('publishes its endpoints under the tenant that was asked', async () => {
    const own = (await (await fetch(sandbox.issuer('microsoft').discovery)).json()) as Record<
      string,
      unknown
    >;
    expect(own).toMatchObject({
      issuer: sandbox.issuer('microsoft').issuer,
      token_endpoint: sandbox.issuer('microsoft').token,
    });
    const common = (await (await fetch(sandbox.issuer('microsoft', 'common').discovery)).json()) as Record<
      string,
      unknown
    >;
    expect(common.issuer).toBe(`${sandbox.http.url}/{tenantid}/v2.0`);
    expect(common.authorization_endpoint).toBe(`${sandbox.http.url}/common/oauth2/v2.0/authorize`);
  });
});

describe('in the manner of Google', () => {
  it('gives a refresh token only for offline access, at the first consent or when asked to consent again', async () => {
    const online = await connect('google', {}, 'bob@sandbox.test');
    expect(online.refresh_token).toBeUndefined();
    const again = await connect('google', { access_type: 'offline' }, 'bob@sandbox.test');
    expect(again.refresh_token).toBeUndefined();
    const consented = await connect(
      'google',
      { access_type: 'offline', prompt: 'consent' },
      'bob@sandbox.test',
    );
    expect(consented.refresh_token).toEqual(expect.any(String));
  });

  it('answers a refresh without a refresh token, and keeps the one there is', async () => {
    const { refresh_token } = await connect('google', { access_type: 'offline' }, 'alice@sandbox.test');
    for (const _round of [1, 2]) {
      const { status, body } = await refresh('google', refresh_token);
      expect([status, 'refresh_token' in body]).toEqual([200, false]);
    }
  });

  it('lets a person withhold the mail', async () => {
    const answer = await connect('google', { prompt: 'consent' }, 'support@sandbox.test', [
      'https://mail.google.com/',
    ]);
    expect(answer.scope.split(' ').sort()).toEqual([
      'https://www.googleapis.com/auth/userinfo.email',
      'openid',
    ]);
    expect(claimsOf(answer.id_token)).toMatchObject({
      email: 'support@sandbox.test',
      email_verified: true,
      hd: 'sandbox.test',
    });
  });

  it('says of every dead token that it was expired or revoked', async () => {
    const { refresh_token } = await connect(
      'google',
      { access_type: 'offline', prompt: 'consent' },
      'sales@sandbox.test',
    );
    sandbox.revoke('sales@sandbox.test', 'google');
    const { status, body } = await refresh('google', refresh_token);
    expect([status, body]).toEqual([
      400,
      { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
    ]);
  });
});

describe('by the book', () => {
  it('rotates refresh tokens, and a second use of one kills the whole grant', async () => {
    const first = await connect('strict');
    const second = await refresh('strict', first.refresh_token);
    expect(second.status).toBe(200);
    expect((await refresh('strict', first.refresh_token)).body.error).toBe('invalid_grant');
    expect((await refresh('strict', second.body.refresh_token)).body.error).toBe('invalid_grant');
  });

  it('serves openid-client from discovery to revocation', async () => {
    const configuration = await openid.discovery(
      new URL(sandbox.issuer('strict').issuer),
      client.id,
      client.secret,
      undefined,
      insecure,
    );
    const verifier = openid.randomPKCECodeVerifier();
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid email offline_access mail',
      state: 'state',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const callback = new URL(await sandbox.visit(url.href, { address: 'bob@sandbox.test' }));
    const tokens = await openid.authorizationCodeGrant(configuration, callback, {
      pkceCodeVerifier: verifier,
      expectedState: 'state',
    });
    expect(tokens.claims()).toMatchObject({
      email: 'bob@sandbox.test',
      name: 'Bob',
      preferred_username: 'bob@sandbox.test',
    });
    const renewed = await openid.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
    await openid.tokenRevocation(configuration, renewed.refresh_token ?? '');
    await expect(openid.refreshTokenGrant(configuration, renewed.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('tells Dovecot whose mailbox a token opens', async () => {
    const { accessToken } = await sandbox.issueTokens('alice@sandbox.test');
    const ask = () =>
      post(sandbox.issuer('strict').introspection, {
        client_id: 'dovecot',
        client_secret: 'dovecot-secret',
        token: accessToken,
      });
    expect((await ask()).body).toMatchObject({ active: true, email: 'alice@sandbox.test' });
    sandbox.expireAccessTokens('alice@sandbox.test');
    expect((await ask()).body).toEqual({ active: false });
  });

  it('signs applications in with client credentials and with a key', async () => {
    const { body } = await post(sandbox.issuer('strict').token, {
      grant_type: 'client_credentials',
      scope: 'mail',
    });
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'mail' });
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    sandbox.registerClient({ id: 'with-key', jwks: { keys: [await exportJWK(publicKey)] } });
    for (const profile of ['strict', 'microsoft'] as const) {
      const discovery = new URL(sandbox.issuer(profile).discovery);
      const proof = openid.PrivateKeyJwt(privateKey);
      const configuration = await openid.discovery(discovery, 'with-key', undefined, proof, insecure);
      const tokens = await openid.clientCredentialsGrant(configuration, {
        scope: 'https://outlook.office365.com/.default',
      });
      expect(tokens).toMatchObject({ token_type: 'bearer', access_token: expect.any(String) });
    }
  });
});

describe('at the door', () => {
  it('refuses a redirect address that is neither registered nor on loopback', async () => {
    sandbox.registerClient({
      id: 'registered',
      secret: 'secret',
      redirectUris: ['https://app.example/callback'],
    });
    const url = new URL(sandbox.issuer('strict').authorization);
    const ask = async (clientId: string, redirect_uri: string) => {
      url.search = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        redirect_uri,
        scope: 'openid',
      }).toString();
      return (await fetch(url, { redirect: 'manual', headers: { accept: 'text/html' } })).status;
    };
    expect(await ask(client.id, 'https://evil.example/')).toBe(400);
    expect(await ask('registered', 'http://localhost:1/')).toBe(400);
  });

  it('asks again after a wrong password, and fills in the address hinted at', async () => {
    const url = new URL(sandbox.issuer('google').authorization);
    url.search = new URLSearchParams({
      client_id: client.id,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: 'openid',
      login_hint: 'sales@sandbox.test',
    }).toString();
    const begun = await fetch(url, { redirect: 'manual' });
    const cookie = begun.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const page = new URL(begun.headers.get('location') ?? '', sandbox.http.url);
    expect(await (await fetch(page, { headers: { cookie } })).text()).toContain('value="sales@sandbox.test"');
    const form = new URLSearchParams({ step: 'sign-in', address: 'sales@sandbox.test', password: 'guess' });
    expect(await (await fetch(page, { method: 'POST', body: form, headers: { cookie } })).text()).toContain(
      'That mailbox or password is wrong.',
    );
  });
});
