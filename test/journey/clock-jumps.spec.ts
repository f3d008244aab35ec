import { Pokes } from '@mailroom/kernel';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const HOUR_MS = 3_600_000;
const PAUSE_MS = 3 * HOUR_MS;
const JUMPS = [2, -2, 30, -30, 24 * 9, -24 * 9];

describe('clocks that jump', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;
  let person = '';
  let number = 0;

  beforeAll(async () => {
    sandbox = await startSandbox();
    mailroom = await startMailroom({ logger: false });
  });

  beforeEach(() => {
    number += 1;
    person = `clock${number}@sandbox.test`;
    sandbox.addPerson(person);
  });

  afterEach(async () => {
    await mailroom.dataSource.query(`update mailroom.mail_account set state = 'paused'`);
    await mailroom.dataSource.query(`update mailroom.clock set shift = '0'`);
    sandbox.faults.clear();
  });

  afterAll(async () => {
    await mailroom.stop();
    await sandbox.stop();
  });

  const machines = [
    ['the database', (hours: number) => jumpOfDatabase(hours)],
    ['our machine', async (hours: number) => jumpOfMachine(hours)],
  ] as const;
  const cases = machines.flatMap(([whose, jump]) => JUMPS.map((hours) => [whose, hours, jump] as const));

  it.each(cases)(
    'that of %s by %d hours: polls go on, and nobody is alarmed',
    async (_whose, hours, jump) => {
      const id = await putLive({ push: false, pollSeconds: 10 });
      await taken('before');
      await jump(hours);
      await taken('after');
      expect(await alarms(id)).toEqual([]);
      await jump(-hours);
      await taken('when it is right again');
      expect(await alarms(id)).toEqual([]);
    },
    90_000,
  );

  it.each(cases)(
    'that of %s by %d hours: an account that nobody looks after is noticed within an hour',
    async (_whose, hours, jump) => {
      const id = await putLive({ push: false, pollSeconds: 600 });
      await taken('before');
      await jump(hours);
      await until(async () => !(await planned(id)).isAhead, {
        timeoutMs: 20_000,
        what: 'the plans to move along',
      });
      // Its session hangs, as far as anybody can see.
      await mailroom.dataSource.query(
        `update mailroom.mail_account set next_at = 'infinity', last_fetch_at = mailroom.now(),
           last_success_at = mailroom.now(), live_since = mailroom.now(), last_taken_at = mailroom.now()
         where id = $1`,
        [id],
      );
      expect(await alarms(id)).toEqual([]);
      await mailroom.timePasses({ minutes: 61 });
      expect(await alarms(id)).toEqual(['mailbox-silent']);
      await jump(-hours);
    },
    90_000,
  );

  it.each([-2, -30, -24 * 9])(
    'that of the database by %d hours: a provider is left alone for as long as it said, and no longer',
    async (hours) => {
      const id = await putLive({ push: false, pollSeconds: 10 });
      await taken('before');
      sandbox.faults.throttleImap({ milliseconds: PAUSE_MS, times: 1 });
      await mailroom.api('POST', `accounts/${id}/fetch`);
      await until(async () => (await planned(id)).pauseMs > 0, { timeoutMs: 20_000, what: 'the pause' });
      await jumpOfDatabase(hours);
      const moved = async () => (await planned(id)).pauseMs < PAUSE_MS * 1.11;
      await until(moved, { timeoutMs: 20_000, what: 'the pause to be as long as before' });
      expect((await planned(id)).pauseMs).toBeGreaterThan(PAUSE_MS * 0.99);
      await mailroom.timePasses({ hours: 3, minutes: 20 });
      await taken('after the pause');
    },
    90_000,
  );

  it('that of the database by days: a backoff of minutes stays one', async () => {
    const id = await putLive({ push: false, pollSeconds: 10 });
    await taken('before');
    sandbox.faults.refuseLogins({ response: 'NO [UNAVAILABLE] Not now.' });
    const many = `update mailroom.mail_account set setbacks = 12 where id = $1 and holder is null returning id`;
    const counted = async () => (await mailroom.dataSource.query(many, [id]))[0].length > 0;
    await until(counted, { timeoutMs: 20_000, what: 'a moment without a session' });
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(async () => (await planned(id)).failures > 0, { timeoutMs: 20_000, what: 'a failure' });
    await jumpOfDatabase(-72);
    await until(async () => !(await planned(id)).isAhead, {
      timeoutMs: 20_000,
      what: 'the plans to move along',
    });
    expect((await planned(id)).dueInMs).toBeLessThan(6 * 60_000);
    expect((await planned(id)).dueInMs).toBeGreaterThan(60_000);
    sandbox.faults.clear();
    await mailroom.timePasses({ minutes: 6 });
    await taken('after the backoff');
  });

  it.each([
    ['the database', -72],
    ['the database', 30],
    ['our machine', -72],
    ['our machine', 30],
  ] as const)(
    'that of %s by %d hours: mail that the host put off is offered again within minutes',
    async (whose, hours) => {
      await putLive({ push: false, pollSeconds: 10 });
      await taken('before');
      let offers = 0;
      mailroom.intake.before = ({ subject }) => {
        if (subject === 'put off' && (offers += 1) === 1) throw new Error('not now');
      };
      try {
        sandbox.sendLetter({ from: 'customer@example.test', to: person, subject: 'put off', text: 'x' });
        await looked(() => offers === 1, 'the first offer');
        const waits = `select from mailroom.delivery where subject = 'put off' and outcome = 'retrying'`;
        await looked(
          async () => (await mailroom.dataSource.query(waits)).length === 1,
          'it to be written down',
        );
        if (whose === 'our machine') jumpOfMachine(hours);
        else await jumpOfDatabase(hours);
        await mailroom.timePasses({ minutes: 6 });
        await looked(() => offers === 2, 'the second offer');
        await looked(async () => (await mailroom.dataSource.query(waits)).length === 0, 'it to be taken');
        if (whose === 'our machine') jumpOfMachine(-hours);
      } finally {
        mailroom.intake.before = () => undefined;
      }
    },
    90_000,
  );

  /** The poll of ten seconds and the beat of five, without waiting for them. */
  async function looked(there: () => boolean | Promise<boolean>, what: string): Promise<void> {
    const after = async () => {
      if (await there()) return true;
      await mailroom.timePasses({ seconds: 1 });
      await mailroom.app.get(Pokes, { strict: false }).poke('accounts', 'due');
      return there();
    };
    await until(after, { timeoutMs: 30_000, what });
  }

  async function jumpOfDatabase(hours: number): Promise<void> {
    await mailroom.dataSource.query(`update mailroom.clock set shift = shift + make_interval(hours => $1)`, [
      hours,
    ]);
  }

  function jumpOfMachine(hours: number): void {
    mailroom.app.get(HandMovedClock).moveOn(hours * HOUR_MS);
  }

  async function alarms(id: string): Promise<string[]> {
    const { body } = await mailroom.api('GET', 'banners');
    return body.items
      .filter(({ cause }: { cause: string }) => cause === `account:${id}`)
      .map(({ kind }: { kind: string }) => kind);
  }

  async function planned(id: string) {
    const [row] = await mailroom.dataSource.query(
      `select failures, extract(epoch from next_at - mailroom.now())::float8 * 1000 as "dueInMs",
         coalesce(extract(epoch from not_before - mailroom.now()), 0)::float8 * 1000 as "pauseMs",
         last_fetch_at > mailroom.now() + interval '1 minute' as "isAhead"
       from mailroom.mail_account where id = $1`,
      [id],
    );
    return row;
  }

  async function taken(subject: string): Promise<void> {
    sandbox.sendLetter({ from: 'customer@example.test', to: person, subject, text: subject });
    const there = async () => {
      // The poll of ten seconds and the beat of five, without waiting for them.
      await mailroom.timePasses({ seconds: 1 });
      await mailroom.app.get(Pokes, { strict: false }).poke('accounts', 'due');
      const mails = await mailroom.dataSource.query(
        `select from host_mail join mailroom.mail_account account on account.id::text = account_id
         where login = $1 and subject = $2`,
        [person, subject],
      );
      return mails.length > 0;
    };
    await until(there, { timeoutMs: 30_000, what: `the mail "${subject}"` });
  }

  async function putLive(own: object): Promise<string> {
    const { body } = await mailroom.api('POST', 'accounts', {
      name: person,
      ...sandbox.imap,
      security: 'none',
      login: person,
      auth: 'password',
      password: 'sandbox',
      address: person,
      disposition: 'leave',
      start: 'all',
      ...own,
    });
    const { status } = await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' });
    expect(status).toBe(200);
    return body.id;
  }
});

describe('the clock of the leases', () => {
  it.each([9, -9])(
    'jumps by %d hours: no mailbox changes hands, and the dead do not come to life',
    async (hours) => {
      const sandbox = await startSandbox();
      const first = await startMailroom({ logger: false });
      const other = await startMailroom({ logger: false, database: first.database });
      try {
        for (let number = 0; number < 4; number += 1)
          await listen(sandbox, first, `lease${number}@sandbox.test`);
        const spread = async () => {
          const all = await held(first);
          return all.length === 4 && new Set(all.map(({ holder }) => holder)).size === 2;
        };
        await until(spread, { timeoutMs: 60_000, what: 'both to hold some' });
        const before = await held(first);
        await first.dataSource.query(
          `insert into mailroom.instance (id, host, process, seen_at)
           values (gen_random_uuid(), 'dead', 1, clock_timestamp() - interval '14 seconds')`,
        );
        // As if the clock had jumped between two beats.
        await first.dataSource.query(
          `update mailroom.instance set seen_at = seen_at - make_interval(hours => $1)`,
          [hours],
        );
        await until(async () => (await alive(first)) === 2, {
          timeoutMs: 30_000,
          what: 'two live instances',
        });
        expect(await held(first)).toEqual(before);
      } finally {
        await other.stop();
        await first.stop();
        await sandbox.stop();
      }
    },
    120_000,
  );

  async function alive({ dataSource }: RunningMailroom): Promise<number> {
    const rows = await dataSource.query(
      `select from mailroom.instance where abs(extract(epoch from clock_timestamp() - seen_at)) < 15`,
    );
    return rows.length;
  }

  async function held({
    dataSource,
  }: RunningMailroom): Promise<{ id: string; holder: string; epoch: string }[]> {
    return dataSource.query(
      `select id, holder, epoch from mailroom.mail_account where holder is not null order by id`,
    );
  }

  async function listen(sandbox: Sandbox, mailroom: RunningMailroom, person: string): Promise<void> {
    sandbox.addPerson(person);
    const { body } = await mailroom.api('POST', 'accounts', {
      name: person,
      ...sandbox.imap,
      security: 'none',
      login: person,
      auth: 'password',
      password: 'sandbox',
      address: person,
      disposition: 'leave',
      start: 'all',
      pollSeconds: 600,
    });
    await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' });
  }
});
