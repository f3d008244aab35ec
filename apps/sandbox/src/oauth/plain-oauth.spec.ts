import { ImapFlow } from 'imapflow';
import * as openid from 'openid-client';
import { startSandbox, type Sandbox } from '../index.js';

const client = { id: 'mailroom-demo', secret: 'mailroom-demo-secret' };
const redirectUri = 'http://localhost:9999/back';
const insecure = { execute: [openid.allowInsecureRequests], algorithm: 'oauth2' as const };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const configured = () =>
  openid.discovery(new URL(sandbox.issuer('plain').discovery), client.id, client.secret, undefined, insecure);

async function authorize(params: Record<string, string>): Promise<{ callback: URL; verifier: string }> {
  const verifier = openid.randomPKCECodeVerifier();
  const url = openid.buildAuthorizationUrl(await configured(), {
    redirect_uri: redirectUri,
    scope: 'mail.imap mail.smtp',
    state: 'state',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...params,
  });
  return { callback: new URL(await sandbox.visit(url.href, { address: 'alice@sandbox.test' })), verifier };
}

it('publishes what it can do, and nothing about identities', async () => {
  const { issuer, discovery, token, device, revocation } = sandbox.issuer('plain');
  expect(discovery).toBe(`${sandbox.http.url}/plain/.well-known/oauth-authorization-server`);
  for (const url of [discovery, `${sandbox.http.url}/.well-known/oauth-authorization-server/plain`]) {
    const metadata = (await (await fetch(url)).json()) as Record<string, unknown>;
    expect(metadata).toMatchObject({
      issuer,
      token_endpoint: token,
      device_authorization_endpoint: device,
      revocation_endpoint: revocation,
      scopes_supported: ['mail.imap', 'mail.pop', 'mail.smtp'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    });
    expect(Object.keys(metadata).filter((name) => /id_token|userinfo|claims|subject/.test(name))).toEqual([]);
  }
  expect((await fetch(`${issuer}/.well-known/openid-configuration`)).status).toBe(404);
  expect((await fetch(`${issuer}/userinfo`)).status).toBe(404);
});

it('gives a rotating refresh token without being asked, never an id_token, and names itself in the redirect', async () => {
  const { callback, verifier } = await authorize({});
  expect(callback.searchParams.get('iss')).toBe(sandbox.issuer('plain').issuer);
  const configuration = await configured();
  const tokens = await openid.authorizationCodeGrant(configuration, callback, {
    pkceCodeVerifier: verifier,
    expectedState: 'state',
  });
  expect(tokens.id_token).toBeUndefined();
  expect(tokens.scope).toBe('mail.imap mail.smtp');
  const auth = { user: 'alice@sandbox.test', accessToken: tokens.access_token };
  const imap = new ImapFlow({ ...sandbox.imap, secure: false, auth, logger: false });
  await imap.connect();
  await imap.logout();
  const renewed = await openid.refreshTokenGrant(configuration, tokens.refresh_token ?? '');
  expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
  await expect(openid.refreshTokenGrant(configuration, tokens.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  });
});

it('knows no openid, and insists on PKCE', async () => {
  const refused = await authorize({ scope: 'mail.imap openid' });
  expect(refused.callback.searchParams.get('error')).toBe('invalid_scope');
  const url = new URL(sandbox.issuer('plain').authorization);
  const query = {
    client_id: client.id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'mail.imap',
  };
  url.search = new URLSearchParams(query).toString();
  const callback = new URL(await sandbox.visit(url.href, { address: 'alice@sandbox.test' }));
  expect(callback.searchParams.get('error')).toBe('invalid_request');
  const body = new URLSearchParams({ client_id: client.id, client_secret: client.secret, scope: 'openid' });
  const device = await fetch(sandbox.issuer('plain').device, { method: 'POST', body });
  expect(await device.json()).toMatchObject({ error: 'invalid_scope' });
});
