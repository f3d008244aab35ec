import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { installationOn, startHelpdeskProcess, type HelpdeskProcess } from '../support/helpdesk-process.js';
import { until } from '../support/until.js';

const MANY = 40_000;
/** What `SlicedWork` promises. */
const A_MINUTE_MS = 60_000;

interface Run {
  readonly state: string;
  readonly total: number;
  readonly done: number;
}

describe('a run whose process is killed', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let helpdesk: HelpdeskProcess;

  beforeEach(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await helpdesk?.kill();
    await client.end();
    await database.drop();
  });

  const run = async (kind: string) =>
    (await client.query<Run>(`select state, total, done from mailroom.${kind}_run`)).rows[0];

  /** Begins a run in one process, kills that in the middle, and answers how long it took until another went on. */
  async function takenOver(kind: 'outbox' | 'quarantine', fill: string, order: object): Promise<number> {
    const installation = installationOn(database.url);
    helpdesk = await startHelpdeskProcess(installation, { name: 'first' });
    await client.query(fill, [MANY]);
    await helpdesk.api('POST', `${kind}/runs`, order);
    await until(async () => ((await run(kind))?.done ?? 0) > 0, { what: 'the run to get on' });
    await helpdesk.kill();
    const killed = performance.now();
    const { done, state } = (await run(kind))!;
    expect(state).toBe('running');
    helpdesk = await startHelpdeskProcess(installation, { name: 'second' });
    await until(async () => (await run(kind))!.done > done, { timeoutMs: 90_000, what: 'another to go on' });
    const took = performance.now() - killed;
    await until(async () => (await run(kind))!.state === 'done', { timeoutMs: 90_000, what: 'its end' });
    return took;
  }

  it('is gone on with by another within a minute, when it gives mail of the outbox up', async () => {
    const fill = `
      insert into mailroom.outgoing_mail (message_id, draft, bytes, lane, status, due_at, waiting_since, created_at)
      select '<' || gen_random_uuid() || '@x.test>', '{"subject":"Mail"}', 10, '[]', 'failed', now(), now(), now()
      from generate_series(1, $1)`;
    const order = { act: 'cancel', filter: { status: 'failed' } };
    expect(await takenOver('outbox', fill, order)).toBeLessThan(A_MINUTE_MS);
    expect(await run('outbox')).toMatchObject({ total: MANY, done: MANY });
    const { rows } = await client.query('select distinct status from mailroom.outgoing_mail');
    expect(rows).toEqual([{ status: 'cancelled' }]);
  }, 240_000);

  it('is gone on with by another within a minute, when it throws held mail away', async () => {
    const fill = `
      with account as (
        insert into mailroom.mail_account (name, host, port, security, login, address, auth, disposition, state)
        values ('Support', '127.0.0.1', 9, 'none', 'support', 'support@x.test', 'password', 'leave', 'paused') returning id)
      insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at,
        sender, subject, outcome, problem)
      select gen_random_uuid(), account.id, 9, 9, n, 100, now(), now(), 'm@x.test', 'Mail ' || n, 'quarantined',
        'handler-failed' from account, generate_series(1, $1) n`;
    const order = { act: 'discard', filter: {} };
    expect(await takenOver('quarantine', fill, order)).toBeLessThan(A_MINUTE_MS);
    expect(await run('quarantine')).toMatchObject({ total: MANY, done: MANY });
    const { rows } = await client.query('select distinct outcome from mailroom.delivery');
    expect(rows).toEqual([{ outcome: 'discarded' }]);
  }, 240_000);
});
