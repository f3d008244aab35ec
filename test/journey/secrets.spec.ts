import { ConsoleLogger } from '@nestjs/common';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken, registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const PLANTED = {
  clientSecret: 'planted-client-secret-91c4',
  accountPassword: 'planted-account-password-5e07',
  serverPassword: 'planted-server-password-d2ab',
  invokerHeader: 'planted-invoker-header-77f0',
};

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
    await everythingAnAdminDoes();
    await listener.release();
  }, 120_000);
  afterAll(async () => {
    await mailroom.stop();
    await sandbox.stop();
  });

  async function everythingAnAdminDoes(): Promise<void> {
    const api = async (method: string, path: string, body?: unknown) => {
      const answer = await mailroom.api(method, path, body);
      answers.push(JSON.stringify(answer.body));
      return answer;
    };
    const { tokenId } = await connectToken(mailroom, sandbox, 'support@sandbox.test');
    await registerSandboxClient(mailroom, sandbox, 'google', {
      secret: PLANTED.clientSecret,
      clientId: 'elsewhere',
    });
    const place = { host: '127.0.0.1', security: 'none' };
    const imap = {
      ...place,
      port: sandbox.imap.port,
      folders: ['INBOX'],
      disposition: 'leave',
      start: 'all',
    };
    await api('POST', 'accounts', {
      ...imap,
      name: 'With a wrong password',
      login: 'sales@sandbox.test',
      address: 'sales@sandbox.test',
      auth: 'password',
      password: PLANTED.accountPassword,
    });
    const byToken = await api('POST', 'accounts', {
      ...imap,
      name: 'With a token',
      login: 'support@sandbox.test',
      address: 'support@sandbox.test',
      auth: 'token',
      tokenId,
    });
    expect(byToken.status).toBe(201);
    const smtp = { ...place, port: sandbox.smtp.port, fromFilter: '', priority: 10 };
    const server = await api('POST', 'servers', {
      ...smtp,
      name: 'With a wrong password',
      login: 'sales@sandbox.test',
      auth: 'password',
      password: PLANTED.serverPassword,
    });
    expect(server.status).toBe(201);
    const invoker = await api('POST', 'invokers', {
      name: 'With a token and a key',
      baseUrl: sandbox.issuer('strict').userinfo,
      method: 'GET',
      authentication: 'bearer',
      tokenId,
      headers: [{ name: 'X-Key', value: PLANTED.invokerHeader, secret: true }],
    });
    expect(invoker.status).toBe(201);
    const { body: tried } = await api('POST', `invokers/${invoker.body.id}/test`, {});
    expect(tried.answer.status).toBe(200);
    await api('GET', 'invokers');
    for (const kind of ['accounts', 'servers']) {
      const { body } = await api('GET', kind);
      for (const { id } of body.items) {
        await api('POST', `${kind}/${id}/check`, {});
        await api('POST', `${kind}/${id}/state`, { state: 'live' });
        await api('GET', `${kind}/${id}`);
      }
    }
    sandbox.sendLetter({
      from: 'alice@sandbox.test',
      to: 'support@sandbox.test',
      subject: 'Hello',
      text: 'Hi',
    });
    await api('POST', `accounts/${byToken.body.id}/fetch`, {});
    await until(async () => (await mailroom.hostMail()).length > 0, { what: 'the mail', timeoutMs: 20_000 });
    await api('POST', `tokens/${tokenId}/refresh`, {});
    for (const answer of [
      { answer: 'status', status: 500 },
      { answer: 'html' },
      { answer: 'reset' },
      { answer: 'error', error: 'invalid_grant' },
    ] as const) {
      sandbox.faults.tokenEndpoint(answer, { times: 1 });
      await mailroom.timePasses({ hours: 2 });
      await api('POST', `tokens/${tokenId}/refresh`, {});
    }
    for (const path of [
      'clients',
      'tokens',
      'accounts',
      'servers',
      'outbox',
      'banners',
      'session',
      `tokens/${tokenId}`,
    ]) {
      await api('GET', path);
    }
  }

  /** What the sandbox handed out, and what we typed in. */
  async function secrets(): Promise<string[]> {
    const rows: Record<string, string | null>[] = await mailroom.dataSource.query(
      'select * from mailroom.oauth_token',
    );
    expect(rows).toHaveLength(1);
    return [...Object.values(PLANTED), 'mailroom-demo-secret', ...sandbox.secretsHandedOut];
  }

  function leaks(texts: readonly string[], words: readonly string[]): string[] {
    return words.filter((word) => word.length > 8 && texts.some((text) => text.includes(word)));
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
