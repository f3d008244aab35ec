import { startSandbox, type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { TokenSeals } from '../../libs/oauth-tokens/src/tokens/token-seals.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { registerAppOnly, registerServiceAccount } from '../support/own-flows.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const address = 'support@sandbox.test';
const PLANTED = 'planted-secret-of-a-client-3f1a';
const answers: string[] = [];
const lines: string[] = [];
const note = (...words: unknown[]): void => void lines.push(words.map(String).join(' '));
let clients = 0;

let mailroom: RunningMailroom;
let sandbox: Sandbox;

beforeAll(async () => {
  const logger = { log: note, warn: note, error: note };
  [mailroom, sandbox] = await Promise.all([startMailroom({ work: false, logger }), startSandbox()]);
}, 60_000);
afterEach(() => sandbox.faults.clear());
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

async function client(profile: Profile, changes: object = {}): Promise<string> {
  return registerSandboxClient(mailroom, sandbox, profile, { name: `Client ${(clients += 1)}`, ...changes });
}

async function connected(
  profile: Profile,
  changes: object = {},
): Promise<{ clientId: string; tokenId: string }> {
  const clientId = await client(profile, changes);
  const page = await consent(mailroom, sandbox, { clientId, address });
  return { clientId, tokenId: page.searchParams.get('token')! };
}

async function diagnose(kind: 'tokens' | 'clients', id: string, input: object = {}) {
  const { status, body } = await mailroom.api('POST', `${kind}/${id}/diagnosis`, input);
  answers.push(JSON.stringify(body));
  expect(status).toBe(200);
  const steps = body.steps as { step: string; ok: boolean; ms: number; problem: any }[];
  const failed = steps.filter(({ ok }) => !ok);
  return {
    ...body,
    names: steps.map(({ step }) => step),
    cause: failed[0] && { step: failed[0].step, ...failed[0].problem },
  };
}

const refreshes = (): number =>
  sandbox.tokenRequests.filter(({ grantType }) => grantType === 'refresh_token').length;

const sql = (text: string, ...values: unknown[]) => mailroom.dataSource.query(text, values);

/** Puts another access token into store, as a provider of another mind would have given it. */
async function holds(tokenId: string, access: string): Promise<void> {
  const seals = mailroom.app.get(TokenSeals, { strict: false });
  await sql(
    'update mailroom.oauth_token set sealed_access = $2 where id = $1',
    tokenId,
    seals.sealAccess(tokenId, access),
  );
}

function jwt(claims: object): string {
  return ['{"alg":"none"}', JSON.stringify(claims), 'c2lnbmF0dXJl']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

describe('a sign-in that nothing speaks against', () => {
  it.each<[Profile, string[]]>([
    ['microsoft', ['client', 'proof', 'endpoint', 'clock', 'token', 'claims']],
    ['google', ['client', 'proof', 'endpoint', 'clock', 'token']],
    ['strict', ['client', 'proof', 'endpoint', 'clock', 'token']],
  ])('is told so, without a request for a token (%s)', async (profile, names) => {
    const { tokenId, clientId } = await connected(profile);
    const asked = sandbox.tokenRequests.length;
    const found = await diagnose('tokens', tokenId);
    expect([found.names, found.cause]).toEqual([names, undefined]);
    expect(found).toMatchObject({ token: { id: tokenId, mailbox: address }, hints: [], commands: [] });
    expect(found.opaque).toBe(profile !== 'microsoft');
    expect((await diagnose('clients', clientId)).token.id).toBe(tokenId);
    expect(sandbox.tokenRequests).toHaveLength(asked);
  });

  it('shows what the token says of itself', async () => {
    const { tokenId } = await connected('microsoft');
    const { claims } = await diagnose('tokens', tokenId);
    expect(claims).toMatchObject({
      audience: [expect.stringMatching(/^https:\/\/outlook\.office/)],
      scopes: expect.arrayContaining(['IMAP.AccessAsUser.All', 'SMTP.Send']),
      roles: [],
      user: address,
      application: 'mailroom-demo',
      expiresAt: expect.stringMatching(/Z$/),
    });
  });

  it('gets a new token when the admin asks for one, once', async () => {
    const { tokenId } = await connected('strict');
    const asked = refreshes();
    expect((await diagnose('tokens', tokenId, { ask: true })).cause).toBeUndefined();
    expect(refreshes() - asked).toBe(1);
  });

  it('renews a token that is due, and only once however many look', async () => {
    const { tokenId } = await connected('strict');
    await sql(
      `update mailroom.oauth_token set access_expires_at = mailroom.now() - interval '1 second' where id = $1`,
      tokenId,
    );
    const asked = refreshes();
    const found = await Promise.all([1, 2, 3, 4].map(() => diagnose('tokens', tokenId)));
    expect(found.map(({ cause }) => cause)).toEqual([undefined, undefined, undefined, undefined]);
    expect(refreshes() - asked).toBe(1);
  });
});

describe('the cause is', () => {
  const ended = (tokenId: string) =>
    sql(
      `update mailroom.oauth_token set access_expires_at = mailroom.now() - interval '1 second' where id = $1`,
      tokenId,
    );

  it('a client that is switched off', async () => {
    const { tokenId, clientId } = await connected('strict');
    await mailroom.api('PATCH', `clients/${clientId}`, { validity: 'temporarily-invalid' });
    const found = await diagnose('tokens', tokenId);
    expect([found.names, found.cause]).toMatchObject([['client'], { code: 'client-not-valid' }]);
  });

  it('a secret past its date', async () => {
    const { clientId } = await connected('strict');
    await sql(
      `update mailroom.oauth_client_secret set expires_at = mailroom.now() - interval '1 day' where client_id = $1`,
      clientId,
    );
    expect((await diagnose('clients', clientId)).cause).toMatchObject({
      step: 'proof',
      code: 'secret-expired',
    });
  });

  it('a host that nobody knows, or that does not answer', async () => {
    const { tokenId, clientId } = await connected('strict');
    const point = (endpoint: string) =>
      sql('update mailroom.oauth_client set token_endpoint = $2 where id = $1', clientId, endpoint);
    const [{ token_endpoint: former }] = await sql(
      'select token_endpoint from mailroom.oauth_client where id = $1',
      clientId,
    );
    const { port } = new URL(former);
    await sql('delete from mailroom.oauth_client_secret where client_id = $1', clientId);
    await point('https://provider.invalid/token');
    expect((await diagnose('tokens', tokenId)).cause).toMatchObject({
      step: 'endpoint',
      code: 'host-unknown',
    });
    await point(former.replace(port, '9'));
    expect((await diagnose('tokens', tokenId)).cause).toMatchObject({
      step: 'endpoint',
      code: 'host-unreachable',
    });
    await point('https://192.168.7.7/token');
    expect((await diagnose('tokens', tokenId)).cause).toMatchObject({
      step: 'endpoint',
      code: 'address-not-allowed',
    });
  });

  it.each([
    [3_600, 'behind'],
    [-3_600, 'ahead of'],
  ])('a clock that is off by %d seconds', async (seconds, direction) => {
    const { clientId } = await connected('strict');
    sandbox.faults.clockSkew({ seconds });
    const { cause } = await diagnose('clients', clientId);
    expect(cause).toMatchObject({ step: 'clock', code: 'clock-off', params: { direction } });
    expect(Math.abs(cause.params.seconds - 3_600)).toBeLessThan(30);
  });

  it('a secret that the provider refuses', async () => {
    const { tokenId } = await connected('microsoft');
    sandbox.registerClient({ id: 'mailroom-demo', secret: 'another-one-now' });
    await ended(tokenId);
    const { cause } = await diagnose('tokens', tokenId);
    sandbox.registerClient({ id: 'mailroom-demo', secret: 'mailroom-demo-secret' });
    expect(cause).toMatchObject({ step: 'token', code: 'client-needs-fixing', disposition: 'fix-client' });
    expect(cause.params.code).toBe('AADSTS7000215');
  });

  it('a consent that was withdrawn, and nobody is asked again for it', async () => {
    const { tokenId } = await connected('microsoft');
    sandbox.revoke(address, 'microsoft');
    await ended(tokenId);
    expect((await diagnose('tokens', tokenId)).cause).toMatchObject({
      step: 'token',
      code: 'token-needs-reconnect',
      params: { code: 'AADSTS50173' },
    });
    const asked = refreshes();
    expect((await diagnose('tokens', tokenId)).cause.code).toBe('token-needs-reconnect');
    expect(refreshes()).toBe(asked);
  });

  it('a provider in trouble, while the old token is good and its claims are told', async () => {
    const { tokenId } = await connected('microsoft');
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 503 });
    const found = await diagnose('tokens', tokenId, { ask: true });
    expect(found.cause).toMatchObject({ step: 'token', code: 'token-refresh-delayed' });
    expect(found.claims.user).toBe(address);
  });

  it.each<[string, object, string, object]>([
    [
      'a token for Graph',
      { aud: 'https://graph.microsoft.com' },
      'audience-not-mail',
      { audience: 'Microsoft Graph' },
    ],
    [
      'a permission that is missing',
      { scp: 'IMAP.AccessAsUser.All' },
      'permission-missing',
      { missing: 'SMTP.Send' },
    ],
    ['another application', { appid: 'old-client' }, 'another-application', { actual: 'old-client' }],
  ])('%s', async (_, change, code, params) => {
    const { tokenId } = await connected('microsoft');
    const usual = { aud: 'https://outlook.office.com', scp: 'IMAP.AccessAsUser.All SMTP.Send', upn: address };
    await holds(tokenId, jwt({ ...usual, ...change }));
    expect((await diagnose('tokens', tokenId)).cause).toMatchObject({ step: 'claims', code, params });
  });

  it('another tenant', async () => {
    const { tokenId, clientId } = await connected('microsoft');
    await sql(
      'update mailroom.oauth_client set tenant = $2 where id = $1',
      clientId,
      '11111111-1111-4111-8111-111111111111',
    );
    expect((await diagnose('tokens', tokenId)).cause).toMatchObject({
      step: 'claims',
      code: 'another-tenant',
    });
  });

  it('none, but the token is of somebody else', async () => {
    const { tokenId } = await connected('microsoft');
    await sql(`update mailroom.oauth_token set mailbox = 'shared@sandbox.test' where id = $1`, tokenId);
    const { cause, hints } = await diagnose('tokens', tokenId);
    expect(cause).toBeUndefined();
    expect(hints).toMatchObject([{ code: 'mailbox-of-another', params: { user: address } }]);
  });
});

describe('a client without a token', () => {
  const tokensKept = async () =>
    (await sql('select count(*)::int as count from mailroom.oauth_token'))[0].count;

  it('is not tried unless the admin asks for it', async () => {
    const requests = sandbox.tokenRequests.length;
    const found = await diagnose('clients', await client('strict'));
    expect([found.asked, found.names]).toEqual(['none', ['client', 'proof', 'endpoint', 'clock']]);
    expect(sandbox.tokenRequests).toHaveLength(requests);
  });

  it.each<Profile>(['microsoft', 'google', 'strict'])(
    'learns whether its secret is taken from a token that was made up (%s)',
    async (profile) => {
      const good = await diagnose('clients', await client(profile), { ask: true });
      expect(good).toMatchObject({ asked: 'made-up-token', token: null, claims: null, cause: undefined });
      expect(good.names.at(-1)).toBe('secret');
      const wrong = await client(profile, { secret: PLANTED });
      expect((await diagnose('clients', wrong, { ask: true })).cause).toMatchObject({
        step: 'secret',
        code: 'client-needs-fixing',
        disposition: 'fix-client',
      });
      // What the provider says of a secret is remembered, as after every request.
      expect((await diagnose('clients', wrong)).cause).toMatchObject({
        step: 'proof',
        code: 'secret-refused',
      });
    },
  );

  it('says that the client is at fault where the answer says so, though not of the secret', async () => {
    const clientId = await client('microsoft');
    sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 90002 }, { profile: 'microsoft' });
    expect((await diagnose('clients', clientId, { ask: true })).cause).toMatchObject({
      step: 'secret',
      code: 'client-needs-fixing',
      params: { code: 'AADSTS90002' },
      disposition: 'fix-client',
    });
  });

  it('says when the answer tells neither', async () => {
    const clientId = await client('strict');
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 503 });
    expect((await diagnose('clients', clientId, { ask: true })).cause).toMatchObject({
      step: 'secret',
      code: 'secret-not-judged',
      params: { code: 'server_error' },
    });
  });

  it('shows the claims of a token that is thrown away, where nobody has to consent', async () => {
    const clientId = await registerAppOnly(mailroom, sandbox);
    const before = await tokensKept();
    const found = await diagnose('clients', clientId, { ask: true });
    expect(found).toMatchObject({ asked: 'trial-token', token: null, opaque: false });
    expect(found.names).toEqual(['client', 'proof', 'endpoint', 'clock', 'token', 'claims']);
    expect(found.claims.roles).toContain('IMAP.AccessAsApp');
    expect(await tokensKept()).toBe(before);
  });

  it('speaks for a mailbox of the organisation, when it is a service account', async () => {
    const clientId = await registerServiceAccount(mailroom, sandbox);
    const before = await tokensKept();
    expect((await diagnose('clients', clientId, { ask: true })).cause).toMatchObject({
      step: 'token',
      code: 'mailbox-required',
    });
    const good = await diagnose('clients', clientId, { ask: true, mailbox: address });
    expect([good.cause, good.asked]).toEqual([undefined, 'trial-token']);
    const bad = await diagnose('clients', clientId, { ask: true, mailbox: 'nobody@elsewhere.test' });
    expect(bad.cause).toMatchObject({ step: 'token', code: 'token-needs-admin' });
    expect(await tokensKept()).toBe(before);
  });
});

it('gives an application the lines for Exchange', async () => {
  const { body } = await mailroom.api('POST', 'clients', {
    name: 'Application',
    template: 'microsoft-365-app-only',
    tenant: 'sandbox.test',
    clientId: 'app',
    secret: PLANTED,
    tokenEndpoint: sandbox.issuer('microsoft').token,
  });
  const { token, commands } = await diagnose('clients', body.id);
  expect(token).toBeNull();
  expect(commands[1]).toMatch(
    /^New-ServicePrincipal -AppId 'app' -ObjectId '<object ID of the enterprise application>'/,
  );
});

it('never tells a token or a secret', async () => {
  const clientId = await client('strict', { secret: PLANTED });
  await diagnose('clients', clientId);
  const planted = [PLANTED, 'mailroom-demo-secret', ...sandbox.secretsHandedOut];
  const told = [...answers, ...lines].join('\n');
  expect(answers.length).toBeGreaterThan(15);
  expect(planted.filter((secret) => told.includes(secret))).toEqual([]);
  // Nor a part of one: the signed half of a JWT is enough to use it.
  expect(told).not.toMatch(/eyJ[\w-]+\.[\w-]+/);
});

it.each([
  ['tokens', 'token-not-found'],
  ['clients', 'client-not-found'],
])('knows which of the %s there are', async (kind, code) => {
  const { status, body } = await mailroom.api(
    'POST',
    `${kind}/018f6f1e-0000-4000-8000-000000000000/diagnosis`,
    {},
  );
  expect([status, body.code]).toEqual([404, code]);
});
