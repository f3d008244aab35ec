import { randomUUID } from 'node:crypto';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { Retention } from '@mailroom/kernel';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

let sandbox: Sandbox;
let mailroom: RunningMailroom;
let address: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  mailroom = await startMailroom({ logger: false });
});
afterAll(async () => {
  await mailroom?.stop();
  await sandbox?.stop();
});
beforeEach(() => {
  address = sandbox.addPerson(`${randomUUID()}@sandbox.test`).address;
});
afterEach(() => {
  sandbox.faults.clear();
  mailroom.intake.before = () => undefined;
});

async function account(values: object = {}): Promise<string> {
  const { body } = await mailroom.api('POST', 'accounts', {
    name: address,
    host: '127.0.0.1',
    port: sandbox.imap.port,
    security: 'none',
    login: address,
    auth: 'password',
    password: 'sandbox',
    disposition: 'leave',
    start: 'all',
    push: false,
    ...values,
  });
  return body.id as string;
}

async function liveAccount(values: object = {}): Promise<string> {
  const id = await account(values);
  expect((await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' })).status).toBe(200);
  return id;
}

const arrive = (...subjects: string[]) =>
  subjects.forEach((subject) => sandbox.deliver(address, `Subject: ${subject}\r\n\r\nHi`));
const runs = async (id: string) => (await mailroom.api('GET', `accounts/${id}/runs`)).body;
const progress = async (id: string) => (await mailroom.api('GET', `accounts/${id}/progress`)).body;

async function looked(id: string): Promise<void> {
  const through = async () => {
    const { wanted, done, run } = await progress(id);
    return wanted === done && run.endedAt !== null;
  };
  await until(through, { timeoutMs: 20_000, what: 'the wish to be looked after' });
}

async function fetchNow(id: string): Promise<void> {
  expect((await mailroom.api('POST', `accounts/${id}/fetch`)).status).toBe(202);
  await looked(id);
}

describe('a run', () => {
  it('says what came, how long it took and who did it', async () => {
    arrive('One', 'Two', 'Three');
    const id = await liveAccount();
    await looked(id);
    const { items } = await runs(id);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      cause: 'asked',
      state: 'done',
      waiting: 3,
      mails: 3,
      outcomes: { stored: 3 },
      problem: null,
      instance: { host: expect.any(String) },
    });
    expect(items[0].bytes).toBeGreaterThan(30);
    expect(Object.keys(items[0].durations)).toEqual(
      expect.arrayContaining(['connect', 'sign-in', 'look', 'fetch', 'commit']),
    );
    const { body } = await mailroom.api('GET', `accounts/${id}/timeline?by=hour`);
    expect(body.items).toHaveLength(48);
    expect(body.items.reduce((sum: number, { mails }: { mails: number }) => sum + mails, 0)).toBe(3);
    expect((await mailroom.api('GET', `accounts/${id}/timeline?by=day`)).body.items).toHaveLength(30);
  });

  it('that found nothing is only counted, unless somebody asked for it', async () => {
    const id = await liveAccount({ pollSeconds: 10 });
    await looked(id);
    const { items: first } = await runs(id);
    const polled = async (times: number) => {
      await mailroom.timePasses({ seconds: 11 });
      return (await runs(id)).quiet >= times;
    };
    await until(() => polled(2), { timeoutMs: 30_000, what: 'quiet polls' });
    expect((await runs(id)).items).toHaveLength(first.length);
    arrive('At last');
    await fetchNow(id);
    const { items, quiet } = await runs(id);
    expect(items[0]).toMatchObject({ mails: 1 });
    expect(items[0].quietBefore).toBeGreaterThanOrEqual(2);
    expect(quiet).toBeLessThan(items[0].quietBefore);
  });

  it('that failed says with what, and in which phase', async () => {
    const id = await liveAccount();
    await looked(id);
    sandbox.faults.refuseLogins({ response: 'NO [UNAVAILABLE] Temporary authentication failure.', times: 1 });
    await fetchNow(id);
    const { items } = await runs(id);
    const failed = items.find(({ state }: { state: string }) => state === 'failed');
    expect(failed).toMatchObject({ phase: 'sign-in', problem: { code: 'mailbox-unavailable' }, mails: 0 });
  });

  it('tells push from poll', async () => {
    const id = await liveAccount({ push: true });
    await looked(id);
    arrive('Pushed');
    const pushed = async () =>
      (await runs(id)).items.some(({ cause }: { cause: string }) => cause === 'push');
    await until(pushed, { timeoutMs: 20_000, what: 'the pushed mail' });
  });

  it('is watched while it lasts', async () => {
    let letOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letOn = resolve));
    arrive(...Array.from({ length: 20 }, (_, index) => `Mail ${index}`));
    mailroom.intake.before = () => gate;
    const id = await liveAccount();
    const going = async () => {
      const { run, wanted, done } = await progress(id);
      return done < wanted && run?.state === 'running' && run.phase === 'fetch' && run.waiting === 20;
    };
    await until(going, { timeoutMs: 20_000, what: 'the run to show' });
    letOn();
    await looked(id);
    expect((await progress(id)).run).toMatchObject({ state: 'done', mails: 20 });
  });

  it('stops within seconds when the account is paused, and keeps what was handed over', async () => {
    let letOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letOn = resolve));
    arrive(...Array.from({ length: 20 }, (_, index) => `Mail ${index}`));
    mailroom.intake.before = () => gate;
    const id = await liveAccount();
    const going = async () => (await progress(id)).run?.waiting === 20;
    await until(going, { timeoutMs: 20_000, what: 'the run to show' });
    // Neither is done before the other: what is being handed over is handed over.
    const paused = mailroom.api('POST', `accounts/${id}/state`, { state: 'paused' });
    letOn();
    expect((await paused).status).toBe(200);
    const over = async () => (await progress(id)).run.endedAt !== null;
    await until(over, { timeoutMs: 10_000, what: 'the run to end' });
    const { run } = await progress(id);
    const { body } = await mailroom.api('GET', `accounts/${id}/deliveries`);
    expect(run).toMatchObject({ state: 'stopped', mails: body.items.length });
    expect((await mailroom.hostMail()).filter(({ account_id }) => account_id === id)).toHaveLength(
      body.items.length,
    );
  });

  it('is not begun on a draft, which says why', async () => {
    const id = await account();
    const { status, body } = await mailroom.api('POST', `accounts/${id}/fetch`);
    expect([status, body.code, body.params]).toEqual([409, 'account-not-live', { state: 'draft' }]);
    expect(await progress(id)).toMatchObject({ run: null });
  });

  it('is forgotten after thirty days, or when there are too many', async () => {
    const id = await account();
    await mailroom.dataSource.query(
      `insert into mailroom.fetch_run (account_id, instance, epoch, cause, phase, began_at, ended_at, ending)
       select $1, gen_random_uuid(), 0, 'poll', 'look',
         mailroom.now() - case when n <= 10 then interval '31 days' else interval '1 day' end, mailroom.now(), 'done'
       from generate_series(1, 1200) n`,
      [id],
    );
    await mailroom.app.get(Retention, { strict: false }).run('runs');
    const rows: { count: string }[] = await mailroom.dataSource.query(
      'select count(*) from mailroom.fetch_run where account_id = $1',
      [id],
    );
    expect(rows).toEqual([{ count: '1000' }]);
    const { items, next } = await runs(id);
    expect(items).toHaveLength(30);
    expect(items[0]).toMatchObject({ state: 'done', instance: { host: null } });
    expect((await mailroom.api('GET', `accounts/${id}/runs?before=${next}`)).body.items).toHaveLength(30);
  });
});
