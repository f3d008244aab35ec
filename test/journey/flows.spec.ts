import { AccessTokens, DeviceLogin } from '@mailroom/oauth-tokens';
import { startSandbox, type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { registerAppOnly, registerServiceAccount } from '../support/own-flows.js';

const support = 'support@sandbox.test';
let mailroom: RunningMailroom;
let sandbox: Sandbox;

beforeAll(async () => {
  [mailroom, sandbox] = await Promise.all([startMailroom({ work: false }), startSandbox()]);
});
afterEach(() => sandbox.faults.clear());
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

const request = (clientId: string, mailbox?: string) =>
  mailroom.api('POST', 'tokens', { clientId, ...(mailbox === undefined ? {} : { mailbox }) });

const tokens = () => mailroom.app.get(AccessTokens, { strict: false });

const asked = (grantType: string): number =>
  sandbox.tokenRequests.filter((each) => each.grantType === grantType).length;

const rowsOf = (clientId: string): Promise<unknown[]> =>
  mailroom.dataSource.query('select id from mailroom.oauth_token where client_id = $1', [clientId]);

async function audited(subjectId: string): Promise<string[]> {
  const rows: { action: string }[] = await mailroom.dataSource.query(
    'select action from mailroom.audit_event where subject_id = $1 order by id',
    [subjectId],
  );
  return rows.map(({ action }) => action);
}

describe('a token of the application itself', () => {
  it('is asked for at once, opens any mailbox, and is renewed by asking again', async () => {
    const clientId = await registerAppOnly(mailroom, sandbox, { name: 'The application' });
    const { status, body: token } = await request(clientId);
    expect(status).toBe(201);
    expect(token).toMatchObject({
      clientId,
      clientFlow: 'client-credentials',
      renewal: 'client',
      mailbox: 'The application',
      subject: 'mailroom-demo',
      state: 'live',
    });
    const { value, user } = await tokens().get(token.id);
    expect(user).toBeNull();

    const before = asked('client_credentials');
    const renewed = await tokens().renew(token.id, value);
    expect(renewed.value.equals(value)).toBe(false);
    const refreshed = await mailroom.api('POST', `tokens/${token.id}/refresh`);
    expect(refreshed.body).toMatchObject({ state: 'live', failure: null });
    expect(asked('client_credentials')).toBe(before + 2);
    expect(await audited(token.id)).toEqual(['token-requested']);
  });

  it('is one, however often it is asked for', async () => {
    const clientId = await registerAppOnly(mailroom, sandbox);
    const { body: first } = await request(clientId);
    expect((await request(clientId, support)).body.id).toBe(first.id);
    expect(await rowsOf(clientId)).toHaveLength(1);
  });

  it('outlives its access token', async () => {
    const clientId = await registerAppOnly(mailroom, sandbox);
    const { body } = await request(clientId);
    await mailroom.dataSource.query(
      `update mailroom.oauth_token set access_expires_at = access_obtained_at, refresh_due_at = null where id = $1`,
      [body.id],
    );
    expect((await mailroom.api('GET', `tokens/${body.id}`)).body.state).toBe('live');
    expect((await tokens().get(body.id)).expiresAt.getTime()).toBeGreaterThan(Date.now());
  });

  it('is not stored where the provider refuses, and says why', async () => {
    const clientId = await registerAppOnly(mailroom, sandbox, { secret: 'wrong' });
    const { status, body } = await request(clientId);
    expect([status, body.code]).toEqual([422, 'token-request-failed']);
    expect(body.params).toEqual({ class: 'fix-client', code: 'AADSTS7000215' });
    expect(await rowsOf(clientId)).toEqual([]);
  });

  it('waits out a provider in trouble without a word of reconnecting', async () => {
    const clientId = await registerAppOnly(mailroom, sandbox);
    const { body } = await request(clientId);
    sandbox.faults.tokenEndpoint({ answer: 'error', error: 'invalid_grant' } as never, { times: 1 });
    const { body: failed } = await mailroom.api('POST', `tokens/${body.id}/refresh`);
    expect(failed).toMatchObject({ state: 'live', failure: { class: 'ask-admin', code: 'invalid_grant' } });
    expect((await mailroom.api('POST', `tokens/${body.id}/refresh`)).body.failure).toBeNull();
  });
});

describe('a token of a service account', () => {
  it('speaks for one mailbox each', async () => {
    const clientId = await registerServiceAccount(mailroom, sandbox);
    const { status, body: token } = await request(clientId, 'Support@sandbox.test');
    expect(status).toBe(201);
    expect(token).toMatchObject({
      clientFlow: 'jwt-bearer',
      mailbox: support,
      subject: support,
      renewal: 'client',
    });
    expect((await request(clientId, support)).body.id).toBe(token.id);
    const { body: another } = await request(clientId, 'alice@sandbox.test');
    expect(another.id).not.toBe(token.id);
    expect((await tokens().get(another.id)).user).toBe('alice@sandbox.test');
  });

  it('is renewed by a new assertion', async () => {
    const clientId = await registerServiceAccount(mailroom, sandbox);
    const { body } = await request(clientId, support);
    const { value } = await tokens().get(body.id);
    expect((await tokens().renew(body.id, value)).value.equals(value)).toBe(false);
  });

  it.each([
    ['nobody of that name', ['https://mail.google.com/'], 'nobody@sandbox.test', 'invalid_grant'],
    ['no delegation', [], support, 'unauthorized_client'],
  ])('asks for an administrator, never for a reconnect: %s', async (_, scopes, mailbox, code) => {
    const clientId = await registerServiceAccount(mailroom, sandbox, scopes);
    const { body } = await request(clientId, mailbox);
    expect(body).toMatchObject({ code: 'token-request-failed', params: { class: 'ask-admin', code } });
    expect(await rowsOf(clientId)).toEqual([]);
  });

  it('wants a mailbox, and a key to sign with', async () => {
    const clientId = await registerServiceAccount(mailroom, sandbox);
    expect((await request(clientId)).body).toMatchObject({ code: 'mailbox-required', field: 'mailbox' });
    expect((await request(clientId, 'nobody')).body).toMatchObject({ code: 'address-invalid' });
    await mailroom.dataSource.query(
      'update mailroom.oauth_client set sealed_private_key = null where id = $1',
      [clientId],
    );
    expect((await request(clientId, support)).body).toMatchObject({
      code: 'token-request-failed',
      params: { class: 'fix-client', code: 'signing-key-missing' },
    });
  });
});

describe('flows', () => {
  it('do not take each other’s way', async () => {
    const people = await registerSandboxClient(mailroom, sandbox, 'strict', { name: 'People' });
    expect((await request(people, support)).body).toMatchObject({ code: 'flow-needs-consent' });
    const robot = await registerServiceAccount(mailroom, sandbox);
    const begun = await mailroom.api('POST', 'authorizations', { clientId: robot, returnTo: 'connect' });
    expect(begun.body).toMatchObject({ code: 'flow-needs-no-consent' });
  });
});

describe('whose a token is', () => {
  const problemAt = async (page: URL) => {
    const id = page.pathname.split('/').at(-1) ?? '';
    return (await mailroom.api('GET', `authorizations/${id}`)).body;
  };
  const connect = async (plan: Parameters<typeof consent>[2]): Promise<string> => {
    const page = await consent(mailroom, sandbox, plan);
    const tokenId = page.searchParams.get('token');
    if (tokenId === null) throw new Error(`no token: ${JSON.stringify((await problemAt(page)).problem)}`);
    return tokenId;
  };
  const token = async (id: string) => (await mailroom.api('GET', `tokens/${id}`)).body;

  it('is kept as object and directory at Microsoft, and survives a new app registration', async () => {
    const clientId = await registerSandboxClient(mailroom, sandbox, 'microsoft', { name: 'Directory' });
    const tokenId = await connect({ clientId, address: support });
    const row = () =>
      mailroom.dataSource.query(
        'select subject, object_id, tenant_id from mailroom.oauth_token where id = $1',
        [tokenId],
      );
    const [{ object_id: object, tenant_id: tenant }] = await row();
    expect([object, tenant]).toEqual([expect.any(String), expect.any(String)]);
    // What another app registration would make of `sub`.
    await mailroom.dataSource.query(`update mailroom.oauth_token set subject = 'of another' where id = $1`, [
      tokenId,
    ]);
    expect(await connect({ clientId, address: support })).toBe(tokenId);
    expect((await row())[0].subject).not.toBe('of another');
    expect(await audited(tokenId)).toEqual(['token-connected', 'token-reconnected']);
  });

  it('changes only when an admin says so, and says who changed it to whom', async () => {
    const clientId = await registerSandboxClient(mailroom, sandbox, 'microsoft', { name: 'Change' });
    const tokenId = await connect({ clientId, address: 'alice@sandbox.test' });
    const wrong = await problemAt(
      await consent(mailroom, sandbox, { clientId, tokenId, address: 'bob@sandbox.test' }),
    );
    expect(wrong).toMatchObject({
      tokenId,
      problem: {
        code: 'another-identity',
        params: { expected: 'alice@sandbox.test', actual: 'bob@sandbox.test' },
      },
    });
    expect(await connect({ clientId, tokenId, address: 'bob@sandbox.test', anotherIdentity: 'allow' })).toBe(
      tokenId,
    );
    expect(await token(tokenId)).toMatchObject({ mailbox: 'bob@sandbox.test', state: 'live' });
    expect(await audited(tokenId)).toEqual([
      'token-connected',
      'token-reconnected',
      'token-identity-changed',
    ]);
    const { body: alice } = await mailroom.api(
      'GET',
      `tokens/${await connect({ clientId, address: 'alice@sandbox.test' })}`,
    );
    expect(alice.id).not.toBe(tokenId);
    const taken = await consent(mailroom, sandbox, {
      clientId,
      tokenId,
      address: 'alice@sandbox.test',
      anotherIdentity: 'allow',
    });
    expect((await problemAt(taken)).problem).toMatchObject({ code: 'identity-has-token' });
  });

  it('needs one consent more where a sign-in brings no refresh token', async () => {
    const clientId = await registerSandboxClient(mailroom, sandbox, 'google', { name: 'Offline' });
    const tokenId = await connect({ clientId, address: 'sales@sandbox.test' });
    const before = asked('authorization_code');
    expect(await connect({ clientId, address: 'sales@sandbox.test' })).toBe(tokenId);
    expect(asked('authorization_code')).toBe(before + 2);
    expect(await token(tokenId)).toMatchObject({ renewal: 'refresh-token', state: 'live' });
    // Who reconnects is asked for consent at once.
    expect(await connect({ clientId, tokenId, address: 'sales@sandbox.test' })).toBe(tokenId);
    expect(asked('authorization_code')).toBe(before + 3);
  });

  it('is what the admin says where the provider names nobody', async () => {
    const clientId = await registerSandboxClient(mailroom, sandbox, 'plain', {
      name: 'Plain',
      identity: 'none',
    });
    const begun = await mailroom.api('POST', 'authorizations', { clientId, returnTo: 'connect' });
    expect(begun.body).toMatchObject({ code: 'mailbox-required', field: 'loginHint' });
    const tokenId = await connect({ clientId, address: support, loginHint: 'Support@sandbox.test' });
    expect(await token(tokenId)).toMatchObject({ mailbox: 'Support@sandbox.test', subject: support });
    expect(await connect({ clientId, address: support, loginHint: support })).toBe(tokenId);
    expect(await connect({ clientId, tokenId, address: support })).toBe(tokenId);
  });
});

describe('disconnecting', () => {
  const connected = async (
    profile: Profile,
    name: string,
  ): Promise<{ clientId: string; tokenId: string }> => {
    const clientId = await registerSandboxClient(mailroom, sandbox, profile, {
      name,
      ...(profile === 'microsoft' ? { revocationEndpoint: null } : {}),
    });
    const page = await consent(mailroom, sandbox, { clientId, address: support });
    return { clientId, tokenId: page.searchParams.get('token') ?? '' };
  };

  it('tells the provider, forgets what it held, and keeps the token to be reconnected in place', async () => {
    const { clientId, tokenId } = await connected('google', 'Let go');
    const { value } = await tokens().get(tokenId);
    const { status, body } = await mailroom.api('POST', `tokens/${tokenId}/disconnect`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      revocation: 'done',
      token: { id: tokenId, state: 'reconnect', renewal: 'none', failure: { code: 'disconnected' } },
    });
    const userinfo = await fetch(sandbox.issuer('google').userinfo, {
      headers: { authorization: `Bearer ${value.reveal()}` },
    });
    expect(userinfo.status).toBe(401);
    await expect(tokens().get(tokenId)).rejects.toMatchObject({ code: 'token-needs-reconnect' });
    expect((await mailroom.api('POST', `tokens/${tokenId}/disconnect`)).body.code).toBe('token-disconnected');
    expect((await mailroom.api('POST', `tokens/${tokenId}/refresh`)).body.state).toBe('reconnect');

    await consent(mailroom, sandbox, { clientId, tokenId, address: support });
    expect((await mailroom.api('GET', `tokens/${tokenId}`)).body).toMatchObject({
      state: 'live',
      failure: null,
    });
    expect(await audited(tokenId)).toEqual(['token-connected', 'token-disconnected', 'token-reconnected']);
  });

  it('is no alarm, unless something that is live misses the token', async () => {
    const { tokenId } = await connected('google', 'Missed');
    await mailroom.api('POST', `tokens/${tokenId}/disconnect`);
    const banners = async () =>
      (await mailroom.api('GET', 'banners')).body.items.filter(
        ({ cause }: any) => cause === `token:${tokenId}`,
      );
    expect(await banners()).toEqual([]);

    const place = { host: '127.0.0.1', port: 1, security: 'none', login: support };
    const server = { ...place, name: 'Answers', auth: 'token', tokenId };
    const { body } = await mailroom.api('POST', 'servers', server);
    expect(body).toMatchObject({ state: 'draft' });
    expect(await banners()).toEqual([]);
    const lives = `update mailroom.outgoing_server set state = 'live' where id = $1`;
    await mailroom.dataSource.query(lives, [body.id]);
    expect(await banners()).toMatchObject([
      {
        kind: 'token-disconnected',
        params: { mailbox: support, by: 'admin' },
        action: { kind: 'reconnect', tokenId },
      },
    ]);
  });

  it('says where the provider has no ear for it', async () => {
    const { tokenId } = await connected('microsoft', 'No ear');
    const { body } = await mailroom.api('POST', `tokens/${tokenId}/disconnect`);
    expect(body).toMatchObject({ revocation: 'unsupported', token: { state: 'reconnect' } });
  });

  it('lasts until somebody requests a new token of an application', async () => {
    const clientId = await registerAppOnly(mailroom, sandbox);
    const { body } = await request(clientId);
    await mailroom.api('POST', `tokens/${body.id}/disconnect`);
    await expect(tokens().get(body.id)).rejects.toMatchObject({ code: 'token-needs-reconnect' });
    expect((await request(clientId)).body).toMatchObject({ id: body.id, state: 'live' });
  });
});

describe('connecting from where there is no browser', () => {
  const actor = { id: 'shell', name: 'root', from: 'mailroom' };
  const login = () => mailroom.app.get(DeviceLogin, { strict: false });
  const client = (profile: Profile, name: string, changes: object = {}) =>
    registerSandboxClient(mailroom, sandbox, profile, {
      name,
      deviceEndpoint: sandbox.issuer(profile).device,
      ...changes,
    });

  it.each([
    ['microsoft', 'alice@sandbox.test'],
    ['strict', 'bob@sandbox.test'],
  ] as const)('waits for the code to be typed, at the pace it is told (%s)', async (profile, address) => {
    const clientId = await client(profile, `Device ${profile}`);
    const begun = await login().begin({ clientId });
    expect(begun.verificationUri).toMatch(/^http/);
    const waits: number[] = [];
    const pause = async (milliseconds: number): Promise<void> => {
      waits.push(milliseconds / 1_000);
      if (waits.length === 3) await sandbox.approveDevice(begun.userCode, { address });
    };
    const tokenId = await login().finish(begun, actor, { pause });
    // Microsoft never says slow_down; the strict provider does for who asks without having waited.
    expect(waits).toEqual(profile === 'microsoft' ? [5, 5, 5] : [5, expect.any(Number), expect.any(Number)]);
    expect((await mailroom.api('GET', `tokens/${tokenId}`)).body).toMatchObject({
      mailbox: address,
      renewal: 'refresh-token',
      connectedBy: 'root',
    });
    expect((await mailroom.api('POST', `tokens/${tokenId}/refresh`)).body.failure).toBeNull();
    expect(await audited(tokenId)).toEqual(['device-login']);
  });

  it('reconnects the same person in place, and nobody else', async () => {
    const clientId = await client('microsoft', 'Device again');
    const approved = async (address: string, tokenId?: string): Promise<string> => {
      const begun = await login().begin({ clientId, ...(tokenId === undefined ? {} : { tokenId }) });
      return login().finish(begun, actor, {
        pause: () => sandbox.approveDevice(begun.userCode, { address }),
      });
    };
    const tokenId = await approved('alice@sandbox.test');
    expect(await approved('alice@sandbox.test', tokenId)).toBe(tokenId);
    await expect(approved('bob@sandbox.test', tokenId)).rejects.toMatchObject({ code: 'another-identity' });
  });

  it('ends when the person says no, nobody comes, or whoever waits has waited enough', async () => {
    const clientId = await client('microsoft', 'Device no');
    const denied = await login().begin({ clientId });
    const deny = () => sandbox.approveDevice(denied.userCode, { address: support, decision: 'deny' });
    await expect(login().finish(denied, actor, { pause: deny })).rejects.toMatchObject({
      code: 'consent-denied',
    });

    const late = await login().begin({ clientId });
    const expire = async () => sandbox.expireDeviceCodes();
    await expect(login().finish(late, actor, { pause: expire })).rejects.toMatchObject({
      code: 'device-code-expired',
    });

    const stopped = await login().begin({ clientId });
    await expect(
      login().finish(stopped, actor, { signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow();
    expect(await rowsOf(clientId)).toEqual([]);
  });

  it('says what the provider or the client does not have', async () => {
    const google = await client('google', 'Device Google');
    await expect(login().begin({ clientId: google })).rejects.toMatchObject({
      code: 'provider-refused',
      params: { error: 'invalid_scope' },
    });
    const none = await client('strict', 'Device none', { deviceEndpoint: null });
    await expect(login().begin({ clientId: none })).rejects.toMatchObject({
      code: 'device-endpoint-missing',
    });
  });
});
