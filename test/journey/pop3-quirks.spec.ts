import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const PATIENCE = { timeoutMs: 30_000 };

describe('POP3 servers that are not as they should be', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;
  let person = '';
  let number = 0;

  beforeAll(async () => {
    [sandbox, mailroom] = await Promise.all([startSandbox(), startMailroom({ logger: false })]);
  });
  beforeEach(() => {
    number += 1;
    person = sandbox.addPerson(`drop${number}@sandbox.test`).address;
  });
  afterEach(async () => {
    sandbox.faults.clear();
    await mailroom.dataSource.query(`update mailroom.mail_account set state = 'paused'`);
  });
  afterAll(async () => {
    await mailroom?.stop();
    await sandbox?.stop();
  });

  /** Puts a mail there; those with subjects of one length are of one size. Answers its number at the sandbox. */
  function letter(subject: string, uidl?: string, received = 'Fri, 20 Nov 2026 12:00:00 +0000'): number {
    const lines = [
      `Received: by here; ${received}`,
      'From: jo@example.test',
      `Subject: ${subject}`,
      '',
      'Hello.',
    ];
    const { uid } = sandbox.deliver(person, `${lines.join('\r\n')}\r\n`);
    if (uidl !== undefined) sandbox.giveUidl(person, uid, uidl);
    return uid;
  }

  const wish = (own: object = {}) => ({
    kind: 'pop3',
    name: person,
    host: '127.0.0.1',
    port: sandbox.pop3.port,
    security: 'none',
    login: person,
    auth: 'password',
    password: 'sandbox',
    disposition: 'leave',
    start: 'all',
    ...own,
  });

  /** A live account on the mailbox of this test; fetches everything and leaves it there unless told otherwise. */
  async function account(own: object = {}): Promise<string> {
    const { body, status } = await mailroom.api('POST', 'accounts', wish(own));
    expect({ status, body }).toMatchObject({ status: 201 });
    const live = await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' });
    expect({ status: live.status, body: live.body }).toMatchObject({ status: 200 });
    return body.id as string;
  }

  const health = async (id: string) => (await mailroom.api('GET', `accounts/${id}`)).body.health;

  async function handedOver(id: string): Promise<(string | null)[]> {
    const mails = await mailroom.hostMail();
    return mails.filter(({ account_id }) => account_id === id).map(({ subject }) => subject);
  }

  async function sorted(id: string): Promise<string[]> {
    return (await handedOver(id)).map(String).toSorted((one, other) => one.localeCompare(other));
  }

  async function outcomes(id: string): Promise<string[]> {
    const { items } = (await mailroom.api('GET', `accounts/${id}/deliveries?limit=100`)).body;
    return items.map(({ subject, outcome }: Record<string, string>) => `${subject} ${outcome}`).toReversed();
  }

  const left = (): number => sandbox.messages(person).length;

  async function untilWell(id: string): Promise<void> {
    const well = async () => {
      const { state, holder } = await health(id);
      return state === 'ok' && holder === null;
    };
    await until(well, { ...PATIENCE, what: 'the account to be well' });
  }

  /** One more fetch, from beginning to end. */
  async function fetched(id: string): Promise<void> {
    const before = Date.parse((await health(id)).lastFetchAt ?? 0);
    await mailroom.timePasses({ seconds: 1 });
    await mailroom.api('POST', `accounts/${id}/fetch`);
    const done = async () => {
      const { lastFetchAt, holder } = await health(id);
      return Date.parse(lastFetchAt ?? 0) > before && holder === null;
    };
    await until(done, { ...PATIENCE, what: 'one more fetch' });
  }

  async function failing(id: string): Promise<any> {
    const failed = async () => (await health(id)).holder === null && (await health(id)).failure;
    return until(failed, { ...PATIENCE, what: 'the failure' });
  }

  describe('that use a UIDL again', () => {
    it('for mail that came when the other was gone: it is new mail', async () => {
      const first = letter('First', 'again');
      const id = await account();
      await untilWell(id);
      sandbox.expunge(person, first);
      await fetched(id);
      letter('Other', 'again');
      await fetched(id);
      expect(await handedOver(id)).toEqual(['First', 'Other']);
      expect(left()).toBe(1);
    });

    it('the moment the other was deleted, for mail as large: it is new mail, and nothing goes unseen', async () => {
      letter('First', '1');
      const id = await account({ disposition: 'delete' });
      await untilWell(id);
      expect(left()).toBe(0);
      letter('Other', '1');
      await fetched(id);
      expect(await handedOver(id)).toEqual(['First', 'Other']);
      expect(left()).toBe(0);
    });

    it('while it is not known whether the other was deleted: it is not taken for the other, and is new mail', async () => {
      const id = await account({ disposition: 'delete' });
      await untilWell(id);
      letter('First', '1');
      sandbox.faults.breakPop3({ command: 'QUIT', cut: 'after' }, 1);
      await mailroom.api('POST', `accounts/${id}/fetch`);
      expect(await failing(id)).toMatchObject({ code: 'mailbox-connection-lost' });
      letter('Other', '1');
      await mailroom.api('POST', `accounts/${id}/fetch`);
      await until(() => left() === 0, { ...PATIENCE, what: 'an empty mailbox' });
      await untilWell(id);
      expect(await handedOver(id)).toEqual(['First', 'Other']);
    });

    it('for every mail in the list: each is fetched, and only what was fetched is deleted', async () => {
      for (const subject of ['One', 'Two', 'Six', 'Ten']) letter(subject, 'same');
      const id = await account({ disposition: 'delete', batchMessages: 1 });
      const emptied = async () => left() === 0 && (await health(id)).holder === null;
      await until(emptied, { ...PATIENCE, what: 'an empty mailbox' });
      expect(await sorted(id)).toEqual(['One', 'Six', 'Ten', 'Two']);
    });

    it('for mail that joins or leaves the others: what is new is found, what is known is a duplicate', async () => {
      const first = letter('One', 'same');
      const id = await account();
      await untilWell(id);
      letter('Two', 'same');
      await fetched(id);
      expect(await sorted(id)).toEqual(['One', 'Two']);
      sandbox.expunge(person, first);
      letter('Six', 'same');
      letter('Ten', 'same');
      await fetched(id);
      expect(await sorted(id)).toEqual(['One', 'Six', 'Ten', 'Two']);
    });

    it('because they delete nothing: the mail is handed over once, and they are not asked forever', async () => {
      letter('One', 'kept');
      sandbox.faults.breakPop3({ command: 'DELE', answer: '+OK' });
      const id = await account({ disposition: 'delete' });
      await untilWell(id);
      for (let times = 0; times < 3; times++) await fetched(id);
      expect(await outcomes(id)).toEqual(['One stored', 'One duplicate']);
      expect(left()).toBe(1);
    });
  });

  it('without UIDL are told apart by the test, and by the fetch where they lose it later', async () => {
    letter('One');
    const id = await account();
    await untilWell(id);
    sandbox.faults.breakPop3({ command: 'UIDL', answer: '-ERR Unknown command.' });
    const { body } = await mailroom.api('POST', 'accounts/check', wish());
    expect(body.steps.find(({ ok }: { ok: boolean }) => !ok)).toMatchObject({
      step: 'folder',
      problem: { code: 'mailbox-uidl-missing' },
    });
    letter('Two');
    await mailroom.api('POST', `accounts/${id}/fetch`);
    expect(await failing(id)).toMatchObject({ code: 'mailbox-uidl-missing', disposition: 'ask-admin' });
    sandbox.faults.clear();
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await untilWell(id);
    expect(await handedOver(id)).toEqual(['One', 'Two']);
  });

  it.each([
    ['[IN-USE] Do you have another POP session running?', 'mailbox-busy', 'retry-later'],
    ['[AUTH] Authentication failed.', 'mailbox-login-refused', 'ask-admin'],
    ['[SYS/TEMP] Disk is full.', 'mailbox-unavailable', 'retry-later'],
    ['[SYS/PERM] This mailbox has moved.', 'mailbox-provider-contact', 'ask-admin'],
  ])('that answer %s lose nothing, and are well again when it is over', async (answer, code, disposition) => {
    letter('One');
    const id = await account({ disposition: 'delete' });
    await untilWell(id);
    sandbox.faults.breakPop3({ command: 'PASS', answer: `-ERR ${answer}` });
    letter('Two');
    await mailroom.api('POST', `accounts/${id}/fetch`);
    expect(await failing(id)).toMatchObject({ code, disposition });
    const { body } = await mailroom.api('POST', 'accounts/check', wish());
    expect(body.steps.find(({ ok }: { ok: boolean }) => !ok)).toMatchObject({
      step: 'sign-in',
      problem: { code },
    });
    expect([await handedOver(id), left()]).toEqual([['One'], 1]);
    sandbox.faults.clear();
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await untilWell(id);
    expect([await handedOver(id), left()]).toEqual([['One', 'Two'], 0]);
  });

  it('that want a pause between two sign-ins get the one they announce', async () => {
    letter('One');
    const id = await account();
    await untilWell(id);
    sandbox.faults.breakPop3({ command: 'CAPA', answer: '+OK\r\nUIDL\r\nLOGIN-DELAY 900\r\n.' });
    sandbox.faults.breakPop3({ command: 'PASS', answer: '-ERR [LOGIN-DELAY] Too soon.' }, 1);
    letter('Two');
    await mailroom.api('POST', `accounts/${id}/fetch`);
    expect(await failing(id)).toMatchObject({ code: 'mailbox-throttled', disposition: 'retry-later' });
    const { notBefore } = await health(id);
    const pause = (Date.parse(notBefore) - Date.parse((await health(id)).failure.at)) / 60_000;
    expect([pause >= 15, pause < 17]).toEqual([true, true]);
    await mailroom.timePasses({ minutes: 17 });
    await untilWell(id);
    expect(await handedOver(id)).toEqual(['One', 'Two']);
  });

  it('that choke on a mail while it is looked what is new: it stands aside, the others come, and it comes later', async () => {
    letter('Past', undefined, 'Thu, 19 Nov 2020 12:00:00 +0000');
    letter('Near');
    const killer = letter('Kill');
    letter('Last');
    sandbox.faults.breakPop3({ command: `RETR ${killer}`, cut: 'before' });
    const id = await account({ start: { since: '2026-11-01T00:00:00Z' }, pollSeconds: 60 });
    const passed = async (): Promise<boolean> => {
      await mailroom.api('POST', `accounts/${id}/fetch`);
      return (await handedOver(id)).length === 2;
    };
    await until(passed, { timeoutMs: 60_000, what: 'the others to pass' });
    expect(await handedOver(id)).toEqual(['Near', 'Last']);
    expect(await outcomes(id)).toEqual(expect.arrayContaining([' retrying', 'Near stored', 'Last stored']));
    expect(await outcomes(id)).toHaveLength(3);
    sandbox.faults.clear();
    await mailroom.timePasses({ hours: 2 });
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(async () => (await handedOver(id)).length === 3, { ...PATIENCE, what: 'the mail itself' });
    await untilWell(id);
    expect(await outcomes(id)).toHaveLength(3);
  });
});
