import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const MAILS = 120;
const SLOW = { bytesPerSecond: 60_000 };

const letters = Array.from({ length: MAILS }, (_, at) =>
  Buffer.from(
    `From: ada@customer.test\r\nMessage-ID: <${at}@customer.test>\r\nSubject: Mail ${at}\r\n\r\n${'word '.repeat(400)}\r\n`,
  ),
);

describeWithDovecot('a folder that goes away while it is fetched', () => {
  let dovecot: Dovecot;
  let line: FaultProxy;
  let mailroom: RunningMailroom;
  let id = '';
  let user = '';
  let number = 0;

  beforeAll(async () => {
    dovecot = await startDovecot();
    line = await startFaultProxy(dovecot.imap);
    mailroom = await startMailroom();
  });
  afterAll(async () => {
    await mailroom?.stop();
    await line?.stop();
    await dovecot?.stop();
  });

  beforeEach(async () => {
    number += 1;
    user = `desk${number}@example.test`;
    dovecot.seed(user, letters, { folder: 'Desk' });
    line.rules = SLOW;
    const { body } = await mailroom.api('POST', 'accounts', {
      name: user,
      host: line.host,
      port: line.port,
      security: 'none',
      login: user,
      auth: 'password',
      password: 'pass',
      folders: ['Desk'],
      disposition: 'leave',
      start: 'all',
      push: false,
      pollSeconds: 60,
    });
    id = body.id;
    await mailroom.dataSource.query(
      `update mailroom.mail_account set state = 'live', live_since = mailroom.now(), next_at = mailroom.now()
       where id = $1`,
      [id],
    );
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(async () => (await fetched()).length > 0, { what: 'the first mails', timeoutMs: 20_000 });
    expect((await fetched()).length).toBeLessThan(MAILS);
  });

  afterEach(() => mailroom.dataSource.query(`update mailroom.mail_account set state = 'paused'`));

  async function fetched(): Promise<string[]> {
    const rows: { message_id: string }[] = await mailroom.dataSource.query(
      `select message_id from mailroom.delivery where account_id = $1 and outcome = 'stored'`,
      [id],
    );
    return rows.map(({ message_id: one }) => one);
  }

  const folder = (...words: string[]) =>
    dovecot.doveadm('mailbox', ...words.slice(0, 1), '-u', user, ...words.slice(1));

  async function everyMailOnce(): Promise<void> {
    line.rules = {};
    await mailroom.timePasses({ minutes: 11 });
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(async () => (await fetched()).length >= MAILS, { what: 'the others', timeoutMs: 40_000 });
    expect(new Set(await fetched()).size).toBe(MAILS);
    expect(await fetched()).toHaveLength(MAILS);
  }

  const isMissing = async () =>
    (await mailroom.api('GET', `accounts/${id}`)).body.health.failure?.code === 'mailbox-folder-missing';

  it('is missed once it has another name, and goes on where it was when it has its own again', async () => {
    await folder('rename', 'Desk', 'Elsewhere');
    line.rules = {};
    line.killAll();
    await mailroom.timePasses({ minutes: 11 });
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(isMissing, { what: 'the folder to be missed', timeoutMs: 30_000 });
    await folder('rename', 'Elsewhere', 'Desk');
    await everyMailOnce();
  }, 120_000);

  it('comes from the beginning when it is deleted and another with the same mail takes its place, nothing twice', async () => {
    await folder('rename', 'Desk', 'Elsewhere');
    await folder('create', 'Desk');
    await dovecot.doveadm('copy', '-u', user, 'Desk', 'mailbox', 'Elsewhere', 'all');
    await folder('delete', 'Elsewhere');
    await everyMailOnce();
  }, 120_000);
});
