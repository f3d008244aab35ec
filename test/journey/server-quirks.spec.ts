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
