import { AccessTokens, TokenUses } from '@mailroom/oauth-tokens';
import { startSandbox, type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const address = 'support@sandbox.test';
const profiles = ['microsoft', 'google', 'strict'] as const;
const lines: string[] = [];
let clients = 0;
const note = (...words: unknown[]): void => void lines.push(words.join(' '));

let mailroom: RunningMailroom;
let sandbox: Sandbox;

beforeAll(async () => {
  const logger = { log: note, warn: note, error: note };
  [mailroom, sandbox] = await Promise.all([startMailroom({ logger }), startSandbox()]);
});
afterEach(() => {
  sandbox.faults.clear();
  mailroom.access.lostTheRight.clear();
});
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

/** A client of the sandbox with a name of its own. */
async function client(profile: Profile, changes: object = {}): Promise<string> {
  return registerSandboxClient(mailroom, sandbox, profile, { name: `Client ${(clients += 1)}`, ...changes });
}

/** Begins an authorization as the pages do, and keeps the cookie as a browser does. */
async function begin(clientId: string, more: object = {}): Promise<{ redirectTo: string; cookie: string }> {
  const { body, headers } = await mailroom.api('POST', 'authorizations', {
    clientId,
    returnTo: 'connect',
    ...more,
  });
  return { redirectTo: body.redirectTo, cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}

/** Follows a way back with this cookie and answers where our callback sends the browser. */
async function comeBack(callback: string, cookie?: string): Promise<URL> {
  const response = await fetch(callback, { redirect: 'manual', headers: cookie ? { cookie } : {} });
  expect([response.status, response.headers.get('cache-control')]).toEqual([303, 'no-store']);
  return new URL(response.headers.get('location') ?? '');
}

/** Where the browser of somebody ends who says yes to everything. */
async function end(clientId: string): Promise<URL> {
  return consent(mailroom, sandbox, { clientId, address });
}

/** A consent with a good end; answers the token's id. */
async function connect(clientId: string, who = address, tokenId?: string): Promise<string> {
  const page = await consent(mailroom, sandbox, { clientId, address: who, ...(tokenId ? { tokenId } : {}) });
  expect(page.searchParams.get('token')).toEqual(expect.any(String));
  return page.searchParams.get('token') ?? '';
}

async function storedTokens(): Promise<unknown[]> {
  return mailroom.dataSource.query('select * from mailroom.oauth_token order by id');
}

/** What the admin reads when the browser ends at this page. */
async function problemAt(page: URL): Promise<{ code: string; params: Record<string, unknown> }> {
  const [, id] = /\/mailroom\/authorizations\/([\w-]+)$/.exec(page.pathname) ?? [];
  if (id === 'unknown') return { code: page.searchParams.get('code') ?? '', params: {} };
  const { body } = await mailroom.api('GET', `authorizations/${id}`);
  expect(body.state).toBe('failed');
  return body.problem;
}

describe('connecting a mailbox', () => {
  it.each(profiles)('works in the manner of %s', async (profile) => {
    const clientId = await client(profile);
    const page = await consent(mailroom, sandbox, { clientId, address, returnTo: 'mailboxes/new?step=2' });
    expect(page.href.split('token=')[0]).toBe(`${mailroom.url}/mailroom/mailboxes/new?step=2&`);

    const tokenId = page.searchParams.get('token');
    const { body: token } = await mailroom.api('GET', `tokens/${tokenId}`);
    expect(token).toMatchObject({
      clientId,
      mailbox: address,
      state: 'live',
      renewal: 'refresh-token',
      failure: null,
      connectedBy: 'admin',
    });
    const { value, user } = await mailroom.app.get(AccessTokens, { strict: false }).get(token.id);
    expect(user).toBe(address);
    const authorization = { authorization: `Bearer ${value.reveal()}` };
    expect((await fetch(sandbox.issuer(profile).userinfo, { headers: authorization })).status).toBe(200);
  });

  it('keeps the way there in the address bar free of anything but the request', async () => {
    const clientId = await client('google', { extraParameters: { hd: 'sandbox.test' } });
    const { redirectTo, cookie } = await begin(clientId, { loginHint: address });
    expect(Object.keys(Object.fromEntries(new URL(redirectTo).searchParams)).sort()).toEqual(
      [
        'access_type',
        'client_id',
        'code_challenge',
        'code_challenge_method',
        'hd',
        'login_hint',
        'nonce',
        'prompt',
        'redirect_uri',
        'response_type',
        'scope',
        'state',
      ].sort(),
    );
    expect(cookie).toMatch(/^mailroom-consent-[\w-]{16}=[\w-]{43}$/);
  });

  it('gives one token to one mailbox, however often it is connected', async () => {
    const clientId = await client('microsoft');
    const first = await connect(clientId, 'alice@sandbox.test');
    expect(await connect(clientId, 'alice@sandbox.test')).toBe(first);
    expect(await connect(clientId, 'bob@sandbox.test')).not.toBe(first);
  });

  it('is not used up by a link scanner that asks for the headers', async () => {
    const { redirectTo, cookie } = await begin(await client('strict'));
    const callback = await sandbox.visit(redirectTo, { address });
    expect((await fetch(callback, { method: 'HEAD', headers: { cookie } })).status).toBe(204);
    expect((await comeBack(callback, cookie)).searchParams.get('token')).toEqual(expect.any(String));
  });

  it('takes a single return of fifty at once', async () => {
    const clientId = await client('strict');
    const { redirectTo, cookie } = await begin(clientId);
    const callback = await sandbox.visit(redirectTo, { address });
    const asked = sandbox.tokenRequests.length;
    const pages = await Promise.all(Array.from({ length: 50 }, () => comeBack(callback, cookie)));
    expect(pages.filter((page) => page.searchParams.has('token'))).toHaveLength(1);
    expect(pages.filter((page) => page.searchParams.get('code') === 'state-used')).toHaveLength(49);
    expect(sandbox.tokenRequests.length - asked).toBe(1);
  });
});

describe('a consent that is not taken', () => {
  let before: unknown[];
  beforeEach(async () => {
    before = await storedTokens();
  });
  afterEach(async () => {
    expect(await storedTokens()).toEqual(before);
  });

  const strange: [string, (callback: URL, cookie: string) => Promise<URL>, string][] = [
    [
      'is replayed',
      async (callback, cookie) => (await spend(callback, cookie), comeBack(callback.href, cookie)),
      'state-used',
    ],
    ['comes from another browser', (callback) => comeBack(callback.href), 'other-browser'],
    [
      'comes with the cookie of another',
      (callback, cookie) => comeBack(callback.href, `${cookie.slice(0, -1)}_`),
      'other-browser',
    ],
    [
      'comes too late',
      async (callback, cookie) => (
        await mailroom.timePasses({ minutes: 10 }),
        comeBack(callback.href, cookie)
      ),
      'state-expired',
    ],
    [
      'nobody asked for',
      (callback, cookie) => comeBack(withQuery(callback, { state: 'made-up' }), cookie),
      'state-unknown',
    ],
    [
      'names no state',
      (callback, cookie) => comeBack(withQuery(callback, { state: '' }), cookie),
      'state-unknown',
    ],
    [
      'is a forged error',
      (callback, cookie) => comeBack(withQuery(callback, { state: 'x', error: 'access_denied' }), cookie),
      'state-unknown',
    ],
  ];
  it.each(strange)('%s', async (_, come, code) => {
    const clientId = await client('strict');
    const { redirectTo, cookie } = await begin(clientId);
    const callback = new URL(await sandbox.visit(redirectTo, { address: 'sales@sandbox.test' }));
    const page = await come(callback, cookie);
    expect(page.pathname).toBe('/mailroom/authorizations/unknown');
    expect(await problemAt(page)).toMatchObject({ code });
  });

  // The first of two returns fails on its own account, so that nothing is stored by it either.
  async function spend(callback: URL, cookie: string): Promise<void> {
    expect(await problemAt(await comeBack(withQuery(callback, { code: '' }), cookie))).toMatchObject({
      code: 'code-missing',
    });
  }

  it('was denied', async () => {
    for (const profile of profiles) {
      const clientId = await client(profile);
      const page = await consent(mailroom, sandbox, { clientId, address, decision: 'deny' });
      expect(await problemAt(page)).toEqual({ code: 'consent-denied', params: {} });
    }
  });

  it('the provider refused, in words we do not repeat', async () => {
    const clientId = await client('strict');
    const { redirectTo, cookie } = await begin(clientId);
    const callback = new URL(`${mailroom.url}/mailroom/oauth2/callback`);
    const state = new URL(redirectTo).searchParams.get('state') ?? '';
    const forged = withQuery(callback, { state, error: 'server_error', error_description: '<b>call +1 555' });
    expect(await problemAt(await comeBack(forged, cookie))).toEqual({
      code: 'provider-refused',
      params: { error: 'server_error' },
    });
  });

  it.each([
    ['microsoft', { scope: 'https://outlook.office.com/IMAP.AccessAsUser.All openid profile email' }],
    ['google', { extraParameters: { access_type: 'online' } }],
  ] as const)('brings no refresh token (%s)', async (profile, changes) => {
    const clientId = await client(profile, changes);
    const page = await end(clientId);
    expect(await problemAt(page)).toEqual({ code: 'refresh-token-missing', params: { mailbox: address } });
  });

  it('leaves the mail out', async () => {
    const clientId = await client('google');
    const withhold = ['https://mail.google.com/'];
    const page = await consent(mailroom, sandbox, { clientId, address, withhold });
    expect(await problemAt(page)).toEqual({ code: 'scope-missing', params: { missing: withhold[0] } });
  });

  it('says not who it is', async () => {
    const scope = 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access openid';
    const clientId = await client('microsoft', { scope });
    expect(await problemAt(await end(clientId))).toMatchObject({
      code: 'identity-missing',
    });
  });

  it('comes from another issuer', async () => {
    const { issuer } = sandbox.issuer('strict');
    const clientId = await client('strict', { issuer });
    const { redirectTo, cookie } = await begin(clientId);
    const callback = new URL(await sandbox.visit(redirectTo, { address }));
    expect(callback.searchParams.get('iss')).toBe(issuer);
    const page = await comeBack(withQuery(callback, { iss: 'https://evil.test' }), cookie);
    expect(await problemAt(page)).toMatchObject({ code: 'issuer-mismatch' });
  });

  it('comes back after its admin lost the right', async () => {
    const clientId = await client('strict');
    const { redirectTo, cookie } = await begin(clientId);
    const callback = await sandbox.visit(redirectTo, { address });
    mailroom.access.lostTheRight.add('admin');
    const asked = sandbox.tokenRequests.length;
    const page = await comeBack(callback, cookie);
    mailroom.access.lostTheRight.clear();
    expect(await problemAt(page)).toMatchObject({ code: 'actor-not-allowed' });
    expect(sandbox.tokenRequests).toHaveLength(asked);
  });

  it.each([
    ['microsoft', { secret: 'wrong' }, { class: 'fix-client', code: 'AADSTS7000215' }],
    ['strict', { secret: 'wrong' }, { class: 'fix-client', code: 'invalid_client' }],
  ] as const)('cannot be redeemed (%s)', async (profile, changes, params) => {
    const clientId = await client(profile, changes);
    const page = await end(clientId);
    expect(await problemAt(page)).toEqual({ code: 'exchange-failed', params });
  });

  it('meets a provider in trouble', async () => {
    const clientId = await client('strict');
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 503 });
    const page = await end(clientId);
    const params = { class: 'retry-later', code: 'server_error' };
    expect(await problemAt(page)).toEqual({ code: 'exchange-failed', params });
  });
});

describe('reconnecting', () => {
  it('takes the same person, in place, and nobody else', async () => {
    const clientId = await client('google');
    const tokenId = await connect(clientId, 'sales@sandbox.test');
    const [before] = await mailroom.dataSource.query('select * from mailroom.oauth_token where id = $1', [
      tokenId,
    ]);

    const wrong = await consent(mailroom, sandbox, { clientId, tokenId, address: 'bob@sandbox.test' });
    expect(await problemAt(wrong)).toEqual({
      code: 'another-identity',
      params: { expected: 'sales@sandbox.test', actual: 'bob@sandbox.test' },
    });
    expect(
      await mailroom.dataSource.query('select * from mailroom.oauth_token where id = $1', [tokenId]),
    ).toEqual([before]);

    expect(await connect(clientId, 'sales@sandbox.test', tokenId)).toBe(tokenId);
    const { redirectTo } = await begin(clientId, { tokenId });
    expect(new URL(redirectTo).searchParams.get('login_hint')).toBe('sales@sandbox.test');
  });
});

describe('a client', () => {
  const secret = 'client-secret-that-nobody-sees';

  it('takes a secret and never shows it', async () => {
    const id = await client('strict', { secret });
    const answers = await Promise.all([
      mailroom.api('GET', 'clients'),
      mailroom.api('GET', `clients/${id}`),
      mailroom.api('PATCH', `clients/${id}`, { validity: 'temporarily-invalid' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(secret);
    expect(answers[1].body).toMatchObject({ secrets: [{ refusedAt: null }], validity: 'valid' });
    const rows = await mailroom.dataSource.query('select * from mailroom.oauth_client');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it.each([
    [
      'the ID of a secret',
      { template: 'microsoft-365', secret: '5a4d1b0c-0000-4000-8000-73616e64626f' },
      'secret-id-pasted',
      'secret',
    ],
    [
      'plain http to a public host',
      { template: 'custom', ...endpoints('http://93.184.216.34') },
      'endpoint-needs-https',
      'authorizationEndpoint',
    ],
    [
      'a network the operator did not open',
      { template: 'custom', ...endpoints('http://192.168.7.7') },
      'address-not-allowed',
      undefined,
    ],
    ['no endpoints', { template: 'custom' }, 'endpoint-missing', 'authorizationEndpoint'],
    [
      'a parameter that is ours',
      { template: 'google', extraParameters: { state: 'x' } },
      'parameter-reserved',
      'extraParameters',
    ],
    ['a field nobody knows', { template: 'google', colour: 'red' }, 'invalid-input', undefined],
  ])('does not take %s', async (_, fields, code, field) => {
    const { body } = await mailroom.api('POST', 'clients', {
      name: `New ${Math.random()}`,
      clientId: 'app',
      ...fields,
    });
    expect(body).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
  });

  it('has a name of its own', async () => {
    const id = await client('strict', { name: 'Mail of sales' });
    const other = await client('strict');
    const { status, body } = await mailroom.api('PATCH', `clients/${other}`, { name: 'Mail of sales' });
    expect([status, body.code, body.field]).toEqual([409, 'client-name-taken', 'name']);
    expect((await mailroom.api('GET', `clients/${id}`)).body.name).toBe('Mail of sales');
  });

  it('finds its endpoints by itself', async () => {
    const { issuer, authorization, token, revocation } = sandbox.issuer('strict');
    const { body } = await mailroom.api('POST', 'clients', {
      name: 'Discovered',
      template: 'custom',
      clientId: 'mailroom-demo',
      discoveryUrl: issuer,
    });
    expect(body).toMatchObject({
      issuer,
      authorizationEndpoint: authorization,
      tokenEndpoint: token,
      revocationEndpoint: revocation,
      clientAuthentication: 'basic',
    });
    const { body: lost } = await mailroom.api('POST', 'clients', {
      name: 'Lost',
      template: 'custom',
      clientId: 'app',
      discoveryUrl: `${sandbox.http.url}/nothing/here`,
    });
    expect(lost).toMatchObject({ code: 'discovery-failed', field: 'discoveryUrl' });
  });

  it('sends its secret nowhere else without being told again, and its tokens not at all', async () => {
    const id = await client('strict');
    const tokenId = await connect(id, address);
    const elsewhere = { tokenEndpoint: 'http://127.0.0.1:9/token' };
    const { status, body } = await mailroom.api('PATCH', `clients/${id}`, elsewhere);
    expect([status, body.code]).toEqual([422, 'secret-required-for-new-origin']);
    expect((await mailroom.api('PATCH', `clients/${id}`, { ...elsewhere, secret })).status).toBe(200);
    const { body: token } = await mailroom.api('GET', `tokens/${tokenId}`);
    expect(token).toMatchObject({
      state: 'reconnect',
      failure: { code: 'token-endpoint-changed', class: 'reconnect' },
    });
    await expect(mailroom.app.get(AccessTokens, { strict: false }).get(tokenId)).rejects.toMatchObject({
      code: 'token-needs-reconnect',
      disposition: 'reconnect',
    });
  });

  it('that is not valid connects nobody and hands out nothing', async () => {
    const id = await client('google');
    const tokenId = await connect(id, address);
    await mailroom.api('PATCH', `clients/${id}`, { validity: 'invalid' });
    const { body } = await mailroom.api('POST', 'authorizations', { clientId: id, returnTo: 'tokens' });
    expect(body.code).toBe('client-not-valid');
    await expect(mailroom.app.get(AccessTokens, { strict: false }).get(tokenId)).rejects.toMatchObject({
      code: 'client-not-valid',
    });
  });

  it('and its tokens stay while something stands on them', async () => {
    const id = await client('google');
    const tokenId = await connect(id, address);
    const uses = mailroom.app.get(TokenUses, { strict: false });
    const rows = `select '${tokenId}'::uuid as token_id, 'a1' as id, 'Support mail' as name, true as live`;
    uses.register({ kind: 'spec', rows });
    const kept = await Promise.all([
      mailroom.api('DELETE', `tokens/${tokenId}`),
      mailroom.api('DELETE', `clients/${id}`),
    ]);
    expect(kept.map(({ status, body }) => [status, body.code, body.params.uses])).toEqual([
      [409, 'token-in-use', 'Support mail'],
      [409, 'client-in-use', 'Support mail'],
    ]);
    uses.register({ kind: 'spec', rows: `${rows} where false` });
    const { value } = await mailroom.app.get(AccessTokens, { strict: false }).get(tokenId);
    expect((await mailroom.api('DELETE', `clients/${id}`)).status).toBe(204);
    expect((await mailroom.api('GET', `tokens/${tokenId}`)).status).toBe(404);
    const headers = { authorization: `Bearer ${value.reveal()}` };
    expect((await fetch(sandbox.issuer('google').userinfo, { headers })).status).toBe(401);
  });
});

it('offers templates and the redirect URI to admins only', async () => {
  const { body } = await mailroom.api('GET', 'client-templates');
  const ids = body.items.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(['microsoft-365', 'google', 'custom']));
  expect((await mailroom.api('GET', 'redirect-uri')).body.redirectUri).toBe(
    `${mailroom.url}/mailroom/oauth2/callback`,
  );
  mailroom.access.lostTheRight.add('visitor');
  for (const path of ['client-templates', 'redirect-uri', 'clients', 'tokens']) {
    expect((await mailroom.api('GET', path, undefined, 'visitor')).status).toBe(403);
  }
});

it('wrote nothing secret into the log', async () => {
  const said = lines.join('\n');
  expect(said).toMatch(/An authorization failed \[.* problem=consent-denied /);
  expect(said).not.toMatch(/mailroom-demo-secret|client-secret-that-nobody-sees|eyJ|code=/);
});

function endpoints(origin: string): Record<string, string> {
  return { authorizationEndpoint: `${origin}/authorize`, tokenEndpoint: `${origin}/token` };
}

function withQuery(url: URL, changes: Record<string, string>): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(changes)) changed.searchParams.set(name, value);
  return changed.href;
}
