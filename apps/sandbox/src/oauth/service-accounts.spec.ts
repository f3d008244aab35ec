import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { ImapFlow } from 'imapflow';
import { startSandbox, type Sandbox } from '../index.js';

const email = 'robot@project.iam.example';
const mail = 'https://mail.google.com/';
const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.registerServiceAccount({
    email,
    publicKey: await exportSPKI(publicKey),
    kid: 'k1',
    scopes: [mail],
  });
});
afterAll(() => sandbox.stop());

async function ask(
  claims: object = {},
  key = privateKey,
  kid = 'k1',
): Promise<{ status: number; body: any }> {
  const token = sandbox.issuer('google').token;
  const now = Math.floor(Date.now() / 1000);
  const own = { iss: email, sub: 'alice@sandbox.test', aud: token, scope: mail, iat: now, exp: now + 3600 };
  const assertion = await new SignJWT({ ...own, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(key);
  const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  const response = await fetch(token, {
    method: 'POST',
    body: new URLSearchParams({ grant_type, assertion }),
  });
  return { status: response.status, body: await response.json() };
}

async function opens(user: string, accessToken: string): Promise<boolean> {
  const imap = new ImapFlow({ ...sandbox.imap, secure: false, auth: { user, accessToken }, logger: false });
  imap.on('error', () => undefined);
  return imap.connect().then(
    () => imap.logout().then(() => true),
    () => false,
  );
}

it('opens the mailbox in whose name it asks, and no other, without a refresh token', async () => {
  const { status, body } = await ask();
  expect([status, body]).toEqual([
    200,
    { access_token: expect.any(String), expires_in: 3600, scope: mail, token_type: 'Bearer' },
  ]);
  expect(await opens('alice@sandbox.test', body.access_token)).toBe(true);
  expect(await opens('bob@sandbox.test', body.access_token)).toBe(false);
  const dovecot = new URLSearchParams({
    client_id: 'dovecot',
    client_secret: 'dovecot-secret',
    token: body.access_token,
  });
  const answer = await fetch(sandbox.issuer('google').introspection, { method: 'POST', body: dovecot });
  expect(await answer.json()).toMatchObject({ active: true, email: 'alice@sandbox.test', client_id: email });
});

it('opens no mailbox in its own name', async () => {
  const { status, body } = await ask({ sub: undefined });
  expect([status, await opens('alice@sandbox.test', body.access_token)]).toEqual([200, false]);
});

it.each<[string, object, number, string, string]>([
  [
    'an account nobody registered',
    { iss: 'other@project.example' },
    400,
    'invalid_grant',
    'Invalid grant: account not found',
  ],
  ['a mailbox nobody has', { sub: 'nobody@sandbox.test' }, 400, 'invalid_grant', 'Invalid email or User ID'],
  [
    'a scope not delegated',
    { scope: 'email' },
    401,
    'unauthorized_client',
    'Client is unauthorized to retrieve access tokens',
  ],
  ['a scope nobody knows', { scope: 'frobnicate' }, 400, 'invalid_scope', 'Invalid OAuth scope'],
  [
    'a clock that is wrong',
    { iat: 1, exp: 3601 },
    400,
    'invalid_grant',
    'Invalid JWT: Token must be a short-lived token',
  ],
])('refuses %s in the words of Google', async (_what, claims, status, error, sentence) => {
  const answer = await ask(claims);
  expect([answer.status, answer.body]).toEqual([
    status,
    { error, error_description: expect.stringContaining(sentence) },
  ]);
});

it('refuses a signature by another key, or by a key it does not know', async () => {
  const other = await generateKeyPair('RS256');
  for (const answer of [await ask({}, other.privateKey), await ask({}, privateKey, 'k2')])
    expect(answer.body).toEqual({ error: 'invalid_grant', error_description: 'Invalid JWT Signature.' });
});

it('takes keys as a set, and notes who asked', async () => {
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] };
  sandbox.registerServiceAccount({ email: 'second@project.iam.example', jwks, scopes: [mail, 'email'] });
  expect((await ask({ iss: 'second@project.iam.example', scope: 'email' })).status).toBe(200);
  expect(sandbox.tokenRequests.at(-1)).toMatchObject({
    grantType: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    clientId: 'second@project.iam.example',
    status: 200,
  });
  expect(() => sandbox.registerServiceAccount({ email: 'keyless', scopes: [] })).toThrow(
    'needs jwks or a publicKey',
  );
});
