import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog, Database, Settings, Ticks } from '@mailroom/kernel';
import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type ClientHealthRow, type TokenHealthRow } from '@mailroom/oauth-tokens';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { Announcements } from '../../libs/notifications/src/announcing/announcements.js';
import { AnnouncementLog } from '../../libs/notifications/src/announcing/announcement-log.js';
import { BannerAudience } from '../../libs/notifications/src/announcing/banner-audience.js';
import { type Banner } from '../../libs/notifications/src/banners/banner.js';
import { Banners } from '../../libs/notifications/src/banners/banners.js';
import { BannerHistory } from '../../libs/notifications/src/history/banner-history.js';
import { BannerMemory } from '../../libs/notifications/src/memory/banner-memory.js';
import { Snoozing } from '../../libs/notifications/src/snooze/snoozing.js';
import { migrate } from '../../libs/plugin/src/start/migrate.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

class Listener extends BannerAudience {
  readonly heard: string[] = [];
  isDeaf = false;

  override async announce({ kind }: Banner): Promise<void> {
    if (this.isDeaf) throw new Error('nobody there');
    this.heard.push(kind);
  }
}

const settings = new Settings({
  publicUrl: new URL('http://localhost:1'),
  mountPath: 'mailroom',
  work: true,
  maxConnections: 3,
  privateNetworks: [],
});

let test: TestDatabase;
let source: DataSource;
let database: Database;
let clock: HandMovedClock;
let tokens: TokenHealthRow[];
let clients: ClientHealthRow[];
let accounts: AccountHealthRow[];

beforeAll(async () => {
  test = await freshDatabase();
  source = await new DataSource({ type: 'postgres', url: test.url, installExtensions: false }).initialize();
  await migrate(source);
  database = new Database(source, 3);
});

beforeEach(async () => {
  await source.query('truncate mailroom.banner_memory, mailroom.banner_past, mailroom.audit_event');
  await source.query(`update mailroom.clock set shift = '0'`);
  clock = new HandMovedClock();
  tokens = [deadToken()];
  accounts = [];
  clients = [];
});

afterAll(async () => {
  await source.destroy();
  await test.drop();
});

function deadToken(): TokenHealthRow {
  return {
    tokenId: '11111111-1111-4111-8111-111111111111',
    mailbox: 'support@acme.test',
    clientId: '22222222-2222-4222-8222-222222222222',
    clientName: 'Acme',
    clientValidity: 'valid',
    notifyOnExpiredToken: false,
    notifyOnExpiredRefreshToken: true,
    state: 'reconnect',
    accessExpiresAt: clock.now(),
    refreshExpiresAt: null,
    renewal: 'refresh-token',
    diesOfInactivityAt: null,
    failure: null,
    disconnection: null,
    since: clock.now(),
  };
}

function heldAccount(quarantined: number): AccountHealthRow {
  return {
    accountId: '33333333-3333-4333-8333-333333333333',
    name: 'Support',
    host: 'imap.acme.test',
    state: 'paused',
    lastSuccessAt: null,
    lastTakenAt: null,
    liveSince: null,
    pollSeconds: 60,
    notBefore: null,
    silentAfterMinutes: null,
    quietAfterDays: null,
    setBack: null,
    failure: null,
    tokenId: null,
    oversized: 0,
    quarantined,
    oldestWaitingAt: null,
    lastRun: null,
  };
}

function banners(): Banners {
  return new Banners(
    { ailing: async () => clients } as never,
    { ailing: async () => tokens, of: async () => [] } as never,
    { wrong: async () => [] } as never,
    { all: async () => accounts } as never,
    { all: async () => [], unrouted: async () => null } as never,
    { paused: async () => [] } as never,
    new BannerMemory(database),
    clock,
  );
}

function history(): BannerHistory {
  return new BannerHistory(database, { value: async () => 400 } as never);
}

function announcements(audience?: BannerAudience): Announcements {
  return new Announcements(
    banners(),
    history(),
    new AnnouncementLog(database),
    new Ticks(),
    settings,
    audience,
  );
}

async function minutesPass(minutes: number): Promise<void> {
  clock.moveOn(minutes * 60_000);
  await source.query(`update mailroom.clock set shift = shift + $1 * interval '1 minute'`, [minutes]);
}

it('remembers when a cause was first seen, and forgets it with the cause', async () => {
  const [first] = await banners().list();
  await minutesPass(60);
  expect(await banners().list()).toEqual([first]);

  const healthy = tokens;
  tokens = [];
  await announcements().look();
  expect(await banners().list()).toEqual([]);
  tokens = healthy;
  const [again] = await banners().list();
  expect(again!.firstSeenAt.getTime() - first!.firstSeenAt.getTime()).toBeGreaterThanOrEqual(3_600_000);
});

const ada = { id: 'ada', name: 'Ada' };
const kind = 'refresh-token-expired' as const;
const cause = 'token:11111111-1111-4111-8111-111111111111';

function snoozing(): Snoozing {
  return new Snoozing(banners(), new BannerMemory(database), database, clock, new AuditLog(database));
}

it('leaves out what somebody lets sleep, announces it to nobody, and wakes it at its end', async () => {
  const listener = new Listener();
  await banners().list();
  await snoozing().snooze({ kind, cause, forMinutes: 60, reason: 'Known' }, ada);
  expect(await banners().list()).toEqual([]);
  expect(await banners().all()).toMatchObject([{ kind, snooze: { by: 'Ada', reason: 'Known' } }]);
  await announcements(listener).look();
  expect(listener.heard).toEqual([]);
  await minutesPass(61);
  expect(await banners().list()).toMatchObject([{ kind, snooze: null }]);
  await announcements(listener).look();
  expect(listener.heard).toHaveLength(1);
});

it('lets sleep only what is there, and writes down who did', async () => {
  const wish = { kind, cause, forMinutes: 60, reason: 'Known' };
  await expect(snoozing().snooze({ ...wish, cause: 'token:x' }, ada)).rejects.toThrow('banner-not-found');
  await snoozing().snooze(wish, ada);
  await snoozing().wake({ kind, cause }, ada);
  expect(await banners().list()).toHaveLength(1);
  const { rows } = await database.query(
    `select action, subject_kind, subject_name, actor_name, details->>'reason' as reason
       from mailroom.audit_event order by id`,
  );
  const subject = { subject_kind: 'banner', subject_name: 'support@acme.test', actor_name: 'Ada' };
  expect(rows).toEqual([
    { ...subject, action: 'banner-snoozed', reason: 'Known' },
    { ...subject, action: 'banner-woken', reason: null },
  ]);
});

it('wakes what becomes worse', async () => {
  tokens = [];
  accounts = [heldAccount(2)];
  await banners().list();
  const held = { kind: 'quarantine-not-empty' as const, cause: `quarantine:${accounts[0]!.accountId}` };
  await snoozing().snooze({ ...held, forMinutes: 60, reason: 'Tomorrow' }, ada);
  accounts = [heldAccount(3)];
  expect(await banners().list()).toEqual([]);
  accounts = [heldAccount(4)];
  expect(await banners().list()).toMatchObject([{ ...held, params: { mails: '4' } }]);
});

it('knows what there was, for as long as the audit log keeps a line', async () => {
  await announcements(new Listener()).look();
  await minutesPass(10);
  await snoozing().snooze({ kind, cause, forMinutes: 60, reason: 'Known' }, ada);
  await minutesPass(10);
  expect((await history().page({ sort: 'newest', limit: 10, offset: 0 })).items).toMatchObject([
    { kind, goneAt: null },
  ]);
  tokens = [];
  accounts = [heldAccount(1)];
  await announcements().look();
  const { items, total } = await history().page({ sort: 'newest', limit: 10, offset: 0 });
  expect(total).toBe(2);
  expect(items).toMatchObject([
    { kind: 'quarantine-not-empty', goneAt: null, snooze: null, announcedAt: null },
    {
      kind,
      cause,
      severity: 'critical',
      params: { mailbox: 'support@acme.test' },
      announcedAt: expect.any(String),
      snooze: { by: 'Ada', reason: 'Known' },
      goneAt: expect.any(String),
    },
  ]);
  expect((await history().page({ sort: 'newest', limit: 1, offset: 1 })).items).toEqual([items[1]]);
  await minutesPass(401 * 24 * 60);
  await history().sweep();
  expect(
    (await history().page({ sort: 'newest', limit: 10, offset: 0 })).items.map(({ kind: each }) => each),
  ).toEqual(['quarantine-not-empty']);
});

it('announces each cause once, whoever looks and however often', async () => {
  const listener = new Listener();
  await Promise.all([announcements(listener).look(), announcements(listener).look()]);
  await minutesPass(600);
  await announcements(listener).look();
  expect(listener.heard).toEqual(['refresh-token-expired']);
});

it('announces a cause again that went and came back', async () => {
  const listener = new Listener();
  await announcements(listener).look();
  tokens = [];
  await announcements(listener).look();
  tokens = [deadToken()];
  await announcements(listener).look();
  expect(listener.heard).toHaveLength(2);
});

it('tries again later when nobody could be told, and gives up in the end', async () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const listener = new Listener();
  listener.isDeaf = true;
  await announcements(listener).look();
  listener.isDeaf = false;
  await announcements(listener).look();
  expect(listener.heard).toEqual([]);
  await minutesPass(1);
  await announcements(listener).look();
  expect(listener.heard).toHaveLength(1);

  await source.query('truncate mailroom.banner_memory');
  listener.isDeaf = true;
  for (let look = 0; look < 20; look += 1) {
    await announcements(listener).look();
    await minutesPass(60);
  }
  expect(logged).toHaveBeenCalledTimes(1 + 8);
  logged.mockRestore();
});

it('takes over from somebody who died while announcing', async () => {
  const listener = new Listener();
  const [banner] = await banners().list();
  expect(await new AnnouncementLog(database).claim(banner!, 8, 90)).toEqual({ tries: 1, mail: null });
  await announcements(listener).look();
  expect(listener.heard).toEqual([]);
  await minutesPass(2);
  await announcements(listener).look();
  expect(listener.heard).toHaveLength(1);
});

it('announces a secret that ends anew at each step', async () => {
  const listener = new Listener();
  tokens = [];
  const expiresAt = new Date(clock.now().getTime() + 8 * 86_400_000);
  clients = [
    {
      clientId: '22222222-2222-4222-8222-222222222222',
      name: 'Acme',
      validity: 'valid',
      notifyOnExpiredToken: false,
      notifyOnExpiredRefreshToken: true,
      failure: null,
      mailboxes: 3,
      secrets: [{ id: '55555555-5555-4555-8555-555555555555', expiresAt, refused: false }],
      certificate: null,
      warningDays: [30, 14, 7, 3, 1],
    },
  ];
  for (let day = 0; day < 10; day += 1) {
    await announcements(listener).look();
    await announcements(listener).look();
    await minutesPass(24 * 60);
  }
  expect(listener.heard).toEqual([...Array<string>(4).fill('secret-expiring'), 'secret-expired']);
});
