import { ImapFlow } from 'imapflow';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startFaultProxy, type FaultProxy, type LineFault } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const STUB = [
  'From: Microsoft Exchange Server',
  'Subject: Retrieval using the IMAP4 protocol failed for the following message: 1',
  '',
  "The server couldn't retrieve the following message:",
  '',
].join('\r\n');

describe('servers that do not do what they say', () => {
  let sandbox: Sandbox;
  let line: FaultProxy;
  let mailroom: RunningMailroom;
  let person = '';
  let number = 0;

  beforeAll(async () => {
    sandbox = await startSandbox();
    line = await startFaultProxy(sandbox.imap);
    mailroom = await startMailroom();
    const limits = [{ host: '*', per: 'login', limit: 5 }];
    await mailroom.api('PATCH', 'settings', { 'connection-limits': limits });
  });

  beforeEach(() => {
    number += 1;
    person = `quirk${number}@sandbox.test`;
    sandbox.addPerson(person);
    line.rules = {};
  });

  afterEach(() => mailroom.dataSource.query(`update mailroom.mail_account set state = 'paused'`));

  afterAll(async () => {
    await mailroom.stop();
    await line.stop();
    await sandbox.stop();
  });

  it.each([
    ['BAD', 'BAD Unknown command'],
    ['NO', 'NO IDLE is switched off'],
  ])('answer %s to IDLE, which they announce: mail comes by polling', async (_, answer) => {
    line.rules = answering('IDLE', answer);
    await putLive();
    await listening();
    letter('by polling');
    await mailroom.timePasses({ seconds: 61 });
    await arrived('by polling');
  });

  it('say nothing while they listen: mail comes by polling', async () => {
    line.rules = { onServerLine: (said) => (/^\* \d+ EXISTS$/.test(said) && mute ? '' : undefined) };
    let mute = false;
    await putLive();
    await listening();
    mute = true;
    letter('not told');
    await until(() => sandbox.messages(person).length === 1, { what: 'the mail to lie there' });
    mute = false;
    // The look that comes every ten minutes asks for what there is, not for what was told.
    await mailroom.timePasses({ minutes: 11 });
    await arrived('not told');
  });

  it.each([
    ['MOVE', 'move'],
    ['UID MOVE', 'move'],
    ['EXPUNGE', 'delete'],
  ])(
    'announce and refuse %s: the mail is taken once, and what is owed is tried again',
    async (command, disposition) => {
      line.rules = answering(command.replace('UID ', ''), 'NO Not today');
      const id = await putLive({ disposition, moveTo: disposition === 'move' ? 'Archive' : null });
      letter('once');
      await arrived('once');
      line.rules = {};
      await mailroom.api('POST', `accounts/${id}/fetch`);
      await until(() => sandbox.messages(person).length === 0, {
        timeoutMs: 30_000,
        what: 'an empty folder',
      });
      expect((await subjects()).length).toBe(1);
    },
  );

  it('end a session with its token, as planned: a new one goes on, nobody is told', async () => {
    const id = await putLive();
    await listening();
    sandbox.endSessions(person);
    letter('after the end');
    await mailroom.timePasses({ minutes: 6 });
    await arrived('after the end');
    const { body } = await mailroom.api('GET', `accounts/${id}`);
    expect(body.health.problem ?? null).toBeNull();
  });

  it('end sessions soon after the sign-in: each next one waits longer, until one has lasted', async () => {
    const id = await putLive();
    const waits: number[] = [];
    for (let times = 1; times <= 3; times += 1) {
      await listening();
      sandbox.dropConnections(person);
      waits.push(await pauseOf(id));
      await mailroom.dataSource.query(
        `update mailroom.mail_account set next_at = mailroom.now(), last_success_at = null where id = $1`,
        [id],
      );
    }
    await listening();
    await mailroom.timePasses({ seconds: 61 });
    letter('while it lasts');
    await arrived('while it lasts');
    sandbox.dropConnections(person);
    letter('at once');
    await arrived('at once');
    const [one = 0, two = 0, three = 0] = waits;
    expect([one >= 2.3, two >= 4.8, three >= 9.8]).toEqual([true, true, true]);
    expect((await setbacksOf(id)) <= 1).toBe(true);
  });

  it('give a stub in place of a mail: it is asked for again, until the mail comes', async () => {
    const stub = sandbox.deliver(person, STUB);
    const id = await putLive({ push: false });
    const withheld = async () => {
      const [row] = await mailroom.dataSource.query(
        `select outcome from mailroom.delivery join mailroom.mail_account account on account.id = account_id
         where login = $1 and uid = $2`,
        [person, stub.uid],
      );
      return row?.outcome === 'retrying';
    };
    await until(withheld, { timeoutMs: 30_000, what: 'the stub to be put off' });
    expect(await subjects()).toEqual([]);
    // The server has it after all, under the same number; the lengths stay as they were announced.
    const given = (said: string) => said.replace(/^Subject: R(?=etrieval)/, 'Received: ');
    line.rules = { onServerLine: (said) => (given(said) === said ? undefined : given(said)) };
    await mailroom.timePasses({ hours: 2 });
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(async () => (await subjects()).length === 1, { timeoutMs: 30_000, what: 'the mail' });
  });

  it('lose mail between the search and the fetch: the others come, and nobody is told', async () => {
    const doomed = sandbox.deliver(person, 'Subject: gone\r\n\r\n');
    letter('stays');
    line.rules = {
      onLine: (said): undefined => {
        if (/ UID FETCH .*BODY/i.test(said)) sandbox.expunge(person, doomed.uid);
      },
    };
    const id = await putLive({ push: false, disposition: 'delete' });
    await arrived('stays');
    await until(() => sandbox.messages(person).length === 0, { timeoutMs: 30_000, what: 'an empty folder' });
    const rested = async () => (await health(id)).holder === null;
    await until(rested, { timeoutMs: 30_000, what: 'the session to end' });
    expect([await subjects(), (await health(id)).failure]).toEqual([['stays'], null]);
    letter('afterwards');
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await arrived('afterwards');
  });

  it('delete the folder we listen to and make another: what is in the new one comes, once', async () => {
    const other = new ImapFlow({ ...sandbox.imap, ...signedIn(), secure: false, logger: false });
    await other.connect();
    await other.mailboxCreate('Desk');
    const put = (subject: string) => other.append('Desk', `Subject: ${subject}\r\n\r\n${subject}\r\n`);
    await put('before');
    await putLive({ folders: ['Desk'] });
    await arrived('before');
    await other.mailboxDelete('Desk');
    await other.mailboxCreate('Desk');
    await put('before');
    await put('after');
    await other.logout();
    await mailroom.timePasses({ minutes: 11 });
    await arrived('after');
    expect((await subjects()).toSorted((one, two) => one.localeCompare(two))).toEqual(['after', 'before']);
  });

  it('count changes backwards and tell of mail that is not there: nothing is missed, nothing comes twice', async () => {
    let modseq = 1_000;
    line.rules = {
      onServerLine: (said) => {
        if (said.startsWith('* OK [UIDVALIDITY'))
          return `${said}\r\n* OK [HIGHESTMODSEQ ${(modseq -= 100)}] Lower`;
        return said === '+ idling' ? `${said}\r\n* 99 EXISTS` : undefined;
      },
    };
    const id = await putLive();
    for (const subject of ['one', 'two', 'three']) {
      letter(subject);
      await mailroom.api('POST', `accounts/${id}/fetch`);
      await arrived(subject);
      line.killAll();
    }
    expect(await subjects()).toEqual(['one', 'two', 'three']);
  });

  it.each([
    ['move without saying whereto', /\[COPYUID [^\]]*\] /, 'move'],
    ['announce no UIDPLUS', / UIDPLUS\b/, 'delete'],
    ['announce neither MOVE nor UIDPLUS', / (UIDPLUS|MOVE)\b/g, 'move'],
  ] as const)('%s: the mail is taken once, and gone', async (_what, unsaid, disposition) => {
    line.rules = {
      onServerLine: (said) => (said.search(unsaid) < 0 ? undefined : said.replace(unsaid, '')),
    };
    const id = await putLive({ disposition, moveTo: disposition === 'move' ? 'Archive' : null });
    letter('once');
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await arrived('once');
    await until(() => sandbox.messages(person).length === 0, { timeoutMs: 30_000, what: 'an empty folder' });
    expect(sandbox.messages(person, 'Archive')).toHaveLength(disposition === 'move' ? 1 : 0);
    expect(await subjects()).toEqual(['once']);
  });

  it.each([
    [
      'tell of flags before the mail',
      (row: string[]) => [`${row[0]?.replace(/ BODY.*/, ' FLAGS (\\Flagged))')}`, ...row],
    ],
    ['send a mail twice', (row: string[]) => [...row, ...row]],
    [
      'send mail that nobody asked for',
      (row: string[]) => [...row.map((each) => each.replace(/UID \d+/, 'UID 999')), ...row],
    ],
  ])('%s: it is asked for once, taken once, and gone', async (_, said) => {
    let asked = 0;
    line.rules = {
      ...whole(said),
      onLine: (command): LineFault | undefined => {
        if (/ UID FETCH .*BODY/i.test(command)) asked += 1;
        const [, tag] = / UID EXPUNGE/.test(command) && asked === 1 ? (/^(\S+)/.exec(command) ?? []) : [];
        return tag === undefined ? undefined : { reply: `${tag} NO Not today\r\n` };
      },
    };
    const id = await putLive({ disposition: 'delete', push: false });
    letter('once');
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await arrived('once');
    expect(asked).toBe(1);
    // What is owed is compared with what was taken, before it is deleted.
    await gone(id);
    expect([asked, await subjects()]).toEqual([2, ['once']]);
  });

  it.each([
    ['more', 20],
    ['less', -20],
  ])('announce %s of a mail than they send: it comes as it is', async (_, off) => {
    let lies = 1;
    line.rules = {
      onServerLine: (said) => {
        const [, row, length] = /^(\* \d+ FETCH .*\{)(\d+)\}$/.exec(said) ?? [];
        if (row === undefined || lies-- <= 0) return undefined;
        return `${row}${Number(length) + off}}`;
      },
      // A server that waits for us to understand hangs up at last.
      onLine: (said): undefined => void (lies < 0 && said === '' && line.killAll()),
    };
    const id = await putLive({ disposition: 'delete', push: false });
    letter('once');
    const [{ raw }] = [sandbox.messages(person)[0] ?? { raw: Buffer.alloc(0) }];
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(() => lies <= 0, { timeoutMs: 30_000, what: 'the mail to be announced' });
    line.killAll();
    await gone(id);
    const [{ size }] = await mailroom.dataSource.query(
      'select size from mailroom.delivery where account_id = $1',
      [id],
    );
    expect([size, await subjects()]).toEqual([raw.length, ['once']]);
  });

  it.each([
    ['mark nothing as deleted and say yes', / UID STORE /, 'delete', null],
    ['expunge nothing and say yes', / UID EXPUNGE /, 'delete', null],
    ['move nothing and say yes', / UID MOVE /, 'move', null],
    ['copy nothing and say yes', / UID COPY /, 'move', / (UIDPLUS|MOVE)\b/g],
  ])(
    '%s: nothing is lost, the admin is told, and it is tried until it holds',
    async (_, command, disposition, unsaid) => {
      const capable = (said: string) =>
        unsaid && said.search(unsaid) >= 0 ? said.replace(unsaid, '') : undefined;
      line.rules = {
        onServerLine: capable,
        onLine: (said): LineFault | undefined =>
          command.test(said) ? { reply: `${said.split(' ')[0]} OK Done\r\n` } : undefined,
      };
      const id = await putLive({
        disposition,
        push: false,
        moveTo: disposition === 'move' ? 'Archive' : null,
      });
      letter('once');
      await mailroom.api('POST', `accounts/${id}/fetch`);
      await arrived('once');
      const told = async () => (await health(id)).failure?.code === 'mailbox-disposal-refused';
      await until(told, { timeoutMs: 30_000, what: 'the admin to be told' });
      expect(sandbox.messages(person)).toHaveLength(1);
      line.rules = { onServerLine: capable };
      await gone(id);
      expect(sandbox.messages(person, 'Archive')).toHaveLength(disposition === 'move' ? 1 : 0);
      expect(await subjects()).toEqual(['once']);
    },
  );

  it.each(['NO Half way', 'OK Done'])('move half of it and say %s: the rest follows', async (answer) => {
    let halves = 1;
    line.rules = {
      onLine: (said): LineFault | undefined => {
        const [, tag] = /^(\S+) UID MOVE /.exec(said) ?? [];
        if (tag === undefined || halves-- <= 0) return undefined;
        sandbox.expunge(person, sandbox.messages(person)[0]?.uid ?? 0);
        return { reply: `* 1 EXPUNGE\r\n${tag} ${answer}\r\n` };
      },
    };
    letter('one');
    letter('two');
    const id = await putLive({ disposition: 'move', moveTo: 'Archive', push: false });
    await arrived('one');
    await arrived('two');
    await gone(id);
    expect(sandbox.messages(person, 'Archive')).toHaveLength(1);
    expect((await subjects()).toSorted((a, b) => a.localeCompare(b))).toEqual(['one', 'two']);
  });

  it('without UIDPLUS keep what somebody else marked as deleted', async () => {
    let marked = false;
    line.rules = {
      onServerLine: (said) => (/ UIDPLUS\b/.test(said) ? said.replace(' UIDPLUS', '') : undefined),
      onLine: (said): undefined => {
        if (marked || !/ UID FETCH .*BODY/i.test(said)) return;
        marked = true;
        sandbox.deliver(person, 'Subject: not ours\r\n\r\n').flags.add('\\Deleted');
      },
    };
    letter('ours');
    await putLive({ disposition: 'delete', push: false });
    await arrived('ours');
    const left = () => sandbox.messages(person).map(({ flags }) => flags.includes('\\Deleted'));
    await until(() => left().every(Boolean), { timeoutMs: 30_000, what: 'our mail to be marked' });
    expect(left()).toEqual([true, true]);
  });

  it.each([{ days: 3 }, { hours: -7 }])(
    'go on when the clock of our process alone jumps: %j',
    async (jump) => {
      const clock = mailroom.app.get(HandMovedClock);
      const milliseconds = ((jump.days ?? 0) * 24 + (jump.hours ?? 0)) * 3_600_000;
      const id = await putLive();
      letter('before the jump');
      await arrived('before the jump');
      clock.moveOn(milliseconds);
      letter('in between');
      await arrived('in between');
      line.killAll();
      letter('by a new session');
      await mailroom.api('POST', `accounts/${id}/fetch`);
      await arrived('by a new session');
      clock.moveOn(-milliseconds);
      line.killAll();
      letter('when it is right again');
      await mailroom.api('POST', `accounts/${id}/fetch`);
      await arrived('when it is right again');
      expect(await subjects()).toHaveLength(4);
    },
  );

  it('go on when our clock is set back by hours', async () => {
    await putLive();
    await listening();
    await mailroom.timePasses({ hours: -5 });
    letter('in the past');
    await arrived('in the past');
    line.rules = answering('IDLE', 'BAD Unknown command');
    line.killAll();
    await mailroom.timePasses({ hours: 5, minutes: 10 });
    letter('in the present');
    await mailroom.timePasses({ minutes: 10 });
    await arrived('in the present');
  });

  function answering(command: string, answer: string): FaultProxy['rules'] {
    const asked = new RegExp(`^(\\S+) (UID )?${command}( |$)`, 'i');
    return {
      onLine: (said): LineFault | undefined => {
        const [, tag] = asked.exec(said) ?? [];
        return tag === undefined ? undefined : { reply: `${tag} ${answer}\r\n` };
      },
    };
  }

  /** Each FETCH row with a mail, put together from its lines and said otherwise. */
  function whole(said: (row: string[]) => string[]): FaultProxy['rules'] {
    let row: string[] = [];
    return {
      onServerLine: (next) => {
        if (row.length === 0 && !/^\* \d+ FETCH .*\{\d+\}$/.test(next)) return undefined;
        row.push(next);
        if (!next.endsWith(')')) return '';
        const complete = row;
        row = [];
        return said(complete).join('\r\n');
      },
    };
  }

  /** Asks until the folder is empty. */
  async function gone(id: string): Promise<void> {
    const empty = async () => {
      await mailroom.api('POST', `accounts/${id}/fetch`);
      return sandbox.messages(person).length === 0;
    };
    await until(empty, { timeoutMs: 40_000, what: 'an empty folder' });
  }

  /** Seconds until its next session, once this one has ended. */
  async function pauseOf(id: string): Promise<number> {
    const ended = async () => {
      const [row] = await mailroom.dataSource.query(
        `select extract(epoch from next_at - mailroom.now())::float8 as pause
         from mailroom.mail_account where id = $1 and holder is null`,
        [id],
      );
      return row;
    };
    return (await until(ended, { timeoutMs: 30_000, what: 'the session to end' })).pause;
  }

  async function setbacksOf(id: string): Promise<number> {
    const [row] = await mailroom.dataSource.query(
      'select setbacks from mailroom.mail_account where id = $1',
      [id],
    );
    return row.setbacks;
  }

  const signedIn = () => ({ auth: { user: person, pass: 'sandbox' } });

  const health = async (id: string) => (await mailroom.api('GET', `accounts/${id}`)).body.health;

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
      address: `a${number}@helpdesk.example`,
      disposition: 'leave',
      start: 'all',
      pollSeconds: 60,
      ...own,
    });
    await mailroom.dataSource.query(
      `update mailroom.mail_account set state = 'live', live_since = mailroom.now(), next_at = mailroom.now()
       where id = $1`,
      [body.id],
    );
    await mailroom.api('POST', `accounts/${body.id}/fetch`);
    return body.id;
  }

  async function listening(): Promise<void> {
    const fetched = async () => {
      const [row] = await mailroom.dataSource.query(
        `select last_success_at from mailroom.mail_account where login = $1 and holder is not null`,
        [person],
      );
      return row?.last_success_at;
    };
    await until(fetched, { timeoutMs: 30_000, what: 'the mailbox to be looked through' });
  }

  async function subjects(): Promise<string[]> {
    const rows = await mailroom.dataSource.query(
      `select host_mail.subject from host_mail join mailroom.mail_account account on account.id::text = account_id
       where login = $1`,
      [person],
    );
    return rows.map(({ subject }: { subject: string }) => subject);
  }

  async function arrived(subject: string): Promise<void> {
    const there = async () => (await subjects()).includes(subject);
    await until(there, { timeoutMs: 40_000, what: `the mail "${subject}"` });
    expect((await subjects()).filter((each) => each === subject)).toHaveLength(1);
  }
});
