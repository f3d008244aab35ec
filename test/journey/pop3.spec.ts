import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const PATIENCE = { timeoutMs: 30_000 };

describeWithDovecot('mail from a real POP3 server', () => {
  let dovecot: Dovecot;
  let proxy: FaultProxy;
  let mailroom: RunningMailroom;
  let user: string;
  const trusted = getCACertificates('default');

  beforeAll(async () => {
    dovecot = await startDovecot();
    proxy = await startFaultProxy(dovecot.pop3);
    setDefaultCACertificates([...trusted, dovecot.certificate]);
    mailroom = await startMailroom({ logger: false });
  });
  afterAll(async () => {
    await mailroom?.stop();
    setDefaultCACertificates(trusted);
    await proxy?.stop();
    await dovecot?.stop();
  });
  beforeEach(() => {
    user = `${randomUUID()}@example.test`;
  });
  afterEach(() => {
    proxy.rules = {};
  });

  function mail(subject: string, { received = '', text = '.one\r\n..two' } = {}): Buffer {
    const lines = [
      ...(received === '' ? [] : [`Received: from there by here; ${received}`]),
      'From: Customer <customer@example.test>',
      `To: ${user}`,
      `Subject: ${subject}`,
      `Message-ID: <${randomUUID()}@example.test>`,
      '',
      text,
      '',
    ];
    return Buffer.from(lines.join('\r\n'));
  }

  /** A live account on the mailbox of this test; fetches everything and deletes it unless told otherwise. */
  async function account(settings: object = {}): Promise<string> {
    const { body, status } = await mailroom.api('POST', 'accounts', {
      kind: 'pop3',
      name: user,
      host: '127.0.0.1',
      port: proxy.port,
      security: 'none',
      login: user,
      auth: 'password',
      password: 'pass',
      disposition: 'delete',
      start: 'all',
      ...settings,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    const live = await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' });
    expect({ status: live.status, body: live.body }).toMatchObject({ status: 200 });
    return body.id as string;
  }

  async function handedOver(id: string): Promise<(string | null)[]> {
    const mails = await mailroom.hostMail();
    return mails.filter(({ account_id }) => account_id === id).map(({ subject }) => subject);
  }

  async function ledger(id: string): Promise<{ subject: string; outcome: string; disposalDue: boolean }[]> {
    return (await mailroom.api('GET', `accounts/${id}/deliveries?limit=100`)).body.items.toReversed();
  }

  const health = async (id: string) => (await mailroom.api('GET', `accounts/${id}`)).body.health;

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

  async function untilWell(id: string): Promise<void> {
    const well = async () => {
      const { state, holder } = await health(id);
      return state === 'ok' && holder === null;
    };
    await until(well, { ...PATIENCE, what: 'the account to be well' }).catch(async (error: unknown) => {
      expect(await health(id)).toMatchObject({ state: 'ok', holder: null });
      throw error;
    });
  }

  const left = (): number => dovecot.messages(user).length;

  it('becomes tickets, in order, and is deleted afterwards', async () => {
    dovecot.seed(user, [mail('One'), mail('Two'), mail('Three')]);
    const id = await account();
    await untilWell(id);
    expect(await handedOver(id)).toEqual(['One', 'Two', 'Three']);
    expect(left()).toBe(0);
    expect(await ledger(id)).toEqual(
      ['One', 'Two', 'Three'].map((subject) =>
        expect.objectContaining({ subject, outcome: 'stored', disposalDue: false }),
      ),
    );
    await dovecot.deliver(user, mail('Four'));
    await fetched(id);
    expect(await handedOver(id)).toEqual(['One', 'Two', 'Three', 'Four']);
    expect(left()).toBe(0);
  });

  it('is kept byte for byte', async () => {
    const raw = mail('Raw', { text: '.\r\n..\r\n.dots\r\n\u00e4\u00ff' });
    dovecot.seed(user, [raw]);
    const id = await account();
    await untilWell(id);
    const [{ id: delivery } = { id: '' }] = (await mailroom.api('GET', `accounts/${id}/deliveries`)).body
      .items;
    const answer = await fetch(`${mailroom.url}/mailroom/api/deliveries/${delivery}/raw`, {
      headers: { [ACTOR_HEADER]: 'admin' },
    });
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(raw.toString());
  });

  it('is fetched once and left where it is, and noticed when it comes back', async () => {
    const [one, two] = [mail('One'), mail('Two')];
    dovecot.seed(user, [one, two]);
    const id = await account({ disposition: 'leave' });
    await untilWell(id);
    await fetched(id);
    expect([await handedOver(id), left()]).toEqual([['One', 'Two'], 2]);
    await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'all');
    await fetched(id);
    await dovecot.doveadm('fetch', '-u', user, 'uid', 'mailbox', 'INBOX', 'all');
    dovecot.seed(user, [one]);
    await fetched(id);
    expect(await handedOver(id)).toEqual(['One', 'Two']);
    expect((await ledger(id)).map(({ subject, outcome }) => [subject, outcome])).toEqual([
      ['One', 'stored'],
      ['Two', 'stored'],
      ['One', 'duplicate'],
    ]);
  });

  it('comes once when the line breaks in the middle of it, and once more after that', async () => {
    dovecot.seed(
      user,
      Array.from({ length: 30 }, (_, index) => mail(`Mail ${index}`, { text: 'x'.repeat(3_000) })),
    );
    const id = await account({ pollSeconds: 10 });
    await untilWell(id);
    expect(await handedOver(id)).toHaveLength(30);
    const more = Array.from({ length: 30 }, (_, index) => mail(`More ${index}`, { text: 'y'.repeat(3_000) }));
    dovecot.seed(user, more);
    proxy.rules = { resetAfter: 40_000 };
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(async () => (await health(id)).state === 'failing', { ...PATIENCE, what: 'the break' });
    expect(await health(id)).toMatchObject({ failure: { code: 'mailbox-connection-lost' } });
    proxy.rules = {};
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await untilWell(id);
    const subjects = await handedOver(id);
    expect([subjects.length, new Set(subjects).size, left()]).toEqual([60, 60, 0]);
  });

  it.each(['before', 'after'] as const)(
    'is deleted though the line breaks %s QUIT is done',
    async (moment) => {
      dovecot.seed(user, [mail('One'), mail('Two')]);
      let quits = 0;
      proxy.rules = {
        onLine: (line) => {
          if (line !== 'QUIT' || quits++ !== 1) return undefined;
          // The first QUIT ends the connection check.
          return { then: moment === 'before' ? 'reset' : 'forward', reply: '' };
        },
        onServerLine: (line) =>
          moment === 'after' && line.includes('Logging out') && quits === 2 ? '' : undefined,
      };
      const id = await account();
      await until(async () => (await health(id)).state === 'failing', { ...PATIENCE, what: 'the break' });
      expect(await handedOver(id)).toEqual(['One', 'Two']);
      expect((await ledger(id)).every(({ disposalDue }) => disposalDue)).toBe(true);
      proxy.rules = {};
      await mailroom.api('POST', `accounts/${id}/fetch`);
      await untilWell(id);
      expect([await handedOver(id), left()]).toEqual([['One', 'Two'], 0]);
      expect((await ledger(id)).some(({ disposalDue }) => disposalDue)).toBe(false);
    },
  );

  it('counts from when the account went live, by the date on top', async () => {
    const soon = new Date(Date.now() + 60_000).toUTCString();
    const old = Array.from({ length: 40 }, (_, index) =>
      mail(`Old ${index}`, { received: 'Thu, 19 Nov 2020 12:00:00 +0000' }),
    );
    dovecot.seed(user, [...old, mail('New', { received: soon }), mail('Undated')]);
    const id = await account({ start: 'new', disposition: 'leave' });
    await untilWell(id);
    expect(await handedOver(id)).toEqual(['New', 'Undated']);
    await dovecot.deliver(user, mail('Newer'));
    await fetched(id);
    expect([await handedOver(id), left()]).toEqual([['New', 'Undated', 'Newer'], 43]);
  });

  it('counts from the day that was named', async () => {
    const days = ['01', '02', '03', '04'].map((day) =>
      mail(`Day ${day}`, { received: `${day} Oct 2026 12:00:00 +0000` }),
    );
    dovecot.seed(user, days);
    const id = await account({ start: { since: '2026-10-03T00:00:00Z' }, disposition: 'leave' });
    await untilWell(id);
    expect(await handedOver(id)).toEqual(['Day 03', 'Day 04']);
  });

  it.each(['tls', 'starttls'] as const)('comes by %s', async (security) => {
    dovecot.seed(user, [mail('One')]);
    const port = security === 'tls' ? dovecot.pop3.tlsPort : dovecot.pop3.port;
    const id = await account({ host: 'localhost', port, security });
    await untilWell(id);
    expect(await handedOver(id)).toEqual(['One']);
  });

  it('comes whole, however much it is', async () => {
    const tiny = Array.from({ length: 10_000 }, (_, index) =>
      Buffer.from(`Subject: ${index}\r\n\r\n${index}\r\n`),
    );
    dovecot.seed(user, tiny);
    // Writing so many files took long: connections that were closed meanwhile have to be noticed.
    await breathe();
    const id = await account();
    const stored = async (): Promise<number> =>
      (await mailroom.api('GET', `accounts/${id}`)).body.counts.stored;
    await until(async () => (await stored()) >= 10_000, { timeoutMs: 240_000, what: '10,000 mails' });
    await untilWell(id);
    expect([await stored(), (await handedOver(id)).length, left()]).toEqual([10_000, 10_000, 0]);
  }, 300_000);
});
