import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startSandbox, type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const program = fileURLToPath(new URL('../support/token-asker.mjs', import.meta.url));

/** A process that asks for tokens when told. */
class Asker {
  private constructor(private readonly child: ChildProcess) {}

  static async start({ database, url }: RunningMailroom, name: string): Promise<Asker> {
    const env = { PATH: process.env['PATH'], PGAPPNAME: name };
    const child = fork(program, [database.url, url], {
      env,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message', { signal: AbortSignal.timeout(30_000) });
    return new Asker(child);
  }

  /** What so many callers at once were answered: digests of tokens, or problem codes. */
  async ask(tokenId: string, times: number): Promise<string[]> {
    this.child.send({ tokenId, times });
    const [{ answers }] = (await once(this.child, 'message', { signal: AbortSignal.timeout(60_000) })) as [
      { answers: string[] },
    ];
    return answers;
  }

  /** SIGKILL: it gets no chance to store what it was told. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

describe('two processes that need the same token', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;
  let askers: Asker[];
  let clients = 0;

  beforeAll(async () => {
    sandbox = await startSandbox();
    mailroom = await startMailroom({ work: false, logger: false });
    askers = await Promise.all(['asker-one', 'asker-two'].map((name) => Asker.start(mailroom, name)));
  }, 60_000);
  afterEach(() => sandbox.faults.clear());
  afterAll(async () => {
    await Promise.all(askers?.map((asker) => asker.kill()) ?? []);
    await mailroom?.stop();
    await sandbox?.stop();
  });

  const refreshes = (): number =>
    sandbox.tokenRequests.filter(({ grantType }) => grantType === 'refresh_token').length;

  /** A token whose access token has just ended. */
  async function endedToken(profile: Profile): Promise<string> {
    const clientId = await registerSandboxClient(mailroom, sandbox, profile, {
      name: `Client ${(clients += 1)}`,
    });
    const end = await consent(mailroom, sandbox, { clientId, address: 'support@sandbox.test' });
    const tokenId = end.searchParams.get('token')!;
    await mailroom.dataSource.query(
      `update mailroom.oauth_token set access_expires_at = mailroom.now() - interval '1 second' where id = $1`,
      [tokenId],
    );
    return tokenId;
  }

  async function busyConnections(): Promise<number> {
    const [row]: { count: number }[] = await mailroom.dataSource.query(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and application_name like 'asker-%' and state <> 'idle'`,
    );
    return row!.count;
  }

  it('make one refresh of 200 calls, and hold no connection while they wait', async () => {
    const tokenId = await endedToken('strict');
    const asked = refreshes();
    const release = sandbox.holdTokenResponses();
    const answers = Promise.all(askers.map((asker) => asker.ask(tokenId, 100)));
    await until(() => refreshes() > asked, { what: 'the refresh at the provider' });
    await until(async () => (await busyConnections()) === 0, {
      what: 'connections to be idle while the provider thinks',
    });
    release();

    const digests = (await answers).flat();
    expect(digests).toHaveLength(200);
    expect(new Set(digests)).toEqual(new Set([expect.stringMatching(/^[0-9a-f]{64}$/)]));
    expect(refreshes() - asked).toBe(1);
  });

  it.each<[Profile, RegExp, string]>([
    ['microsoft', /^[0-9a-f]{64}$/, 'live'],
    ['google', /^[0-9a-f]{64}$/, 'live'],
    ['strict', /^token-needs-reconnect$/, 'reconnect'],
  ])('survive kill -9 before the answer is stored, in the manner of %s', async (profile, expected, state) => {
    const tokenId = await endedToken(profile);
    const doomed = await Asker.start(mailroom, 'asker-doomed');
    const asked = refreshes();
    const release = sandbox.holdTokenResponses();
    doomed.ask(tokenId, 1).catch(() => undefined);
    await until(() => refreshes() > asked, {
      what: 'the refresh at the provider',
    });
    await doomed.kill();
    release();
    // Nobody waits half a minute here for the claim of the dead to lapse.
    await mailroom.dataSource.query(
      `update mailroom.oauth_token set lease_until = clock_timestamp() - interval '1 second' where id = $1`,
      [tokenId],
    );

    const [answer] = await askers[0]!.ask(tokenId, 1);
    expect(answer).toMatch(expected);
    expect(refreshes() - asked).toBe(2);
    expect((await mailroom.api('GET', `tokens/${tokenId}`)).body.state).toBe(state);
  });
});
