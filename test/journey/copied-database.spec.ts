import { Settings, StoredSettings } from '@mailroom/kernel';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

describe('a database that starts under another public URL', () => {
  let database: TestDatabase;
  let mailroom: RunningMailroom | undefined;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterEach(async () => {
    await mailroom?.stop();
    mailroom = undefined;
  });
  afterAll(() => database.drop());

  const start = async (publicUrl?: string | null): Promise<RunningMailroom> => {
    mailroom = await startMailroom({
      database,
      work: false,
      ...(publicUrl === undefined ? {} : { publicUrl }),
    });
    return mailroom;
  };
  const states = async ({ dataSource }: RunningMailroom): Promise<string[]> => {
    const rows: { state: string }[] = await dataSource.query(
      `select state from mailroom.mail_account union all select state from mailroom.outgoing_server
       union all select state from mailroom.web_service_invoker
       union all select case state when 'active' then 'live' else state end from mailroom.webhook`,
    );
    return rows.map(({ state }) => state);
  };
  const cameFrom = ({ dataSource }: RunningMailroom, url: string): Promise<unknown> =>
    dataSource.query('update mailroom.installation set public_url = $1', [url]);

  it('keeps everything running between addresses of localhost', async () => {
    const host = await start();
    await host.dataSource.query(`
      insert into mailroom.mail_account (name, host, port, security, login, address, auth, disposition, state)
        values ('Support', 'imap.example', 993, 'tls', 'a@b.example', 'a@b.example', 'password', 'seen', 'live');
      insert into mailroom.outgoing_server
        (name, host, port, security, auth, login, from_filter, priority, is_fallback, comment, state, created_at, updated_at, updated_by)
        values ('Support', 'smtp.example', 587, 'starttls', 'none', '', '', 10, false, '', 'live', now(), now(), 'spec');
      insert into mailroom.web_service_invoker
        (name, base_url, method, timeout_ms, max_bytes, authentication, created_at, updated_at, updated_by)
        values ('CRM', 'https://crm.example', 'GET', 1000, 1000, 'none', now(), now(), 'spec');
      insert into mailroom.webhook (id, description, url, events, state, sealed_secret, created_at, updated_at, updated_by)
        values (gen_random_uuid(), 'CRM', 'https://crm.example', '{outbox.sent}', 'active', 'v1.x.y', now(), now(), 'spec')`);
    await host.stop();
    expect(await states(await start())).toEqual(['live', 'live', 'live', 'live']);
  });

  it('starts with accounts, servers, invokers and webhooks paused when it is a copy of production, and only once', async () => {
    const production = await start();
    await cameFrom(production, 'https://desk.example/mailroom');
    await production.stop();
    const copy = await start();
    expect(await states(copy)).toEqual(['paused', 'paused', 'paused', 'paused']);
    await copy.dataSource.query(`update mailroom.mail_account set state = 'live'`);
    await copy.stop();
    expect(await states(await start())).toEqual(['live', 'paused', 'paused', 'paused']);
  });

  const moves = ({ app }: RunningMailroom, to: string, moving: boolean): Promise<unknown> =>
    app
      .get(StoredSettings, { strict: false })
      .set({ 'public-url': to }, { id: 'ada', name: 'Ada' }, { moving });
  const allLive = ({ dataSource }: RunningMailroom): Promise<unknown> =>
    dataSource.query(`
      update mailroom.mail_account set state = 'live'; update mailroom.outgoing_server set state = 'live';
      update mailroom.web_service_invoker set state = 'live'; update mailroom.webhook set state = 'active'`);

  it('goes on when an admin moved it there, and is a copy all the same anywhere else', async () => {
    const first = await start('http://localhost:4441');
    await first.dataSource.query(
      `insert into mailroom.setting values ('public-url', '"http://localhost:4441"', now(), 'spec')`,
    );
    await first.stop();
    const before = await start(null);
    await allLive(before);
    await cameFrom(before, 'https://desk.example/mailroom');
    await moves(before, 'http://localhost:4442', true);
    await before.stop();

    const copy = await start('http://localhost:4443');
    expect(await states(copy)).toEqual(['paused', 'paused', 'paused', 'paused']);
    const [event] = (await copy.dataSource.query(
      `select details from mailroom.audit_event where action = 'copy-paused' order by id desc limit 1`,
    )) as { details: unknown }[];
    expect(event?.details).toEqual({
      home: 'https://desk.example/mailroom',
      accounts: 1,
      servers: 1,
      invokers: 1,
      webhooks: 1,
    });
    await allLive(copy);
    await cameFrom(copy, 'https://desk.example/mailroom');
    await copy.stop();

    const after = await start(null);
    expect(after.app.get(Settings).at('')).toBe('http://localhost:4442/mailroom');
    expect(await states(after)).toEqual(['live', 'live', 'live', 'live']);
    expect(await after.dataSource.query('select public_url, moving_to from mailroom.installation')).toEqual([
      { public_url: 'http://localhost:4442/mailroom', moving_to: null },
    ]);
  });

  it('is a copy when its public URL was set without a word that it moves', async () => {
    const host = await start(null);
    await cameFrom(host, 'https://desk.example/mailroom');
    await moves(host, 'http://localhost:4444', false);
    await host.stop();
    expect(await states(await start(null))).toEqual(['paused', 'paused', 'paused', 'paused']);
  });
});
