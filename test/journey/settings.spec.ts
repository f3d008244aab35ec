import { AuditLog, Retention, Settings, StoredSettings } from '@mailroom/kernel';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { openContext, startMailroom, type RunningMailroom } from '../support/mailroom.js';

const ADA = { id: 'ada', name: 'Ada', from: 'mailroom' };

describe('settings', () => {
  let database: TestDatabase;
  let mailroom: RunningMailroom;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('let nobody start before somebody said where browsers reach it', async () => {
    await expect(startMailroom({ database, publicUrl: null, logger: false })).rejects.toThrow(
      'nobody has said where browsers reach it; set option publicUrl to an https:// address, or run `mailroom settings set public-url https://…`.',
    );
  });

  it('can be set by a command before the first start', async () => {
    const command = await openContext(database);
    expect(command.get(Settings, { strict: false })).toMatchObject({
      hasPublicUrl: false,
      commandOnly: true,
    });
    const settings = command.get(StoredSettings, { strict: false });
    expect(await settings.get('public-url')).toMatchObject({
      value: null,
      source: 'default',
      readOnly: false,
    });
    await expect(
      settings.set({ 'public-url': 'http://desk.example' }, ADA, { moving: false }),
    ).rejects.toThrow(expect.objectContaining({ code: 'public-url-unusable', field: 'public-url' }));
    await expect(settings.set({ colour: 'blue' }, ADA, { moving: false })).rejects.toThrow(
      expect.objectContaining({ code: 'setting-unknown' }),
    );
    await settings.set({ 'public-url': 'http://localhost:4455/' }, ADA, { moving: false });
    expect(await settings.get('public-url')).toMatchObject({ value: 'http://localhost:4455', pending: true });
    await command.close();
  });

  describe('in a host that leaves the public URL to them', () => {
    beforeAll(async () => {
      mailroom = await startMailroom({ database, publicUrl: null });
    });
    afterAll(() => mailroom.stop());

    it('say where it is', async () => {
      expect((await mailroom.api('GET', 'redirect-uri')).body.redirectUri).toBe(
        'http://localhost:4455/mailroom/oauth2/callback',
      );
      expect((await mailroom.api('GET', 'settings')).body.items).toEqual([
        {
          key: 'public-url',
          value: 'http://localhost:4455',
          source: 'stored',
          readOnly: false,
          pending: false,
        },
        { key: 'audit-retention-days', value: 400, source: 'default', readOnly: false, pending: false },
        { key: 'run-retention-days', value: 30, source: 'default', readOnly: false, pending: false },
        { key: 'outbox-retention-days', value: 180, source: 'default', readOnly: false, pending: false },
        { key: 'raw-mail-retention-days', value: 30, source: 'default', readOnly: false, pending: false },
        { key: 'same-mail', value: 'each', source: 'default', readOnly: false, pending: false },
        {
          key: 'connection-limits',
          value: expect.arrayContaining([
            { host: 'imap.gmail.com', per: 'login', limit: 10 },
            { host: 'outlook.office365.com', per: 'login', limit: 8 },
            { host: '*', per: 'host', limit: 10 },
          ]),
          source: 'default',
          readOnly: false,
          pending: false,
        },
        { key: 'draft-after-failing-days', value: 0, source: 'default', readOnly: false, pending: false },
        { key: 'sender-limit-mails', value: 20, source: 'default', readOnly: false, pending: false },
        { key: 'sender-limit-minutes', value: 120, source: 'default', readOnly: false, pending: false },
        { key: 'personal-servers-per-person', value: 1, source: 'default', readOnly: false, pending: false },
        {
          key: 'control-header-prefixes',
          value: 'x-mailroom-, x-otrs-, x-znuny-',
          source: 'default',
          readOnly: false,
          pending: false,
        },
        { key: 'banner-recipients', value: '', source: 'default', readOnly: false, pending: false },
        { key: 'language', value: 'browser', source: 'default', readOnly: false, pending: false },
      ]);
    });

    it('record a change with what was before', async () => {
      const { body } = await mailroom.api('GET', 'audit-events?action=setting-changed');
      expect(body.items).toEqual([
        expect.objectContaining({
          subject: { kind: 'settings', id: 'public-url', name: 'public-url' },
          actor: ADA,
          details: { former: null, value: 'http://localhost:4455' },
        }),
      ]);
    });
  });

  describe('in a host with options', () => {
    const limits = [{ host: 'imap.desk.example', per: 'host', limit: 30 }] as const;
    const prefixes = 'x-desk-';
    beforeAll(async () => {
      const options = {
        sameMail: 'once',
        connectionLimits: limits,
        controlHeaderPrefixes: prefixes,
      } as const;
      mailroom = await startMailroom({ database, options });
    });
    afterAll(() => mailroom.stop());

    it('are read-only where an option decides', async () => {
      const { items } = (await mailroom.api('GET', 'settings')).body;
      const decided = items.filter(({ readOnly }: { readOnly: boolean }) => readOnly);
      expect(decided).toEqual(
        [
          ['public-url', mailroom.url],
          ['same-mail', 'once'],
          ['connection-limits', limits],
          ['control-header-prefixes', prefixes],
        ].map(([key, value]) => ({ key, value, source: 'option', readOnly: true, pending: false })),
      );
    });

    it.each([
      ['public-url', 'https://desk.example'],
      ['same-mail', 'each'],
      ['connection-limits', []],
      ['control-header-prefixes', null],
    ])('refuse to change %s', async (key, value) => {
      const { status, body } = await mailroom.api('PATCH', 'settings', { [key]: value });
      expect([status, body.code, body.field]).toEqual([409, 'setting-read-only', key]);
    });

    it.each([
      [{ 'audit-retention-days': 0 }, 'audit-retention-days'],
      [{ 'audit-retention-days': 'x' }, 'audit-retention-days'],
      [{ 'audit-retention-days': 30, colour: 'blue' }, ''],
    ])('refuse %j whole', async (changes, field) => {
      const { status, body } = await mailroom.api('PATCH', 'settings', changes);
      expect([status, body.code, body.field ?? '']).toEqual([422, 'invalid-input', field]);
      expect((await mailroom.api('GET', 'settings')).body.items[1].value).toBe(400);
    });

    it('keep the log as long as they say, and no longer', async () => {
      const log = mailroom.app.get(AuditLog, { strict: false });
      const sweep = (): Promise<void> => mailroom.app.get(Retention, { strict: false }).run('audit');
      const subject = { kind: 'client', id: null, name: 'old' };
      await mailroom.dataSource.query(`
        insert into mailroom.audit_event (at, action, subject_kind, subject_name)
        select mailroom.now() - interval '390 days', 'client-changed', 'client', 'old' from generate_series(1, 2500)`);
      const old = async (): Promise<number> =>
        Number(
          (
            await mailroom.dataSource.query(
              `select count(*) from mailroom.audit_event where subject_name = 'old'`,
            )
          )[0].count,
        );
      await sweep();
      expect(await old()).toBe(2_500);
      await mailroom.timePasses({ days: 11 });
      await log.record({ action: 'client-changed', subject, actor: null });
      await sweep();
      expect(await old()).toBe(1);

      expect((await mailroom.api('PATCH', 'settings', { 'audit-retention-days': 30 })).status).toBe(200);
      await mailroom.timePasses({ days: 31 });
      await sweep();
      expect(await old()).toBe(0);
      const { body } = await mailroom.api('PATCH', 'settings', { 'audit-retention-days': null });
      expect(body.items[1]).toMatchObject({ value: 400, source: 'default' });
    });
  });
});
