import { SchedulerRegistry } from '@nestjs/schedule';
import { Pokes } from '@mailroom/kernel';
import { AccessTokens, TOKEN_LIVE, TokenHealth, TokenUses, type AccessToken } from '@mailroom/oauth-tokens';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { type Pool } from 'pg';
import { RefreshAhead } from '../../libs/oauth-tokens/src/tokens/refresh-ahead.js';
import { RefreshLease, type Kept } from '../../libs/oauth-tokens/src/tokens/refresh-lease.js';
import { startSandbox, type Profile, type Sandbox, type TokenAnswer } from '../../apps/sandbox/src/index.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const address = 'support@sandbox.test';

let clients = 0;
let sandbox: Sandbox;
let here: RunningMailroom;
let there: RunningMailroom;

// Two hosts on one database, each with a single connection to spare beside the one that listens.
beforeAll(async () => {
  sandbox = await startSandbox();
  const setUp = { maxConnections: 2, logger: false } as const;
  here = await startMailroom(setUp);
  there = await startMailroom({ ...setUp, database: here.database });
  // What refreshes by itself does so here when the spec says so.
  for (const { app } of [here, there]) app.get(SchedulerRegistry).deleteInterval('mailroom:refresh-ahead');
});
afterEach(() => {
  buried.splice(0).forEach((bury) => bury());
  jest.restoreAllMocks();
  sandbox.faults.clear();
});
afterAll(async () => {
  await there?.stop();
  await here?.stop();
  await sandbox?.stop();
});

const buried: (() => void)[] = [];

/** From now on this process gets answers of providers and stores none, as if it had died with them in its hands. */
function stopsDead(): void {
  const death = new Promise<Kept>((resolve) =>
    buried.push(() => resolve({ stored: false, clientFailed: false })),
  );
  jest.spyOn(here.app.get(RefreshLease, { strict: false }), 'keep').mockReturnValue(death);
}

const tokensOf = ({ app }: RunningMailroom): AccessTokens => app.get(AccessTokens, { strict: false });
const refreshes = (): number =>
  sandbox.tokenRequests.filter(({ grantType }) => grantType === 'refresh_token').length;
const mailbox = async (profile: Profile): Promise<string> => connect(await client(profile));

/** A client of the sandbox with a name of its own. */
async function client(profile: Profile): Promise<string> {
  return registerSandboxClient(here, sandbox, profile, { name: `Client ${(clients += 1)}` });
}

/** A consent with a good end; answers the token's id. */
async function connect(clientId: string, tokenId?: string): Promise<string> {
  const page = await consent(here, sandbox, { clientId, address, ...(tokenId ? { tokenId } : {}) });
  expect(page.searchParams.get('token')).toEqual(expect.any(String));
  return page.searchParams.get('token') ?? '';
}

async function timePasses(passed: { hours?: number; minutes?: number; seconds?: number }): Promise<void> {
  const { hours = 0, minutes = 0, seconds = 0 } = passed;
  await here.timePasses(passed);
  there.app.get(HandMovedClock, { strict: false }).moveOn(((hours * 60 + minutes) * 60 + seconds) * 1_000);
}

async function answerOf(tokenId: string) {
  return (await here.api('GET', `tokens/${tokenId}`)).body;
}

/** The refresh that is under way has reached the provider, which has done its part and holds the answer. */
async function providerHasDecided(before: number): Promise<void> {
  await until(() => refreshes() > before, { what: 'a refresh at the provider' });
}

/** Whoever holds the refresh of this token has been gone for long enough. */
async function leaseLapses(tokenId: string): Promise<void> {
  const sql = `update mailroom.oauth_token set lease_until = clock_timestamp() - interval '1 second' where id = $1`;
  await here.dataSource.query(sql, [tokenId]);
}

function connectionsInUse({ dataSource }: RunningMailroom): number {
  const { totalCount, idleCount } = (dataSource.driver as unknown as { master: Pool }).master;
  return totalCount - idleCount;
}

describe('400 callers in two processes at expiry', () => {
  it('make one refresh, and hold no connection while they wait for it', async () => {
    const tokenId = await mailbox('strict');
    const before = await tokensOf(here).get(tokenId);
    await timePasses({ hours: 1 });
    const [asked, release] = [refreshes(), sandbox.holdTokenResponses()];
    const callers = [here, there].flatMap((one) =>
      Array.from({ length: 200 }, () => tokensOf(one).get(tokenId)),
    );

    await providerHasDecided(asked);
    for (const one of [here, there]) {
      await until(() => connectionsInUse(one) <= 1, { what: 'connections to come back' });
    }
    const busy = `select count(*)::int as count from pg_stat_activity
                   where datname = current_database() and state like 'idle in transaction%'`;
    expect(await here.dataSource.query(busy)).toEqual([{ count: 0 }]);
    expect((await there.api('GET', 'tokens')).status).toBe(200);

    release();
    const values = (await Promise.all(callers)).map(({ value }) => value.reveal());
    expect(new Set(values).size).toBe(1);
    expect(values[0]).not.toBe(before.value.reveal());
    expect(refreshes() - asked).toBe(1);
  });

  it('who wait for a process that died go on when its claim has lapsed', async () => {
    const tokenId = await mailbox('microsoft');
    await timePasses({ hours: 1 });
    const asked = refreshes();
    stopsDead();
    tokensOf(here)
      .get(tokenId)
      .catch(() => undefined);
    await until(async () => refreshes() > asked && sandbox.tokenRequests.at(-1)?.status === 200, {
      what: 'the answer',
    });
    const waiting = tokensOf(there).get(tokenId);
    await leaseLapses(tokenId);
    expect((await waiting).user).toBe(address);
    expect(refreshes() - asked).toBe(2);
  });
});

describe('a rotated refresh token', () => {
  it('takes the place of the one before, again and again', async () => {
    const tokenId = await mailbox('strict');
    const seen = new Set<string>();
    for (const one of [here, there, here, there]) {
      await timePasses({ hours: 1 });
      seen.add((await tokensOf(one).get(tokenId)).value.reveal());
    }
    expect(seen.size).toBe(4);
    expect(await answerOf(tokenId)).toMatchObject({ state: 'live', failure: null });
  });

  it('is kept where the provider sends none', async () => {
    const tokenId = await mailbox('google');
    for (const one of [here, there, here]) {
      await timePasses({ hours: 1 });
      await tokensOf(one).get(tokenId);
    }
    expect(await answerOf(tokenId)).toMatchObject({ state: 'live', renewal: 'refresh-token' });
  });

  it('is not lost when it arrives after the claim was', async () => {
    const tokenId = await mailbox('strict');
    await timePasses({ hours: 1 });
    const [asked, release] = [refreshes(), sandbox.holdTokenResponses()];
    const late = tokensOf(here).get(tokenId);
    await providerHasDecided(asked);
    const moveOn =
      'update mailroom.oauth_token set lease_epoch = lease_epoch + 1, lease_until = null where id = $1';
    await here.dataSource.query(moveOn, [tokenId]);
    release();
    const { value } = await late;
    expect((await tokensOf(there).get(tokenId)).value.equals(value)).toBe(true);
    await timePasses({ hours: 1 });
    expect((await tokensOf(there).get(tokenId)).value.equals(value)).toBe(false);
  });
});

describe('a process that dies with the answer in its hands', () => {
  async function dies(tokenId: string): Promise<void> {
    await timePasses({ hours: 1 });
    const asked = sandbox.tokenRequests.length;
    stopsDead();
    tokensOf(here)
      .get(tokenId)
      .catch(() => undefined);
    await until(() => sandbox.tokenRequests[asked]?.status === 200, { what: 'the answer that is lost' });
    await leaseLapses(tokenId);
  }

  it.each(['microsoft', 'google'] as const)(
    'loses nothing where the old refresh token stays good (%s)',
    async (profile) => {
      const tokenId = await mailbox(profile);
      await dies(tokenId);
      await tokensOf(there).get(tokenId);
      expect(await answerOf(tokenId)).toMatchObject({ state: 'live', failure: null });
    },
  );

  it('costs a reconnect under strict rotation, which says so at the next refresh', async () => {
    const tokenId = await mailbox('strict');
    await dies(tokenId);
    await expect(tokensOf(there).get(tokenId)).rejects.toMatchObject({
      code: 'token-needs-reconnect',
      params: { code: 'refresh-answer-lost', mailbox: address },
    });
    expect(await answerOf(tokenId)).toMatchObject({
      state: 'reconnect',
      failure: { code: 'refresh-answer-lost', class: 'reconnect' },
      nextRefreshAt: null,
    });
  });
});

describe('a token endpoint in trouble', () => {
  const troubles: [string, TokenAnswer, string][] = [
    ['500', { answer: 'status', status: 500 }, 'server_error'],
    ['429', { answer: 'status', status: 429, retryAfter: 1200 }, 'server_error'],
    ['garbage', { answer: 'html', status: 200 }, 'answer-unreadable'],
    ['a gateway page', { answer: 'html', status: 502 }, 'http-502'],
    ['a reset', { answer: 'reset' }, 'host-unreachable'],
    [
      'an invalid_grant with status 503',
      { answer: 'error', error: 'invalid_grant', status: 503 },
      'invalid_grant',
    ],
  ];
  it.each(troubles)(
    '(%s) changes nothing while the access token lasts, and never means reconnect',
    async (_, answer, code) => {
      const tokenId = await mailbox('strict');
      const before = await tokensOf(here).get(tokenId);
      await timePasses({ minutes: 58 });
      const asked = sandbox.tokenRequests.length;
      sandbox.faults.tokenEndpoint(answer);

      expect((await tokensOf(here).get(tokenId)).value.equals(before.value)).toBe(true);
      expect((await tokensOf(there).get(tokenId)).value.equals(before.value)).toBe(true);
      expect(sandbox.tokenRequests.length - asked).toBe(1);
      const troubled = await answerOf(tokenId);
      expect(troubled).toMatchObject({ state: 'live', failure: { code, class: 'retry-later' } });
      const wait = Date.parse(troubled.nextRefreshAt) - Date.parse(troubled.failure.at);
      expect(wait).toBeGreaterThanOrEqual(
        answer.answer === 'status' && answer.retryAfter ? 1_190_000 : 4_000,
      );

      await timePasses({ minutes: 2 });
      const delayed = await tokensOf(there)
        .get(tokenId)
        .catch((error: unknown) => error);
      expect(delayed).toMatchObject({ code: 'token-refresh-delayed', disposition: 'retry-later' });
      expect(await answerOf(tokenId)).toMatchObject({ state: 'live', failure: { class: 'retry-later' } });

      sandbox.faults.clear();
      await timePasses({ minutes: 20 });
      expect((await tokensOf(there).get(tokenId)).value.equals(before.value)).toBe(false);
      expect(await answerOf(tokenId)).toMatchObject({ state: 'live', failure: null });
    },
  );

  it('that never answers is left alone after ten seconds', async () => {
    const tokenId = await mailbox('strict');
    const before = await tokensOf(here).get(tokenId);
    await timePasses({ minutes: 58 });
    sandbox.faults.tokenEndpoint({ answer: 'hang', seconds: 30 });
    expect((await tokensOf(here).get(tokenId)).value.equals(before.value)).toBe(true);
    expect(await answerOf(tokenId)).toMatchObject({
      state: 'live',
      failure: { code: 'deadline-exceeded', class: 'retry-later' },
    });
  });

  it('that still says no after it was silent means no', async () => {
    const tokenId = await mailbox('strict');
    await timePasses({ hours: 1 });
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 500 }, { times: 1 });
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: 'token-refresh-delayed' });
    sandbox.revoke(address, 'strict');
    await timePasses({ minutes: 5 });
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: 'token-needs-reconnect' });
  });
});

describe('a grant that ends', () => {
  it('is over at once where the provider says so by number', async () => {
    const tokenId = await mailbox('microsoft');
    sandbox.revoke(address, 'microsoft');
    await timePasses({ hours: 1 });
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: 'token-needs-reconnect' });
    expect(await answerOf(tokenId)).toMatchObject({ state: 'reconnect', failure: { code: 'AADSTS50173' } });
  });

  it.each(['google', 'strict'] as const)(
    'is suspected first where the provider only says invalid_grant (%s)',
    async (profile) => {
      const tokenId = await mailbox(profile);
      sandbox.revoke(address, profile);
      await timePasses({ hours: 1 });
      const suspicion = await tokensOf(here)
        .get(tokenId)
        .catch((error: unknown) => error);
      expect(suspicion).toMatchObject({ code: 'token-refresh-delayed', params: { code: 'invalid_grant' } });
      expect(await answerOf(tokenId)).toMatchObject({ state: 'suspected' });
      await timePasses({ seconds: 59 });
      await expect(tokensOf(there).get(tokenId)).rejects.toMatchObject({ code: 'token-refresh-delayed' });
      await timePasses({ seconds: 20 });
      await expect(tokensOf(there).get(tokenId)).rejects.toMatchObject({ code: 'token-needs-reconnect' });
      expect(await answerOf(tokenId)).toMatchObject({ state: 'reconnect', nextRefreshAt: null });
    },
  );

  it('asks nobody once it is over', async () => {
    const tokenId = await mailbox('microsoft');
    sandbox.revoke(address, 'microsoft');
    await timePasses({ hours: 1 });
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: 'token-needs-reconnect' });
    const asked = sandbox.tokenRequests.length;
    await timePasses({ hours: 48 });
    await expect(tokensOf(there).get(tokenId)).rejects.toMatchObject({ code: 'token-needs-reconnect' });
    await there.app.get(RefreshAhead, { strict: false }).run();
    const mine = sandbox.tokenRequests
      .slice(asked)
      .filter(({ profile, status }) => profile === 'microsoft' && status === 400);
    expect(mine).toHaveLength(0);
  });

  it('goes on in place after a new consent, and everybody hears of it', async () => {
    const heard: string[] = [];
    there.app.get(Pokes, { strict: false }).on(TOKEN_LIVE, (id) => heard.push(id));
    const clientId = await client('google');
    const tokenId = await connect(clientId);
    sandbox.revoke(address, 'google');
    await timePasses({ hours: 1 });
    await expect(tokensOf(here).get(tokenId)).rejects.toThrow();
    await timePasses({ minutes: 2 });
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: 'token-needs-reconnect' });
    heard.length = 0;

    expect(await connect(clientId, tokenId)).toBe(tokenId);
    await until(() => heard.includes(tokenId), { what: 'the hint' });
    expect((await tokensOf(there).get(tokenId)).user).toBe(address);
    const [health] = await here.app.get(TokenHealth, { strict: false }).of([tokenId]);
    expect(health).toMatchObject({ state: 'live', failure: null, mailbox: address, clientId });
  });
});

describe('an envelope from another row', () => {
  const swap = async (
    table: string,
    column: string,
    [to, from]: readonly [string, string],
    key = 'id',
  ): Promise<void> => {
    const sql = `update mailroom.${table} set ${column} = (select ${column} from mailroom.${table} where ${key} = $2) where ${key} = $1`;
    await here.dataSource.query(sql, [to, from]);
  };

  it.each([
    ['sealed_access', { code: 'token-needs-reconnect', params: { code: 'secret-unreadable' } }, 0],
    ['sealed_refresh', { code: 'token-needs-reconnect', params: { code: 'secret-unreadable' } }, 60],
  ])('does not open as %s, and nobody asks the provider', async (column, problem, minutes) => {
    const [tokenId, other] = [await mailbox('strict'), await mailbox('strict')];
    await swap('oauth_token', column, [tokenId, other]);
    await timePasses({ minutes });
    const asked = refreshes();
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject(problem);
    expect(refreshes()).toBe(asked);
  });

  it('does not open as the secret of a client, which then needs a new one', async () => {
    const [clientId, other] = [await client('strict'), await client('strict')];
    const tokenId = await connect(clientId);
    await swap('oauth_client_secret', 'sealed', [clientId, other], 'client_id');
    await timePasses({ hours: 1 });
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: 'client-needs-fixing' });
    await here.api('PATCH', `clients/${clientId}`, { secret: 'mailroom-demo-secret' });
    expect((await tokensOf(here).get(tokenId)).user).toBe(address);
  });
});

describe('what a person has to mend', () => {
  it.each([
    [53003, 'token-needs-admin', 'ask-admin'],
    [7000222, 'client-needs-fixing', 'fix-client'],
  ] as const)(
    'AADSTS%i is %s, and recovers by itself when it was mended',
    async (code, problem, disposition) => {
      const tokenId = await mailbox('microsoft');
      await timePasses({ hours: 1 });
      sandbox.faults.tokenEndpoint({ answer: 'aadsts', code }, { times: 1 });
      await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: problem, disposition });
      expect(await answerOf(tokenId)).toMatchObject({
        state: 'live',
        failure: { class: disposition, code: `AADSTS${code}` },
      });
      await timePasses({ minutes: 6 });
      await there.app.get(RefreshAhead, { strict: false }).run();
      expect(await answerOf(tokenId)).toMatchObject({ state: 'live', failure: null });
    },
  );

  it('is tried again as soon as the client was changed', async () => {
    const clientId = await client('strict');
    const tokenId = await connect(clientId);
    await here.api('PATCH', `clients/${clientId}`, { secret: 'not the one' });
    await timePasses({ hours: 1 });
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: 'client-needs-fixing' });
    await here.api('PATCH', `clients/${clientId}`, { secret: 'mailroom-demo-secret' });
    expect((await tokensOf(there).get(tokenId)).user).toBe(address);
  });

  it('is tried again when an admin asks', async () => {
    const tokenId = await mailbox('strict');
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 503 }, { times: 1 });
    const { status, body } = await here.api('POST', `tokens/${tokenId}/refresh`);
    expect([status, body.failure.class, body.state]).toEqual([200, 'retry-later', 'live']);
    expect((await here.api('POST', `tokens/${tokenId}/refresh`)).body).toMatchObject({ failure: null });
  });
});

describe('an access token that a server refuses', () => {
  it('is renewed once for everybody it was refused', async () => {
    const tokenId = await mailbox('strict');
    const refused = await tokensOf(here).get(tokenId);
    const asked = refreshes();
    const renewals = [here, there].flatMap((one) =>
      Array.from({ length: 50 }, () => tokensOf(one).renew(tokenId, refused.value)),
    );
    const renewed = await Promise.all(renewals);
    expect(new Set(renewed.map(({ value }: AccessToken) => value.reveal())).size).toBe(1);
    expect(renewed[0]?.value.equals(refused.value)).toBe(false);
    expect(refreshes() - asked).toBe(1);
    expect((await tokensOf(there).renew(tokenId, refused.value)).value.equals(renewed[0]!.value)).toBe(true);
    expect(refreshes() - asked).toBe(1);
  });

  it('is not handed out again when there is no new one', async () => {
    const tokenId = await mailbox('strict');
    const refused = await tokensOf(here).get(tokenId);
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 500 });
    await expect(tokensOf(here).renew(tokenId, refused.value)).rejects.toMatchObject({
      code: 'token-refresh-delayed',
    });
  });
});

describe('a token that is asked for often', () => {
  const validity = (tokenId: string, value: string) =>
    here.dataSource.query(
      `update mailroom.oauth_client set validity = $2
        where id = (select client_id from mailroom.oauth_token where id = $1)`,
      [tokenId, value],
    );

  /** The two seconds do not end while a busy machine is slow. */
  function timeStandsStill(): void {
    const now = here.app.get(HandMovedClock, { strict: false }).now();
    for (const { app } of [here, there])
      jest.spyOn(app.get(HandMovedClock, { strict: false }), 'now').mockReturnValue(now);
  }

  it('is not handed out for longer than two seconds after its client was switched off, even without a hint', async () => {
    const tokenId = await mailbox('strict');
    await tokensOf(here).get(tokenId);
    await validity(tokenId, 'invalid');
    await tokensOf(here).get(tokenId);
    await timePasses({ seconds: 3 });
    await expect(tokensOf(here).get(tokenId)).rejects.toMatchObject({ code: 'client-not-valid' });
  });

  it('is forgotten in every process when its client is changed', async () => {
    const tokenId = await mailbox('strict');
    timeStandsStill();
    await Promise.all([here, there].map((one) => tokensOf(one).get(tokenId)));
    const { clientId } = await answerOf(tokenId);
    await here.api('PATCH', `clients/${clientId}`, { validity: 'temporarily-invalid' });
    for (const one of [here, there]) {
      const refused = () =>
        tokensOf(one)
          .get(tokenId)
          .then(
            () => false,
            ({ code }) => code === 'client-not-valid',
          );
      await until(refused, { what: 'the hint' });
    }
  });

  it('is not read from the database every time', async () => {
    const tokenId = await mailbox('strict');
    timeStandsStill();
    const first = await tokensOf(here).get(tokenId);
    expect(await tokensOf(here).get(tokenId)).toBe(first);
    expect(await tokensOf(here).renew(tokenId, first.value)).not.toBe(first);
  });
});

describe('refreshing ahead', () => {
  it('renews what is in use before it ends, once among all processes, and lets the rest lie for a week', async () => {
    const [used, idle] = [await mailbox('strict'), await mailbox('strict')];
    for (const one of [here, there]) {
      one.app.get(TokenUses, { strict: false }).register({
        kind: 'spec',
        rows: `select '${used}'::uuid as token_id, 'a1' as id, 'Support mail' as name, true as live`,
      });
    }
    const lookEverywhere = (): Promise<unknown> =>
      Promise.all([here, there].map((one) => one.app.get(RefreshAhead, { strict: false }).run()));
    const obtained = async (id: string): Promise<unknown> =>
      (
        await here.dataSource.query(
          'select access_obtained_at as at from mailroom.oauth_token where id = $1',
          [id],
        )
      )[0].at;

    const before = await obtained(idle);
    await timePasses({ minutes: 55 });
    const asked = refreshes();
    await lookEverywhere();
    expect(Date.parse((await answerOf(used)).accessExpiresAt)).toBeGreaterThan(Date.now() + 100 * 60_000);
    expect(await obtained(idle)).toEqual(before);
    expect(refreshes() - asked).toBeGreaterThanOrEqual(1);
    await timePasses({ hours: 24 * 7 });
    await lookEverywhere();
    expect(await obtained(idle)).not.toEqual(before);
  });
});
