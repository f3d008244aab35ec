import { randomUUID } from 'node:crypto';
import { QuarantineRuns } from '../../libs/mail-accounts/src/quarantine/quarantine-runs.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const MANY = 100_000;

let sandbox: Sandbox;
let mailroom: RunningMailroom;
let address: string;
let accountId: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  mailroom = await startMailroom({ logger: false });
});
afterAll(async () => {
  await mailroom?.stop();
  await sandbox?.stop();
});
beforeEach(async () => {
  address = sandbox.addPerson(`${randomUUID()}@sandbox.test`).address;
  accountId = await liveAccount();
});
afterEach(() => {
  mailroom.intake.before = () => undefined;
});

async function liveAccount(): Promise<string> {
  const { body } = await mailroom.api('POST', 'accounts', {
    name: address,
    host: '127.0.0.1',
    port: sandbox.imap.port,
    security: 'none',
    login: address,
    auth: 'password',
    password: 'sandbox',
    disposition: 'delete',
    start: 'all',
    push: false,
  });
  await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' });
  return body.id as string;
}

function arrive(subject: string, extra = ''): void {
  const head = [`From: Mallory <mallory@example.test>`, `To: ${address}`, `Subject: ${subject}`];
  sandbox.deliver(address, `${head.join('\r\n')}\r\nMessage-ID: <${randomUUID()}@x.test>\r\n${extra}\r\nHi`);
}

const held = async (query = '') =>
  (await mailroom.api('GET', `quarantine?accountId=${accountId}${query}`)).body.items as {
    id: string;
    subject: string;
    problem: string;
  }[];
const subjects = async (query = '') => (await held(query)).map(({ subject }) => subject).toSorted();
const summary = async () => (await mailroom.api('GET', `quarantine/summary?accountId=${accountId}`)).body;

/** Has the host choke on all mail three times, until it is in quarantine. */
async function quarantine(...wanted: string[]): Promise<void> {
  mailroom.intake.before = () => {
    throw new Error('cannot take it');
  };
  for (const subject of wanted) arrive(subject);
  const there = async () => {
    await mailroom.timePasses({ minutes: 6 });
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    return (await held()).length >= wanted.length;
  };
  await until(there, { timeoutMs: 30_000, what: 'the quarantine to fill' });
}

async function ended(): Promise<{ state: string; done: number; released: number; total: number }> {
  await until(async () => (await summary()).run?.state !== 'running', {
    timeoutMs: 60_000,
    what: 'the run to end',
  });
  return (await summary()).run;
}

describe('the quarantine', () => {
  it('is counted by reason, searched, and looked into without running anything', async () => {
    await quarantine('An invoice', 'A 100% offer', 'Something else');
    expect(await summary()).toMatchObject({
      total: 3,
      reasons: [{ problem: 'handler-failed', count: 3 }],
    });
    expect(await subjects('&search=INVOICE')).toEqual(['An invoice']);
    expect(await subjects('&search=100%25')).toEqual(['A 100% offer']);
    expect(await subjects('&search=mallory@')).toHaveLength(3);
    expect(await subjects('&search=x.test')).toHaveLength(3);
    expect(await subjects('&problem=unparsable')).toEqual([]);

    const [{ id } = { id: '' }] = await held('&search=invoice');
    const { body } = await mailroom.api('GET', `deliveries/${id}/preview`);
    expect(body).toMatchObject({
      subject: 'An invoice',
      from: { address: 'mallory@example.test' },
      text: 'Hi',
    });
  });

  it('shows HTML sanitised, under a policy that lets nothing in or out', async () => {
    mailroom.intake.before = () => undefined;
    arrive(
      'Page',
      'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>x()</script><b>Bold</b><img src="https://t.test/p.png">',
    );
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    const list = async () => (await mailroom.api('GET', `accounts/${accountId}/deliveries`)).body.items;
    await until(async () => (await list()).length === 1, { what: 'the mail' });
    const [{ id }] = await list();
    const page = await mailroom.api('GET', `deliveries/${id}/preview/html`);
    expect(page.body).toContain('<b>Bold</b>');
    expect(page.body).not.toMatch(/<script| src="https/);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; img-src data:;.*sandbox /,
    );
    expect((await mailroom.api('GET', `deliveries/${id}/preview`, undefined, 'nobody')).status).toBe(403);
  });

  it('shows pictures that are made of pixels, hands out attachments as downloads, and loads nothing unasked', async () => {
    mailroom.intake.before = () => undefined;
    const part = (id: string, type: string, name: string, bytes: string) =>
      `--b\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\nContent-Disposition: inline; filename="${name}"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes, 'latin1').toString('base64')}\r\n`;
    const html = '<img src="cid:logo"><img src="cid:drawing"><img src="https://t.test/p.png" alt="spy">';
    arrive(
      'Pictures',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n' +
        `--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n` +
        part('logo', 'image/gif', 'logo.gif', 'GIF89a') +
        // Whatever it calls itself: a drawing can hold scripts.
        part('drawing', 'image/png', 'drawing.html', '<svg xmlns="http://www.w3.org/2000/svg"/>') +
        '--b--\r\n',
    );
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    const list = async () => (await mailroom.api('GET', `accounts/${accountId}/deliveries`)).body.items;
    await until(async () => (await list()).length === 1, { what: 'the mail' });
    const [{ id }] = await list();

    const { body: look } = await mailroom.api('GET', `deliveries/${id}/preview`);
    expect(look).toMatchObject({
      remotePictures: 1,
      attachments: [{ filename: 'logo.gif' }, { filename: 'drawing.html' }],
    });
    const page = await mailroom.api('GET', `deliveries/${id}/preview/html`);
    expect(page.body.match(/<img[^>]*>/g)).toEqual([
      '<img src="data:image/gif;base64,R0lGODlh" />',
      '<img src="" />',
      '<img alt="spy" data-src="https://t.test/p.png" />',
    ]);
    const asked = await mailroom.api('GET', `deliveries/${id}/preview/html?pictures=remote`);
    expect(asked.body).toContain('src="https://t.test/p.png"');
    expect(asked.headers.get('content-security-policy')).toContain('img-src data: https: http:;');

    const { index } = look.attachments[1];
    const download = await mailroom.api('GET', `deliveries/${id}/attachments/${index}`);
    expect(Object.fromEntries(download.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringContaining('attachment; filename="drawing.html"'),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(download.body).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect((await mailroom.api('GET', `deliveries/${id}/attachments/9`)).body.code).toBe(
      'attachment-not-found',
    );
    expect((await mailroom.api('GET', `deliveries/${id}/attachments/0`, undefined, 'nobody')).status).toBe(
      403,
    );
  });

  it('is offered again as a whole, and keeps what the host cannot take this time either', async () => {
    await quarantine('Good', 'Better', 'Bad');
    mailroom.intake.before = ({ subject }) => {
      if (subject === 'Bad') throw new Error('still not');
    };
    const filter = { accountId };
    expect(await mailroom.api('POST', 'quarantine/runs', { act: 'replay', filter })).toMatchObject({
      status: 202,
    });
    expect(await ended()).toMatchObject({ state: 'done', total: 3, done: 3, released: 2 });
    expect(await subjects()).toEqual(['Bad']);
    await until(() => sandbox.messages(address).length === 1, { what: 'the copies of the others to go' });
    const { body } = await mailroom.api('GET', 'audit-events?action=quarantine-replayed');
    expect(body.items[0]).toMatchObject({
      subject: { id: accountId },
      actor: { id: 'admin' },
      details: { count: 3 },
    });
  });

  it('begins nothing when its work cannot be queued, and is in nobody’s way then', async () => {
    await quarantine('Still here');
    const run = { act: 'replay', filter: { accountId } };
    await mailroom.dataSource.query(`
      create function refuse_job() returns trigger language plpgsql as $$ begin
        raise exception 'no work today'; end $$;
      create trigger refuse_job before insert on mailroom_jobs.job for each row
        when (new.name = 'quarantine-run') execute function refuse_job()`);
    const before = await summary();
    expect((await mailroom.api('POST', 'quarantine/runs', run)).status).toBe(500);
    expect((await summary()).run).toEqual(before.run);
    await mailroom.dataSource.query('drop function refuse_job cascade');
    mailroom.intake.before = () => undefined;
    expect((await mailroom.api('POST', 'quarantine/runs', run)).status).toBe(202);
    expect(await ended()).toMatchObject({ state: 'done', total: 1, released: 1 });
    const { body } = await mailroom.api('GET', 'audit-events?action=quarantine-replayed');
    const of = (item: { subject: { id: string } }): boolean => item.subject.id === accountId;
    expect(body.items.filter(of)).toHaveLength(1);
  });

  it('stops between two mails, and counts what it did after that', async () => {
    await quarantine('First', 'Second', 'Third');
    let letOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letOn = resolve));
    let offered = 0;
    mailroom.intake.before = async () => {
      offered += 1;
      await gate;
    };
    await mailroom.api('POST', 'quarantine/runs', { act: 'replay', filter: { accountId } });
    await until(() => offered === 1, { what: 'the first mail to be offered' });
    const { run } = await summary();
    expect((await mailroom.api('DELETE', `quarantine/runs/${run.id}`)).status).toBe(204);
    // The host takes its time with this one.
    await mailroom.timePasses({ minutes: 0.1 });
    letOn();
    const counted = async () => (await summary()).run.done > 0;
    await until(counted, { what: 'the mail to be counted that was under way' });
    expect((await summary()).run).toMatchObject({ state: 'stopped', done: 1, released: 1 });
    expect(await subjects()).toHaveLength(2);
    expect(offered).toBe(1);
  });

  it('forgets for good what an admin throws away, and never fetches it again', async () => {
    await quarantine('Away');
    const [{ id } = { id: '' }] = await held();
    const banners = async () =>
      (await mailroom.api('GET', 'banners')).body.items.filter(
        ({ cause }: { cause: string }) => cause === `quarantine:${accountId}`,
      );
    expect(await banners()).toMatchObject([{ kind: 'quarantine-not-empty', params: { mails: '1' } }]);
    expect((await mailroom.api('DELETE', `quarantine/${id}`)).status).toBe(204);
    expect(await banners()).toEqual([]);
    expect(await held()).toEqual([]);
    expect((await mailroom.api('GET', `deliveries/${id}/raw`)).body.code).toBe('raw-mail-forgotten');
    expect((await mailroom.api('DELETE', `quarantine/${id}`)).body.code).toBe('delivery-not-in-quarantine');
    expect((await mailroom.api('POST', `deliveries/${id}/replay`)).status).toBe(409);
    mailroom.intake.before = () => undefined;
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    await until(() => sandbox.messages(address).length === 0, { what: 'its copy to be deleted, too' });
    const { body } = await mailroom.api('GET', `accounts/${accountId}/deliveries`);
    expect(body.items.map((item: { outcome: string }) => item.outcome)).toEqual(['discarded']);
    expect((await mailroom.hostMail()).filter(({ account_id }) => account_id === accountId)).toEqual([]);
    const { body: log } = await mailroom.api('GET', 'audit-events?action=mail-discarded');
    expect(log.items[0]).toMatchObject({ subject: { id: accountId }, details: { deliveryId: id } });
  });

  it('counts none twice when a process that was taken for dead comes back with what it did', async () => {
    await quarantine('One', 'Other');
    const runs = mailroom.app.get(QuarantineRuns);
    const act = { act: 'discard', filter: { outcome: 'quarantined', accountId } } as const;
    await runs.begin(act, { id: 'admin', name: 'Admin' }, () => Promise.resolve());
    const run = (await runs.going((await runs.last())!.id))!;
    const ids = await runs.next(run, 10);
    expect(ids).toHaveLength(2);
    // Another has both while this one is at the first of them.
    await runs.dealtWith(run, ids);
    await runs.dealtWith(run, ids.slice(0, 1));
    expect(await runs.going(run.id)).toMatchObject({ total: 2, done: 2, reached: ids[1] });
    await runs.end(run.id, 'stopped');
  });

  it('stays quick with a hundred thousand mails, which are thrown away in one go and can be stopped', async () => {
    await mailroom.dataSource.query(
      `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at,
         sender, subject, outcome, problem)
       select gen_random_uuid(), $1, 9, 9, n, 100, now(), now(), 'm@x.test', 'Mail ' || n, 'quarantined',
         case when n % 3 = 0 then 'unparsable' else 'handler-failed' end from generate_series(1, $2) n`,
      [accountId, MANY],
    );
    await mailroom.dataSource.query('analyze mailroom.delivery');
    const timed = async (path: string): Promise<number> => {
      const before = performance.now();
      expect((await mailroom.api('GET', path)).status).toBe(200);
      return performance.now() - before;
    };
    const times = [];
    for (const path of ['quarantine', 'quarantine/summary', 'quarantine?search=nothing-like-it', 'accounts'])
      times.push(await timed(path));
    expect(Math.max(...times)).toBeLessThan(3_000);

    // A long ledger is not counted through for a list.
    const { body: list } = await mailroom.api('GET', 'accounts');
    const listed = list.items.find(({ id }: { id: string }) => id === accountId);
    expect(listed.counts).toMatchObject({ quarantined: 1_000, countedTo: 1_000, stored: 0 });
    const { body: single } = await mailroom.api('GET', `accounts/${accountId}`);
    expect(single.counts).toMatchObject({ quarantined: MANY, countedTo: 100_000 });

    const run = { act: 'discard', filter: { accountId } };
    const [first, second] = await Promise.all([
      mailroom.api('POST', 'quarantine/runs', run),
      mailroom.api('POST', 'quarantine/runs', run),
    ]);
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([202, 409]);
    const { run: going } = await summary();
    expect((await mailroom.api('DELETE', `quarantine/runs/${going.id}`)).status).toBe(204);
    const { done, state } = await ended();
    expect(state).toBe('stopped');
    expect(done).toBeLessThan(MANY);
    await mailroom.api('POST', 'quarantine/runs', {
      act: 'discard',
      filter: { accountId, problem: 'unparsable' },
    });
    expect(await ended()).toMatchObject({ state: 'done' });
    expect((await summary()).reasons).toEqual([{ problem: 'handler-failed', count: expect.any(Number) }]);
  }, 120_000);
});
