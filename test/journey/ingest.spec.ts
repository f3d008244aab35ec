import { randomUUID } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import pg from 'pg';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { freshDatabase } from '../support/database.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

let sandbox: Sandbox;
let mailroom: RunningMailroom;
let clientId: string;
let address: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  mailroom = await startMailroom({ logger: false });
  clientId = await registerSandboxClient(mailroom, sandbox);
});
afterAll(async () => {
  await mailroom?.stop();
  await sandbox?.stop();
});
beforeEach(() => {
  address = sandbox.addPerson(`${randomUUID()}@sandbox.test`).address;
});
afterEach(() => {
  sandbox.faults.clear();
  mailroom.intake.before = () => undefined;
});

interface Delivery {
  id: string;
  subject: string;
  outcome: string;
  reason: string | null;
  problem: string | null;
  attempts: number;
  duplicateOf: string | null;
  disposalDue: boolean;
}

function mail(subject: string, size = 300): string {
  const lines = [
    'From: Customer <customer@example.test>',
    `To: ${address}`,
    `Subject: ${subject}`,
    `Message-ID: <${randomUUID()}@example.test>`,
    'Date: Fri, 20 Nov 2026 10:00:00 +0000',
    '',
    'x'.repeat(size),
    '',
  ];
  return lines.join('\r\n');
}

function arrive(...subjects: string[]): void {
  for (const subject of subjects) sandbox.deliver(address, mail(subject));
}

/** A live account on the sandbox's mailbox of this test; fetches everything and leaves it there unless told otherwise. */
async function account(settings: object = {}, host = mailroom): Promise<string> {
  const { body, status } = await host.api('POST', 'accounts', {
    name: address,
    host: '127.0.0.1',
    port: sandbox.imap.port,
    security: 'none',
    login: address,
    auth: 'password',
    password: 'sandbox',
    disposition: 'leave',
    start: 'all',
    push: false,
    ...settings,
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  const live = await host.api('POST', `accounts/${body.id}/state`, { state: 'live' });
  expect(live).toMatchObject({ status: 200 });
  return body.id as string;
}

/** Connects the mailbox of this test; with `tokenId` once more. */
async function connect(tokenId?: string): Promise<string> {
  const end = await consent(mailroom, sandbox, { clientId, address, ...(tokenId ? { tokenId } : {}) });
  return end.searchParams.get('token') ?? '';
}

async function fetchNow(id: string): Promise<void> {
  expect(await mailroom.api('POST', `accounts/${id}/fetch`)).toMatchObject({ status: 202 });
}

async function handedOver(id: string): Promise<(string | null)[]> {
  const mails = await mailroom.hostMail();
  return mails.filter(({ account_id }) => account_id === id).map(({ subject }) => subject);
}

async function ledger(id: string): Promise<Delivery[]> {
  const { body } = await mailroom.api<{ items: Delivery[] }>('GET', `accounts/${id}/deliveries`);
  return body.items.toReversed();
}

async function deliveryIds(id: string): Promise<string[]> {
  return (await ledger(id)).map((delivery) => delivery.id);
}

async function outcomes(id: string): Promise<Record<string, string>> {
  return Object.fromEntries((await ledger(id)).map(({ subject, outcome }) => [subject, outcome]));
}

/** Waits until the ledger says exactly this of the account's mail. */
async function settles(id: string, expected: Record<string, string>): Promise<void> {
  const found = async () => JSON.stringify(sorted(await outcomes(id))) === JSON.stringify(sorted(expected));
  await until(found, { timeoutMs: 20_000, what: `deliveries to be ${JSON.stringify(expected)}` }).catch(
    async (error: unknown) => {
      expect(await outcomes(id)).toEqual(expected);
      throw error;
    },
  );
}

function sorted(record: Record<string, string>): [string, string][] {
  return Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function health(id: string) {
  return (await mailroom.api('GET', `accounts/${id}`)).body.health;
}

describe('fetching', () => {
  it('hands every mail over once, in the order of the mailbox', async () => {
    const subjects = Array.from({ length: 230 }, (_, index) => `Mail ${String(index).padStart(3, '0')}`);
    arrive(...subjects);
    const id = await account();
    await until(async () => (await handedOver(id)).length >= 230, { timeoutMs: 20_000, what: '230 mails' });
    await until(async () => (await health(id)).state === 'ok', { what: 'the account to be well' });
    await fetchNow(id);
    expect(await handedOver(id)).toEqual(subjects);
  });

  it('signs in with a token', async () => {
    arrive('By token');
    const tokenId = await connect();
    const id = await account({
      auth: 'token',
      tokenId,
      password: undefined,
      host: 'localhost',
      security: 'none',
    });
    await settles(id, { 'By token': 'stored' });
  });

  it('hears of new mail at once where push is on', async () => {
    const id = await account({ push: true });
    await until(async () => (await health(id)).state === 'ok', { what: 'the account to be well' });
    arrive('Pushed');
    await settles(id, { Pushed: 'stored' });
    expect(await health(id)).toMatchObject({ state: 'ok', holder: { host: expect.any(String) } });
  });

  it('begins with what comes from now on, when that was asked for', async () => {
    arrive('Before');
    // INTERNALDATE knows seconds: mail of the one in which the account goes live is new.
    const second = Math.floor(Date.now() / 1_000);
    await until(() => Date.now() / 1_000 >= second + 1, { what: 'the next second' });
    const id = await account({ start: 'new' });
    await until(async () => (await health(id)).state === 'ok', { what: 'the account to be well' });
    arrive('After');
    await fetchNow(id);
    await settles(id, { After: 'stored' });
  });

  it('goes on where the connection broke', async () => {
    const subjects = Array.from({ length: 40 }, (_, index) => `Piece ${String(index).padStart(2, '0')}`);
    arrive(...subjects);
    sandbox.faults.dropFetch({ messages: 12 });
    const id = await account();
    await until(async () => (await health(id)).failure !== null, { what: 'the failure to show' });
    expect(await health(id)).toMatchObject({ failure: { code: 'mailbox-connection-lost' } });
    await fetchNow(id);
    await until(async () => (await handedOver(id)).length >= 40, { timeoutMs: 30_000, what: '40 mails' });
    expect(await handedOver(id)).toEqual(subjects);
  });

  it('shows what failed, and that it is over', async () => {
    const id = await account();
    await until(async () => (await health(id)).state === 'ok', { what: 'the account to be well' });
    sandbox.faults.refuseLogins({ response: 'NO [UNAVAILABLE] Temporary authentication failure.', times: 1 });
    await fetchNow(id);
    await until(async () => (await health(id)).failure !== null, { what: 'the failure to show' });
    expect(await health(id)).toMatchObject({
      failure: { code: 'mailbox-unavailable', disposition: 'retry-later' },
    });
    arrive('Later');
    await fetchNow(id);
    await settles(id, { Later: 'stored' });
    await until(async () => (await health(id)).failure === null, { what: 'the failure to be over' });
    expect(await health(id)).toMatchObject({ state: 'ok', failure: null });
  });
});

describe('several folders', () => {
  const deliver = (subject: string, folder: string) => sandbox.deliver(address, mail(subject), folder);

  it('are fetched each with a cursor of its own, and left on the server in their own way', async () => {
    arrive('Inbox 1', 'Inbox 2');
    deliver('Archive 1', 'Archive');
    const id = await account({ folders: ['INBOX', 'Archive'], disposition: 'seen' });
    await settles(id, { 'Inbox 1': 'stored', 'Inbox 2': 'stored', 'Archive 1': 'stored' });
    arrive('Inbox 3');
    deliver('Archive 2', 'Archive');
    await fetchNow(id);
    await until(async () => (await handedOver(id)).length === 5, { what: 'mail of both folders' });
    await until(async () => (await ledger(id)).every(({ disposalDue }) => !disposalDue), {
      what: 'disposal',
    });
    for (const folder of ['INBOX', 'Archive']) {
      const flags = sandbox.messages(address, folder).map((message) => message.flags);
      expect(flags.every((each) => each.includes('\\Seen'))).toBe(true);
    }
    const rows = await mailroom.dataSource.query(
      'select name, generation, last_uid::int as uid from mailroom.mail_folder where account_id = $1 order by name',
      [id],
    );
    expect(rows).toEqual([
      { name: 'Archive', generation: 2, uid: 2 },
      { name: 'INBOX', generation: 1, uid: 3 },
    ]);
  });

  it('go on without one that is missing, which is said', async () => {
    const id = await account({ folders: ['INBOX', 'Archive'] });
    arrive('Here');
    await mailroom.dataSource.query('update mailroom.mail_account set folders = $2 where id = $1', [
      id,
      ['Nowhere', 'INBOX'],
    ]);
    await fetchNow(id);
    await settles(id, { Here: 'stored' });
    await until(async () => (await health(id)).failure !== null, { what: 'the failure to show' });
    expect((await health(id)).failure).toMatchObject({
      code: 'mailbox-folder-missing',
      params: { folder: 'Nowhere' },
    });
  });

  it('listens to the first, polls the others, and comes back to a folder where it left it', async () => {
    const id = await account({ folders: ['Archive', 'INBOX'], push: true });
    await until(async () => (await health(id)).state === 'ok', { what: 'the account to be well' });
    deliver('Pushed', 'Archive');
    await settles(id, { Pushed: 'stored' });
    await mailroom.api('PATCH', `accounts/${id}`, { folders: ['Archive'] });
    arrive('Meanwhile');
    await mailroom.api('PATCH', `accounts/${id}`, { folders: ['Archive', 'INBOX'] });
    await settles(id, { Pushed: 'stored', Meanwhile: 'stored' });
  });

  it('take turns of the size that was set', async () => {
    arrive(...Array.from({ length: 7 }, (_, index) => `Inbox ${index}`));
    for (let index = 0; index < 4; index += 1) deliver(`Archive ${index}`, 'Archive');
    const id = await account({ folders: ['INBOX', 'Archive'], batchMessages: 3 });
    await until(async () => (await handedOver(id)).length === 11, { what: 'all mail' });
    const turns = (await handedOver(id)).map((subject) => subject?.replace(/ .*/, ''));
    expect(turns.slice(0, 6)).toEqual(['Inbox', 'Inbox', 'Inbox', 'Archive', 'Archive', 'Archive']);
  });
});

describe('what becomes of the copy on the server', () => {
  it.each([
    ['delete', { disposition: 'delete' }, []],
    ['seen', { disposition: 'seen' }, [['\\Seen'], ['\\Seen']]],
    ['leave', { disposition: 'leave' }, [[], []]],
  ])('%s', async (_, settings, left) => {
    arrive('One', 'Two');
    const id = await account(settings);
    await settles(id, { One: 'stored', Two: 'stored' });
    await until(async () => (await ledger(id)).every(({ disposalDue }) => !disposalDue), {
      what: 'disposal',
    });
    expect(sandbox.messages(address).map(({ flags }) => flags)).toEqual(left);
  });

  it('moves it', async () => {
    arrive('One');
    const id = await account({ disposition: 'move', moveTo: 'Archive' });
    await settles(id, { One: 'stored' });
    await until(() => sandbox.messages(address).length === 0, { what: 'the inbox to be empty' });
    expect(sandbox.messages(address, 'Archive')).toHaveLength(1);
  });
});

describe('a mail that the host does not take', () => {
  const poison = ({ subject }: { subject: string }): void => {
    if (subject === 'Poison') throw new Error('cannot take this');
  };

  it('holds nobody up, is offered three times and waits in the quarantine with its bytes', async () => {
    mailroom.intake.before = poison;
    arrive('Good 1', 'Poison', 'Good 2');
    const id = await account({ disposition: 'delete' });
    await settles(id, { 'Good 1': 'stored', Poison: 'retrying', 'Good 2': 'stored' });
    for (const attempts of [2, 3]) {
      await mailroom.timePasses({ minutes: 6 });
      await fetchNow(id);
      const tried = async () => (await ledger(id)).some((row) => row.attempts === attempts);
      await until(tried, { timeoutMs: 15_000, what: `offer ${attempts}` });
    }
    const delivery = (await ledger(id)).find(({ subject }) => subject === 'Poison');
    expect(delivery).toMatchObject({ outcome: 'quarantined', problem: 'handler-failed', attempts: 3 });
    const raw = await mailroom.api('GET', `deliveries/${delivery!.id}/raw`);
    expect(raw.body).toContain('Subject: Poison');
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment/);
    await until(() => sandbox.messages(address).length === 1, { what: 'the good ones to be deleted' });
    expect(String(sandbox.messages(address)[0]?.raw)).toContain('Subject: Poison');

    mailroom.intake.before = () => undefined;
    expect(await mailroom.api('POST', `deliveries/${delivery!.id}/replay`)).toMatchObject({ status: 204 });
    await settles(id, { 'Good 1': 'stored', Poison: 'stored', 'Good 2': 'stored' });
    expect(await handedOver(id)).toEqual(['Good 1', 'Good 2', 'Poison']);
    await until(() => sandbox.messages(address).length === 0, { what: 'its copy to go, too' });
    expect((await mailroom.api('POST', `deliveries/${delivery!.id}/replay`)).status).toBe(409);
  });

  it('keeps what the host refused, with its reason', async () => {
    const handle = mailroom.intake.handle.bind(mailroom.intake);
    const refusing = jest
      .spyOn(mailroom.intake, 'handle')
      .mockImplementation(async (inbound, tx) =>
        inbound.subject === 'Spam' ? { kind: 'refused', reason: 'looks like spam' } : handle(inbound, tx),
      );
    arrive('Ham', 'Spam');
    const id = await account();
    await settles(id, { Ham: 'stored', Spam: 'refused' });
    refusing.mockRestore();
    expect((await ledger(id)).find(({ outcome }) => outcome === 'refused')).toMatchObject({
      reason: 'looks like spam',
    });
    expect(await handedOver(id)).toEqual(['Ham']);
  });

  it('is not blamed for trouble of the database', async () => {
    let trouble = true;
    mailroom.intake.before = async (_, tx: EntityManager) => {
      if (trouble) await tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
    };
    arrive('Innocent');
    const id = await account();
    await until(async () => (await health(id)).failure !== null, { what: 'the failure to show' });
    expect(await health(id)).toMatchObject({ failure: { code: 'database-trouble' } });
    expect(await ledger(id)).toEqual([]);
    trouble = false;
    await fetchNow(id);
    await settles(id, { Innocent: 'stored' });
    expect(await handedOver(id)).toEqual(['Innocent']);
  });
});

describe('mail that is not like other mail', () => {
  it('stays on the server when it is too large, by name, and comes when the limit is raised', async () => {
    sandbox.deliver(address, mail('Huge', 200_000));
    arrive('Small');
    const id = await account({ sizeLimitBytes: 100_000, disposition: 'delete' });
    await settles(id, { Huge: 'oversized', Small: 'stored' });
    await until(() => sandbox.messages(address).length === 1, { what: 'the small one to be deleted' });
    expect((await mailroom.api('GET', `accounts/${id}`)).body.counts).toMatchObject({
      oversized: 1,
      stored: 1,
    });
    await mailroom.api('PATCH', `accounts/${id}`, { sizeLimitBytes: 300_000 });
    await fetchNow(id);
    await settles(id, { Huge: 'stored', Small: 'stored' });
    await until(() => sandbox.messages(address).length === 0, { what: 'the huge one to be deleted' });
  });

  it('is handed over once when the same bytes come twice', async () => {
    const twice = mail('Twice');
    sandbox.deliver(address, twice);
    sandbox.deliver(address, twice);
    const id = await account({ disposition: 'delete' });
    const both = async () => (await ledger(id)).length === 2;
    await until(both, { what: 'both in the ledger' });
    const [first, second] = await ledger(id);
    expect([first, second]).toMatchObject([
      { outcome: 'stored' },
      { outcome: 'duplicate', duplicateOf: first!.id },
    ]);
    expect(await handedOver(id)).toEqual(['Twice']);
    await until(() => sandbox.messages(address).length === 0, { what: 'both copies to be deleted' });
  });

  it('is not handed over again when all UIDs change', async () => {
    arrive('One', 'Two', 'Three');
    const id = await account();
    await settles(id, { One: 'stored', Two: 'stored', Three: 'stored' });
    sandbox.bumpUidValidity(address, 'INBOX', { renumber: true });
    arrive('Four');
    await fetchNow(id);
    await until(async () => (await ledger(id)).length === 7, { what: 'a second look at the mailbox' });
    expect((await ledger(id)).map(({ outcome }) => outcome)).toEqual([
      'stored',
      'stored',
      'stored',
      'duplicate',
      'duplicate',
      'duplicate',
      'stored',
    ]);
    expect(await handedOver(id)).toEqual(['One', 'Two', 'Three', 'Four']);
  });

  it('arrives as far as it can be read', async () => {
    sandbox.deliver(address, Buffer.from('\0\xff\xfeno header at all', 'latin1'));
    sandbox.deliver(address, 'Subject: =?utf-8?B?broken\r\nContent-Type: multipart/mixed\r\n\r\n--nothing');
    sandbox.deliver(address, Buffer.from('Subject: raw \xe9\xff \0 bytes\r\n\r\nbody', 'latin1'));
    arrive('Sound');
    const id = await account();
    await until(async () => (await ledger(id)).length === 4, { what: 'all in the ledger' });
    expect((await ledger(id)).every(({ outcome }) => ['stored', 'quarantined'].includes(outcome))).toBe(true);
    expect(await handedOver(id)).toContain('Sound');
  });
});

describe('one mail in two mailboxes', () => {
  const copies = (subject: string, other: string): void => {
    const bytes = mail(subject);
    sandbox.deliver(address, `Received: by one.example\r\n${bytes}`);
    sandbox.deliver(other, `Received: by two.example\r\n${bytes}`);
  };
  const other = (): string => sandbox.addPerson(`${randomUUID()}@sandbox.test`).address;
  afterEach(() => mailroom.api('PATCH', 'settings', { 'same-mail': null }));

  it('is handed over from each of them', async () => {
    const second = other();
    copies('Twice', second);
    const ids = [await account(), await account({ login: second, address: second })];
    for (const id of ids) await settles(id, { Twice: 'stored' });
  });

  it('is handed over once, where that was set', async () => {
    await mailroom.api('PATCH', 'settings', { 'same-mail': 'once' });
    await mailroom.timePasses({ minutes: 2 });
    const second = other();
    copies('Once', second);
    const first = await account();
    await settles(first, { Once: 'stored' });
    const id = await account({ login: second, address: second, disposition: 'delete' });
    await settles(id, { Once: 'duplicate' });
    expect((await ledger(id))[0]?.duplicateOf).toBe((await deliveryIds(first))[0]);
    expect(await handedOver(id)).toEqual([]);
    await until(() => sandbox.messages(second).length === 0, { what: 'the copy to be deleted' });
  });
});

describe('a server that does not send what it has', () => {
  let line: FaultProxy;
  beforeEach(async () => (line = await startFaultProxy(sandbox.imap)));
  afterEach(() => line.stop());

  /** Swallows the answers that carry the bytes of this mail. */
  function withhold(sequence: number, times = Infinity): void {
    let left = times;
    let swallowing = false;
    line.rules.onServerLine = (said) => {
      if (/^\* \d+ FETCH .*\{\d+\}$/.test(said)) {
        swallowing = said.startsWith(`* ${sequence} `) && left-- > 0;
      } else if (/^(\w+ (OK|NO|BAD)|\*) /.test(said)) swallowing = false;
      return swallowing ? '' : undefined;
    };
  }

  it('is asked once more for what did not come', async () => {
    arrive('One', 'Two', 'Three');
    withhold(2, 1);
    const id = await account({ port: line.port });
    await settles(id, { One: 'stored', Two: 'stored', Three: 'stored' });
    expect(await handedOver(id)).toEqual(['One', 'Three', 'Two']);
  });

  it('loses nothing, and holds nobody up', async () => {
    arrive('One', 'Two', 'Three');
    withhold(2);
    const id = await account({ port: line.port, disposition: 'delete' });
    await settles(id, { One: 'stored', '': 'retrying', Three: 'stored' });
    await until(() => sandbox.messages(address).length === 1, { what: 'the others to be deleted' });
    line.rules = {};
    await mailroom.timePasses({ minutes: 1 });
    await fetchNow(id);
    await settles(id, { One: 'stored', Two: 'stored', Three: 'stored' });
    await until(() => sandbox.messages(address).length === 0, { what: 'the last one to be deleted' });
    expect(await handedOver(id)).toEqual(['One', 'Three', 'Two']);
  });

  it('that chokes on a mail is given the others first', async () => {
    arrive('One', 'Two', 'Three');
    line.rules.onServerLine = (said) => {
      if (/^\* \d+ FETCH \(UID 1 .*\{\d+\}$/.test(said)) line.killAll();
      return undefined;
    };
    const id = await account({ port: line.port });
    const passed = async (): Promise<boolean> => {
      await fetchNow(id);
      return (await handedOver(id)).length === 2;
    };
    await until(passed, { timeoutMs: 30_000, what: 'the others to pass' });
    expect(await handedOver(id)).toEqual(['Two', 'Three']);
    expect(Object.values(await outcomes(id)).toSorted()).toEqual(['retrying', 'stored', 'stored']);
  });
});

describe('a session', () => {
  it('waits for its token to come back to life', async () => {
    const tokenId = await connect();
    const id = await account({ auth: 'token', tokenId, password: undefined });
    await until(async () => (await health(id)).state === 'ok', { what: 'the account to be well' });
    sandbox.revoke(address);
    await mailroom.timePasses({ hours: 2 });
    // A refusal is believed when it is repeated a minute later.
    const failing = async (): Promise<boolean> => {
      await mailroom.timePasses({ minutes: 1 });
      await fetchNow(id);
      return (await health(id)).failure?.disposition === 'reconnect';
    };
    await until(failing, { timeoutMs: 20_000, what: 'the token to be dead' });
    arrive('Meanwhile');
    await connect(tokenId);
    await settles(id, { Meanwhile: 'stored' });
    await until(async () => (await health(id)).failure === null, { what: 'the failure to be over' });
    expect(await health(id)).toMatchObject({ state: 'ok', failure: null });
  });

  it('does what a throttling provider wishes', async () => {
    arrive('One');
    const id = await account({ push: true });
    await settles(id, { One: 'stored' });
    await until(async () => (await health(id)).state === 'ok', { what: 'the account to be well' });
    sandbox.faults.throttleImap({ milliseconds: 10, times: 2 });
    await fetchNow(id);
    await until(async () => (await health(id)).failure !== null, { what: 'the failure to show' });
    expect(await health(id)).toMatchObject({
      failure: { code: 'mailbox-throttled' },
      notBefore: expect.any(String),
    });
  });

  it('never wants a second connection to the database while it holds one', async () => {
    // One of the two listens to hints.
    const narrow = await startMailroom({ maxConnections: 2, logger: false });
    try {
      arrive('Through a narrow door');
      await account({}, narrow);
      const taken = async () => (await narrow.hostMail()).length === 1;
      await until(taken, { timeoutMs: 20_000, what: 'the mail to be taken' });
    } finally {
      await narrow.stop();
    }
  });

  it('gives its mailbox back when its process stops, and takes nothing new', async () => {
    const database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const other = await startMailroom({ database, logger: false });
    const id = await account({ push: true }, other);
    const holders = () =>
      client.query('select holder, next_at <= clock_timestamp() as due from mailroom.mail_account');
    await until(async () => (await other.api('GET', `accounts/${id}`)).body.health.lastSuccessAt, {
      what: 'a fetch',
    });
    expect((await holders()).rows).toEqual([{ holder: expect.any(String), due: expect.any(Boolean) }]);
    await other.stop();
    expect((await holders()).rows).toEqual([{ holder: null, due: true }]);
    expect(sandbox.imapSessions).not.toContain(address);
    await client.end();
    await database.drop();
  });
});
