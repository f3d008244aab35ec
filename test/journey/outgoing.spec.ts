import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { simpleParser } from 'mailparser';
import { MailArchive } from '@mailroom/mail-accounts';
import { OutgoingMail, type MailDraft } from '@mailroom/outgoing-servers';
import { OutboxDesk } from '../../libs/outgoing-servers/src/outbox/outbox-desk.js';
import { ServerPace } from '../../libs/outgoing-servers/src/outbox/server-pace.js';
import { OutgoingServer } from '../../libs/outgoing-servers/src/servers/outgoing-server.js';
import { startSandbox, type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { consent, connectToken, registerSandboxClient } from '../support/connect.js';
import { freshDatabase } from '../support/database.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const SUPPORT = 'support@sandbox.test';
const ALICE = 'alice@sandbox.test';

let mailroom: RunningMailroom;
let sandbox: Sandbox;
let mail: OutgoingMail;
let token: { clientId: string; tokenId: string };

beforeAll(async () => {
  [mailroom, sandbox] = await Promise.all([startMailroom(), startSandbox({ startTls: true })]);
  mail = mailroom.app.get(OutgoingMail);
  token = await connectToken(mailroom, sandbox, SUPPORT);
});
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

beforeEach(() => sandbox.faults.clear());

let subjects = 0;

function draft(change: Partial<MailDraft> = {}): MailDraft {
  subjects += 1;
  return { from: `Desk <${SUPPORT}>`, to: [ALICE], subject: `Mail ${subjects}`, text: 'Hello', ...change };
}

async function addServer(change: object = {}): Promise<string> {
  const { status, body } = await mailroom.api('POST', 'servers', {
    name: 'Sandbox',
    ...sandbox.smtp,
    security: 'none',
    auth: 'token',
    login: SUPPORT,
    tokenId: token.tokenId,
    state: 'live',
    ...change,
  });
  if (status !== 201) throw new Error(`no server: ${status} ${JSON.stringify(body)}`);
  return body.id as string;
}

// A connection that is signed in stays open for a while; a server whose settings changed gets a new one.
async function forgetConnections(server: string): Promise<void> {
  await mailroom.api('PATCH', `servers/${server}`, { comment: 'changed' });
}

async function outbox(id: string) {
  const { body } = await mailroom.api('GET', `outbox/${id}`);
  return body;
}

async function becomes(id: string, status: string) {
  let seen: unknown;
  const what = `mail ${id} to be ${status}`;
  return until(
    async () => {
      seen = await outbox(id);
      return (seen as { status: string }).status === status && (seen as Record<string, any>);
    },
    { what },
  ).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${JSON.stringify(seen)}`);
  });
}

/** A mail server that answers each line as `answer` says; null is silence, `hang up` is what it says. */
async function scriptedServer(answer: (line: string) => string | null) {
  const lines: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    socket.write('220 hello\r\n');
    createInterface(socket).on('line', (line) => {
      lines.push(line);
      const reply = answer(line);
      if (reply === 'hang up') socket.destroy();
      else if (reply !== null) socket.write(`${reply}\r\n`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise((resolve) => (server.close(resolve), sockets.forEach((each) => each.destroy())));
  return { address: { host: '127.0.0.1', port }, lines, close };
}

/** What a mail server writes about a mail that it could not bring to somebody (RFC 3464). */
function statusReport(action: string, to: string, messageId: string): string {
  return [
    'From: MAILER-DAEMON@customer.example',
    `To: ${SUPPORT}`,
    'Subject: Undelivered Mail',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'It did not work.',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.customer.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '--part',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    'Subject: as it was sent',
    '',
    'Hello',
    '--part--',
    '',
  ].join('\r\n');
}

/** What a mailbox provider writes when somebody calls a mail spam (RFC 5965). */
function abuseReport(by: string, messageId: string): string {
  return [
    'From: feedback@customer.example',
    `To: ${SUPPORT}`,
    'Subject: FW: as it was sent',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'This is an abuse report.',
    '--part',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: feedback/1.0',
    'Version: 1',
    `Original-Rcpt-To: <${by}>`,
    '--part',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    'Subject: as it was sent',
    '',
    'Hello',
    '--part--',
    '',
  ].join('\r\n');
}

function mailWithFile(filename: string, content: Buffer): string {
  return [
    'From: Jane <jane@customer.example>',
    `To: ${SUPPORT}`,
    'Subject: With a file',
    'Message-ID: <with-a-file@customer.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'See the file.',
    '--part',
    'Content-Type: application/pdf',
    `Content-Disposition: attachment; filename=${filename}`,
    'Content-Transfer-Encoding: base64',
    '',
    content.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    '--part--',
    '',
  ].join('\r\n');
}

function arrived(subject: string, mailbox = ALICE): Buffer[] {
  return sandbox
    .messages(mailbox)
    .flatMap(({ raw }) => (raw.includes(`Subject: ${subject}\r\n`) ? [raw] : []));
}

describe('through a server with a token', () => {
  let server: string;
  beforeAll(async () => {
    server = await addServer();
  });
  afterAll(() => mailroom.api('POST', `servers/${server}/state`, { state: 'archived' }));

  it('sends, and keeps the receipt', async () => {
    const wish = draft({
      bcc: ['bob@sandbox.test'],
      inReplyTo: '<question@customer.example>',
      references: ['<question@customer.example>'],
      attachments: [
        { filename: 'a.bin', contentType: 'application/octet-stream', content: Buffer.from([0, 1, 255]) },
      ],
    });
    const { id, messageId } = await mail.send(wish);
    const sent = await becomes(id, 'sent');
    expect(sent).toMatchObject({
      messageId,
      routeReason: 'address',
      server: { id: server, name: 'Sandbox' },
      attempts: 1,
      recipients: [ALICE, 'bob@sandbox.test'].map((address) => ({
        address,
        state: 'accepted',
        reply: expect.stringMatching(/^250 /),
      })),
      receipt: expect.stringMatching(/^250 /),
      problem: null,
    });
    const [raw] = arrived(wish.subject);
    const { body: shown } = await mailroom.api<string>('GET', `outbox/${id}/raw`);
    expect(raw!.toString()).toContain(shown.trimEnd());
    const parsed = await simpleParser(raw!);
    expect(parsed).toMatchObject({ messageId, inReplyTo: '<question@customer.example>' });
    expect(parsed.attachments[0]?.content).toEqual(Buffer.from([0, 1, 255]));
    expect(arrived(wish.subject, 'bob@sandbox.test')[0]?.toString()).not.toContain('bob@');
  });

  it('sends large attachments in pieces, as they are', async () => {
    const content = randomBytes(9_000_000);
    const attachment = { filename: 'large.bin', contentType: 'application/octet-stream', content };
    const wish = draft({ attachments: [attachment, { ...attachment, content: content.subarray(0, 1_000) }] });
    const { id } = await mail.send(wish);
    await becomes(id, 'sent');
    const [raw] = arrived(wish.subject);
    const { attachments } = await simpleParser(raw!);
    expect(attachments.map((each) => content.subarray(0, each.size).equals(each.content))).toEqual([
      true,
      true,
    ]);
    const { body: whole } = await mailroom.api<string>('GET', `outbox/${id}/raw`);
    expect(raw!.subarray(-whole.length).toString('latin1') === whole).toBe(true);
  });

  it('fetches a newer token when the server refuses the one it knows, and sends at the first try', async () => {
    sandbox.expireAccessTokens(SUPPORT);
    await forgetConnections(server);
    const before = sandbox.tokenRequests.length;
    const { id } = await mail.send(draft());
    expect(await becomes(id, 'sent')).toMatchObject({ attempts: 1, problem: null });
    expect(sandbox.tokenRequests.slice(before).map(({ grantType }) => grantType)).toEqual(['refresh_token']);
  });

  it('delays what is put off and sends it when its time has come', async () => {
    sandbox.faults.refuseSmtp({ code: 451, text: '4.7.0 Try again later', at: 'rcpt' }, 1);
    const wish = draft();
    const { id } = await mail.send(wish);
    const delayed = await becomes(id, 'delayed');
    expect(delayed).toMatchObject({
      attempts: 1,
      problem: { code: 'recipients-delayed', disposition: 'retry-later' },
    });
    expect(arrived(wish.subject)).toHaveLength(0);
    await mailroom.timePasses({ minutes: 1 });
    expect(await becomes(id, 'sent')).toMatchObject({ attempts: 2, problem: null });
    expect(arrived(wish.subject)).toHaveLength(1);
  });

  it('gives only the recipients who were put off another try', async () => {
    sandbox.faults.refuseSmtp({ code: 450, text: '4.2.0 Greylisted', at: 'rcpt' }, 1);
    const wish = draft({ to: [ALICE, 'bob@sandbox.test'] });
    const { id } = await mail.send(wish);
    const results = [{ state: 'deferred', reply: '450 4.2.0 Greylisted' }, { state: 'accepted' }];
    expect(await becomes(id, 'delayed')).toMatchObject({ recipients: results });
    await mailroom.timePasses({ minutes: 1 });
    expect(await becomes(id, 'sent')).toMatchObject({
      recipients: [{ state: 'accepted' }, { state: 'accepted' }],
    });
    expect([arrived(wish.subject), arrived(wish.subject, 'bob@sandbox.test')]).toEqual([
      [expect.any(Buffer)],
      [expect.any(Buffer)],
    ]);
  });

  it('brings a mail to those whom the server takes, and says who was refused and in which words', async () => {
    sandbox.faults.refuseSmtp({ code: 550, text: '5.1.1 No such user', at: 'rcpt' }, 1);
    const wish = draft({ to: [ALICE, 'bob@sandbox.test'] });
    const { id } = await mail.send(wish);
    expect(await becomes(id, 'sent')).toMatchObject({
      attempts: 1,
      recipients: [{ state: 'refused', reply: '550 5.1.1 No such user' }, { state: 'accepted' }],
    });
    expect(arrived(wish.subject, 'bob@sandbox.test')).toHaveLength(1);
  });

  it('keeps the mails of a thread in order, and holds up nobody else', async () => {
    sandbox.faults.refuseSmtp({ code: 450, text: '4.2.0 Greylisted', at: 'rcpt' }, 1);
    const thread = 'ticket 7';
    const wishes = [draft({ thread }), draft({ thread }), draft({ thread })];
    const [first, second, third] = [
      await mail.send(wishes[0]!),
      await mail.send(wishes[1]!),
      await mail.send(wishes[2]!),
    ];
    const other = await mail.send(draft());
    await Promise.all([becomes(first.id, 'delayed'), becomes(other.id, 'sent')]);
    expect(await outbox(second.id)).toMatchObject({ status: 'queued', attempts: 0, thread });
    await mailroom.timePasses({ minutes: 1 });
    await becomes(third.id, 'sent');
    const lines = wishes.map(({ subject }) => `Subject: ${subject}\r\n`);
    const order = sandbox.messages(ALICE).flatMap(({ raw }) => lines.findIndex((each) => raw.includes(each)));
    expect(order.filter((index) => index >= 0)).toEqual([0, 1, 2]);
  });

  it('fails on a real refusal, with the words of the server, until somebody takes it up again', async () => {
    sandbox.faults.refuseSmtp(
      { code: 550, text: '5.7.60 Not allowed to send as this sender', at: 'mail' },
      1,
    );
    const { id } = await mail.send(draft());
    expect(await becomes(id, 'failed')).toMatchObject({
      problem: { code: 'sender-not-allowed', params: { status: 550, enhanced: '5.7.60' } },
      receipt: expect.stringContaining('5.7.60'),
      nextTryAt: null,
    });
    expect((await mailroom.api('GET', `servers/${server}`)).body.health).toMatchObject({
      failed: 1,
      failure: null,
    });
    expect((await mailroom.api('POST', `outbox/${id}/retry`)).status).toBe(200);
    await becomes(id, 'sent');
  });

  it('leaves a server alone that is too busy, for all its mail, and goes on when it is looked at', async () => {
    sandbox.faults.refuseSmtp(
      { code: 432, text: '4.3.2 Concurrent connections limit exceeded', at: 'auth' },
      1,
    );
    await forgetConnections(server);
    const first = await mail.send(draft());
    expect(await becomes(first.id, 'delayed')).toMatchObject({ problem: { code: 'server-busy' } });
    const second = await mail.send(draft());
    expect(await becomes(second.id, 'delayed')).toMatchObject({
      attempts: 0,
      problem: { code: 'server-busy' },
    });
    const { body } = await mailroom.api('GET', `servers/${server}`);
    expect(body.health).toMatchObject({ state: 'failing', queued: 2, failure: { code: 'server-busy' } });
    const check = await mailroom.api('POST', `servers/${server}/check`);
    expect(check.body.steps.map(({ step, ok }: { step: string; ok: boolean }) => [step, ok])).toEqual([
      ['resolve', true],
      ['connect', true],
      ['sign-in', true],
      ['sender', true],
      ['recipient', true],
      ['data', true],
    ]);
    await Promise.all([becomes(first.id, 'sent'), becomes(second.id, 'sent')]);
  });

  it('loses nothing while nobody is there, and goes on by itself', async () => {
    await mailroom.api('PATCH', `servers/${server}`, { port: 9, tokenId: token.tokenId });
    const { id } = await mail.send(draft());
    expect(await becomes(id, 'delayed')).toMatchObject({ problem: { code: 'server-unreachable' } });
    await mailroom.api('PATCH', `servers/${server}`, { port: sandbox.smtp.port, tokenId: token.tokenId });
    await becomes(id, 'sent');
  });

  it('takes back what a dead process had in hand', async () => {
    await mailroom.api('POST', `servers/${server}/state`, { state: 'paused' });
    const wish = draft();
    const { id } = await mail.send(wish);
    await becomes(id, 'delayed');
    await mailroom.dataSource.query(
      `update mailroom.outgoing_mail set status = 'sending', epoch = epoch + 1, holder = gen_random_uuid(),
         claimed_at = clock_timestamp() - interval '21 seconds' where id = $1`,
      [id],
    );
    await mailroom.api('POST', `servers/${server}/state`, { state: 'live' });
    expect(await becomes(id, 'sent')).toMatchObject({ interruptions: 1 });
    expect(arrived(wish.subject)).toHaveLength(1);
  });
});

describe('a server that takes only so many mails a minute', () => {
  it('gets no more from all instances together, and the rest in its turn', async () => {
    const other = await startMailroom({ database: mailroom.database });
    const server = await addServer({
      auth: 'password',
      tokenId: null,
      login: 'sales@sandbox.test',
      password: 'sandbox',
      ratePerMinute: 4,
    });
    const wishes = Array.from({ length: 10 }, () => draft({ from: 'sales@sandbox.test' }));
    const sent: { id: string }[] = [];
    for (const wish of wishes) sent.push(await mail.send(wish));
    const statuses = async () => {
      const all = await Promise.all(sent.map(({ id }) => outbox(id)));
      return all.map(({ status }) => status);
    };
    const countOf = async (status: string) => (await statuses()).filter((each) => each === status).length;
    await until(async () => (await countOf('sent')) === 4 && (await countOf('delayed')) === 6, {
      what: 'four to be sent and six to wait',
    });
    expect(await outbox(sent[9]!.id)).toMatchObject({
      status: 'delayed',
      attempts: 0,
      problem: { code: 'server-paced', disposition: 'retry-later' },
    });
    for (const expected of [8, 10]) {
      await mailroom.timePasses({ seconds: 61 });
      await until(async () => (await countOf('sent')) === expected, { what: `${expected} to be sent` });
    }
    const order = sandbox.messages(ALICE).flatMap(({ raw }) => {
      const index = wishes.findIndex(({ subject }) => raw.includes(`Subject: ${subject}\r\n`));
      return index < 0 ? [] : [index];
    });
    expect(order.map((index) => Math.floor(index / 4))).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
    await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
    await other.stop();
  });
});

/** A mailroom that sends nothing, with one server, some mail that is due there and a way to ask for it. */
async function limitedServer(limits: object, recipients: readonly (readonly string[])[]) {
  const database = await freshDatabase();
  const idle = await startMailroom({ database, work: false });
  const place = { ...sandbox.smtp, security: 'none', auth: 'none', state: 'live' };
  await idle.api('POST', 'servers', { name: 'Limited', ...place, ...limits });
  const [server] = await idle.dataSource.getRepository(OutgoingServer).find();
  for (const to of recipients)
    await idle.app.get(OutgoingMail).send(draft({ to: to.slice(0, 500), cc: to.slice(500) }));
  const lanes = await idle.app.get(OutboxDesk, { strict: false }).dueLanes();
  const pace = idle.app.get(ServerPace, { strict: false });
  return {
    idle,
    ask: () => pace.take({ server: server!, reason: 'any-sender', lanes }, 3),
    stop: async () => (await idle.stop(), database.drop()),
  };
}

it('gives a mail to a great many people a turn when there is room for all of them', async () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@x.example`);
  const { idle, ask, stop } = await limitedServer({ recipientsPerDay: 1_000 }, [people(450), people(900)]);
  expect((await ask()).map(({ recipients }) => recipients)).toEqual([450]);
  const [waits] = (await idle.api('GET', 'outbox?status=delayed')).body.items;
  expect(waits).toMatchObject({ attempts: 0, problem: { code: 'server-paced' } });
  expect(Date.parse(waits.nextTryAt) - Date.parse(waits.createdAt)).toBeGreaterThan(86_000_000);
  await stop();
});

it('deals out no more than a limit has room for, however many ask at the same moment', async () => {
  const twenty = Array.from({ length: 20 }, () => [ALICE, 'bob@sandbox.test']);
  const { idle, ask, stop } = await limitedServer({ ratePerMinute: 9, recipientsPerDay: 14 }, twenty);
  const offers = (await Promise.all(Array.from({ length: 12 }, ask))).flat();
  expect(offers.map(({ recipients }) => recipients)).toEqual(Array(7).fill(2));
  expect(new Set(offers.map(({ mail: { id } }) => id)).size).toBe(7);
  const waiting = await idle.api('GET', 'outbox?status=delayed&limit=50');
  expect(waiting.body.items).toHaveLength(13);
  await stop();
});

it('gets to everybody at a server that takes three at once and calls the others too many', async () => {
  let named = 0;
  const server = await scriptedServer((line) => {
    if (line.startsWith('EHLO')) return '250 scripted';
    if (line.startsWith('MAIL')) named = 0;
    if (line === 'DATA') return '354 go on';
    if (line.startsWith('RCPT')) return (named += 1) > 3 ? '550 5.5.3 Too many recipients' : '250 ok';
    return line === '.' || /^(MAIL|RSET|QUIT)/.test(line) ? '250 ok' : null;
  });
  const id = await addServer({
    ...server.address,
    auth: 'none',
    login: '',
    tokenId: null,
    fromFilter: 'many.example',
  });
  const people = Array.from({ length: 8 }, (_, index) => `p${index}@x.example`);
  const sent = await mail.send(draft({ from: 'desk@many.example', to: people }));
  expect(await becomes(sent.id, 'sent')).toMatchObject({
    recipients: people.map((address) => ({ address, state: 'accepted' })),
    problem: null,
  });
  expect(server.lines.filter((line) => line === 'DATA')).toHaveLength(3);
  await mailroom.api('POST', `servers/${id}/state`, { state: 'archived' });
  await server.close();
});

describe('a server whose provider counts recipients by the day', () => {
  it('is named no more of them by all instances together, in however few mails, and the rest another day', async () => {
    const other = await startMailroom({ database: mailroom.database });
    const server = await addServer({
      auth: 'password',
      tokenId: null,
      login: 'sales@sandbox.test',
      password: 'sandbox',
      ratePerMinute: 30,
      recipientsPerDay: 7,
    });
    const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@x.example`);
    const from = 'sales@sandbox.test';
    const sizes = [3, 3, 2, 1, 12];
    const mails: { id: string }[] = [];
    const named = () => sandbox.sent().flatMap(({ from: sender, to }) => (sender === from ? to : []));
    const standing = async () =>
      (await Promise.all(mails.map(({ id }) => outbox(id)))).map(({ status }) => status);
    const before = named().length;
    await mailroom.dataSource.transaction(async (tx) => {
      for (const size of sizes) {
        const to = people(size);
        const wish = draft({ from, to: to.slice(0, 1), cc: to.slice(1, 2), bcc: to.slice(2) });
        mails.push(await mail.send(wish, tx));
      }
    });
    await until(async () => (await standing()).join() === 'sent,sent,delayed,delayed,delayed', {
      what: 'six recipients to be named',
    });
    expect(named().length - before).toBe(6);
    expect(await outbox(mails[2]!.id)).toMatchObject({ attempts: 0, problem: { code: 'server-paced' } });
    expect((await outbox(mails[2]!.id)).nextTryAt > (await outbox(mails[1]!.id)).sentAt).toBe(true);

    await mailroom.timePasses({ hours: 20 });
    expect(named().length - before).toBe(6);
    await mailroom.timePasses({ hours: 5 });
    await until(async () => (await standing()).join() === 'sent,sent,sent,sent,delayed', {
      what: 'those to two and to one',
    });
    // Larger than the whole limit: it gets a day of its own, and what does not fit into that the day after.
    await mailroom.timePasses({ hours: 25 });
    await until(async () => named().length - before === 16, { what: 'seven of twelve to be named' });
    await mailroom.timePasses({ hours: 25 });
    await until(async () => (await standing()).every((status) => status === 'sent'), { what: 'all of them' });
    expect(named().length - before).toBe(21);
    await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
    await other.stop();
  });
});

describe.each<Profile>(['microsoft', 'google', 'strict'])(
  'when consent is withdrawn in the manner of %s',
  (profile) => {
    it('waits without losing anything, and resumes when the token lives again', async () => {
      const person = `${profile}@sandbox.test`;
      sandbox.addPerson(person);
      const clientId = await registerSandboxClient(mailroom, sandbox, profile, {
        name: `Withdrawn ${profile}`,
      });
      const connected = await consent(mailroom, sandbox, { clientId, address: person });
      const tokenId = connected.searchParams.get('token')!;
      const server = await addServer({ name: profile, login: person, tokenId });
      sandbox.revoke(person);
      const wish = draft({ from: person });
      const { id } = await mail.send(wish);
      const delayed = await becomes(id, 'delayed');
      expect(delayed.problem.code).toMatch(/^token-/);
      expect(arrived(wish.subject)).toHaveLength(0);
      await consent(mailroom, sandbox, { clientId, tokenId, address: person });
      await becomes(id, 'sent');
      expect(arrived(wish.subject)).toHaveLength(1);
      expect((await mailroom.api('GET', `servers/${server}`)).body.health.state).toBe('ok');
    });
  },
);

describe('over TLS', () => {
  const known = getCACertificates('default');
  beforeAll(() => setDefaultCACertificates([...known, sandbox.certificate]));
  afterAll(() => setDefaultCACertificates(known));

  it.each([
    ['tls', 'localhost'],
    ['tls', '127.0.0.1'],
    ['starttls', 'localhost'],
  ])('sends with %s to %s, whose certificate is known', async (security, host) => {
    const { port } = security === 'tls' ? sandbox.smtps : sandbox.smtp;
    const login = 'bob@sandbox.test';
    const password = { auth: 'password', tokenId: null, password: 'sandbox' };
    const server = await addServer({ host, port, security, login, ...password });
    const { id } = await mail.send(draft({ from: login }));
    await becomes(id, 'sent');
    await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
  });
});

describe('with a password', () => {
  it('signs in with what was sealed, and waits for the admin when it is wrong', async () => {
    const server = await addServer({
      auth: 'password',
      tokenId: null,
      login: 'sales@sandbox.test',
      password: 'wrong',
    });
    const { id } = await mail.send(draft({ from: 'sales@sandbox.test' }));
    expect(await becomes(id, 'delayed')).toMatchObject({
      problem: { code: 'sign-in-refused', disposition: 'ask-admin' },
    });
    const banners = async () =>
      (await mailroom.api('GET', 'banners')).body.items.filter(
        ({ cause }: { cause: string }) => cause === `server:${server}`,
      );
    expect(await banners()).toMatchObject([
      { kind: 'server-failing', params: { code: 'sign-in-refused', queued: '1' } },
    ]);
    const changed = await mailroom.api('PATCH', `servers/${server}`, { password: 'sandbox' });
    expect(JSON.stringify(changed.body)).not.toContain('"sandbox"');
    expect(changed.body.hasPassword).toBe(true);
    await becomes(id, 'sent');
    expect(await banners()).toEqual([]);
  });
});

describe('the outbox', () => {
  let server: string;
  beforeAll(async () => {
    server = await addServer();
  });

  it('sends nothing that the host takes back', async () => {
    const wish = draft();
    const rolledBack = mailroom.dataSource.transaction(async (tx) => {
      await mail.send(wish, tx);
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    const next = await mailroom.dataSource.transaction((tx) => mail.send(draft(), tx));
    await becomes(next.id, 'sent');
    expect(arrived(wish.subject)).toHaveLength(0);
  });

  it('sends once what is enqueued twice under one key', async () => {
    const wish = draft({ idempotencyKey: 'reply-1' });
    const all = await Promise.all([mail.send(wish), mail.send(wish), mail.send({ ...wish, text: 'Other' })]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    await becomes(all[0].id, 'sent');
    expect(await mail.send(wish)).toEqual(all[0]);
    expect(arrived(wish.subject)).toHaveLength(1);
  });

  it('sends each mail once, however many workers there are', async () => {
    const other = await startMailroom({ database: mailroom.database });
    const wishes = Array.from({ length: 60 }, () => draft());
    const sent = await Promise.all(wishes.map((wish) => mail.send(wish)));
    for (const { id } of sent) await becomes(id, 'sent');
    await other.stop();
    expect(wishes.filter(({ subject }) => arrived(subject).length !== 1)).toEqual([]);
    const [{ tries }] = await mailroom.dataSource.query(
      'select max(epoch) as tries from mailroom.outgoing_mail where id = any($1)',
      [sent.map(({ id }) => id)],
    );
    expect(tries).toBe(1);
  });

  it('waits for a server that may send for the author, and says so', async () => {
    const wish = draft({ from: 'nobody@elsewhere.test' });
    const { id } = await mail.send(wish);
    expect(await becomes(id, 'delayed')).toMatchObject({
      problem: {
        code: 'no-server-for-sender',
        disposition: 'ask-admin',
        params: { from: 'nobody@elsewhere.test' },
      },
      attempts: 0,
      server: null,
    });
    const policy = { defaultFrom: SUPPORT, catchallDomain: null, bounceFrom: null };
    expect((await mailroom.api('PUT', 'sender-policy', policy)).body).toMatchObject(policy);
    expect(await becomes(id, 'sent')).toMatchObject({ routeReason: 'notification-address' });
    const parsed = await simpleParser(arrived(wish.subject)[0]!);
    expect(parsed.from?.text).toBe('"nobody" <support@sandbox.test>');
    expect(parsed.replyTo?.text).toBe('nobody@elsewhere.test');
  });

  it('tells who would send before anything is sent', async () => {
    const ask = (from: string) => mailroom.api('POST', 'servers/route', { from });
    expect((await ask(`Desk <${SUPPORT}>`)).body).toEqual({
      server: { id: server, name: 'Sandbox' },
      reason: 'address',
      headerFrom: `Desk <${SUPPORT}>`,
      envelopeFrom: SUPPORT,
      replyTo: null,
      standIn: null,
      considered: expect.arrayContaining([{ id: server, name: 'Sandbox', standing: 'chosen' }]),
    });
    expect((await ask('no address')).status).toBe(422);
  });

  it('sends what fits no server through the first one where the policy says so, as the default sender', async () => {
    const { body: before } = await mailroom.api('GET', 'sender-policy');
    await mailroom.api('PATCH', `servers/${server}`, { fromFilter: 'else.test', priority: 0 });
    const wish = draft({ from: 'Jane <jane@elsewhere.test>' });
    const { id } = await mail.send(wish);
    expect(await becomes(id, 'delayed')).toMatchObject({ problem: { code: 'no-server-for-sender' } });
    const policy = { ...before, defaultFrom: SUPPORT, firstServerStandsIn: true };
    expect((await mailroom.api('PUT', 'sender-policy', policy)).body).toMatchObject(policy);
    const { body } = await mailroom.api('POST', 'servers/route', { from: wish.from });
    expect(body).toMatchObject({ reason: 'first-server', server: { id: server }, standIn: 'notification' });
    await mailroom.api('POST', `outbox/${id}/retry`);
    expect(await becomes(id, 'sent')).toMatchObject({ routeReason: 'first-server' });
    const { from, replyTo } = await simpleParser(arrived(wish.subject)[0]!);
    expect([from?.text, replyTo?.text]).toEqual([`"Jane" <${SUPPORT}>`, '"Jane" <jane@elsewhere.test>']);
    await mailroom.api('PUT', 'sender-policy', before);
    await mailroom.api('PATCH', `servers/${server}`, { fromFilter: SUPPORT, priority: 10 });
  });

  it("sends through somebody's own server for them alone, and bulk mail through the server that the policy names", async () => {
    const own = await addServer({ name: 'Own', owner: { id: 'staff-7', name: 'Jane' }, priority: 99 });
    const news = await addServer({ name: 'News', purpose: 'bulk', fromFilter: '' });
    const { body: policy } = await mailroom.api('GET', 'sender-policy');
    await mailroom.api('PUT', 'sender-policy', { ...policy, bulkServerId: news });
    const wishes = [{}, { author: 'staff-7' }, { author: 'staff-8' }, { bulk: true }, { serverId: news }];
    const sent = await Promise.all(wishes.map((wish) => mail.send(draft(wish))));
    const through = await Promise.all(sent.map(async ({ id }) => (await becomes(id, 'sent')).server.id));
    expect(through).toEqual([server, own, server, news, news]);
    const foreign = await mail.send(draft({ serverId: own }));
    expect(await becomes(foreign.id, 'delayed')).toMatchObject({ routeReason: 'named-server-personal' });
    await mailroom.api('POST', `outbox/${foreign.id}/cancel`);
    const personal = { ...policy, bulkServerId: own };
    expect((await mailroom.api('PUT', 'sender-policy', personal)).body).toMatchObject({
      code: 'server-is-personal',
      field: 'bulkServerId',
    });
    await mailroom.api('PUT', 'sender-policy', policy);
    for (const id of [own, news]) await mailroom.api('POST', `servers/${id}/state`, { state: 'archived' });
  });

  it('offers no mail that is larger than an admin allows', async () => {
    const small = await addServer({ name: 'Small', sizeLimitBytes: 5_000, priority: 99 });
    const { id } = await mail.send(draft({ serverId: small, text: 'x'.repeat(10_000) }));
    expect(await becomes(id, 'failed')).toMatchObject({
      problem: { code: 'mail-too-large-for-server', params: { limit: 5_000 } },
    });
    const fits = await mail.send(draft({ serverId: small }));
    await becomes(fits.id, 'sent');
    await mailroom.api('POST', `servers/${small}/state`, { state: 'archived' });
  });

  it('keeps a server that mail waits for', async () => {
    await mailroom.api('POST', `servers/${server}/state`, { state: 'paused' });
    const { id } = await mail.send(draft({ serverId: server }));
    expect(await becomes(id, 'delayed')).toMatchObject({ problem: { code: 'named-server-unavailable' } });
    expect(await mailroom.api('DELETE', `servers/${server}`)).toMatchObject({
      status: 409,
      body: { code: 'server-has-mail', params: { count: 1 } },
    });
    expect((await mailroom.api('POST', `outbox/${id}/cancel`)).body.status).toBe('cancelled');
    expect((await mailroom.api('DELETE', `servers/${server}`)).status).toBe(204);
    expect((await mailroom.api('GET', `servers/${server}`)).status).toBe(404);
  });

  it('is read page by page', async () => {
    const first = await mailroom.api('GET', 'outbox?limit=3&status=sent');
    expect(first.body.items).toHaveLength(3);
    const second = await mailroom.api('GET', `outbox?limit=3&status=sent&before=${first.body.next}`);
    const times = [...first.body.items, ...second.body.items].map(
      ({ createdAt }: { createdAt: string }) => createdAt,
    );
    expect(times).toEqual(times.toSorted().toReversed());
    expect(
      new Set([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).size,
    ).toBe(6);
  });
});

describe('when the connection dies after the whole mail has gone out', () => {
  it('sends it again under the same Message-ID, and asks a person the third time', async () => {
    const dropping = await scriptedServer((line) => {
      if (line === '.') return 'hang up';
      if (line === 'DATA') return '354 go on';
      return /^(EHLO|MAIL|RCPT)/.test(line) ? '250 fine' : null;
    });
    const server = await addServer({
      ...dropping.address,
      auth: 'none',
      login: '',
      tokenId: null,
      fromFilter: 'dropped.test',
    });
    const { id, messageId } = await mail.send(draft({ from: 'jane@dropped.test' }));
    for (const unanswered of [1, 2]) {
      const problem = { code: 'delivery-uncertain', disposition: 'retry-later' };
      await until(async () => (await outbox(id)).unanswered === unanswered, { what: `try ${unanswered}` });
      expect(await becomes(id, 'delayed')).toMatchObject({ unanswered, problem });
      await mailroom.timePasses({ minutes: 5 });
    }
    expect(await becomes(id, 'failed')).toMatchObject({
      unanswered: 3,
      problem: { code: 'delivery-uncertain', disposition: 'give-up' },
      nextTryAt: null,
    });
    expect(dropping.lines.filter((line) => line === '.')).toHaveLength(3);
    expect(dropping.lines.filter((line) => line === `Message-ID: ${messageId}`)).toHaveLength(3);
    await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
    await dropping.close();
  });
});

it('signs in once for the mails of a connection, and with a newer token when the one under it has ended', async () => {
  const ended = '530 5.7.57 Client not authenticated to send mail';
  const answers = ['250 fine', '250 fine', ended, '250 fine', ended, ended, '250 fine'];
  const tokens: string[] = [];
  const exchange = await scriptedServer((line) => {
    if (line.startsWith('EHLO')) return '250-here\r\n250 AUTH XOAUTH2';
    if (line === 'AUTH XOAUTH2') return '334 ';
    if (line.startsWith('MAIL')) return answers.shift() ?? '550 asked too often';
    if (line === 'DATA') return '354 go on';
    if (/^(RCPT|RSET|\.$)/.test(line)) return '250 fine';
    if (!/^[\w+/]{40,}=*$/.test(line)) return null;
    tokens.push(line);
    return '235 welcome';
  });
  const server = await addServer({ ...exchange.address, connections: 1 });
  const sent = await mailroom.dataSource.transaction((tx) =>
    Promise.all(Array.from({ length: 4 }, () => mail.send(draft({ serverId: server }), tx))),
  );
  for (const { id } of sent) expect(await becomes(id, 'sent')).toMatchObject({ attempts: 1, problem: null });

  // Two mails on the first connection; one that had ended for the third; for the fourth, two more and another token.
  expect(exchange.lines.filter((line) => line.startsWith('EHLO'))).toHaveLength(4);
  expect(new Set(tokens.slice(0, 3)).size).toBe(1);
  expect(new Set(tokens).size).toBe(2);
  expect(sandbox.tokenRequests.at(-1)?.grantType).toBe('refresh_token');
  expect(answers).toEqual([]);
  await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
  await exchange.close();
});

it('asks for reports, and says what kind of mail it is', async () => {
  const exchange = await scriptedServer((line) => {
    if (line.startsWith('EHLO')) return '250-here\r\n250 DSN';
    if (line === 'DATA') return '354 go on';
    return /^(MAIL|RCPT|RSET|\.$)/.test(line) ? '250 fine' : null;
  });
  const open = { ...exchange.address, auth: 'none', login: '', tokenId: null };
  const server = await addServer({ ...open, purpose: 'bulk', fromFilter: 'news.test' });
  const { id } = await mail.send(
    draft({
      from: 'news@news.test',
      serverId: server,
      bulk: true,
      automatic: 'generated',
      unsubscribe: { url: 'https://desk.example/u/1', address: 'leave@desk.example' },
      notice: { notify: ['failure', 'delay'], returns: 'headers' },
    }),
  );
  expect(await becomes(id, 'sent')).toMatchObject({ server: { id: server } });
  expect(exchange.lines).toEqual(
    expect.arrayContaining([
      `MAIL FROM:<news@news.test> RET=HDRS ENVID=${id}`,
      `RCPT TO:<${ALICE}> NOTIFY=FAILURE,DELAY`,
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Precedence: bulk',
    ]),
  );
  expect(exchange.lines.join(' ')).toMatch(
    /List-Unsubscribe: <https:\/\/desk\.example\/u\/1>, +<mailto:leave@desk\.example>/,
  );
  await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
  await exchange.close();
});

describe('beside an account of the same mailbox', () => {
  let server: string;
  let accountId: string;
  beforeAll(async () => {
    server = await addServer();
    const account = await mailroom.api('POST', 'accounts', {
      name: 'Bounces',
      ...sandbox.imap,
      security: 'none',
      login: SUPPORT,
      auth: 'password',
      password: 'sandbox',
      disposition: 'leave',
      start: 'all',
    });
    expect(account.status).toBe(201);
    accountId = account.body.id;
    await mailroom.api('POST', `accounts/${accountId}/state`, { state: 'live' });
  });
  afterAll(() => mailroom.api('POST', `servers/${server}/state`, { state: 'archived' }));

  it.each([
    ['a bounce', 'failed', 'bounced', 'bounce'],
    ['a delay', 'delayed', 'sent', 'delay'],
  ])('%s that comes in by mail is told at the mail that it is about', async (_, action, status, state) => {
    const wish = draft({ to: ['jane@customer.example', ALICE] });
    const { id, messageId } = await mail.send(wish);
    await becomes(id, 'sent');
    sandbox.deliver(SUPPORT, statusReport(action, 'jane@customer.example', messageId));
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    const reported = await until(
      async () => {
        const seen = await outbox(id);
        return seen.recipients[0].state === state && seen;
      },
      { what: 'the report to come home', timeoutMs: 30_000 },
    );
    expect(reported).toMatchObject({
      status,
      recipients: [
        { address: 'jane@customer.example', state, reply: expect.stringContaining('no such user') },
        { address: ALICE, state: 'accepted' },
      ],
    });
  });

  it('a complaint that comes in by mail is told there too', async () => {
    const { id, messageId } = await mail.send(draft({ to: ['jane@customer.example'] }));
    await becomes(id, 'sent');
    sandbox.deliver(SUPPORT, abuseReport('jane@customer.example', messageId));
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    await until(async () => (await outbox(id)).recipients[0].state === 'complaint', {
      what: 'the complaint to come home',
      timeoutMs: 30_000,
    });
    expect(await outbox(id)).toMatchObject({ status: 'sent' });
  });

  it('lends its files to mail that leaves, and may be forgotten before that is sent', async () => {
    const content = randomBytes(600_000);
    sandbox.deliver(SUPPORT, mailWithFile('scan.pdf', content));
    await mailroom.api('POST', `accounts/${accountId}/fetch`);
    const deliveryId = await until(
      async () => (await mailroom.hostMail()).find(({ subject }) => subject === 'With a file')?.delivery_id,
      { what: 'the mail with a file to come in', timeoutMs: 30_000 },
    );
    const wish = draft({
      idempotencyKey: 'forwarded',
      attachments: [
        { deliveryId, index: 0 },
        { deliveryId, index: 0, filename: 'again.pdf' },
      ],
    });
    const missing = draft({ attachments: [wish.attachments![0]!, { deliveryId, index: 1 }] });
    await expect(mail.send(missing)).rejects.toMatchObject({
      code: 'attachment-not-found',
      field: 'attachments.1.index',
    });
    const archive = mailroom.app.get(MailArchive, { strict: false });
    const sent = await mailroom.dataSource.transaction(async (tx) => {
      const enqueued = await mail.send(wish, tx);
      await archive.forget(deliveryId, tx);
      return enqueued;
    });
    await becomes(sent.id, 'sent');
    const { attachments } = await simpleParser(arrived(wish.subject)[0]!);
    expect(
      attachments.map((each) => [each.filename, each.contentType, content.equals(each.content)]),
    ).toEqual([
      ['scan.pdf', 'application/pdf', true],
      ['again.pdf', 'application/pdf', true],
    ]);
    expect(await mail.send(wish)).toEqual(sent);
    await expect(mail.send({ ...wish, idempotencyKey: undefined })).rejects.toMatchObject({
      code: 'raw-mail-forgotten',
      field: 'attachments.0.deliveryId',
    });
  });
});

it('hands back at shutdown what a silent server keeps it from finishing', async () => {
  const silent = await scriptedServer((line) => (line.startsWith('EHLO') ? '250 fine' : null));
  const database = await freshDatabase();
  const leaving = await startMailroom({ database });
  await leaving.api('POST', 'servers', {
    name: 'Silent',
    ...silent.address,
    security: 'none',
    auth: 'none',
    state: 'live',
  });
  const { id } = await leaving.app.get(OutgoingMail).send(draft());
  await until(() => silent.lines.some((line) => line.startsWith('MAIL')), {
    what: 'the mail to be under way',
  });
  await leaving.stop();
  const witness = await startMailroom({ database, work: false });
  expect((await witness.api('GET', `outbox/${id}`)).body).toMatchObject({
    status: 'delayed',
    interruptions: 0,
  });
  await Promise.all([witness.stop(), silent.close()]);
  await database.drop();
});

it('tries every sender that the filter lists, and stops before anything is sent', async () => {
  const picky = await scriptedServer((line) => {
    if (line.startsWith('EHLO')) return '250-here\r\n250 SIZE 1000000';
    if (line.startsWith('MAIL FROM:<eve')) return '550 5.7.60 not you';
    return line === 'DATA' ? '354 go on' : '250 fine';
  });
  const id = await addServer({
    ...picky.address,
    auth: 'none',
    login: 'desk@x.test',
    tokenId: null,
    state: 'draft',
    fromFilter: 'jane@x.test, eve@x.test, y.test',
  });
  const { body } = await mailroom.api('POST', `servers/${id}/check`);
  const tried = body.steps.map(({ step, address, ok }: any) => `${step} ${address ?? ''} ${ok}`.trim());
  expect(tried).toEqual([
    'resolve  true',
    'connect  true',
    'sender jane@x.test true',
    'sender eve@x.test false',
    'sender noreply@y.test true',
    'recipient desk@x.test true',
    'data  true',
  ]);
  expect(body.steps[1].facts).toEqual({ largest: 1_000_000 });
  expect(body.steps[3]).toMatchObject({
    problem: { code: 'sender-not-allowed' },
    causes: ['no-send-as', 'filter-too-wide'],
  });
  expect(picky.lines.at(-1)).toBe('DATA');
  await mailroom.api('POST', `servers/${id}/state`, { state: 'archived' });
  const again = await mailroom.api('POST', `servers/${id}/check`);
  expect(again.body.steps.map(({ step, ok }: any) => [step, ok])).toEqual(
    body.steps.map(({ step, ok }: any) => [step, ok]),
  );
  expect((await mailroom.api('POST', `servers/${id}/test-mail`, { to: ALICE })).body).toMatchObject({
    code: 'server-not-live',
  });
  await mailroom.api('DELETE', `servers/${id}`);
  await picky.close();
});

it('sends a mail to one of our own accounts and sees it come in', async () => {
  const server = await addServer();
  const connected = await mailroom.api('POST', 'mailboxes', {
    tokenId: token.tokenId,
    name: 'Support',
    incoming: { disposition: 'leave', start: 'new' },
    outgoing: null,
    imap: { ...sandbox.imap, security: 'none' },
  });
  const { accountId } = connected.body;
  const begun = await mailroom.api('POST', 'round-trips', { serverId: server, accountId });
  expect(begun.body.steps.map(({ step }: { step: string }) => step)).toEqual(['enqueued', 'sent', 'arrived']);
  const ended = await until(
    async () => {
      const { body } = await mailroom.api('GET', `round-trips/${begun.body.mailId}?accountId=${accountId}`);
      return body.steps.every(({ state }: { state: string }) => state === 'done') && body;
    },
    { what: 'the mail to come back in' },
  );
  expect(ended.steps[2].at >= ended.steps[0].at).toBe(true);
  await mailroom.api('POST', `accounts/${accountId}/state`, { state: 'archived' });
  const begunAgain = await mailroom.api('POST', 'round-trips', { serverId: server, accountId });
  expect(begunAgain.body).toMatchObject({ code: 'account-not-live' });
});

it('asks servers in the order that somebody put them into', async () => {
  const all = async () =>
    (await mailroom.api('GET', 'servers')).body.items.map(({ id }: { id: string }) => id) as string[];
  const turned = (await all()).toReversed();
  expect((await mailroom.api('PUT', 'servers/order', { ids: turned })).status).toBe(200);
  expect(await all()).toEqual(turned);
  expect((await mailroom.api('PUT', 'servers/order', { ids: turned.slice(1) })).body).toMatchObject({
    code: 'server-order-stale',
  });
});

it('moves one server in the order, whatever others did to it meanwhile', async () => {
  const all = async () =>
    (await mailroom.api('GET', 'servers')).body.items.map(({ id }: { id: string }) => id) as string[];
  const move = (id: string | undefined, by: number) => mailroom.api('POST', `servers/${id}/move`, { by });
  const [first, second, ...rest] = await all();
  expect((await move(second, -1)).body).toMatchObject({ id: second, priority: 10 });
  expect(await all()).toEqual([second, first, ...rest]);
  await move(second, -1);
  expect(await all()).toEqual([second, first, ...rest]);
  await move(second, 10_000);
  expect(await all()).toEqual([first, ...rest, second]);
  await Promise.all([move(first, 1), move(second, -10_000)]);
  const moved = await all();
  expect(moved[0]).toBe(second);
  expect(new Set(moved)).toEqual(new Set([first, second, ...rest]));
  expect((await move('0197a000-0000-7000-8000-000000000000', 1)).body).toMatchObject({
    code: 'server-not-found',
  });
});

it('has its servers searched, narrowed, ordered and paged', async () => {
  const server = (name: string, more: object = {}) =>
    mailroom.api('POST', 'servers', {
      name,
      host: 'listed.example',
      port: 465,
      security: 'tls',
      auth: 'none',
      ...more,
    });
  for (const name of ['Listed B', 'listed A', 'Listed C']) expect((await server(name)).status).toBe(201);
  await mailroom.dataSource.query(
    `update mailroom.outgoing_server set owner_id = 'agent-7', owner_name = 'Agent Seven' where name = 'Listed C'`,
  );
  await mailroom.dataSource.query(
    `update mailroom.outgoing_server set state = 'live', failure_code = 'host-unreachable' where name = 'Listed B'`,
  );
  const found = async (query: string) => {
    const { body } = await mailroom.api('GET', `servers?${query}`);
    return [body.total, ...body.items.map(({ name }: { name: string }) => name)];
  };
  expect(await found('search=LISTED&sort=name')).toEqual([3, 'listed A', 'Listed B', 'Listed C']);
  expect(await found('search=listed&sort=name&limit=1&offset=1')).toEqual([3, 'Listed B']);
  expect(await found('search=listed.example seven')).toEqual([1, 'Listed C']);
  expect(await found('search=listed&whose=personal')).toEqual([1, 'Listed C']);
  expect(await found('search=listed&whose=shared&sort=name')).toEqual([2, 'listed A', 'Listed B']);
  expect(await found('search=listed&state=failing')).toEqual([1, 'Listed B']);
  expect(await found('search=listed&state=archived')).toEqual([0]);
  const { body } = await mailroom.api('GET', 'servers');
  expect(body.total).toBe(body.items.length);
});

it('tells a form what the rules say while it is filled in', async () => {
  const draft = {
    host: 'smtp.gmail.com',
    auth: 'token',
    login: 'desk@x.example',
    security: 'none',
    port: 25,
  };
  expect((await mailroom.api('POST', 'servers/findings', draft)).body).toMatchObject({
    findings: [{ field: 'security', code: 'google-needs-tls' }],
    limits: { ratePerDay: 2_000, recipientsPerDay: 3_000 },
    proposedFilter: 'desk@x.example',
  });
});

it('says what is wrong with a server before it is saved', async () => {
  const trial = { ...sandbox.smtp, security: 'none', auth: 'password', login: SUPPORT, password: 'wrong' };
  const { body } = await mailroom.api('POST', 'servers/check', trial);
  expect(body.steps.at(-1)).toMatchObject({
    step: 'sign-in',
    ok: false,
    problem: { code: 'sign-in-refused' },
  });
  const tls = await mailroom.api('POST', 'servers/check', { ...trial, ...sandbox.smtps, security: 'tls' });
  expect(tls.body.steps.at(-1)).toMatchObject({
    step: 'connect',
    problem: { code: 'server-certificate-refused' },
  });
});

it('tells the steps of a test as they end, to whom asks for lines', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const slow = createServer((socket) => {
    socket.on('error', () => undefined).write('220 hello\r\n');
    createInterface(socket).on('line', (line) => {
      if (line.startsWith('EHLO')) socket.write('250 here\r\n');
      else void gate.then(() => socket.write('250 fine\r\n'));
    });
  }).listen(0, '127.0.0.1');
  await once(slow, 'listening');
  const { port } = slow.address() as AddressInfo;
  const trial = { host: '127.0.0.1', port, security: 'none', auth: 'none', fromFilter: 'jane@x.test' };
  const ask = (body: object) =>
    fetch(`${mailroom.url}/mailroom/api/servers/check`, {
      method: 'POST',
      headers: {
        [ACTOR_HEADER]: 'admin',
        origin: mailroom.url,
        'content-type': 'application/json',
        accept: 'application/x-ndjson',
      },
      body: JSON.stringify(body),
    });
  const response = await ask(trial);
  expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
  const lines = createInterface(Readable.fromWeb(response.body as any))[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value as string);
  expect((await next()).step).toMatchObject({ step: 'resolve', ok: true });
  expect((await next()).step).toMatchObject({ step: 'connect', ok: true });
  open();
  expect((await next()).step).toMatchObject({ step: 'sender', address: 'jane@x.test' });
  const { answer } = await next();
  expect(answer.steps.map(({ step }: any) => step)).toEqual(['resolve', 'connect', 'sender']);
  expect((await lines.next()).done).toBe(true);
  const refused = await ask({ ...trial, fromFilter: 'x@' });
  expect([refused.status, ((await refused.json()) as any).code]).toEqual([422, 'from-filter-invalid']);
  await new Promise((closed) => slow.close(closed));
});

describe('a guided set-up', () => {
  const NOTIFY = 'notify@guided.example';
  let server: string;
  beforeAll(async () => {
    server = await addServer({ fromFilter: 'guided.example, other@guided.example', isFallback: false });
  });
  afterAll(async () => {
    await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
    await mailroom.api('PATCH', `servers/${server}`, { isFallback: false });
    await mailroom.api('PUT', 'sender-policy', { defaultFrom: null, catchallDomain: null, bounceFrom: null });
  });

  it('changes both the server and the policy, and leaves the rest of it', async () => {
    await mailroom.api('PUT', 'sender-policy', {
      defaultFrom: null,
      catchallDomain: null,
      bounceFrom: 'bounces@guided.example',
    });
    const wish = { kind: 'serverPerUser', serverId: server, address: NOTIFY };
    const { status, body } = await mailroom.api('POST', 'sender-policy/set-ups', wish);
    expect(status).toBe(200);
    const parts = { defaultFrom: 'notify', catchallDomain: 'guided.example', authorsOwnAddress: true };
    expect(body).toMatchObject({ ...parts, bounceFrom: 'bounces@guided.example' });
    const { body: changed } = await mailroom.api('GET', `servers/${server}`);
    expect(changed).toMatchObject({ fromFilter: NOTIFY, isFallback: true });
  });

  it('changes nothing when one of the two cannot be', async () => {
    const bulk = await addServer({ purpose: 'bulk', name: 'Newsletters' });
    const { body: policy } = await mailroom.api('GET', 'sender-policy');
    await mailroom.api('PUT', 'sender-policy', { ...policy, bulkServerId: bulk });
    await mailroom.api('POST', `servers/${bulk}/state`, { state: 'archived' });
    const before = (await mailroom.api('GET', `servers/${server}`)).body;
    const wish = { kind: 'oneMailbox', serverId: server, address: 'desk@guided.example' };
    const { status, body } = await mailroom.api('POST', 'sender-policy/set-ups', wish);
    expect([status, body]).toEqual([404, expect.objectContaining({ field: 'bulkServerId' })]);
    expect((await mailroom.api('GET', `servers/${server}`)).body).toEqual(before);
    await mailroom.api('PUT', 'sender-policy', policy);
  });

  it.each([
    ['no address', {}, { address: 'desk' }, 'sender-policy-invalid'],
    ["somebody's own server", { owner: { id: 'jane', name: '' } }, {}, 'server-is-personal'],
    ['a server for newsletters', { purpose: 'bulk' }, {}, 'fallback-not-for-all'],
  ])('refuses %s', async (_, settings, wish, code) => {
    const id = await addServer({ state: 'draft', ...settings });
    const asked = { kind: 'oneMailbox', serverId: id, address: NOTIFY, ...wish };
    const { body } = await mailroom.api('POST', 'sender-policy/set-ups', asked);
    expect(body.code).toBe(code);
    expect((await mailroom.api('GET', `servers/${id}`)).body.fromFilter).toBe(SUPPORT);
    await mailroom.api('DELETE', `servers/${id}`);
  });
});

it.each([
  ['browser', 'Test mail of Bureau', 'Somebody asked for this mail to see whether Bureau sends.'],
  ['en', 'Test mail of Bureau', 'Somebody asked for this mail to see whether Bureau sends.'],
  ['de', 'Testmail von Bureau', 'Jemand hat diese Mail angefordert, um zu sehen, ob Bureau sendet.'],
])('writes a test mail in the language of the setting: %s', async (language, subject, says) => {
  const server = await addServer({ name: 'Bureau' });
  await mailroom.api('PATCH', 'settings', { language });
  const { body } = await mailroom.api('POST', `servers/${server}/test-mail`, { to: 'ada@desk.example' });
  await mailroom.api('PATCH', 'settings', { language: null });
  await until(async () => (await outbox(body.id)).status === 'sent', { what: 'the test mail to be sent' });
  const sent = await Promise.all(sandbox.sent().map(({ raw }) => simpleParser(raw)));
  expect(sent.findLast((one) => one.subject === subject)?.text).toContain(says);
  await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
});

it('writes down who had a test mail sent, through what and to whom', async () => {
  const server = await addServer({ name: 'Audited' });
  await mailroom.api('POST', `servers/${server}/test-mail`, { to: 'Alice <alice@sandbox.test>' });
  const { body } = await mailroom.api('GET', 'audit-events?action=test-mail-sent');
  expect(body.items[0]).toMatchObject({
    subject: { kind: 'server', id: server, name: 'Audited' },
    actor: { name: expect.any(String) },
    details: { sender: SUPPORT, recipient: ALICE },
  });
  await mailroom.api('POST', `servers/${server}/state`, { state: 'archived' });
});
