import { fillAccounts, fillLedger } from '../support/mail-in-bulk.js';
import { hearStatements, seqScans } from '../support/plans.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const ACCOUNTS = 1_200;

interface Page {
  readonly items: readonly { readonly name: string; readonly counts: { readonly quarantined: number } }[];
  readonly total: number;
}

let mailroom: RunningMailroom;

beforeAll(async () => {
  mailroom = await startMailroom({ logger: false });
  await fillAccounts(mailroom.dataSource, ACCOUNTS);
  // 3 fails, 6 waits until it may be tried again, 9 holds mail back, 12 fetched long ago; 4 failed while it was live.
  await mailroom.dataSource.query(
    `update mailroom.mail_account set
       failure_code = case when name in ('Desk 3', 'Desk 4', 'Desk 6') then 'mailbox-login-refused' end,
       not_before = case when name = 'Desk 6' then now() + interval '1 hour' end,
       last_success_at = case when name = 'Desk 12' then now() - interval '9 days' when state = 'live' then now() end`,
  );
  await mailroom.dataSource.query(
    `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at, outcome)
     select gen_random_uuid(), id, 1, 1, 1, 1, now(), now(), 'quarantined' from mailroom.mail_account where name in ('Desk 8', 'Desk 9')`,
  );
});
afterAll(async () => {
  jest.restoreAllMocks();
  await mailroom.stop();
});

async function page(query: Record<string, string>): Promise<Page> {
  const { status, body } = await mailroom.api('GET', `accounts?${new URLSearchParams(query).toString()}`);
  expect(status).toBe(200);
  return body;
}

const names = ({ items }: Page): string[] => items.map(({ name }) => name);

it('answers all of them where nothing is asked, as it always did', async () => {
  const all = await page({});
  expect(all.total).toBe(ACCOUNTS);
  expect(new Set(names(all)).size).toBe(ACCOUNTS);
});

it('answers them page by page, each once', async () => {
  const pages = await Promise.all(
    Array.from({ length: 7 }, (_, index) => page({ limit: '200', offset: String(index * 200) })),
  );
  expect(pages.map(({ items }) => items.length)).toEqual([200, 200, 200, 200, 200, 200, 0]);
  expect(pages.map(({ total }) => total)).toEqual(Array.from({ length: 7 }, () => ACCOUNTS));
  expect(new Set(pages.flatMap(names)).size).toBe(ACCOUNTS);
});

it.each([
  { search: 'DESK77@house', found: ['Desk 77'] },
  { search: 'imap7.example desk 1197', found: ['Desk 1197'] },
  { search: '100%', found: [] },
])('finds $found by $search', async ({ search, found }) => {
  expect(await page({ search })).toMatchObject({
    items: found.map((name) => ({ name })),
    total: found.length,
  });
});

it.each([
  { state: 'live', total: 400 },
  { state: 'draft', total: 800 },
  { state: 'paused', total: 0 },
])('counts $total that are $state', async ({ state, total }) => {
  const found = await page({ state, limit: '10' });
  expect(found.total).toBe(total);
  expect(found.items).toHaveLength(Math.min(total, 10));
});

it('knows which need a look, and what is around them', async () => {
  const found = await page({ state: 'attention', limit: '10' });
  expect(names(found)).toEqual(['Desk 3', 'Desk 9']);
  expect(found.items.map(({ counts }) => counts.quarantined)).toEqual([0, 1]);
});

it('puts first what needs a look first', async () => {
  expect(names(await page({ sort: 'urgency', limit: '3' }))).toEqual(['Desk 3', 'Desk 9', 'Desk 6']);
});

it('puts first what has gone longest without a fetch', async () => {
  expect(names(await page({ sort: 'fetched', limit: '1' }))).toEqual(['Desk 12']);
});

it.each(['limit=0', 'limit=201', 'state=dead', 'sort=size', 'offset=-1'])('refuses %s', async (query) => {
  expect((await mailroom.api('GET', `accounts?${query}`)).status).toBe(422);
});

// Statistics say of such a ledger that whoever asks for an account wants nearly all of it.
it('never reads the whole ledger, however much of it is one mailbox’s', async () => {
  const { dataSource } = mailroom;
  const sql = `select id from mailroom.mail_account where name = 'Desk 1'`;
  const [{ id } = { id: '' }]: { id: string }[] = await dataSource.query(sql);
  await dataSource.query('delete from mailroom.delivery');
  await fillLedger(dataSource, id, 10_000);
  await dataSource.query('analyze');
  const heard = hearStatements(['delivery']);
  for (const path of [
    'accounts',
    'accounts?limit=50',
    `accounts/${id}`,
    `accounts/${id}/deliveries`,
    'banners',
  ])
    expect((await mailroom.api('GET', path)).status).toBe(200);
  expect(heard().length).toBeGreaterThan(3);
  expect(await seqScans(dataSource, heard(), ['delivery'])).toEqual([]);
});
