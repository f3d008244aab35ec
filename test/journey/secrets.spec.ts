import { ConsoleLogger } from '@nestjs/common';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { everythingAnAdminDoes, leaks, PLANTED } from '../support/planted-secrets.js';

/** Everything that was written to a log, whatever the level. */
class Ear extends ConsoleLogger {
  readonly heard: string[] = [];
  protected override printMessages(messages: unknown[]): void {
    this.heard.push(
      ...messages.map((message) => (typeof message === 'string' ? message : JSON.stringify(message))),
    );
  }
  protected override printStackTrace(stack: string): void {
    this.heard.push(stack);
  }
}

describe('secrets', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;
  const ear = new Ear();
  const answers: string[] = [];
  const notifications: string[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    mailroom = await startMailroom({ logger: ear });
    const listener = mailroom.dataSource.createQueryRunner();
    const client = await listener.connect();
    client.on('notification', (message: { payload?: string }) => notifications.push(message.payload ?? ''));
    await listener.query('listen mailroom');
    const mailIsThere = async () => (await mailroom.hostMail()).length > 0;
    answers.push(...(await everythingAnAdminDoes({ ...mailroom, mailIsThere }, sandbox)));
    await listener.release();
  }, 120_000);
  afterAll(async () => {
    await mailroom.stop();
    await sandbox.stop();
  });

  /** What the sandbox handed out, and what we typed in. */
  async function secrets(): Promise<string[]> {
    const rows: Record<string, string | null>[] = await mailroom.dataSource.query(
      'select * from mailroom.oauth_token',
    );
    expect(rows).toHaveLength(1);
    return [...Object.values(PLANTED), 'mailroom-demo-secret', ...sandbox.secretsHandedOut];
  }

  it('were handed out at all', async () => {
    expect(sandbox.secretsHandedOut.length).toBeGreaterThan(3);
    expect(answers.join('')).toContain('sales@sandbox.test');
    for (const event of ['mail-committed', 'token-refreshed', 'token-not-refreshed', 'fetch-ended'])
      expect(ear.heard.join('')).toContain(`"event":"${event}"`);
  });

  it('are in no answer of the API', async () => {
    expect(leaks(answers, await secrets())).toEqual([]);
  });

  it('are in no line of the log', async () => {
    expect(leaks(ear.heard, await secrets())).toEqual([]);
  });

  it('are in no hint between instances', async () => {
    expect(notifications.length).toBeGreaterThan(0);
    expect(leaks(notifications, await secrets())).toEqual([]);
  });

  it('are nowhere in the database in clear, job queue included', async () => {
    const tables: { name: string }[] = await mailroom.dataSource.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('mailroom', 'mailroom_jobs', 'public') and table_type = 'BASE TABLE'`,
    );
    const dump: string[] = [];
    for (const { name } of tables) {
      const rows: { row: string }[] = await mailroom.dataSource.query(`select t::text as row from ${name} t`);
      dump.push(...rows.map(({ row }) => row));
    }
    expect(dump.length).toBeGreaterThan(10);
    expect(leaks(dump, await secrets())).toEqual([]);
  });
});
