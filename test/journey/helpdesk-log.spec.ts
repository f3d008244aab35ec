import { Module } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Clock } from '@mailroom/plugin';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { DataSource } from 'typeorm';
import { createHelpdesk } from '../../apps/helpdesk/src/create-helpdesk.js';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { HelpdeskSettings } from '../../apps/helpdesk/src/settings/helpdesk-settings.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { everythingAnAdminDoes, leaks, PLANTED, type Office } from '../support/planted-secrets.js';

const OWN = {
  sessionSecret: 'planted-session-secret-of-thirty-two-chars',
  metricsToken: 'planted-metrics-token-of-thirty-two-chars',
  password: 'planted-password-of-ada',
  databasePassword: 'planted-database-password',
};
const KEY = Buffer.from('planted-key-of-thirty-two-bytes!');

@Module({
  providers: [HandMovedClock, { provide: Clock, useExisting: HandMovedClock }],
  exports: [HandMovedClock],
})
class ClockModule {}

describe.each(['debug', 'trace'] as const)('the log of a helpdesk at level %s', (level) => {
  const lines: string[] = [];
  let database: TestDatabase;
  let sandbox: Sandbox;
  let app: NestExpressApplication;
  let words: string[];

  beforeAll(async () => {
    [database, sandbox] = await Promise.all([freshDatabase(), startSandbox()]);
    const port = await anyFreePort();
    const url = `http://localhost:${port}`;
    const withPassword = new URL(database.url);
    withPassword.password = OWN.databasePassword;
    const settings = new HelpdeskSettings({
      port,
      host: '127.0.0.1',
      publicUrl: new URL(url),
      databaseUrl: withPassword.href,
      sessionSecret: OWN.sessionSecret,
      keys: [{ id: 'test', bytes: KEY }],
      staff: [{ login: 'ada', name: 'Ada', role: 'admin', password: OWN.password }],
      work: true,
      groups: true,
      acknowledge: true,
      reopenDays: null,
      metricsToken: OWN.metricsToken,
      trustedNetworks: ['127.0.0.0/8'],
    });
    app = await createHelpdesk(
      settings,
      { imports: [ClockModule], clock: HandMovedClock },
      { level, format: 'json', write: (line) => void lines.push(line) },
    );
    await app.listen(port, 'localhost');
    const { office, cookie } = await officeAt(url);
    await everythingAnAdminDoes(office, sandbox);
    await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${OWN.metricsToken}` } });
    await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${OWN.metricsToken}-not` } });
    words = [
      ...Object.values(PLANTED),
      ...Object.values(OWN),
      KEY.toString(),
      KEY.toString('base64'),
      'mailroom-demo-secret',
      cookie.split('=')[1] ?? '',
      ...sandbox.secretsHandedOut,
    ];
    await app.close();
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await Promise.all([sandbox?.stop(), database?.drop()]);
  });

  async function officeAt(url: string): Promise<{ office: Office; cookie: string }> {
    const signedIn = await fetch(`${url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
      body: new URLSearchParams({ login: 'ada', password: OWN.password }),
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const dataSource = app.get(DataSource);
    const office: Office = {
      url,
      api: async (method, path, body) => {
        const response = await fetch(`${url}/mailroom/api/${path}`, {
          method,
          headers: { origin: url, cookie, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await response.text();
        return {
          status: response.status,
          body: text === '' ? undefined : JSON.parse(text),
          headers: response.headers,
        };
      },
      mailIsThere: async () => (await dataSource.query('select from article limit 1')).length > 0,
      timePasses: async ({ hours = 0 }) => {
        app.get(HandMovedClock).moveOn(hours * 3_600_000);
        await dataSource.query(`update mailroom.clock set shift = shift + $1 * interval '1 hour'`, [hours]);
      },
    };
    return { office, cookie };
  }

  it('tells everything there is to tell', () => {
    const log = lines.join('');
    for (const event of ['mail-committed', 'token-refreshed', 'token-not-refreshed', 'fetch-ended'])
      expect(log).toContain(`"event":"${event}"`);
    expect(log).toContain('"level":"debug"');
    expect(sandbox.secretsHandedOut.length).toBeGreaterThan(3);
    expect(words.filter((word) => word.length <= 8)).toEqual([]);
  });

  it('holds no secret that was typed in, handed out or configured', () => {
    expect(leaks(lines, words)).toEqual([]);
  });
});
