import { timeSlots } from '@mailroom/kernel';
import { ARRIVED } from '../../libs/mail-accounts/src/deliveries/arrivals.js';
import { firstDeliveryId } from '../../libs/mail-accounts/src/deliveries/delivery-id.js';
import { DEPARTED } from '../../libs/outgoing-servers/src/outbox/departures.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const address = 'support@sandbox.test';
const slotCounts = { hour: 48, day: 30 };

let sandbox: Sandbox;
let mailroom: RunningMailroom;
let accountId: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  mailroom = await startMailroom({ logger: false });
  const { body } = await mailroom.api('POST', 'accounts', {
    name: 'Support',
    host: '127.0.0.1',
    port: sandbox.imap.port,
    security: 'none',
    login: address,
    auth: 'password',
    password: 'sandbox',
    disposition: 'delete',
    start: 'all',
  });
  accountId = body.id as string;
  await mailroom.api('POST', `accounts/${accountId}/state`, { state: 'live' });
});
afterAll(async () => {
  await mailroom?.stop();
  await sandbox?.stop();
});

it('sums up accounts, servers and their mail', async () => {
  const { body } = await mailroom.api('GET', 'totals');
  expect(body).toEqual({
    countedTo: 10_000,
    accounts: { total: 1, live: 1, attention: 0, stored: 0 },
    servers: { total: 0, failing: 0, queued: 0, failed: 0 },
  });
});

interface Slot {
  readonly from: string;
  readonly stored: number;
  readonly held: number;
  readonly aside: number;
  readonly sent: number;
  readonly failed: number;
}

async function flow(by: 'hour' | 'day'): Promise<Slot[]> {
  const { body } = await mailroom.api<{ items: Slot[] }>('GET', `mail-flow?by=${by}`);
  expect(body.items).toHaveLength(slotCounts[by]);
  return body.items;
}

const figures = ({ stored, held, aside, sent, failed }: Slot) => [stored, held, aside, sent, failed];

/** Mails for all of the last `days`, one every `seconds`. */
async function ledger(days: number, seconds: number, outcome: string): Promise<void> {
  await mailroom.dataSource.query(
    `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at, outcome)
     select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(at::text || $4), 1, 3)
              || '8' || substr(md5($4 || at::text), 1, 15))::uuid,
            $1, 99, extract(epoch from at)::bigint, hashtext($4), 10, at, at, $4
     from generate_series(mailroom.now() - make_interval(days => $2), mailroom.now(), make_interval(secs => $3)) at`,
    [accountId, days, seconds, outcome],
  );
}

async function outbox(status: 'sent' | 'failed', days: number, seconds: number): Promise<void> {
  const column = status === 'sent' ? 'sent_at' : 'problem_at';
  await mailroom.dataSource.query(
    `insert into mailroom.outgoing_mail (message_id, draft, bytes, status, lane, due_at, waiting_since, created_at, ${column})
     select '<' || gen_random_uuid() || '@x>', '{"from": {"address": "a@x"}, "to": [], "subject": "x"}', 10, $1, 'x', at, at, at, at
     from generate_series(mailroom.now() - make_interval(days => $2), mailroom.now(), make_interval(secs => $3)) at`,
    [status, days, seconds],
  );
}

it('counts mail by the hour and by the day it came and went', async () => {
  sandbox.deliver(address, `From: a@x.test\r\nTo: ${address}\r\nSubject: One\r\nMessage-ID: <1@x>\r\n\r\nHi`);
  await until(async () => (await flow('hour')).some(({ stored }) => stored === 1), {
    what: 'the mail to count',
  });
  expect(figures((await flow('hour')).at(-1)!)).toEqual([1, 0, 0, 0, 0]);

  await mailroom.timePasses({ hours: 30 });
  expect((await flow('hour')).findIndex(({ stored }) => stored === 1)).toBe(48 - 1 - 30);
  const daily = await flow('day');
  expect(daily.reduce((sum, { stored }) => sum + stored, 0)).toBe(1);
  expect(daily.map(({ from }) => from).toSorted()).toEqual(daily.map(({ from }) => from));

  await mailroom.timePasses({ days: 30 });
  expect((await flow('day')).every((slot) => figures(slot).every((mails) => mails === 0))).toBe(true);
});

it('says who watches which mailbox', async () => {
  const instances = async () => (await mailroom.api('GET', 'instances')).body;
  await until(async () => (await instances()).items[0]?.sessions === 1, { what: 'the session' });
  const { items, waiting } = await instances();
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    process: process.pid,
    alive: true,
    self: true,
    accounts: [{ id: accountId, name: 'Support' }],
    sending: 0,
  });
  expect(waiting).toBe(0);
});

it('says which instance fell silent, and what it left behind', async () => {
  const silent = '00000000-0000-4000-8000-000000000001';
  await mailroom.dataSource.query(
    `insert into mailroom.instance (id, host, process, seen_at) values ($1, 'gone', 7, clock_timestamp() - interval '40 seconds')`,
    [silent],
  );
  const { body } = await mailroom.api('GET', 'instances');
  const found = body.items.find(({ id }: { id: string }) => id === silent);
  expect(found).toMatchObject({ host: 'gone', process: 7, alive: false, self: false, sessions: 0 });
  expect(found.silentSeconds).toBeGreaterThanOrEqual(40);
});

it('counts a long ledger and a long outbox from their indexes alone', async () => {
  await ledger(90, 60, 'stored');
  await ledger(90, 6_000, 'quarantined');
  await ledger(90, 6_000, 'ignored');
  await outbox('sent', 90, 120);
  await outbox('failed', 90, 12_000);
  await mailroom.dataSource.query('vacuum (analyze) mailroom.delivery');
  await mailroom.dataSource.query('vacuum (analyze) mailroom.outgoing_mail');

  const slots = timeSlots('day', new Date(Date.now()));
  const planOf = async (sql: string, parameter: unknown): Promise<string> => {
    const rows: { 'QUERY PLAN': string }[] = await mailroom.dataSource.query(`explain ${sql}`, [parameter]);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const arrived = await planOf(ARRIVED, slots.map(firstDeliveryId));
  expect(arrived).toContain('Index Only Scan using delivery_outcome');
  expect(arrived).not.toContain('Seq Scan on delivery');
  const departed = await planOf(DEPARTED, slots);
  expect(departed).toContain('Index Only Scan using outgoing_mail_sent');
  expect(departed).toContain('outgoing_mail_failed');
  expect(departed).not.toContain('Seq Scan on outgoing_mail');

  const { body: summed } = await mailroom.api('GET', 'totals');
  expect(summed).toMatchObject({
    accounts: { total: 1, live: 1, attention: 1, stored: 10_000 },
    servers: { queued: 0, failed: expect.any(Number) },
  });
  expect(summed.servers.failed).toBeGreaterThan(500);

  const begun = performance.now();
  const days = await flow('day');
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(figures(days.at(-2)!)).toEqual([
    1440,
    expect.closeTo(14, -1),
    expect.closeTo(14, -1),
    720,
    expect.closeTo(7, -1),
  ]);
}, 120_000);
