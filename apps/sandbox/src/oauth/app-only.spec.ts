import { ImapFlow } from 'imapflow';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { startSandbox, type Sandbox } from '../index.js';
import { refusalOfAppOnly } from './app-only.js';

const scope = 'https://outlook.office365.com/.default';
const client = { client_id: 'mailroom-demo', client_secret: 'mailroom-demo-secret' };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function post(url: string, fields: object): Promise<{ status: number; body: any }> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ ...client, ...fields }) });
  return { status: response.status, body: await response.json() };
}

const ask = (fields: object = {}, tenant?: string) =>
  post(sandbox.issuer('microsoft', tenant).token, { grant_type: 'client_credentials', scope, ...fields });

async function answerOf(user: string, accessToken: string): Promise<string> {
  const imap = new ImapFlow({ ...sandbox.imap, secure: false, auth: { user, accessToken }, logger: false });
  imap.on('error', () => undefined);
  return imap.connect().then(
    () => imap.logout().then(() => 'open'),
    (error: unknown) => {
      const { responseStatus, responseText } = error as Record<string, string>;
      return `${responseStatus} ${responseText}`;
    },
  );
}

it.each<[string, string, number | null]>([
  ['contoso.onmicrosoft.com', scope, null],
  ['common', scope, 50194],
  ['organizations', scope, 50194],
  ['consumers', scope, 50194],
  ['contoso', '', 900144],
  ['contoso', 'https://outlook.office.com/IMAP.AccessAsUser.All', 1002012],
  ['contoso', `${scope} offline_access`, 1002012],
  ['contoso', `${scope} https://outlook.office.com/.default`, 70011],
  ['contoso', 'https://nowhere.example/.default', 500011],
])('at %s, for "%s", says %s', (tenant, asked, code) => {
  expect(refusalOfAppOnly(tenant, asked)).toBe(code);
});

it('gives an application a token of its own, without scope, refresh token or person', async () => {
  const { status, body } = await ask();
  const token = {
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 3600,
    ext_expires_in: 3600,
  };
  expect([status, body]).toEqual([200, token]);
  const dovecot = { client_id: 'dovecot', client_secret: 'dovecot-secret', token: body.access_token };
  expect((await post(sandbox.issuer('microsoft').introspection, dovecot)).body).toMatchObject({
    active: true,
    appid: 'mailroom-demo',
    idtyp: 'app',
    roles: expect.arrayContaining(['IMAP.AccessAsApp']),
    tid: expect.any(String),
  });
  expect(decodeJwt(body.access_token)).toMatchObject({
    aud: 'https://outlook.office365.com',
    appid: 'mailroom-demo',
    idtyp: 'app',
    roles: ['IMAP.AccessAsApp', 'POP.AccessAsApp', 'SMTP.SendAsApp'],
    tid: expect.any(String),
    exp: expect.any(Number),
  });
  const refused = await ask({}, 'common');
  expect([refused.status, refused.body.error, refused.body.error_codes]).toEqual([
    400,
    'invalid_request',
    [50194],
  ]);
});

it('tells in the token of a person whose it is and what it may do, signed', async () => {
  const { accessToken } = await sandbox.issueTokens('sales@sandbox.test', { profile: 'microsoft' });
  const keys = createRemoteJWKSet(new URL(sandbox.issuer('microsoft').jwks));
  expect((await jwtVerify(accessToken, keys)).payload).toMatchObject({
    aud: 'https://outlook.office.com',
    upn: 'sales@sandbox.test',
    scp: 'IMAP.AccessAsUser.All SMTP.Send',
    oid: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const fields = { token: accessToken };
  const { introspection, revocation } = sandbox.issuer('microsoft');
  expect((await post(introspection, fields)).body).toMatchObject({
    active: true,
    email: 'sales@sandbox.test',
  });
  await fetch(revocation, { method: 'POST', body: new URLSearchParams({ ...client, ...fields }) });
  expect(await answerOf('sales@sandbox.test', accessToken)).toBe('NO AUTHENTICATE failed.');
});

it('opens every mailbox, or those the application was restricted to', async () => {
  const { access_token: token } = (await ask()).body;
  expect(await answerOf('sales@sandbox.test', token)).toBe('open');
  sandbox.restrictApp('mailroom-demo', ['Support@sandbox.test']);
  expect(await answerOf('support@sandbox.test', token)).toBe('open');
  expect(await answerOf('sales@sandbox.test', token)).toBe('BAD User is authenticated but not connected.');
  sandbox.restrictApp('mailroom-demo', null);
  expect(await answerOf('sales@sandbox.test', token)).toBe('open');
});

it('opens no mailbox with a token for another resource', async () => {
  const { access_token: token } = (await ask({ scope: 'https://graph.microsoft.com/.default' })).body;
  expect(await answerOf('sales@sandbox.test', token)).toBe('NO AUTHENTICATE failed.');
});

it.each([
  ['client_credentials', { grant_type: 'client_credentials', scope }],
  ['refresh_token', { grant_type: 'refresh_token', refresh_token: 'none' }],
])('numbers an expired and a wrong secret for %s', async (_grant, fields) => {
  sandbox.registerClient({ id: 'lapsed', secret: 'old', secretExpiresAt: 1 });
  const codeOf = async (client_secret: string) =>
    (await post(sandbox.issuer('microsoft').token, { ...fields, client_id: 'lapsed', client_secret })).body
      .error_codes;
  expect([await codeOf('old'), await codeOf('wrong')]).toEqual([[7000222], [7000215]]);
});
