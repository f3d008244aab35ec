import { once } from 'node:events';
import { ImapFlow } from 'imapflow';
import { startSandbox, type Sandbox } from '../index.js';
import { actions } from './actions.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function act(
  name: string,
  fields: unknown,
  headers: Record<string, string> = {},
): Promise<[number, any]> {
  const response = await fetch(`${sandbox.http.url}/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(fields),
  });
  return [response.status, await response.json()];
}

const address = 'support@sandbox.test';

it.each<[string, Record<string, unknown>]>([
  ['deliver', { to: address, from: 'jane@customer.example', subject: 'Grüße', text: 'Hello' }],
  ['deliver', { to: address, raw: 'Subject: raw\r\n\r\n', folder: 'Archive' }],
  ['add-person', { address: 'new@sandbox.test', name: 'New' }],
  ['register-client', { id: 'app', secret: 'secret', redirectUris: ['https://app.example/back'] }],
  [
    'register-client',
    { id: 'app', secret: 'old', secretExpiresAt: 1, nextSecret: 'new', nextSecretExpiresAt: 2 },
  ],
  ['restrict-app', { clientId: 'app', addresses: [address] }],
  ['restrict-app', { clientId: 'app' }],
  ['register-service-account', { email: 'robot@project.example', scopes: 'email', jwks: { keys: [] } }],
  ['register-service-account', { email: 'robot@project.example', jwks: '{"keys":[]}' }],
  ['issue-tokens', { address, profile: 'google' }],
  ['revoke', { address }],
  ['expire-access-tokens', {}],
  ['expire-refresh-tokens', { address }],
  ['expire-device-codes', {}],
  ['device-interval', { seconds: 1 }],
  ['access-token-seconds', { seconds: 60 }],
  ['usual-profile', { profile: 'microsoft' }],
  ['token-endpoint', { answer: 'status', status: 500, times: 1 }],
  ['token-endpoint', { answer: 'hang', seconds: 3, profile: 'google' }],
  ['token-endpoint', { answer: 'aadsts', code: 700082 }],
  ['token-endpoint', { answer: 'error', error: 'invalid_grant' }],
  ['token-endpoint', { answer: 'html' }],
  ['token-endpoint', { answer: 'reset' }],
  ['token-endpoint', { answer: 'tokens', body: { access_token: 'x' }, grantType: 'refresh_token' }],
  [
    'token-endpoint',
    { answers: [{ answer: 'work' }, { answer: 'status', status: 429, retryAfter: 'soon' }] },
  ],
  ['clock-skew', { seconds: -600 }],
  ['refuse-logins', { times: 2 }],
  ['throttle-imap', { milliseconds: 100 }],
  ['drop-fetch', { messages: 3 }],
  ['drop-connections', {}],
  ['end-sessions', { address }],
  ['bump-uidvalidity', { address, renumber: true }],
  ['refuse-smtp', { code: 451, text: '4.7.0 later', at: 'rcpt' }],
  ['allow-send-as', { owner: address, address: 'sales@sandbox.test' }],
  ['hold-token-responses', {}],
  ['release-token-responses', {}],
  ['clear-faults', {}],
])('carries out %s', async (name, fields) => {
  expect(await act(name, fields)).toEqual([200, expect.any(Object)]);
});

it('carries out nothing that is incomplete, unknown, or pressed by a page from elsewhere', async () => {
  for (const name of ['deliver', 'revoke', 'token-endpoint', 'throttle-imap', 'drop-fetch', 'refuse-smtp']) {
    expect(await act(name, {})).toEqual([400, { error: expect.stringMatching(/missing$/) }]);
  }
  expect(await act('token-endpoint', { answer: 'explode' })).toEqual([
    400,
    { error: expect.stringMatching(/^answer must be one of/) },
  ]);
  expect(await act('register-service-account', { email: 'robot', jwks: 'keys' })).toEqual([
    400,
    { error: 'jwks is not a JSON object' },
  ]);
  expect(await act('token-endpoint', { answers: ['reset'] })).toEqual([
    400,
    { error: 'answers is not a list of objects' },
  ]);
  expect(await act('token-endpoint', { answers: 'reset' })).toEqual([
    400,
    { error: 'answers is not a list' },
  ]);
  expect(await act('clock-skew', { seconds: 'x' })).toEqual([
    400,
    { error: 'seconds is not a whole number' },
  ]);
  expect(await act('frob', {})).toEqual([
    404,
    { error: 'There is no action frob', actions: Object.keys(actions) },
  ]);
  expect((await act('revoke', { address }, { origin: 'https://evil.example' }))[0]).toBe(403);
});

it('lets a person say yes to a device', async () => {
  const body = new URLSearchParams({ client_id: 'mailroom-demo', scope: 'openid' });
  const begun = await fetch(sandbox.issuer('microsoft').device, { method: 'POST', body });
  const { user_code: userCode } = (await begun.json()) as { user_code: string };
  expect(await act('approve-device', { userCode, address })).toEqual([200, { done: 'approve-device' }]);
  expect((await act('approve-device', { userCode, address }))[0]).toBe(409);
});

it('throws a mailbox out whose consent is revoked', async () => {
  const auth = { user: 'alice@sandbox.test', pass: 'sandbox' };
  const client = new ImapFlow({ ...sandbox.imap, secure: false, auth, logger: false });
  client.on('error', () => undefined);
  await client.connect();
  const closed = once(client, 'close');
  expect(await act('revoke', { address: auth.user })).toEqual([200, { grants: 0, sessions: 1 }]);
  await closed;
});

it('shows people, mail and faults, and carries out what its forms send', async () => {
  const body = new URLSearchParams({
    to: address,
    from: 'Eve <script>',
    subject: '<script>alert(1)</script>',
    text: 'x',
  });
  const sent = await fetch(`${sandbox.http.url}/control/deliver`, { method: 'POST', body });
  expect([sent.status, sent.url]).toEqual([200, expect.stringContaining('/control?notice=Done')]);
  await act('throttle-imap', { milliseconds: 100 });
  const page = await fetch(`${sandbox.http.url}/control`);
  const text = await page.text();
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).not.toContain('<script');
  expect(text).toContain('Broken on purpose');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const state = (await (await fetch(`${sandbox.http.url}/control/state`)).json()) as any;
  expect(state.mailboxes.find((mailbox: any) => mailbox.address === address).folders[0]).toMatchObject({
    name: 'INBOX',
    messages: expect.arrayContaining([expect.objectContaining({ subject: '<script>alert(1)</script>' })]),
  });
  const messages = await (
    await fetch(`${sandbox.http.url}/control/messages?address=${address}&folder=Archive`)
  ).json();
  expect(messages).toEqual([
    { uid: 1, flags: [], raw: Buffer.from('Subject: raw\r\n\r\n').toString('base64') },
  ]);
});
