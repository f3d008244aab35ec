import { OutboxDesk } from '../../libs/outgoing-servers/src/outbox/outbox-desk.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const MANY = 50_000;
const LANE = '["desk@x.test",null]';
const NOTHING = { sent: 0, leaving: 0, unfit: 0, gone: 0 };

const draft = (subject: string) =>
  JSON.stringify({
    from: { name: '', address: 'desk@x.test' },
    to: [{ name: '', address: 'ada@y.test' }],
    cc: [],
    bcc: [],
    subject,
  });

/** Puts mails into the outbox that nobody sent: in this state, due long since. Answers their ids. */
async function mails(
  { dataSource }: RunningMailroom,
  count: number,
  status: string,
  subject = 'Mail',
): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `insert into mailroom.outgoing_mail (message_id, draft, bytes, lane, status, due_at, waiting_since, created_at)
     select '<' || gen_random_uuid() || '@x.test>', $1::jsonb, 10, '["desk@x.test",null]', $2, now() - interval '1 day',
       now() - interval '1 day', now() - interval '1 day'
     from generate_series(1, $3) returning id`,
    [draft(subject), status, count],
  );
  return rows.map(({ id }) => id);
}

async function statuses({ dataSource }: RunningMailroom, ids: readonly string[]): Promise<string[]> {
  const rows: { status: string }[] = await dataSource.query(
    `select m.status from unnest($1::uuid[]) with ordinality u (id, place)
     join mailroom.outgoing_mail m on m.id = u.id order by place`,
    [ids],
  );
  return rows.map(({ status }) => status);
}

describe('mails that somebody chose', () => {
  let mailroom: RunningMailroom;
  beforeAll(async () => (mailroom = await startMailroom({ work: false, logger: false })));
  afterAll(() => mailroom?.stop());

  const act = (what: string, ids: readonly string[], actor?: string) =>
    mailroom.api('POST', 'outbox/acts', { act: what, ids }, actor);

  it('are taken up again or given up, each by its state, and it is said why not', async () => {
    const [failed, delayed, cancelled, sent, sending] = await Promise.all(
      ['failed', 'delayed', 'cancelled', 'sent', 'sending'].map(
        async (status) => (await mails(mailroom, 1, status))[0]!,
      ),
    );
    const gone = '00000000-0000-4000-8000-000000000000';
    const ids = [failed!, delayed!, cancelled!, sent!, sending!, gone];
    const { status, body } = await act('retry', ids);
    expect([status, body]).toEqual([200, { done: 3, skipped: { sent: 1, leaving: 1, unfit: 0, gone: 1 } }]);
    expect(await statuses(mailroom, ids)).toEqual(['queued', 'queued', 'queued', 'sent', 'sending']);
    const again = await act('retry', ids);
    expect(again.body).toEqual({ done: 0, skipped: { sent: 1, leaving: 1, unfit: 3, gone: 1 } });
    expect((await act('cancel', ids)).body).toMatchObject({ done: 3 });
    const audit = await mailroom.api('GET', 'audit-events?action=outbox-retried');
    expect(audit.body.items).toHaveLength(1);
    expect(audit.body.items[0].details).toMatchObject({ count: 3, sent: 1, leaving: 1 });
  });

  it('are at most five hundred, and a matter of admins', async () => {
    const [id] = await mails(mailroom, 1, 'failed');
    expect((await act('retry', Array(501).fill(id))).status).toBe(422);
    expect((await act('retry', [])).status).toBe(422);
    expect((await act('retry', [id!], 'nobody')).status).toBe(403);
    expect(await statuses(mailroom, [id!])).toEqual(['failed']);
  });

  it('are left alone while a sender is taking them, without waiting for it', async () => {
    const ids = await mails(mailroom, 20, 'queued');
    const desk = mailroom.app.get(OutboxDesk);
    await mailroom.dataSource.transaction(async (tx) => {
      const taken = await desk.claim([LANE], 8, tx);
      const { body } = await act('cancel', ids);
      expect(body).toEqual({ done: 20 - taken.length, skipped: { ...NOTHING, leaving: taken.length } });
    });
    const now = await statuses(mailroom, ids);
    expect(now.filter((status) => status === 'sending')).toHaveLength(8);
    await mailroom.dataSource.query('delete from mailroom.outgoing_mail');
  });

  it.each(['cancel', 'retry'])('are in one hand only when %s and senders come at once', async (what) => {
    const desk = mailroom.app.get(OutboxDesk);
    const ids = await mails(mailroom, 400, 'delayed');
    const [acted, ...claims] = await Promise.all([
      act(what, ids),
      ...Array.from({ length: 8 }, () => desk.claim([LANE], 25)),
      act(what, ids),
    ]);
    const claimed = claims.flatMap((claim) => (Array.isArray(claim) ? claim.map(({ id }) => id) : []));
    expect(new Set(claimed).size).toBe(claimed.length);
    const { done, skipped } = acted.body;
    expect(done + skipped.sent + skipped.leaving + skipped.unfit + skipped.gone).toBe(400);
    const rest = await statuses(mailroom, ids);
    expect(rest.filter((status) => status === 'sending')).toHaveLength(claimed.length);
    // What is in a hand stays in it: its epoch is the one that the sender knows.
    const [{ stolen }] = await mailroom.dataSource.query(
      `select count(*)::integer as stolen from mailroom.outgoing_mail
       where id = any($1::uuid[]) and (status <> 'sending' or holder is null)`,
      [claimed],
    );
    expect(stolen).toBe(0);
    await mailroom.dataSource.query('delete from mailroom.outgoing_mail');
  });
});

describe('all mail that fits', () => {
  let mailroom: RunningMailroom;
  beforeAll(async () => (mailroom = await startMailroom({ logger: false })));
  afterAll(() => mailroom?.stop());
  afterEach(() => mailroom.dataSource.query('delete from mailroom.outgoing_mail'));

  const summary = async (query = '') => (await mailroom.api('GET', `outbox/summary?${query}`)).body;
  const begin = (act: string, filter: object) => mailroom.api('POST', 'outbox/runs', { act, filter });
  async function ended() {
    const over = async () => (await summary()).run?.state !== 'running';
    await until(over, { timeoutMs: 60_000, what: 'the run to end' });
    return (await summary()).run;
  }

  it('is done with as it stood when it was asked for; all does not take up what people gave up', async () => {
    const failed = await mails(mailroom, 3, 'failed', 'Invoice');
    const others = await mails(mailroom, 2, 'failed', 'Else');
    const cancelled = await mails(mailroom, 1, 'cancelled', 'Invoice');
    expect(await summary('search=invoice')).toMatchObject({ retry: { count: 3 }, cancel: { count: 0 } });
    expect((await begin('retry', { search: 'INVOICE' })).status).toBe(202);
    expect(await ended()).toMatchObject({ state: 'done', total: 3, done: 3, skipped: NOTHING });
    expect(await statuses(mailroom, failed)).not.toContain('failed');
    expect(await statuses(mailroom, others)).toEqual(['failed', 'failed']);
    expect(await statuses(mailroom, cancelled)).toEqual(['cancelled']);
    const { body } = await mailroom.api('GET', 'audit-events?action=outbox-retried');
    expect(body.items[0].details).toMatchObject({ count: 3, narrowed: true });
  });

  it('is narrowed to one server, as its list is', async () => {
    const { body } = await mailroom.api('POST', 'servers', {
      name: 'Down',
      host: '127.0.0.1',
      port: 9,
      security: 'none',
      auth: 'none',
      state: 'draft',
    });
    expect(body).toMatchObject({ name: 'Down' });
    const [here] = await mails(mailroom, 1, 'failed');
    await mails(mailroom, 2, 'failed');
    await mailroom.dataSource.query('update mailroom.outgoing_mail set server_id = $1 where id = $2', [
      body.id,
      here,
    ]);
    const list = await mailroom.api('GET', `outbox?serverId=${body.id}`);
    expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([here]);
    expect(await summary(`serverId=${body.id}`)).toMatchObject({ retry: { count: 1, servers: ['Down'] } });
    await begin('cancel', { serverId: body.id, status: 'failed' });
    expect(await ended()).toMatchObject({ total: 1, done: 1 });
    expect(await statuses(mailroom, [here!])).toEqual(['cancelled']);
  });

  it('is fifty thousand mails: nobody waits for it, and it can be stopped', async () => {
    await mails(mailroom, MANY, 'failed');
    const before = performance.now();
    const { body } = await begin('cancel', { status: 'failed' });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(body.run).toMatchObject({ state: 'running', total: MANY });
    expect((await begin('cancel', { status: 'failed' })).body).toMatchObject({ code: 'outbox-busy' });
    await mailroom.api('DELETE', `outbox/runs/${body.run.id}`);
    const stopped = (await summary()).run;
    expect(stopped.state).toBe('stopped');
    const [{ cancelled }] = await mailroom.dataSource.query(
      `select count(*)::integer as cancelled from mailroom.outgoing_mail where status = 'cancelled'`,
    );
    expect(cancelled).toBe(stopped.done);
    await begin('cancel', { status: 'failed' });
    expect(await ended()).toMatchObject({ state: 'done', done: MANY - stopped.done });
  });
});
