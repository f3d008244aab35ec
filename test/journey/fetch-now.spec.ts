import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startFaultProxy, type FaultProxy, type LineFault } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

/** With so many setbacks the next session would begin after minutes. */
const MANY = 9;

describe('a wish to fetch now', () => {
  let sandbox: Sandbox;
  let line: FaultProxy;
  let mailroom: RunningMailroom;
  let person = '';
  let number = 0;

  beforeAll(async () => {
    sandbox = await startSandbox();
    line = await startFaultProxy(sandbox.imap);
    mailroom = await startMailroom({ logger: false });
  });

  beforeEach(() => {
    number += 1;
    person = `wish${number}@sandbox.test`;
    sandbox.addPerson(person);
    line.rules = {};
  });

  afterEach(() => mailroom.dataSource.query(`update mailroom.mail_account set state = 'paused'`));

  afterAll(async () => {
    await mailroom.stop();
    await line.stop();
    await sandbox.stop();
  });

  it.each(['UID SEARCH', 'UID FETCH'])(
    'that comes while a session is failing at %s is looked after by the next one, at once',
    async (commands) => {
      letter('before');
      const silent = silenceOnce(commands);
      const id = await putLive({ push: false });
      await until(() => silent.heard, { timeoutMs: 30_000, what: 'the session to wait for the server' });
      await fetchNow(id);
      line.killAll();

      await looked(id);
      expect(await subjects(id)).toEqual(['before']);
      expect(await failures(id)).toBe(0);
    },
  );

  it('that comes to a session whose connection is dead is looked after by the next one, at once', async () => {
    const id = await putLive();
    await listening(id);
    const dead = breakOnce();
    letter('while it listened');
    await fetchNow(id);
    await looked(id);
    expect([dead.broken, await subjects(id)]).toEqual([true, ['while it listened']]);
  });

  it('that fails itself is over, and says so', async () => {
    sandbox.faults.refuseLogins({ response: 'NO [UNAVAILABLE] Not now.', times: 1 });
    const id = await putLive({ push: false });
    await looked(id);

    expect((await progress(id)).run).toMatchObject({
      cause: 'asked',
      state: 'failed',
      problem: { code: 'mailbox-unavailable' },
    });
    expect(await failures(id)).toBe(1);
  });

  it('is not over before somebody has looked', async () => {
    letter('before');
    const id = await putLive();
    await listening(id);
    const silent = silenceOnce('DONE');
    await fetchNow(id);
    await until(() => silent.heard, { timeoutMs: 30_000, what: 'the session to ask' });
    const { wanted, done } = await progress(id);
    expect(wanted - done).toBe(1);
    letter('found by the next');
    line.killAll();

    await looked(id);
    expect(await subjects(id)).toEqual(['before', 'found by the next']);
  });

  it('asks the server that was silent, also where nothing lay before', async () => {
    const id = await putLive();
    await listening(id);
    line.rules = { onServerLine: (said) => (/^\* \d+ EXISTS$/.test(said) ? '' : undefined) };
    letter('not told');
    await until(() => sandbox.messages(person).length === 1, { what: 'the mail to lie there' });
    line.rules = { onServerLine: hiding(1) };
    await fetchNow(id);
    await looked(id);
    expect(await subjects(id)).toEqual(['not told']);
  });

  /** What is told of new mail outside of a SELECT does not arrive. */
  function hiding(selects: number): (said: string) => string | undefined {
    let telling = 0;
    return (said) => {
      if (said.startsWith('* FLAGS')) telling = selects;
      if (!/^\* \d+ EXISTS$/.test(said)) return undefined;
      return telling-- > 0 ? undefined : '';
    };
  }

  /** The server never hears the first of these commands. */
  function silenceOnce(commands: string): { heard: boolean } {
    const asked = new RegExp(`(^|\\s)(${commands})\\b`, 'i');
    const silence = { heard: false };
    line.rules = {
      onLine: (said): LineFault | undefined => {
        if (silence.heard || !asked.test(said)) return undefined;
        silence.heard = true;
        return {};
      },
    };
    return silence;
  }

  /** The line breaks at the next command. */
  function breakOnce(): { broken: boolean } {
    const breaking = { broken: false };
    line.rules = {
      onLine: (): LineFault | undefined => {
        if (breaking.broken) return undefined;
        breaking.broken = true;
        return { then: 'reset' };
      },
    };
    return breaking;
  }

  function letter(subject: string): void {
    sandbox.sendLetter({ from: 'customer@example.test', to: person, subject, text: subject });
  }

  async function putLive(own: object = {}): Promise<string> {
    const { body } = await mailroom.api('POST', 'accounts', {
      name: person,
      host: line.host,
      port: line.port,
      security: 'none',
      login: person,
      auth: 'password',
      password: 'sandbox',
      address: person,
      disposition: 'leave',
      start: 'all',
      pollSeconds: 3_600,
      ...own,
    });
    await mailroom.dataSource.query(
      `update mailroom.mail_account set state = 'live', live_since = mailroom.now(), setbacks = $2 where id = $1`,
      [body.id, MANY],
    );
    await fetchNow(body.id);
    return body.id;
  }

  async function fetchNow(id: string): Promise<void> {
    expect((await mailroom.api('POST', `accounts/${id}/fetch`)).status).toBe(202);
  }

  const progress = async (id: string) => (await mailroom.api('GET', `accounts/${id}/progress`)).body;

  async function looked(id: string): Promise<void> {
    const over = async () => {
      const { wanted, done, run } = await progress(id);
      return wanted === done && run.endedAt !== null;
    };
    await until(over, { timeoutMs: 30_000, what: 'the wish to be looked after' });
  }

  async function listening(id: string): Promise<void> {
    await looked(id);
    await until(() => sandbox.imapSessions.includes(person), { what: 'it to listen' });
  }

  async function failures(id: string): Promise<number> {
    const [row] = await mailroom.dataSource.query(
      'select failures from mailroom.mail_account where id = $1',
      [id],
    );
    return row.failures;
  }

  async function subjects(id: string): Promise<string[]> {
    const mails = await mailroom.hostMail();
    return mails.filter(({ account_id }) => account_id === id).map(({ subject }) => subject);
  }
});
