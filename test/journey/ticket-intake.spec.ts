import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { type InboundMail, type MailReport, type OutgoingMail } from '@mailroom/plugin';
import { Acknowledgements } from '../../apps/helpdesk/src/intake/acknowledgements.js';
import { TicketIntake } from '../../apps/helpdesk/src/intake/ticket-intake.js';
import { migrate } from '../../apps/helpdesk/src/migrations/migrate.js';
import { HelpdeskSettings } from '../../apps/helpdesk/src/settings/helpdesk-settings.js';
import { signedMessageId } from '../../apps/helpdesk/src/threading/signed-message-id.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const secret = 'a secret of thirty-two characters';
const settings = Object.assign(Object.create(HelpdeskSettings.prototype) as HelpdeskSettings, {
  sessionSecret: secret,
  reopenDays: 30,
  acknowledge: false,
});
const silent = new Acknowledgements({} as OutgoingMail, settings);
const intake = new TicketIntake(settings, silent);

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  source = await new DataSource({
    type: 'postgres',
    url: database.url,
    installExtensions: false,
  }).initialize();
});

afterEach(async () => {
  await source.query('truncate ticket, article, participant');
  await source.query('alter sequence ticket_number restart');
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const person = (address: string) => ({ name: '', address });

function mail(change: Partial<InboundMail> & { sender?: never; by?: string } = {}): InboundMail {
  const { by = 'jane@acme.test', ...rest } = change;
  return {
    messageId: `<${randomUUID()}@acme.test>`,
    inReplyTo: [],
    references: [],
    from: person(by),
    replyTo: [],
    to: [person('support@desk.test')],
    cc: [],
    subject: 'Printer',
    date: null,
    text: 'It burns.',
    html: null,
    attachments: [],
    headers: {},
    priority: 'normal',
    automatic: false,
    automaticReply: false,
    report: null,
    defects: [],
    deliveryId: randomUUID(),
    account: { id: randomUUID(), name: 'Support', address: 'support@desk.test', destination: null },
    destination: null,
    dispatchedBy: 'account',
    tags: [],
    control: null,
    authentication: null,
    receivedAt: new Date('2026-03-01T12:00:00Z'),
    size: 1_000,
    historic: false,
    duplicateOf: null,
    ...rest,
    sender: null,
  };
}

const take = (...mails: InboundMail[]) => source.transaction((tx) => intake.handleMany(mails, tx));
const numbersOf = async (...mails: InboundMail[]): Promise<(number | null)[]> =>
  (await take(...mails)).map((outcome) => (outcome.kind === 'stored' ? Number(outcome.reference) : null));
const close = (days = 0) =>
  source.query(`update ticket set state = 'closed', closed_at = now() - make_interval(days => $1)`, [days]);
const tickets = () =>
  source.query<any[]>(
    'select number, state, subject, mentions, customer_address, updated_at from ticket order by number',
  );

it('opens a ticket for a mail and keeps what it says', async () => {
  const attachment = {
    index: 0,
    filename: 'a.txt',
    contentType: 'text/plain',
    size: 3,
    contentId: null,
    inline: false,
  };
  const first = mail({ html: '<p>It burns.</p>', attachments: [attachment] });
  expect(await take(first)).toEqual([{ kind: 'stored', reference: '1001' }]);
  expect(await tickets()).toMatchObject([
    { number: 1001, state: 'open', subject: 'Printer', mentions: null },
  ]);
  const [article] = await source.query<any[]>('select * from article');
  expect(article).toMatchObject({
    ticket_number: 1001,
    direction: 'in',
    from_address: 'jane@acme.test',
    to_addresses: 'support@desk.test',
    text: 'It burns.',
    has_html: true,
    attachments: [attachment],
    delivery_id: first.deliveryId,
    message_id: first.messageId,
    created_at: first.receivedAt,
  });
});

it('opens a closed ticket again when the customer answers our mail', async () => {
  await take(mail());
  await close();
  const answer = mail({
    by: 'colleague@acme.test',
    inReplyTo: [signedMessageId(secret, 1001, 'desk.test')],
    receivedAt: new Date('2026-03-02T12:00:00Z'),
  });
  expect(await numbersOf(answer)).toEqual([1001]);
  expect(await tickets()).toMatchObject([{ state: 'open', updated_at: answer.receivedAt }]);
});

it('lets nobody into a ticket by a plain reference or a tag who takes no part in it', async () => {
  const first = mail();
  await take(first);
  const byReference = mail({ by: 'eve@evil.test', references: [first.messageId!] });
  const byTag = mail({ by: 'eve@evil.test', subject: 'Re: [#1001]' });
  expect(await numbersOf(byReference, byTag)).toEqual([1002, 1003]);
  expect(await tickets()).toMatchObject([{ mentions: null }, { mentions: 1001 }, { mentions: 1001 }]);
});

it('joins in one group what answers a mail of the same group', async () => {
  const first = mail({ cc: [person('Boss@acme.test')] });
  const own = mail({ inReplyTo: [first.messageId!] });
  const boss = mail({ by: 'boss@acme.test', references: [own.messageId!] });
  const stranger = mail({ by: 'eve@evil.test', references: [boss.messageId!] });
  expect(await numbersOf(first, own, boss, stranger, mail())).toEqual([1001, 1001, 1001, 1002, 1003]);
  expect(await tickets()).toMatchObject([{ mentions: null }, { mentions: 1001 }, { mentions: null }]);
});

it('looks at no other tickets than those that are meant, however many there are', async () => {
  const first = mail();
  await take(first);
  await source.query(
    `insert into ticket (number, subject, customer_address, customer_name, mailbox, created_at, updated_at)
     select number, '', '', '', '', now(), now() from generate_series(2001, 7000) number`,
  );
  await source.query('analyze ticket');
  const read = await source.transaction(async (tx) => {
    await intake.handle(mail({ references: [first.messageId!], subject: '[#3000] Printer' }), tx);
    const [{ rows }] = await tx.query<[{ rows: number }]>(
      `select (seq_tup_read + idx_tup_fetch)::integer as rows from pg_stat_xact_user_tables where relname = 'ticket'`,
    );
    return rows;
  });
  expect(read).toBeLessThan(100);
});

describe('reports and machines', () => {
  const about = (kind: MailReport['kind'], originalMessageId: string | null): MailReport => ({
    kind,
    recipients: [
      {
        address: 'jane@acme.test',
        original: null,
        action: 'failed',
        status: '5.1.1',
        diagnostic: 'no such user',
      },
    ],
    originalMessageId,
    originalReferences: [],
  });
  const postmaster = { by: 'mailer-daemon@acme.test', automatic: true };
  let sent: string;
  let sentId: number;

  beforeEach(async () => {
    await take(mail());
    sent = signedMessageId(secret, 1001, 'desk.test');
    const [row] = await source.query<any[]>(
      `insert into article (ticket_number, direction, from_address, from_name, to_addresses, subject, text, has_html,
         attachments, message_id, created_at)
       values (1001, 'out', 'support@desk.test', '', 'jane@acme.test', 'Re: Printer', '', false, '[]', $1, now())
       returning id`,
      [sent],
    );
    sentId = row.id;
    await close();
  });
  const article = async () =>
    (await source.query<any[]>('select * from article order by id desc limit 1'))[0];

  it('mark the article that bounced, and open its ticket again', async () => {
    expect(await numbersOf(mail({ ...postmaster, report: about('bounce', sent) }))).toEqual([1001]);
    expect(await article()).toMatchObject({
      reports_on: sentId,
      report: { kind: 'bounce', recipients: [{ address: 'jane@acme.test', status: '5.1.1' }] },
    });
    expect(await tickets()).toMatchObject([{ state: 'open' }]);
    const people = await source.query<any[]>('select address from participant');
    expect(people).not.toContainEqual({ address: 'mailer-daemon@acme.test' });
  });

  it.each<MailReport['kind']>(['delay', 'delivered', 'disposition', 'complaint'])(
    'leave it closed for a %s',
    async (kind) => {
      expect(await numbersOf(mail({ ...postmaster, report: about(kind, sent) }))).toEqual([1001]);
      expect(await article()).toMatchObject({ reports_on: sentId, report: { kind } });
      expect(await tickets()).toMatchObject([{ state: 'closed' }]);
    },
  );

  it('believe nobody who made up the Message-ID', async () => {
    const forged = sent.replace(/\.[0-9a-f]{32}@/, `.${'0'.repeat(32)}@`);
    expect(await numbersOf(mail({ ...postmaster, report: about('bounce', forged) }))).toEqual([1002]);
    expect(await article()).toMatchObject({ reports_on: null, report: { kind: 'bounce' } });
    expect((await tickets())[0]).toMatchObject({ state: 'closed' });
  });

  it('keep an absence note without waking anybody', async () => {
    const note = mail({ inReplyTo: [sent], automatic: true, automaticReply: true });
    expect(await numbersOf(note)).toEqual([1001]);
    expect(await tickets()).toMatchObject([{ state: 'closed' }]);
  });
});

it('files mail of the time before quietly, and wakes its ticket for what is new', async () => {
  const old = mail({ historic: true, receivedAt: new Date() });
  const answer = mail({ historic: true, receivedAt: new Date(), references: [old.messageId!] });
  expect(await numbersOf(old, answer)).toEqual([1001, 1001]);
  expect(await tickets()).toMatchObject([{ state: 'closed' }]);
  await take(mail({ references: [old.messageId!] }));
  expect(await tickets()).toMatchObject([{ state: 'open' }]);
});

it('opens another ticket when one was closed too long ago', async () => {
  await take(mail());
  await close(31);
  const late = mail({ inReplyTo: [signedMessageId(secret, 1001, 'desk.test')] });
  expect(await numbersOf(late)).toEqual([1002]);
  expect(await tickets()).toMatchObject([{ state: 'closed' }, { state: 'open', mentions: 1001 }]);
});

it.each([
  ['sales', 'sales'],
  ['gone', 'support'],
  [null, 'support'],
])('sorts a mail for %s into %s', async (destination, queue) => {
  await take(mail({ destination, priority: 'high', tags: ['vip'] }));
  expect(await source.query('select queue, priority, tags from ticket')).toEqual([
    { queue, priority: 'high', tags: ['vip'] },
  ]);
});

it('does nothing for a mail that came before', async () => {
  expect(await take(mail({ duplicateOf: randomUUID() }))).toMatchObject([{ kind: 'ignored' }]);
  expect(await tickets()).toEqual([]);
});

it.each<[string, Parameters<typeof mail>[0]]>([
  ['nothing in it', { from: null, to: [], messageId: null, subject: '', text: null }],
  ['NUL and half a character', { subject: 'a\0b\ud83d', text: '\0\udc00', by: 'x\0@y' }],
  ['a Message-ID of a megabyte', { messageId: `<${'x'.repeat(1_000_000)}@y>`, references: ['<x@y>'] }],
  ['ten megabytes of text', { text: 'ü'.repeat(10_000_000) }],
  ['a thousand recipients', { to: Array.from({ length: 1_000 }, (_, n) => person(`${n}@acme.test`)) }],
  ['an endless address', { by: `${'x'.repeat(100_000)}@acme.test` }],
  ['tags of tickets that cannot be', { subject: '[#0] [#2147483648] [#99999999999999]' }],
])('takes a mail with %s', async (_, change) => {
  expect(await numbersOf(mail(change))).toEqual([1001]);
});

it.each(['in a group', 'mail by mail'])(
  'keeps the text of each mail as far as it can be stored, %s',
  async (how) => {
    const texts = ['ä€😀', null, 'a\0b', '\udc00 and \ud83d', '\\u0000 "', 'the last'];
    const mails = texts.map((text) => mail({ text }));
    if (how === 'in a group') await take(...mails);
    else for (const each of mails) await take(each);
    const kept = await source.query<{ text: string }[]>('select text from article order by id');
    expect(kept.map(({ text }) => text)).toEqual([
      'ä€😀',
      '',
      'ab',
      '\ufffd and \ufffd',
      '\\u0000 "',
      'the last',
    ]);
  },
);

it('does in groups exactly what it does mail by mail', async () => {
  const people = ['jane@acme.test', 'john@acme.test', 'eve@evil.test'];
  const step = fc.record({
    by: fc.constantFrom(...people),
    cc: fc.subarray(people, { maxLength: 1 }),
    answers: fc.option(fc.nat(9)),
    signed: fc.option(fc.integer({ min: 900, max: 904 }), { freq: 4 }),
    tag: fc.option(fc.integer({ min: 900, max: 904 }), { freq: 4 }),
  });
  const plans = fc.array(step, { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(plans, fc.integer({ min: 1, max: 4 }), async (plan, size) => {
      const ids = plan.map(() => `<${randomUUID()}@acme.test>`);
      const mails = plan.map(({ by, cc, answers, signed, tag }, index) =>
        mail({
          by,
          cc: cc.map(person),
          messageId: ids[index]!,
          references: answers === null ? [] : [ids[answers % ids.length]!],
          inReplyTo: signed === null ? [] : [signedMessageId(secret, signed, 'desk.test')],
          subject: tag === null ? 'Printer' : `Printer [#${tag}]`,
        }),
      );
      const alone = await outcomeOf(mails.map((each) => [each]));
      const grouped = await outcomeOf(
        mails.flatMap((_, index) => (index % size === 0 ? [mails.slice(index, index + size)] : [])),
      );
      expect(grouped).toEqual(alone);
    }),
    { numRuns: 60 },
  );
});

/** Everything there is after these groups, from an empty helpdesk with tickets 901 to 903 of Jane's. */
async function outcomeOf(groups: readonly InboundMail[][]) {
  await source.query('truncate ticket, article, participant');
  await source.query('alter sequence ticket_number restart with 901');
  await take(mail(), mail(), mail());
  await source.query('alter sequence ticket_number restart with 1001');
  const outcomes = [];
  for (const group of groups) outcomes.push(...(await take(...group)));
  const articles = await source.query<any[]>(
    'select ticket_number, message_id from article order by id offset 3',
  );
  const people = await source.query<any[]>('select * from participant order by ticket_number, address');
  return { outcomes, tickets: await tickets(), articles, people };
}
