import { MailroomHealth, MailroomMetrics } from '@mailroom/plugin';
import pg from 'pg';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken } from '../support/connect.js';
import { readExposition, type ReadFamily } from '../support/read-exposition.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const SUPPORT = 'support@sandbox.test';

describe('health and metrics', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;

  beforeAll(async () => {
    [sandbox, mailroom] = await Promise.all([startSandbox(), startMailroom()]);
    const { tokenId } = await connectToken(mailroom, sandbox, SUPPORT);
    await mailroom.api('POST', `tokens/${tokenId}/refresh`);
    for (const subject of ['one', 'two'])
      sandbox.sendLetter({ to: SUPPORT, subject, text: subject, from: 'a@b.test' });
    const { body } = await mailroom.api('POST', 'accounts', {
      name: 'Support',
      host: '127.0.0.1',
      port: sandbox.imap.port,
      security: 'none',
      login: SUPPORT,
      address: SUPPORT,
      auth: 'token',
      tokenId,
      disposition: 'leave',
      start: 'all',
      push: false,
    });
    await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' });
    await until(async () => (await mailroom.hostMail()).length === 2, { what: 'two mails' });
  });
  afterAll(() => Promise.all([mailroom.stop(), sandbox.stop()]));

  async function metrics(): Promise<Map<string, ReadFamily>> {
    return readExposition(await mailroom.app.get(MailroomMetrics).text());
  }

  it('report what there is, as an indicator of terminus answers', async () => {
    const { desk } = await mailroom.app.get(MailroomHealth).check('desk');
    expect(desk).toMatchObject({
      status: 'up',
      reason: null,
      connections: { limit: 4 },
      signs: {
        instances: 1,
        accounts: { byState: { live: 1 } },
        tokens: { byState: { live: 1 } },
        quarantined: 0,
      },
    });
    expect((await mailroom.api('GET', 'health')).body).toMatchObject({ status: 'up' });
  });

  it('are in the format, without a name or an address, and count what happened', async () => {
    const { status, body, headers } = await mailroom.api('GET', 'metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('version=0.0.4');
    expect(body).not.toMatch(/@|Support|sandbox|127\.0\.0\.1/);
    await until(
      async () => (await metrics()).get('mailroom_fetch_runs_total')?.of({ ending: 'done' }) === 1,
      {
        what: 'the end of the run',
      },
    );
    const families = await metrics();
    expect(families.get('mailroom_mails_total')?.of({ outcome: 'stored' })).toBe(2);
    expect(families.get('mailroom_accounts')?.of({ state: 'live' })).toBe(1);
    expect(families.get('mailroom_token_refresh_seconds')?.of({ result: 'answered' }, '_count')).toBe(1);
    expect(families.get('mailroom_up')?.of({})).toBe(1);
  });

  it('are named by the conventions, each with words that explain it', async () => {
    for (const [name, { type, help }] of await metrics()) {
      expect(name).toMatch(/^mailroom_[a-z]+(_[a-z]+)*$/);
      expect(help).toMatch(/^[A-Z].*\.$/);
      expect({ name, isTotal: name.endsWith('_total') }).toEqual({ name, isTotal: type === 'counter' });
    }
  });

  it('say down within seconds when the database hangs, and up again by themselves', async () => {
    const client = new pg.Client({ connectionString: mailroom.database.url });
    await client.connect();
    await client.query('begin');
    await client.query('lock table mailroom.oauth_token in access exclusive mode');
    const health = mailroom.app.get(MailroomHealth);
    const begun = performance.now();
    const down = await until(
      async () => {
        const asked = performance.now();
        const report = await health.report();
        expect(performance.now() - asked).toBeLessThan(4_000);
        return report.status === 'down' && report;
      },
      { what: 'the report to be down', timeoutMs: 15_000 },
    );
    expect(down).toMatchObject({ reason: 'database', signs: null });
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect((await metrics()).get('mailroom_up')?.of({})).toBe(0);
    await client.query('rollback');
    await client.end();
    await until(async () => (await health.report()).status === 'up', { what: 'the report to be up' });
  });
});
