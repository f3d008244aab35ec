import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startFaultProxy } from '../support/fault-proxy.js';
import { installationOn, startHelpdeskProcess, type HelpdeskProcess } from '../support/helpdesk-process.js';
import { draftAccount, numberedMails, putLive, subjectsOf } from '../support/numbered-mail.js';
import { until } from '../support/until.js';

describeWithDovecot('two helpdesk processes on one database', () => {
  let dovecot: Dovecot;
  let database: TestDatabase;
  let client: pg.Client;
  let one: HelpdeskProcess;
  let two: HelpdeskProcess;

  beforeAll(async () => {
    dovecot = await startDovecot();
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const installation = installationOn(database.url);
    one = await startHelpdeskProcess(installation, { name: 'one' });
    two = await startHelpdeskProcess(installation, { name: 'two' });
    // Each process names itself at the database, so each article can say who committed it.
    await client.query(`alter table article add written_by text default current_setting('application_name')`);
  });

  afterAll(async () => {
    await Promise.all([one.kill(), two.kill()]);
    await client.end();
    await database.drop();
    await dovecot.stop();
  });

  it('handle each of 300 mails of one mailbox once', async () => {
    dovecot.seed('shared', numberedMails('shared', 300));
    const id = await putLive(one, { ...mailbox('shared'), disposition: 'delete' });
    // Both are told to fetch it, now.
    await Promise.all([one, two].map((process) => process.api('POST', `accounts/${id}/fetch`)));
    await until(() => dovecot.messages('shared').length === 0, {
      timeoutMs: 60_000,
      what: 'an empty mailbox',
    });

    expect((await articlesOf(id)).map(({ subject }) => subject)).toEqual(subjectsOf('shared', 300));
    // Numbers of rows that were written and rolled back are never used again: none is missing.
    const { rows } = await client.query<{ tried: number }>('select max(id) as tried from article');
    expect(rows[0]!.tried).toBe(300);
  });

  it('share four equal mailboxes, and each commits at least a whole one', async () => {
    const users = ['north', 'east', 'south', 'west'];
    const ids: string[] = [];
    for (const user of users) {
      dovecot.seed(user, numberedMails(user, 100));
      ids.push(await draftAccount(one, { ...mailbox(user), disposition: 'seen' }));
    }
    // All at one moment, so that whoever asks first could take them all.
    await client.query(
      `update mailroom.mail_account set state = 'live', live_since = mailroom.now(), next_at = mailroom.now()
       where id = any($1)`,
      [ids],
    );
    await one.api('POST', `accounts/${ids[0]}/fetch`);
    await until(async () => (await articlesOf(...ids)).length === 400, {
      timeoutMs: 60_000,
      what: '400 articles',
    });

    const writers = new Set<string>();
    for (const [index, id] of ids.entries()) {
      const articles = await articlesOf(id);
      expect(articles.map(({ subject }) => subject)).toEqual(subjectsOf(users[index]!, 100));
      const [writer, ...others] = new Set(articles.map(({ written_by }) => written_by));
      if (others.length === 0) writers.add(writer!);
    }
    expect([...writers].sort()).toEqual(['one', 'two']);
  });

  it('let no account wait for one whose mail server stalls', async () => {
    const line = await startFaultProxy(dovecot.imap, { stallAfter: 20_000 });
    try {
      dovecot.seed('stalled', numberedMails('stalled', 100));
      dovecot.seed('quick', numberedMails('quick', 100));
      const at = { ...mailbox('stalled'), port: line.port };
      const stalled = await putLive(one, { ...at, disposition: 'seen' });
      await until(async () => (await holderOf(stalled)) && line.connections > 0, {
        what: 'a session that hangs',
      });
      const quick = await putLive(one, { ...mailbox('quick'), disposition: 'seen' });
      await until(async () => (await articlesOf(quick)).length === 100, {
        timeoutMs: 30_000,
        what: '100 articles',
      });

      expect(line.connections).toBeGreaterThan(0);
      expect((await articlesOf(stalled)).length).toBeLessThan(100);

      line.rules = {};
      line.killAll();
      await one.api('POST', `accounts/${stalled}/fetch`);
      await until(async () => (await articlesOf(stalled)).length === 100, {
        timeoutMs: 60_000,
        what: 'the rest',
      });
      // Its line goes with this test: nobody could hold it for long afterwards.
      await one.api('POST', `accounts/${stalled}/state`, { state: 'paused' });
      await until(async () => (await holderOf(stalled)) === undefined, {
        what: 'the stalled account to be let go',
      });
    } finally {
      await line.stop();
    }
  });

  it('go on as one when the other is killed: its accounts are taken over within 30 s', async () => {
    const held = await client.query<{ id: string; login: string }>(
      `select account.id, login from mailroom.mail_account account join mailroom.instance on instance.id = holder
       where process = $1`,
      [one.pid],
    );
    expect(held.rows.length).toBeGreaterThan(0);
    const { id, login } = held.rows[0]!;
    await one.kill();
    await dovecot.deliver(login, numberedMails('late', 1)[0]!);

    const taken = async () => (await articlesOf(id)).find(({ subject }) => subject === 'late 0001');
    const article = await until(taken, { timeoutMs: 30_000, what: 'the mail that came after the kill' });
    expect(article.written_by).toBe('two');
    for (const account of held.rows) {
      const theirs = async () => (await holderOf(account.id)) === two.pid;
      await until(theirs, { what: `${account.login} to be with the other` });
    }
  });

  function mailbox(user: string) {
    const { host, port } = dovecot.imap;
    return { host, port, user };
  }

  async function articlesOf(...accountIds: string[]): Promise<{ subject: string; written_by: string }[]> {
    const { rows } = await client.query<{ subject: string; written_by: string }>(
      `select article.subject, written_by from article join mailroom.delivery on delivery.id = delivery_id
       where account_id = any($1) order by article.subject`,
      [accountIds],
    );
    return rows;
  }

  /** The process whose session holds the account, undefined when none does. */
  async function holderOf(accountId: string): Promise<number | undefined> {
    const { rows } = await client.query<{ process: number }>(
      `select process from mailroom.mail_account account join mailroom.instance on instance.id = holder
       where account.id = $1`,
      [accountId],
    );
    return rows[0]?.process;
  }
});
