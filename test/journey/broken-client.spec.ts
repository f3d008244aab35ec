import { randomUUID } from 'node:crypto';
import { SchedulerRegistry } from '@nestjs/schedule';
import { AccessTokens, ProviderClocks } from '@mailroom/oauth-tokens';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { RefreshAhead } from '../../libs/oauth-tokens/src/tokens/refresh-ahead.js';
import { TokenSeals } from '../../libs/oauth-tokens/src/tokens/token-seals.js';
import { startSandbox, type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const address = 'support@sandbox.test';
const secret = 'mailroom-demo-secret';
const IDENTITY = ['openid', 'email', 'profile'];

let sandbox: Sandbox;
let mailroom: RunningMailroom;

beforeAll(async () => {
  sandbox = await startSandbox();
  mailroom = await startMailroom({ logger: false });
  mailroom.app.get(SchedulerRegistry).deleteInterval('mailroom:refresh-ahead');
});
afterEach(async () => {
  sandbox.faults.clear();
  await mailroom.dataSource.query('delete from mailroom.oauth_authorization');
  await mailroom.dataSource.query('delete from mailroom.oauth_token');
  await mailroom.dataSource.query('delete from mailroom.oauth_client');
});
afterAll(async () => {
  await mailroom?.stop();
  await sandbox?.stop();
});

const asked = (profile: Profile): number =>
  sandbox.tokenRequests.filter((request) => request.profile === profile).length;
const tokens = (): AccessTokens => mailroom.app.get(AccessTokens, { strict: false });
const look = (): Promise<void> => mailroom.app.get(RefreshAhead, { strict: false }).run();
const client = (profile: Profile): Promise<string> =>
  registerSandboxClient(mailroom, sandbox, profile, { name: randomUUID() });

async function connect(clientId: string): Promise<string> {
  const page = await consent(mailroom, sandbox, { clientId, address });
  return page.searchParams.get('token') ?? '';
}

/** So many tokens of this client as consents would have left them, all due. The provider knows what they hold. */
async function crowd(clientId: string, profile: Profile, count: number): Promise<string[]> {
  const seals = mailroom.app.get(TokenSeals, { strict: false });
  // Its people are made up, so nobody says who they are.
  const scopes = sandbox.issuer(profile).scopes.filter((scope) => !IDENTITY.includes(scope));
  const { refreshToken } = await sandbox.issueTokens(address, { profile, scopes });
  const endpoint = sandbox.issuer(profile).token;
  const rows = Array.from({ length: count }, () => randomUUID()).map((id) => ({
    id,
    access: seals.sealAccess(id, 'x'),
    refresh: seals.sealRefresh(id, endpoint, refreshToken),
  }));
  await mailroom.dataSource.query(
    `insert into mailroom.oauth_token
       (id, client_id, mailbox, subject, scope, sealed_access, access_obtained_at, access_expires_at, sealed_refresh,
        refresh_obtained_at, refresh_due_at, connected_at, connected_by, since)
     select id, $1, id || '@crowd.test', id, '', access, past, past, refresh, past, past, past, 'spec', past
       from jsonb_to_recordset($2::jsonb) crowd (id uuid, access text, refresh text),
            (select mailroom.now() - interval '8 days' as past) long_ago`,
    [clientId, JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

const banners = async (): Promise<string[]> =>
  (await mailroom.api('GET', 'banners')).body.items.map(({ kind }: { kind: string }) => kind);

async function stateOf(clientId: string): Promise<any> {
  const columns =
    "failures, failure_code, failure_class, not_before - mailroom.now() > interval '0' as paused";
  const sql = `select ${columns} from mailroom.oauth_client where id = $1`;
  return (await mailroom.dataSource.query(sql, [clientId]))[0];
}

describe('a client whose secret has expired, with a thousand tokens due', () => {
  it('asks its provider a handful of times, and holds nobody else up', async () => {
    const [broken, sound] = [await client('microsoft'), await client('google')];
    const ids = await crowd(broken, 'microsoft', 1_000);
    const [other = ''] = await crowd(sound, 'google', 1);
    await mailroom.dataSource.query(
      `update mailroom.oauth_token set refresh_due_at = refresh_due_at + interval '1 day' where id = $1`,
      [other],
    );
    sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 7000222 }, { profile: 'microsoft' });
    const before = asked('microsoft');
    await look();
    expect(asked('microsoft') - before).toBeLessThanOrEqual(4);
    expect((await mailroom.api('GET', `tokens/${other}`)).body).toMatchObject({
      state: 'live',
      failure: null,
    });
    expect(Date.parse((await mailroom.api('GET', `tokens/${other}`)).body.accessExpiresAt)).toBeGreaterThan(
      0,
    );
    expect(await stateOf(broken)).toMatchObject({ failure_code: 'AADSTS7000222', paused: true });
    expect(await stateOf(sound)).toMatchObject({ failures: 0, failure_code: null });

    const { body } = await mailroom.api('GET', `clients/${broken}`);
    expect(body.failure).toMatchObject({ code: 'AADSTS7000222', class: 'fix-client' });
    expect(ids).toContain(body.failure.tokenId);
    expect(Date.parse(body.failure.retryAt)).toBeGreaterThan(Date.parse(body.failure.since));
    const listed = (await mailroom.api('GET', 'clients?sort=urgency')).body.items;
    expect(listed.map(({ id, failure }: any) => [id, failure?.code])).toEqual([
      [broken, 'AADSTS7000222'],
      [sound, undefined],
    ]);

    // One banner, not a thousand.
    const { items } = (await mailroom.api('GET', 'banners')).body;
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'client-failing',
        cause: `client:${broken}`,
        params: expect.objectContaining({ code: 'AADSTS7000222', mailboxes: '1000' }),
        action: { kind: 'open', path: `clients/${broken}` },
      }),
    ]);

    // Everybody who asks for one of its tokens hears why at once, and the provider hears nothing.
    const paused = asked('microsoft');
    const refusals = ids.slice(0, 200).map((id) =>
      tokens()
        .get(id)
        .catch((error: unknown) => error),
    );
    for (const refusal of await Promise.all(refusals)) {
      expect(refusal).toMatchObject({ code: 'client-needs-fixing', params: { code: 'AADSTS7000222' } });
    }
    for (let round = 0; round < 3; round += 1) await look();
    expect(asked('microsoft')).toBe(paused);

    // One probe for each pause, which grows.
    await mailroom.timePasses({ minutes: 6 });
    await Promise.all([
      look(),
      look(),
      ...ids.slice(0, 50).map((id) =>
        tokens()
          .get(id)
          .catch(() => undefined),
      ),
    ]);
    expect(asked('microsoft') - paused).toBe(1);
    await mailroom.timePasses({ minutes: 4 });
    await look();
    expect(asked('microsoft') - paused).toBe(1);

    // The admin enters a new secret: no waiting.
    sandbox.faults.clear();
    await mailroom.api('PATCH', `clients/${broken}`, { secret });
    expect(await stateOf(broken)).toMatchObject({ failures: 0, failure_code: null, paused: null });
    expect((await tokens().get(ids[7]!)).user).toBe(`${ids[7]}@crowd.test`);
  });

  it('is tried at once when an admin wants that, and resumes when it works', async () => {
    const clientId = await client('microsoft');
    await crowd(clientId, 'microsoft', 3);
    sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 7000222 });
    await look();
    sandbox.faults.clear();
    const failureOf = async () => (await mailroom.api('GET', `clients/${clientId}`)).body.failure;
    const { tokenId } = await failureOf();
    expect((await mailroom.api('POST', `tokens/${tokenId}/refresh`)).body).toMatchObject({ failure: null });
    expect(await failureOf()).toBeNull();
  });

  it('recovers by itself when the provider takes it again', async () => {
    const clientId = await client('microsoft');
    const ids = await crowd(clientId, 'microsoft', 60);
    sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 7000222 });
    await look();
    sandbox.faults.clear();
    await mailroom.timePasses({ hours: 1 });
    for (let round = 0; round < 3; round += 1) await look();
    for (const id of ids) {
      const { body } = await mailroom.api('GET', `tokens/${id}`);
      expect(body).toMatchObject({ state: 'live', failure: null });
      expect(Date.parse(body.accessExpiresAt) - Date.parse(body.connectedAt)).toBeGreaterThan(8 * 86_400_000);
    }
    const audit = await mailroom.dataSource.query(
      `select action, details from mailroom.audit_event where subject_id = $1 and action like 'client-%ed' and actor_id is null order by id`,
      [clientId],
    );
    expect(audit).toEqual([
      { action: 'client-failed', details: { code: 'AADSTS7000222', class: 'fix-client' } },
      { action: 'client-recovered', details: { code: 'AADSTS7000222' } },
    ]);
  });
});

describe('a provider that asks us to stay away', () => {
  it('is left alone by every token of the client until then', async () => {
    const clientId = await client('strict');
    const tokenId = await connect(clientId);
    const [other = ''] = await crowd(clientId, 'strict', 1);
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 429, retryAfter: 600 }, { times: 1 });
    await expect(tokens().get(other)).rejects.toMatchObject({ code: 'token-refresh-delayed' });
    const before = asked('strict');
    await mailroom.timePasses({ minutes: 58 });
    await mailroom.dataSource.query(
      `update mailroom.oauth_client set not_before = mailroom.now() + interval '9 minutes' where id = $1`,
      [clientId],
    );
    // Its access token is still good for two minutes, so that is what callers get.
    expect((await tokens().get(tokenId)).user).toBe(address);
    expect(asked('strict')).toBe(before);
    await mailroom.timePasses({ minutes: 5 });
    const delayed = await tokens()
      .get(tokenId)
      .catch((error: unknown) => error);
    expect(delayed).toMatchObject({ code: 'token-refresh-delayed', disposition: 'retry-later' });
    await mailroom.timePasses({ minutes: 5 });
    expect((await tokens().get(tokenId)).user).toBe(address);
    expect(await stateOf(clientId)).toMatchObject({ failures: 0, paused: null });
  });
});

describe('an endpoint that is down for everybody', () => {
  it('is asked less and less often once five tokens in a row have met that', async () => {
    const clientId = await client('strict');
    const ids = await crowd(clientId, 'strict', 30);
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 503 });
    const before = asked('strict');
    for (const id of ids)
      await tokens()
        .get(id)
        .catch(() => undefined);
    expect(asked('strict') - before).toBe(5);
    expect(await stateOf(clientId)).toMatchObject({
      failures: 5,
      failure_code: 'server_error',
      paused: true,
    });
  });

  it('does not make one stumbling token hold up the others', async () => {
    const clientId = await client('microsoft');
    const [ill = '', well = ''] = await crowd(clientId, 'microsoft', 2);
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 500 }, { times: 6 });
    for (let round = 0; round < 6; round += 1) {
      await expect(tokens().get(ill)).rejects.toMatchObject({ code: 'token-refresh-delayed' });
      await mailroom.timePasses({ minutes: 11 });
    }
    expect(await stateOf(clientId)).toMatchObject({ failures: 1, paused: null });
    expect((await tokens().get(well)).user).toBe(`${well}@crowd.test`);
  });

  it('is named as the trouble of the provider where a client has one token only', async () => {
    const clientId = await client('microsoft');
    const [only = ''] = await crowd(clientId, 'microsoft', 1);
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 500 }, { times: 5 });
    for (let round = 0; round < 5; round += 1) {
      await expect(tokens().get(only)).rejects.toMatchObject({ code: 'token-refresh-delayed' });
      await mailroom.timePasses({ minutes: 3 });
    }
    expect(await banners()).toEqual(['provider-not-answering']);
    const { body } = await mailroom.api('GET', `clients/${clientId}`);
    expect(body.failure).toMatchObject({ class: 'retry-later', tokenId: only });
    await mailroom.timePasses({ minutes: 11 });
    expect((await tokens().get(only)).user).toBe(`${only}@crowd.test`);
    expect(await banners()).toEqual([]);
  });
});

describe('banners of things to come', () => {
  it('tell of a secret that ends, and not while another lasts', async () => {
    const secretExpiresAt = new Date(Date.now() + 100 * 86_400_000).toISOString();
    const clientId = await registerSandboxClient(mailroom, sandbox, 'strict', {
      name: randomUUID(),
      secretExpiresAt,
    });
    expect(await banners()).toEqual([]);
    const ends = async (days: number): Promise<void> => {
      const sql = `update mailroom.oauth_client_secret set expires_at = $1 where client_id = $2`;
      const now = mailroom.app.get(HandMovedClock).now().getTime();
      await mailroom.dataSource.query(sql, [new Date(now + days * 86_400_000), clientId]);
    };
    await ends(6);
    expect(await banners()).toEqual(['secret-expiring']);
    await ends(-1);
    expect(await banners()).toEqual(['secret-expired']);
    await mailroom.dataSource.query(
      `insert into mailroom.oauth_client_secret (client_id, sealed, added_at, added_by) values ($1, 'x', now(), 'spec')`,
      [clientId],
    );
    expect(await banners()).toEqual([]);
  });

  it('tell of a clock that is wrong until it is right', async () => {
    const clocks = mailroom.app.get(ProviderClocks, { strict: false });
    await clocks.note('https://login.test/token', 300_000);
    await clocks.note('https://other.test/token', 0);
    expect(await banners()).toEqual(['host-clock-wrong']);
    await clocks.note('https://login.test/token', 1_000);
    expect(await banners()).toEqual([]);
  });

  it('tell of a refresh token that nobody can use any more in time', async () => {
    const clientId = await client('microsoft');
    await crowd(clientId, 'microsoft', 1);
    await mailroom.dataSource.query(
      `update mailroom.oauth_token set access_obtained_at = mailroom.now() - interval '80 days'`,
    );
    expect(await banners()).toEqual(['refresh-token-idle']);
  });
});
