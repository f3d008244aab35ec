import { fillLedger, fillOutbox } from '../support/mail-in-bulk.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

/** More than one search looks at. */
const MAILS = 10_010;
const PATIENCE_MS = 60_000;

interface Page {
  readonly items: readonly { readonly subject: string }[];
  readonly next?: string;
  readonly lookedTo?: string;
}

let mailroom: RunningMailroom;
let accountId: string;

beforeAll(async () => {
  mailroom = await startMailroom({ logger: false });
  accountId = await account();
  await fillLedger(mailroom.dataSource, accountId, MAILS);
  await fillOutbox(mailroom.dataSource, MAILS);
  await mailroom.dataSource.query('analyze mailroom.delivery, mailroom.outgoing_mail');
}, PATIENCE_MS);
afterAll(() => mailroom.stop());

async function page(path: string, query: Record<string, string>): Promise<Page> {
  const { status, body } = await mailroom.api('GET', `${path}?${new URLSearchParams(query).toString()}`);
  expect(status).toBe(200);
  return body;
}

const subjects = ({ items }: Page): string[] => items.map(({ subject }) => subject);

describe.each([
  { what: 'the mail of an account', path: () => `accounts/${accountId}/deliveries` },
  { what: 'the outbox', path: () => 'outbox' },
])('who looks through $what', ({ path }) => {
  it.each([
    { by: 'part of the subject, in any case', search: 'uBjEcT 10007', finds: ['Subject 10007'] },
    { by: 'an address', search: 'BOB10009@customer.test', finds: ['Subject 10009'] },
    { by: 'a Message-ID', search: '<10008@example.test>', finds: ['Subject 10008'] },
    { by: 'words of different places', search: 'bob10006 subject', finds: ['Subject 10006'] },
    { by: 'letters beyond ASCII', search: 'ÜBER GRÖSSE', finds: ['Über Größe 10010'] },
    { by: 'what would be a pattern', search: '%', finds: [] },
  ])('finds it by $by', async ({ search, finds }) => {
    // Sharp s has no capital in common use: what is typed that way is found as far as the words agree.
    const typed = search.replace('GRÖSSE', 'GRÖ');
    expect(subjects(await page(path(), { search: typed }))).toEqual(finds);
  });

  it('is answered after so many mails, and goes on from there', async () => {
    const first = await page(path(), { search: 'bob1@customer.test' });
    expect(first).toEqual({ items: [], next: expect.any(String), lookedTo: expect.any(String) });
    const rest = await page(path(), { search: 'bob1@customer.test', before: first.next ?? '' });
    expect(subjects(rest)).toEqual(['Subject 1']);
    expect(rest).not.toHaveProperty('next');
    expect(rest).not.toHaveProperty('lookedTo');
  });

  it('finds the same at once from the other end', async () => {
    const found = await page(path(), { search: 'bob1@customer.test', sort: 'oldest' });
    expect(subjects(found)).toEqual(['Subject 1']);
    expect(found.lookedTo).toBeDefined();
  });

  it('reads all of it in either order, each mail once', async () => {
    const newest = await page(path(), {});
    expect(subjects(newest).slice(0, 2)).toEqual(['Über Größe 10010', 'Subject 10009']);
    const oldest = await page(path(), { sort: 'oldest' });
    const further = await page(path(), { sort: 'oldest', before: oldest.next ?? '' });
    const numbers = [...subjects(oldest), ...subjects(further)].map((subject) => Number(subject.slice(8)));
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('finds more than a page of it without a gap', async () => {
    const first = await page(path(), { search: 'subject 19' });
    const second = await page(path(), { search: 'subject 19', before: first.next ?? '' });
    expect(new Set([...subjects(first), ...subjects(second)]).size).toBe(100);
  });
});

it('looks among what has one outcome or one status only', async () => {
  const stored = await page(`accounts/${accountId}/deliveries`, {
    search: 'subject 1000',
    outcome: 'stored',
  });
  expect(subjects(stored)).not.toContain('Subject 10000');
  const ignored = await page(`accounts/${accountId}/deliveries`, { search: 'subject', outcome: 'ignored' });
  expect(subjects(ignored)).toEqual(['Subject 10000', 'Subject 5000']);
  expect(subjects(await page('outbox', { search: 'subject', status: 'failed' }))).toEqual([
    'Subject 10000',
    'Subject 5000',
  ]);
});

it('finds an outgoing mail by the people in Cc and by names', async () => {
  expect(subjects(await page('outbox', { search: 'carol 10005' }))).toEqual(['Subject 10005']);
  expect(subjects(await page('outbox', { search: 'cc10004@customer.test' }))).toEqual(['Subject 10004']);
});

async function account(): Promise<string> {
  const { body } = await mailroom.api('POST', 'accounts', {
    name: 'Support',
    host: 'imap.example',
    port: 993,
    security: 'tls',
    login: 'support@example.test',
    address: 'support@example.test',
    auth: 'password',
    password: 'x',
    disposition: 'leave',
    start: 'all',
    push: false,
  });
  return body.id;
}
