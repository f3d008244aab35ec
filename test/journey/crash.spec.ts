import { randomInt } from 'node:crypto';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { installationOn, startHelpdeskProcess, type HelpdeskProcess } from '../support/helpdesk-process.js';
import { numberedMails, putLive, subjectsOf } from '../support/numbered-mail.js';
import { until } from '../support/until.js';

const MAILS = 700;
/** Slow enough that every kill meets a fetch at work. */
const BYTES_PER_SECOND = 150_000;
const PATIENCE_MS = 30_000;

interface Scene {
  readonly line: FaultProxy;
  readonly client: pg.Client;
  /** The last command with which this account's mail is disposed of. */
  readonly lastWord: 'STORE' | 'EXPUNGE';
  /** SIGKILL, now. */
  readonly kill: () => void;
}

/** When to kill. Each ends with the kill; the line and the database tell the moment, no clock does. */
const moments: readonly ((scene: Scene) => Promise<void>)[] = [
  async function whileMailStreamsIn({ line, kill }) {
    let lines = randomInt(1, 1_000);
    await told((now) => {
      line.rules.onServerLine = () => {
        lines -= 1;
        if (lines === 0) now(kill);
        return undefined;
      };
    });
  },

  async function withATransactionOpen({ client, kill }) {
    await client.query('begin');
    await client.query('lock table article in share mode');
    await until(() => somebodyWaits(client), { timeoutMs: PATIENCE_MS, what: 'an ingest that waits' });
    kill();
    await client.query('rollback');
  },

  async function betweenTheCommitAndTheWordToTheMailServer({ line, kill }) {
    await told((now) => {
      line.rules.onLine = (command) => {
        if (!command.includes(' UID STORE ')) return undefined;
        now(kill);
        return { then: 'swallow' };
      };
    });
  },

  async function whenTheMailServerHasDoneItAndNobodyKnows({ line, lastWord, kill }) {
    let tag: string | undefined;
    await told((now) => {
      line.rules.onLine = (command) => {
        if (command.includes(` UID ${lastWord} `)) tag = command.split(' ')[0];
        return undefined;
      };
      line.rules.onServerLine = (answer) => {
        if (tag === undefined || !answer.startsWith(`${tag} `)) return undefined;
        now(kill);
        return '';
      };
    });
  },

  async function rightAfterACommit({ client, kill }) {
    await reach(client, (await articles(client)) + randomInt(1, 40));
    kill();
  },
];

describeWithDovecot('a helpdesk that is killed while it fetches', () => {
  let dovecot: Dovecot;
  let database: TestDatabase;
  let line: FaultProxy;
  let client: pg.Client;
  let helpdesk: HelpdeskProcess | undefined;

  beforeAll(async () => {
    dovecot = await startDovecot();
  });

  beforeEach(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    line = await startFaultProxy(dovecot.imap);
  });

  afterEach(async () => {
    await helpdesk?.kill();
    await line.stop();
    await client.end();
    await database.drop();
  });

  afterAll(() => dovecot.stop());

  it.each(['delete', 'seen'] as const)(
    'has every mail once and the mailbox in order after five kills (%s)',
    async (disposition) => {
      const user = `crash-${disposition}`;
      const lastWord = disposition === 'delete' ? 'EXPUNGE' : 'STORE';
      const installation = installationOn(database.url);
      dovecot.seed(user, numberedMails(user, MAILS));
      line.rules = { bytesPerSecond: BYTES_PER_SECOND };
      helpdesk = await startHelpdeskProcess(installation);
      await putLive(helpdesk, { host: line.host, port: line.port, user, disposition });

      for (const [index, moment] of moments.entries()) {
        const victim = helpdesk;
        await reach(client, index * 60 + randomInt(40));
        await moment({ line, client, lastWord, kill: () => void victim.kill() });
        await victim.kill();
        expect({ killed: moment.name, inTheMiddle: (await articles(client)) < MAILS }).toEqual({
          killed: moment.name,
          inTheMiddle: true,
        });
        await silenceIsOver(client);
        line.rules = { bytesPerSecond: index < moments.length - 1 ? BYTES_PER_SECOND : Infinity };
        helpdesk = await startHelpdeskProcess(installation);
      }

      await until(() => isSettled(client), { timeoutMs: 60_000, what: 'a quiet run to finish' });
      expect(await subjects(client)).toEqual(subjectsOf(user, MAILS));
      const left = dovecot.messages(user).map(({ flags }) => flags);
      expect(left).toEqual(disposition === 'delete' ? [] : Array(MAILS).fill(['\\Seen']));
    },
    150_000,
  );
});

/** Arranges for news and waits until it came; `now` acts the moment it does, before anything else happens. */
function told(arrange: (now: (act: () => void) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the moment to kill did not come')), PATIENCE_MS);
    arrange((act) => {
      act();
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The dead leave their leases behind, which end after 15 s of silence: for them, those are over. */
async function silenceIsOver(client: pg.Client): Promise<void> {
  await client.query(`update mailroom.instance set seen_at = seen_at - interval '1 minute'`);
}

async function reach(client: pg.Client, count: number): Promise<void> {
  const what = `${count} articles`;
  await until(async () => (await articles(client)) >= count, { timeoutMs: PATIENCE_MS, what });
}

async function articles(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>('select count(*)::integer as n from article');
  return rows[0]!.n;
}

async function subjects(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ subject: string }>('select subject from article order by subject');
  return rows.map(({ subject }) => subject);
}

async function somebodyWaits(client: pg.Client): Promise<boolean> {
  const waiting = await client.query(
    `select 1 from pg_locks where not granted and relation = 'article'::regclass`,
  );
  return waiting.rows.length > 0;
}

/** Everything is in the ledger, and nothing is owed to the mail server. */
async function isSettled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ settled: number }>(
    `select count(*)::integer as settled from mailroom.delivery where outcome = 'stored' and not disposal_due`,
  );
  return rows[0]!.settled === MAILS;
}
