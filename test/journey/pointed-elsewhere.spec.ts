import { ImapFlow } from 'imapflow';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startFaultProxy, type FaultProxy, type LineFault } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const PATIENCE = { timeoutMs: 30_000 };

describe('an account that is pointed at other mail under the same numbers', () => {
  let first: Sandbox;
  let second: Sandbox;
  let mailroom: RunningMailroom;
  const lines: FaultProxy[] = [];
  let number = 0;
  let former = '';
  let later = '';

  beforeAll(async () => {
    [first, second, mailroom] = await Promise.all([
      startSandbox(),
      startSandbox(),
      startMailroom({ logger: false }),
    ]);
  });

  beforeEach(() => {
    number += 1;
    [former, later] = [`former${number}@sandbox.test`, `later${number}@sandbox.test`];
    for (const sandbox of [first, second]) for (const person of [former, later]) sandbox.addPerson(person);
  });

  afterEach(async () => {
    await mailroom.dataSource.query(`update mailroom.mail_account set state = 'paused'`);
    await Promise.all(lines.splice(0).map((line) => line.stop()));
  });

  afterAll(async () => {
    await mailroom.stop();
    await Promise.all([first.stop(), second.stop()]);
  });

  /** Everything has one UIDVALIDITY here. */
  async function line(to: { host: string; port: number }, keeps: boolean): Promise<FaultProxy> {
    const proxy = await startFaultProxy(to, {
      onServerLine: (said) => {
        const same = said.replace(/UIDVALIDITY \d+/, 'UIDVALIDITY 7');
        return same === said ? undefined : same;
      },
      onLine: (said): LineFault | undefined => {
        const [, tag] = /^(\S+) UID (STORE|EXPUNGE)/.exec(said) ?? [];
        if (keeps && tag) return { reply: `${tag} NO Not today\r\n` };
        return keeps && said.startsWith('DELE ') ? { reply: '-ERR Not today.\r\n' } : undefined;
      },
    });
    lines.push(proxy);
    return proxy;
  }

  function letters(at: Sandbox, person: string, folder: string, ...subjects: string[]): void {
    for (const subject of subjects) {
      const { uid } = at.deliver(person, `Subject: ${subject}\r\n\r\nHello ${subject}\r\n`, folder);
      if (folder === 'INBOX') at.giveUidl(person, uid, `uidl-${uid}`);
    }
  }

  async function folderAt(at: Sandbox, person: string, folder: string): Promise<void> {
    if (folder === 'INBOX') return;
    const client = new ImapFlow({
      ...at.imap,
      secure: false,
      logger: false,
      auth: { user: person, pass: 'sandbox' },
    });
    await client.connect();
    await client.mailboxCreate(folder);
    await client.logout();
  }

  type Kind = 'imap' | 'pop3';
  interface Case {
    readonly kind: Kind;
    readonly to: 'login' | 'host' | 'folder';
    readonly disposition: 'leave' | 'delete';
  }
  const cases: Case[] = (['leave', 'delete'] as const).flatMap((disposition) => [
    { kind: 'imap', to: 'login', disposition } as const,
    { kind: 'imap', to: 'host', disposition } as const,
    { kind: 'imap', to: 'folder', disposition } as const,
    { kind: 'pop3', to: 'login', disposition } as const,
    { kind: 'pop3', to: 'host', disposition } as const,
  ]);

  it.each(cases)(
    'by $kind, another $to, $disposition: nothing is skipped, and nothing is deleted unseen',
    async (given) => {
      const { kind, to, disposition } = given;
      const elsewhere = {
        at: to === 'host' ? second : first,
        login: to === 'login' ? later : former,
        folder: to === 'folder' ? 'Desk' : 'INBOX',
        host: to === 'host' ? 'localhost' : '127.0.0.1',
      };
      letters(first, former, 'INBOX', 'known 1', 'known 2');
      const owing = await line(first[kind], disposition === 'delete');
      const { body: account } = await mailroom.api('POST', 'accounts', {
        kind,
        name: former,
        host: '127.0.0.1',
        port: owing.port,
        security: 'none',
        login: former,
        auth: 'password',
        password: 'sandbox',
        address: `desk${number}@helpdesk.example`,
        disposition,
        start: 'all',
        pollSeconds: 10,
      });
      expect((await mailroom.api('POST', `accounts/${account.id}/state`, { state: 'live' })).status).toBe(
        200,
      );
      await arrived(account.id, 2);
      await folderAt(elsewhere.at, elsewhere.login, elsewhere.folder);
      letters(elsewhere.at, elsewhere.login, elsewhere.folder, 'other 1', 'other 2', 'other 3');

      const there = await line(elsewhere.at[kind], false);
      const { status, body } = await mailroom.api('PATCH', `accounts/${account.id}`, {
        host: elsewhere.host,
        port: there.port,
        login: elsewhere.login,
        password: 'sandbox',
        ...(kind === 'imap' ? { folders: [elsewhere.folder] } : {}),
      });
      expect({ status, body }).toMatchObject({ status: 200 });
      await arrived(account.id, 5);

      const wanted = disposition === 'leave' ? 3 : 0;
      const left = () => elsewhere.at.messages(elsewhere.login, elsewhere.folder).length;
      await until(() => left() === wanted, { ...PATIENCE, what: 'the other mailbox to be as wished' });
      expect(first.messages(former, 'INBOX')).toHaveLength(2);
      expect((await subjects(account.id)).toSorted((one, other) => one.localeCompare(other))).toEqual([
        'known 1',
        'known 2',
        'other 1',
        'other 2',
        'other 3',
      ]);
    },
  );

  it.each([
    ['leave', 2],
    ['delete', 0],
  ])(
    'put back from a backup, numbering anew what comes: nothing is skipped, nothing comes twice; %s',
    async (disposition, wanted) => {
      letters(first, former, 'INBOX', 'known 1', 'known 2', 'known 3');
      const before = await line(first.imap, false);
      const { body: account } = await mailroom.api('POST', 'accounts', {
        name: former,
        host: '127.0.0.1',
        port: before.port,
        security: 'none',
        login: former,
        auth: 'password',
        password: 'sandbox',
        address: `desk${number}@helpdesk.example`,
        disposition,
        start: 'all',
        pollSeconds: 10,
      });
      expect((await mailroom.api('POST', `accounts/${account.id}/state`, { state: 'live' })).status).toBe(
        200,
      );
      await arrived(account.id, 3);
      // By the same host and login: that is what it looks like from here.
      letters(second, former, 'INBOX', 'known 1', 'other 2');
      const after = await line(second.imap, false);
      const moved = { port: after.port, password: 'sandbox' };
      expect((await mailroom.api('PATCH', `accounts/${account.id}`, moved)).status).toBe(200);
      await arrived(account.id, 4);
      const left = () => second.messages(former).length;
      await until(() => left() === wanted, { ...PATIENCE, what: 'the mailbox to be as wished' });
      expect((await subjects(account.id)).toSorted((one, other) => one.localeCompare(other))).toEqual([
        'known 1',
        'known 2',
        'known 3',
        'other 2',
      ]);
    },
  );

  async function subjects(id: string): Promise<string[]> {
    const mails = await mailroom.hostMail();
    return mails.filter(({ account_id }) => account_id === id).map(({ subject }) => subject);
  }

  async function arrived(id: string, mails: number): Promise<void> {
    const all = async () => (await subjects(id)).length >= mails;
    await until(all, { ...PATIENCE, what: `${mails} mails` });
  }
});
