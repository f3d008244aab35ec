import { ImapFlow } from 'imapflow';
import * as openid from 'openid-client';
import { startSandbox, type Profile, type Sandbox } from '../index.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.deviceIntervalSeconds = 0;
});

const client = { client_id: 'mailroom-demo', client_secret: 'mailroom-demo-secret' };
const grant = 'urn:ietf:params:oauth:grant-type:device_code';
const scopes: Readonly<Record<Profile, string>> = {
  microsoft: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access openid email',
  google: 'openid email',
  strict: 'openid email offline_access mail',
  plain: 'mail.imap mail.smtp',
};

async function post(url: string, fields: object): Promise<{ status: number; body: any }> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ ...fields }) });
  return { status: response.status, body: await response.json() };
}

const begin = (profile: Profile, fields: object = client) =>
  post(sandbox.issuer(profile).device, { ...fields, scope: scopes[profile] });

const poll = (profile: Profile, deviceCode: string) =>
  post(sandbox.issuer(profile).token, { ...client, grant_type: grant, device_code: deviceCode });

async function answerOf(profile: Profile, deviceCode: string): Promise<unknown[]> {
  const { status, body } = await poll(profile, deviceCode);
  return [status, body.error, ...(body.error_codes ?? [])];
}

it.each<[Profile, unknown[], unknown[], unknown[]]>([
  [
    'microsoft',
    [400, 'authorization_pending', 70016],
    [400, 'authorization_declined', 65004],
    [400, 'expired_token', 70020],
  ],
  ['google', [428, 'authorization_pending'], [403, 'access_denied'], [400, 'expired_token']],
  ['strict', [400, 'authorization_pending'], [400, 'access_denied'], [400, 'expired_token']],
  ['plain', [400, 'authorization_pending'], [400, 'access_denied'], [400, 'expired_token']],
])(
  'keeps a device waiting in the manner of %s, until somebody decides',
  async (profile, pending, declined, expired) => {
    const first = await begin(profile);
    expect(await answerOf(profile, first.body.device_code)).toEqual(pending);
    await sandbox.approveDevice(first.body.user_code, { address: 'alice@sandbox.test' });
    const { status, body } = await poll(profile, first.body.device_code);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      ...(profile === 'plain' ? {} : { id_token: expect.any(String) }),
    });

    const second = await begin(profile);
    await sandbox.approveDevice(second.body.user_code, { address: 'alice@sandbox.test', decision: 'deny' });
    expect(await answerOf(profile, second.body.device_code)).toEqual(declined);

    const third = await begin(profile);
    expect(sandbox.expireDeviceCodes()).toBeGreaterThan(0);
    expect(await answerOf(profile, third.body.device_code)).toEqual(expired);
  },
);

it('gives a device a token that opens the mailbox of whoever typed its code', async () => {
  const { body } = await begin('microsoft');
  await sandbox.approveDevice(body.user_code.toLowerCase(), { address: 'bob@sandbox.test' });
  const { access_token: accessToken } = (await poll('microsoft', body.device_code)).body;
  const auth = { user: 'bob@sandbox.test', accessToken };
  const imap = new ImapFlow({ ...sandbox.imap, secure: false, auth, logger: false });
  await imap.connect();
  await imap.logout();
});

it('names the page and the pace as each provider does', async () => {
  sandbox.deviceIntervalSeconds = 5;
  const codes = {
    device_code: expect.any(String),
    user_code: expect.stringMatching(/^\w{4}-\w{4}$/),
    interval: 5,
  };
  const page = (profile: Profile) => sandbox.issuer(profile).devicePage;
  const microsoft = await begin('microsoft', { client_id: 'mailroom-demo' });
  expect(microsoft.body).toEqual({
    ...codes,
    verification_uri: page('microsoft'),
    expires_in: 900,
    message: expect.stringContaining(microsoft.body.user_code),
  });
  const google = await begin('google', { client_id: 'mailroom-demo' });
  expect(google.body).toEqual({ ...codes, verification_url: page('google'), expires_in: 1800 });
  const strict = await begin('strict');
  expect(strict.body).toEqual({
    ...codes,
    verification_uri: page('strict'),
    verification_uri_complete: `${page('strict')}?user_code=${strict.body.user_code}`,
    expires_in: 900,
  });
  expect((await begin('strict', { client_id: 'mailroom-demo' })).body.error).toBe('invalid_client');
});

it.each<Profile>(['google', 'strict'])(
  'asks a device that comes too early to slow down (%s)',
  async (profile) => {
    const { body } = await begin(profile);
    sandbox.deviceIntervalSeconds = 60;
    const answers = [await poll(profile, body.device_code), await poll(profile, body.device_code)];
    expect(answers.map((answer) => answer.body.error)).toEqual(['authorization_pending', 'slow_down']);
    await sandbox.approveDevice(body.user_code, { address: 'alice@sandbox.test' });
    expect((await poll(profile, body.device_code)).status).toBe(200);
  },
);

it('refuses in the manner of Microsoft what it does not know', async () => {
  expect(await answerOf('microsoft', 'made-up')).toEqual([400, 'bad_verification_code', 70018]);
  const { status, body } = await begin('microsoft', { client_id: 'nobody' });
  expect([status, body.error_codes]).toEqual([400, [700016]]);
});

it('gives no device the mail of a Google account, as Google does not', async () => {
  const { status, body } = await post(sandbox.issuer('google').device, {
    client_id: 'mailroom-demo',
    scope: 'openid https://mail.google.com/',
  });
  expect([status, body]).toEqual([
    400,
    { error: 'invalid_scope', error_description: 'Invalid device flow scope: https://mail.google.com/' },
  ]);
});

it('lets nobody in with a wrong code or a wrong password', async () => {
  await expect(sandbox.approveDevice('AAAA-AAAA', { address: 'alice@sandbox.test' })).rejects.toThrow(
    'No device waits',
  );
  const { body } = await begin('strict');
  const guess = sandbox.approveDevice(body.user_code, { address: 'alice@sandbox.test', password: 'guess' });
  await expect(guess).rejects.toThrow('That mailbox or password is wrong.');
});

it('serves openid-client', async () => {
  const issuer = new URL(sandbox.issuer('strict').issuer);
  const configuration = await openid.discovery(issuer, client.client_id, client.client_secret, undefined, {
    execute: [openid.allowInsecureRequests],
  });
  const asked = await openid.initiateDeviceAuthorization(configuration, { scope: scopes.strict });
  await sandbox.approveDevice(asked.user_code, { address: 'sales@sandbox.test' });
  const tokens = await openid.pollDeviceAuthorizationGrant(configuration, { ...asked, interval: 0 });
  expect(tokens.claims()).toMatchObject({ email: 'sales@sandbox.test' });
});
