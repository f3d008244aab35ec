import { randomUUID } from 'node:crypto';
import { type LoggerService } from '@nestjs/common';
import { type QueryRunner } from 'typeorm';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { Receiver } from '../support/receiver.js';
import { until } from '../support/until.js';

const MAILBOXES = ['one@sandbox.test', 'two@sandbox.test'];
const EACH = 300;

// An event stands or falls with the mail it is about; the mail neither falls nor waits for long because of an event.
describe('webhooks that come and go while mail is committed', () => {
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  const complaints: unknown[] = [];
  const runners: QueryRunner[] = [];

  beforeAll(async () => {
    const keep = (...said: unknown[]) => void complaints.push(said);
    const logger: LoggerService = { log: () => undefined, warn: keep, error: keep };
    [mailroom, sandbox] = await Promise.all([startMailroom({ logger }), startSandbox()]);
    complaints.length = 0;
  }, 60_000);
  afterEach(async () => {
    for (const runner of runners.splice(0)) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  });
  afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

  async function subscribe(
    url: string,
    events = ['delivery.committed', 'delivery.ignored', 'outbox.sent'],
  ): Promise<string> {
    const { body } = await mailroom.api('POST', 'webhooks', { description: 'The desk', url, events });
    return body.webhook.id as string;
  }

  async function newAccount(address: string): Promise<string> {
    const { body } = await mailroom.api('POST', 'accounts', {
      name: address,
      ...sandbox.imap,
      security: 'none',
      auth: 'password',
      login: address,
      password: 'sandbox',
      disposition: 'leave',
      start: 'all',
    });
    return body.id as string;
  }

  /** A transaction of its own. */
  async function begun(): Promise<QueryRunner> {
    const runner = mailroom.dataSource.createQueryRunner();
    runners.push(runner);
    await runner.startTransaction();
    return runner;
  }

  const GROUP = `
    insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at, outcome)
    select gen_random_uuid(), $1, 9, 1, $2 + n, 10, now(), now(), 'stored' from generate_series(1, 50) n`;

  // Rows that one command wrote have its number in common.
  const WRITTEN = `
    select count(*)::int as rows, count(distinct cmin::text)::int as commands, count(distinct event_id)::int as events,
      count(distinct data ->> 'deliveryId')::int as mails, count(distinct webhook_id)::int as webhooks
    from mailroom.webhook_message where event = $1`;

  const waits = (waiting: Promise<unknown>, what: string) =>
    Promise.race([
      until(
        async () =>
          (
            await mailroom.dataSource.query(
              `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
            )
          ).length > 0,
        { what },
      ),
      waiting,
    ]);

  const messages = () => mailroom.dataSource.query('select event from mailroom.webhook_message');

  it('tell what a statement wrote in one statement, each event once for all', async () => {
    const [one, other] = [
      await subscribe('http://localhost:9/one'),
      await subscribe('http://localhost:9/two'),
    ];
    const accountId = await newAccount(MAILBOXES[0]!);
    const group = await begun();
    await group.query(GROUP, [accountId, 0]);
    const once = { rows: 100, commands: 1, events: 50, mails: 50, webhooks: 2 };
    expect(await group.query(WRITTEN, ['delivery.committed'])).toEqual([once]);
    await group.query(`update mailroom.delivery set outcome = 'ignored' where generation = 9`);
    expect(await group.query(WRITTEN, ['delivery.ignored'])).toEqual([once]);
    await group.rollbackTransaction();
    for (const id of [one, other]) expect((await mailroom.api('DELETE', `webhooks/${id}`)).status).toBe(204);
  });

  it('are deleted without taking back the mail that would have been told', async () => {
    const id = await subscribe('http://localhost:9/gone');
    const accountId = await newAccount(MAILBOXES[0]!);
    const [removal, group] = [await begun(), await begun()];
    await removal.query('delete from mailroom.webhook where id = $1', [id]);
    const written = group.query(GROUP, [accountId, 100]);
    await waits(written, 'the mail to wait for the removal');
    await removal.commitTransaction();
    await written;
    await group.query(`select mailroom.tell_webhooks('outbox.sent', '{}')`);
    await group.commitTransaction();
    const [{ count }] = await mailroom.dataSource.query(
      'select count(*)::int as count from mailroom.delivery where account_id = $1',
      [accountId],
    );
    expect(count).toBe(50);
  });

  it('are not deleted before the mail is committed that they hear of, and then with what they would hear', async () => {
    const id = await subscribe('http://localhost:9/later');
    const accountId = await newAccount(MAILBOXES[0]!);
    const group = await begun();
    await group.query(GROUP, [accountId, 200]);
    const removed = mailroom.api('DELETE', `webhooks/${id}`);
    await waits(removed, 'the removal to wait for the mail');
    await group.commitTransaction();
    expect((await removed).status).toBe(204);
    expect(await messages()).toEqual([]);
  });

  it('lose no mail and stop nothing, however often they go while they are told', async () => {
    const receiver = await Receiver.open();
    const ids: string[] = [];
    for (const address of MAILBOXES) {
      sandbox.addPerson(address);
      for (let number = 0; number < EACH; number += 1)
        sandbox.deliver(
          address,
          `From: a@elsewhere.test\r\nSubject: ${address} ${number}\r\n\r\n${randomUUID()}`,
        );
      ids.push(await newAccount(address));
    }
    await Promise.all(ids.map((id) => mailroom.api('POST', `accounts/${id}/state`, { state: 'live' })));
    const all = MAILBOXES.length * EACH;
    const arrived = async () => (await mailroom.hostMail()).length;
    const statuses: number[] = [];
    const comeAndGo = async () => {
      while ((await arrived()) < all) {
        const before = receiver.received.length;
        const id = await subscribe(receiver.url);
        await until(async () => receiver.received.length > before || (await arrived()) === all, {
          what: 'it to be told, or all mail to be there',
          timeoutMs: 30_000,
        });
        statuses.push((await mailroom.api('DELETE', `webhooks/${id}`)).status);
      }
    };
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()]);
    expect(statuses.length).toBeGreaterThan(3);
    expect(new Set(statuses)).toEqual(new Set([204]));
    const subjects = (await mailroom.hostMail()).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(all);
    expect(subjects).toHaveLength(all);
    expect(await messages()).toEqual([]);
    expect(complaints).toEqual([]);
    await receiver.close();
  }, 120_000);
});
