import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startFaultProxy, type FaultProxy, type FaultRules, type LineFault } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

describe('servers that number changes (CONDSTORE)', () => {
  let sandbox: Sandbox;
  let line: FaultProxy;
  let mailroom: RunningMailroom;
  let person = '';
  let number = 0;

  beforeAll(async () => {
    sandbox = await startSandbox({ condStore: true });
    line = await startFaultProxy(sandbox.imap);
    mailroom = await startMailroom({ logger: false });
  });

  beforeEach(() => {
    number += 1;
    person = `numbers${number}@sandbox.test`;
    sandbox.addPerson(person);
    line.rules = {};
  });

  afterEach(() => mailroom.dataSource.query(`update mailroom.mail_account set state = 'paused'`));

  afterAll(async () => {
    await mailroom.stop();
    await line.stop();
    await sandbox.stop();
  });

  let highest = 10_000;
  const lies: readonly [string, FaultRules][] = [
    ['and mean it', {}],
    ['backwards', said(/HIGHESTMODSEQ \d+/, () => `HIGHESTMODSEQ ${(highest -= 100)}`)],
    ['with a highest of nothing', said(/HIGHESTMODSEQ \d+/, () => 'HIGHESTMODSEQ 0')],
    ['and then not this folder', said(/HIGHESTMODSEQ \d+/, () => 'NOMODSEQ')],
    ['with words', said(/(HIGHESTMODSEQ|MODSEQ) \(?\d+\)?/, (_, name) => `${name} many`)],
    ['beyond all numbers', said(/MODSEQ \(\d+\)/, () => `MODSEQ (${'9'.repeat(60)})`)],
    ['but not those of mail', said(/ MODSEQ \(\d+\)/, () => '')],
    ['all the same', said(/MODSEQ \(\d+\)/, () => 'MODSEQ (1)')],
    ['unasked, without announcing it', said(/ (ENABLE|CONDSTORE)\b/g, () => '')],
    ['and refuse to, with NO', refusing('ENABLE', 'NO Not for you')],
    ['and refuse to, with BAD', refusing('ENABLE', 'BAD Unknown command')],
    ['and say nothing when asked to', said(/^\* ENABLED.*/, () => '')],
    ['and tell of removals as only QRESYNC may', said(/^\* (\d+) EXPUNGE$/, (_, uid) => `* VANISHED ${uid}`)],
    ['and fail what asks for them', answering(/^(\S+) UID FETCH .*MODSEQ/, 'BAD No MODSEQ here')],
  ];

  it('are not asked to', async () => {
    const asked: string[] = [];
    line.rules = {
      onLine: (text): undefined => {
        asked.push(text);
      },
    };
    letter('one');
    await arrived(await putLive(), 'one');
    expect(asked.join('\n')).toContain('UID FETCH');
    expect(asked.filter((text) => /ENABLE|CONDSTORE|MODSEQ/.test(text))).toEqual([]);
  });

  it.each(lies)('%s: every mail comes once, and is marked', async (_how, rules) => {
    line.rules = rules;
    letter('there before');
    const id = await putLive();
    await arrived(id, 'there before');
    letter('pushed');
    await arrived(id, 'pushed');
    removeFirst();
    letter('after a removal');
    await arrived(id, 'after a removal');
    line.killAll();
    letter('in a new session');
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await arrived(id, 'in a new session');

    const unseen = () => sandbox.messages(person).filter(({ flags }) => !flags.includes('\\Seen'));
    await until(() => unseen().length === 0, { timeoutMs: 30_000, what: 'every mail to be marked' });
    expect(await subjects(id)).toEqual(['there before', 'pushed', 'after a removal', 'in a new session']);
  });

  /** The server says something else where it would say this. */
  function said(what: RegExp, instead: (...found: string[]) => string): FaultRules {
    return {
      onServerLine: (text) => {
        const changed = text.replace(what, instead);
        return changed === text ? undefined : changed;
      },
    };
  }

  function refusing(command: string, answer: string): FaultRules {
    return answering(new RegExp(`^(\\S+) ${command}\\b`, 'i'), answer);
  }

  function answering(what: RegExp, answer: string): FaultRules {
    return {
      onLine: (text): LineFault | undefined => {
        const [, tag] = what.exec(text) ?? [];
        return tag === undefined ? undefined : { reply: `${tag} ${answer}\r\n` };
      },
    };
  }

  function letter(subject: string): void {
    sandbox.sendLetter({ from: 'customer@example.test', to: person, subject, text: subject });
  }

  /** Somebody else tidies up. */
  function removeFirst(): void {
    const [first] = sandbox.messages(person);
    if (first) sandbox.expunge(person, first.uid);
  }

  async function putLive(): Promise<string> {
    const { body } = await mailroom.api('POST', 'accounts', {
      name: person,
      host: line.host,
      port: line.port,
      security: 'none',
      login: person,
      auth: 'password',
      password: 'sandbox',
      address: person,
      disposition: 'seen',
      start: 'all',
      pollSeconds: 3_600,
    });
    await mailroom.dataSource.query(
      `update mailroom.mail_account set state = 'live', live_since = mailroom.now() where id = $1`,
      [body.id],
    );
    await mailroom.api('POST', `accounts/${body.id}/fetch`);
    return body.id;
  }

  async function subjects(id: string): Promise<string[]> {
    const mails = await mailroom.hostMail();
    return mails.filter(({ account_id }) => account_id === id).map(({ subject }) => subject);
  }

  async function arrived(id: string, subject: string): Promise<void> {
    const there = async () => (await subjects(id)).includes(subject);
    await until(there, { timeoutMs: 30_000, what: `the mail "${subject}"` });
  }
});
