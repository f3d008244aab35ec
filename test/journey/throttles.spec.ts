import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const PAUSE_MS = 90_000;
const THROTTLED = `BAD Request is throttled. Suggested Backoff Time: ${PAUSE_MS} milliseconds`;
const KIN = 'kin@sandbox.test';
const STRANGER = 'stranger@sandbox.test';

describe('a provider that wants to be left alone', () => {
  let sandbox: Sandbox;
  let line: FaultProxy;
  let mailroom: RunningMailroom;
  let ids: { first: string; second: string; stranger: string };

  beforeEach(async () => {
    sandbox = await startSandbox();
    for (const person of [KIN, STRANGER]) sandbox.addPerson(person);
    // An empty mailbox is not searched.
    letter(KIN, 'before');
    let listening = 0;
    const onLine = (said: string): undefined => {
      if (said.endsWith(' IDLE')) listening += 1;
    };
    line = await startFaultProxy(sandbox.imap, { onLine });
    mailroom = await startMailroom();
    await limitPer('login');
    const [first, second, stranger] = [await live(KIN), await live(KIN), await live(STRANGER)];
    ids = { first, second, stranger };
    await until(() => listening >= 3, { what: 'all of them to listen' });
  });

  afterEach(async () => {
    await mailroom.stop();
    await line.stop();
    await sandbox.stop();
  });

  it.each(['UID FETCH', 'UID SEARCH', 'IDLE'])(
    'is, by all accounts of the login, when it says so to %s, and by nobody longer than it said',
    async (commands) => {
      throttleOnce(commands);
      letter(KIN, 'while it is throttled');
      await fetchNow(ids.first);
      await hushed(ids.first);
      await hushed(ids.second);

      const [told] = (await Promise.all([ids.first, ids.second].map(failure))).filter(Boolean);
      expect(told).toMatchObject({ code: 'mailbox-throttled', params: { retryAfterMs: PAUSE_MS } });
      expect(await standing(ids.stranger)).toMatchObject({ listens: true, pauseMs: 0 });
      await until(() => !sandbox.imapSessions.includes(KIN), { what: 'the login to have no connection' });

      await Promise.all([fetchNow(ids.first), fetchNow(ids.second)]);
      letter(STRANGER, 'to the stranger');
      await until(async () => (await taken('to the stranger')) === 1, { what: 'mail of the stranger' });
      expect(sandbox.imapSessions).not.toContain(KIN);

      // What was wished for meanwhile is not forgotten: their poll is far away.
      await mailroom.timePasses({ seconds: 100 });
      await until(async () => (await taken('while it is throttled')) === 2, {
        timeoutMs: 30_000,
        what: 'the mail that came meanwhile',
      });
    },
    120_000,
  );

  it('is by the sessions of every instance, for a day and longer, whatever becomes of instances and settings', async () => {
    const day = 26 * 3_600_000;
    const other = await startMailroom({ database: mailroom.database });
    try {
      const spread = async () => (await holders()).size === 2;
      for (let more = 0; more < 2; more += 1) await live(KIN);
      await until(spread, { timeoutMs: 60_000, what: 'both instances to hold some of the login' });
      const kin = (await ofLogin(KIN)).map(({ id }) => id);
      throttleOnce('UID SEARCH', `BAD Request is throttled. Suggested Backoff Time: ${day} milliseconds`);
      letter(KIN, 'news');
      const alone = async () =>
        (await ofLogin(KIN)).every(
          ({ holder, pauseMs }) => holder === null && pauseMs > day * 0.99 && pauseMs < day * 1.11,
        );
      await until(alone, { timeoutMs: 20_000, what: 'all of the login to be left alone for a day' });
      expect(kin).toHaveLength(4);
      await until(() => !sandbox.imapSessions.includes(KIN), { what: 'the login to have no connection' });
    } finally {
      await other.stop();
    }
    const again = await startMailroom({ database: mailroom.database });
    try {
      const [account] = await ofLogin(KIN);
      await mailroom.api('POST', `accounts/${account?.id}/protocol-log`, { minutes: 15 });
      await mailroom.api('PATCH', `accounts/${account?.id}`, { pollSeconds: 600, batchMessages: 7 });
      await mailroom.timePasses({ hours: 25 });
      for (const { id } of await ofLogin(KIN)) await fetchNow(id);
      letter(STRANGER, 'to the stranger');
      await until(async () => (await taken('to the stranger')) === 1, { what: 'mail of the stranger' });
      expect(sandbox.imapSessions).not.toContain(KIN);
      await mailroom.timePasses({ hours: 4 });
      await until(async () => (await taken('news')) === 4, { timeoutMs: 30_000, what: 'the news' });
    } finally {
      await again.stop();
    }
  }, 180_000);

  it('is by an account whose row is just being written, too', async () => {
    await mailroom.dataSource.transaction(async (writing) => {
      await writing.query('select from mailroom.mail_account where id = $1 for update', [ids.second]);
      throttleOnce('UID SEARCH');
      await fetchNow(ids.first);
      await hushed(ids.first);
      expect(await standing(ids.second)).toMatchObject({ listens: true, pauseMs: 0 });
    });

    await hushed(ids.second);
  });

  it('is by all at its host, where connections are counted by host', async () => {
    await limitPer('host');
    sandbox.faults.throttleImap({ milliseconds: PAUSE_MS, times: 1 });
    letter(KIN, 'news');
    for (const id of Object.values(ids)) await hushed(id);
    await until(() => sandbox.imapSessions.length === 0, { what: 'no connection' });
  });

  it('keeps what is connected when only no more connections are welcome', async () => {
    await mailroom.api('POST', `accounts/${ids.second}/state`, { state: 'paused' });
    await until(async () => !(await standing(ids.second)).held, { what: 'the second to be let go' });
    const third = await draft(KIN);
    sandbox.faults.refuseLogins({ response: 'NO [LIMIT] Too many simultaneous connections.', times: 1 });
    await begin(ids.second);
    await until(async () => (await standing(ids.second)).pauseMs > 0, { what: 'the second to wait' });

    expect(await failure(ids.second)).toMatchObject({ code: 'mailbox-connection-limit' });
    expect((await standing(third)).pauseMs).toBeGreaterThan(0);
    expect(await standing(ids.first)).toMatchObject({ listens: true, pauseMs: 0 });
  });

  async function ofLogin(login: string): Promise<{ id: string; holder: string | null; pauseMs: number }[]> {
    return mailroom.dataSource.query(
      `select id, holder, coalesce(extract(epoch from not_before - mailroom.now()) * 1000, 0)::float8 as "pauseMs"
       from mailroom.mail_account where login = $1 order by id`,
      [login],
    );
  }

  async function holders(): Promise<Set<string>> {
    return new Set((await ofLogin(KIN)).flatMap(({ holder }) => holder ?? []));
  }

  function throttleOnce(commands: string, answer = THROTTLED): void {
    const asked = new RegExp(`^(\\S+) (${commands})\\b`, 'i');
    let left = 1;
    line.rules = {
      onLine: (said) => {
        const [, tag] = asked.exec(said) ?? [];
        if (tag === undefined || left === 0) return undefined;
        left -= 1;
        return { reply: `${tag} ${answer}\r\n` };
      },
    };
  }

  async function limitPer(per: 'host' | 'login'): Promise<void> {
    await mailroom.api('PATCH', 'settings', { 'connection-limits': [{ host: '*', per, limit: 5 }] });
  }

  async function draft(login: string): Promise<string> {
    const { body } = await mailroom.api('POST', 'accounts', {
      name: login,
      host: line.host,
      port: line.port,
      security: 'none',
      auth: 'password',
      login,
      password: 'sandbox',
      address: login,
      disposition: 'leave',
      start: 'all',
      pollSeconds: 3_600,
    });
    return body.id;
  }

  async function live(login: string): Promise<string> {
    const id = await draft(login);
    await begin(id);
    return id;
  }

  /** Without the test of the connection, which a provider would throttle, too. */
  async function begin(id: string): Promise<void> {
    await mailroom.dataSource.query(
      `update mailroom.mail_account
       set state = 'live', live_since = mailroom.now(), next_at = mailroom.now() + interval '1 hour' where id = $1`,
      [id],
    );
    await fetchNow(id);
  }

  async function fetchNow(id: string): Promise<void> {
    await mailroom.api('POST', `accounts/${id}/fetch`);
  }

  async function hushed(id: string): Promise<void> {
    const alone = async () => {
      const { pauseMs, held } = await standing(id);
      return !held && pauseMs > PAUSE_MS * 0.8 && pauseMs <= PAUSE_MS * 1.1;
    };
    await until(alone, { what: 'it to be left alone for as long as the provider said' });
  }

  async function standing(id: string): Promise<{ held: boolean; listens: boolean; pauseMs: number }> {
    const [row] = await mailroom.dataSource.query(
      `select holder is not null as held, holder is not null and last_success_at is not null as listens,
         greatest(0, coalesce(extract(epoch from not_before - mailroom.now()) * 1000, 0))::float8 as "pauseMs"
       from mailroom.mail_account where id = $1`,
      [id],
    );
    return row;
  }

  async function failure(id: string): Promise<{ code: string } | null> {
    return (await mailroom.api('GET', `accounts/${id}`)).body.health.failure;
  }

  function letter(to: string, subject: string): void {
    sandbox.sendLetter({ from: 'customer@example.test', to, subject, text: subject });
  }

  async function taken(subject: string): Promise<number> {
    const mails = await mailroom.hostMail();
    return mails.filter((mail) => mail.subject === subject).length;
  }
});
