import {
  fillAccounts,
  fillAuditLog,
  fillLedger,
  fillMessages,
  fillOutbox,
  fillPastBanners,
  fillRuns,
} from '../support/mail-in-bulk.js';
import { until } from '../support/until.js';
import { CLOSED_UNDER_US } from './admin-api.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { Visitor } from './visitor.js';

const ACCOUNTS = 1_200;
/** More than one search looks at. */
const MAILS = 10_010;

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let accountId: string;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  await fillAccounts(helpdesk.database, ACCOUNTS);
  const sql = `select id from mailroom.mail_account where name = 'Desk 1'`;
  accountId = ((await helpdesk.database.query(sql)) as { id: string }[])[0]?.id ?? '';
  await fillLedger(helpdesk.database, accountId, MAILS);
  await fillOutbox(helpdesk.database, MAILS);
  await helpdesk.database.query('analyze');
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
}, 120_000);
afterAll(() => helpdesk?.close());
afterEach(() => expect([...ada.strayed, ...ada.complaints]).toEqual([]));

const rows = () => ada.page.locator('.row');

/** Resolves once the list shows so many rows. */
async function shows(count: number, what: string): Promise<void> {
  await until(async () => (await rows().count()) === count, {
    what: `${count} rows: ${what}`,
    timeoutMs: 25_000,
  });
}

function asked(): Record<string, string> {
  return Object.fromEntries(new URL(ada.page.url()).searchParams);
}

async function post(path: string, body: object): Promise<void> {
  const response = await ada.page.request.post(`${helpdesk.url}/mailroom/api/${path}`, {
    data: body,
    headers: { origin: helpdesk.url },
    maxRetries: CLOSED_UNDER_US,
  });
  expect({ path, status: response.status(), body: await response.text() }).toMatchObject({ status: 201 });
}

const lists = [
  { what: 'the outbox', path: () => '/mailroom/outbox', narrowed: 'failed', among: 'status' },
  {
    what: 'the mail of an account',
    path: () => `/mailroom/accounts/${accountId}`,
    narrowed: 'ignored',
    among: 'outcome',
  },
];

describe.each(lists)('$what', ({ what, path, narrowed, among }) => {
  it('is searched while somebody types, and the address keeps it', async () => {
    await ada.goTo(path());
    await shows(50, 'the first page');
    await ada.field('Search').fill('bob10007 subject');
    await shows(1, 'the one that fits');
    await ada.reads('Subject 10007');
    expect(asked()).toEqual({ search: 'bob10007 subject' });
    await picture(ada.page, `${what} searched`);
    await ada.page.reload();
    await shows(1, 'after a reload');
    expect(await ada.field('Search').inputValue()).toBe('bob10007 subject');
  });

  it('finds what lies further back than one look', async () => {
    await ada.goTo(path());
    await ada.field('Search').fill('bob1@customer.test');
    await shows(1, 'the oldest mail');
    await ada.reads('Subject 1');
  });

  it('leads back to everything where nothing fits', async () => {
    await ada.goTo(`${path()}?search=nobody-wrote-this`);
    await ada.heading('Nothing fits').waitFor();
    await picture(ada.page, `${what} nothing fits`);
    await ada.button('Show everything').click();
    await shows(50, 'everything');
    expect(asked()).toEqual({});
    expect(await ada.field('Search').inputValue()).toBe('');
  });

  it('is narrowed and turned round', async () => {
    await ada.goTo(path());
    await ada.field('Show').selectOption(narrowed);
    await shows(2, narrowed);
    await ada.field('Order').selectOption('Oldest first');
    await until(async () => (await rows().first().textContent())?.includes('Subject 5000') === true, {
      what: 'the oldest one on top',
    });
    expect(asked()).toEqual({ [among]: narrowed, sort: 'oldest' });
  });

  it('shows as many pages as before after a reload and on the way back', async () => {
    await ada.goTo(path());
    await ada.button('Show more').click();
    await shows(100, 'two pages');
    await ada.button('Show more').click();
    await shows(150, 'three pages');
    expect(asked()).toEqual({ shown: '3' });
    await ada.page.reload();
    await shows(150, 'three pages after a reload');
    await ada.page.getByRole('link', { name: 'Overview' }).first().click();
    await ada.heading('Overview').waitFor();
    await ada.page.goBack();
    await shows(150, 'three pages on the way back');
    await ada.field('Show').selectOption(narrowed);
    await shows(2, 'another filter begins anew');
    expect(asked()).toEqual({ [among]: narrowed });
  });
});

describe('a house of many mailboxes', () => {
  it('turns pages, which the server cuts', async () => {
    const answers: number[] = [];
    ada.page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('/api/accounts'))
        void response.json().then(
          ({ items }: { items: unknown[] }) => answers.push(items.length),
          () => undefined,
        );
    });
    await ada.goTo('/mailroom/accounts');
    await ada.reads(`1 to 50 of ${ACCOUNTS.toLocaleString('en')}`);
    await ada.button('Next').click();
    await ada.reads(`51 to 100 of ${ACCOUNTS.toLocaleString('en')}`);
    await until(() => answers.length >= 2, { what: 'two answers' });
    expect(answers.every((length) => length === 50)).toBe(true);
    expect(asked()).toEqual({ page: '2' });
    await ada.page.reload();
    await ada.reads(`51 to 100 of ${ACCOUNTS.toLocaleString('en')}`);
  });

  it('finds a mailbox, and those in a state', async () => {
    await ada.goTo('/mailroom/accounts?page=3');
    await ada.field('Search').fill('desk1199@house');
    await shows(1, 'the one');
    await ada.link('Desk 1199').waitFor();
    await ada.field('Search').fill('');
    await ada.field('State').selectOption('Needs attention');
    await ada.heading('Nothing fits').waitFor();
    await ada.field('State').selectOption('Live');
    await ada.reads('1 to 50 of 400');
    await ada.field('Order').selectOption('By address');
    await until(() => Promise.resolve(asked()['sort'] === 'address'), { what: 'the order in the address' });
    await picture(ada.page, 'accounts many');
  });

  it('keeps both of two filters that are chosen at once', async () => {
    await ada.goTo('/mailroom/accounts');
    await ada.field('State').waitFor();
    await ada.page.evaluate(`for (const [index, value] of ['live', 'address'].entries()) {
      const choice = document.querySelectorAll('main select')[index];
      choice.value = value;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    }`);
    await ada.reads('1 to 50 of 400');
    expect(asked()).toEqual({ state: 'live', sort: 'address' });
  });
});

describe('a house where each agent has a server of their own', () => {
  const AGENTS = 300;

  beforeAll(async () => {
    const settings = { host: 'smtp.house.test', port: 465, security: 'tls', auth: 'none' };
    await post('servers', { ...settings, name: 'Company relay', fromFilter: 'house.test' });
    await helpdesk.database.query(
      `insert into mailroom.outgoing_server
       select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'name', 'Server of agent ' || n,
         'owner_id', 'agent-' || n, 'owner_name', 'Agent ' || n, 'priority', 10 + n, 'from_filter', 'agent' || n || '@house.test'))).*
       from mailroom.outgoing_server s, generate_series(1, $1) n`,
      [AGENTS],
    );
  });

  it('turns the pages of its servers, and finds one by its owner', async () => {
    await ada.goTo('/mailroom/servers?page=2');
    await ada.reads(`51 to 100 of ${AGENTS + 1}`);
    await ada.field('Search').fill('agent 217');
    await shows(1, 'the one');
    await ada.field('Search').fill('');
    await ada.field('Whose').selectOption('Everybody’s');
    await shows(1, 'what is everybody’s');
    await ada.link('Company relay').waitFor();
    // Moved are they in the order of all, and there alone.
    expect(await ada.button('Move Company relay down').count()).toBe(0);
    await ada.field('Whose').selectOption('Personal');
    await ada.field('Order').selectOption('By name');
    await ada.reads(`1 to 50 of ${AGENTS}`);
    await picture(ada.page, 'servers many');
  });

  it('moves a server over the edge of a page', async () => {
    await ada.goTo('/mailroom/servers?page=2');
    await ada.button('Move Server of agent 50 up').click();
    await until(async () => (await rows().first().textContent())?.includes('Server of agent 49') === true, {
      what: 'its neighbour in its place',
    });
    await ada.button('Previous').click();
    await ada.button('Move Server of agent 50 up').waitFor();
  });

  it('chooses among them by typing', async () => {
    await ada.goTo('/mailroom/servers');
    await ada.settles();
    // What stands in the field while nothing is chosen is nothing to look for.
    await ada.page.getByRole('combobox', { name: 'The mail asks for' }).click();
    await ada.page.getByRole('option', { name: 'Company relay', exact: true }).waitFor();
    await ada.page.keyboard.press('Escape');
    const author = ada.page.getByRole('combobox', { name: 'Written by' });
    await author.click();
    await author.fill('Agent 217');
    await ada.page.getByRole('option', { name: 'Agent 217', exact: true }).click();
    await ada.field('Mail from').fill('agent217@house.test');
    await ada.button('Ask').click();
    await ada.reads('Server of agent 217');
    await ada.goTo('/mailroom/mail-rules/new');
    const account = ada.page.getByRole('combobox', { name: 'Comes in on' });
    await account.click();
    await account.fill('desk1199@house');
    await ada.page.getByRole('option', { name: /^Desk 1199 / }).click();
    expect(await account.inputValue()).toContain('Desk 1199');
  });

  it('asks for no list as a whole, whatever page is open', async () => {
    const long: string[] = [];
    let lists = 0;
    ada.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!/\/api\/(accounts|servers)$/.test(pathname)) return;
      lists += 1;
      const look = ({ items }: { items: unknown[] }) => {
        if (items.length > 50) long.push(`${ada.page.url()}: ${items.length} of ${pathname}`);
      };
      // The body of an answer is gone with the page that asked for it.
      void response.json().then(look, () => undefined);
    });
    for (const path of [
      '',
      'mail-rules',
      'mail-rules/new',
      'quarantine',
      'servers',
      'sender-policy',
      'accounts',
    ]) {
      await ada.goTo(`/mailroom/${path}`);
      await ada.settles();
    }
    expect(lists).toBeGreaterThan(8);
    expect(long).toEqual([]);
  });
});

describe('shorter lists', () => {
  beforeAll(async () => {
    for (const [index, name] of ['Newsletters', 'Urgent words', 'Robots'].entries())
      await post('mail-rules', {
        name,
        enabled: true,
        match: 'all',
        conditions: [{ field: 'subject', not: false, match: 'contains', value: `word${index}` }],
        actions: { then: 'continue', destination: null, priority: null, tags: ['seen'], unlimited: false },
      });
    for (const [address, destination] of [
      ['sales@house.test', 'sales'],
      ['help@house.test', 'support'],
      ['*@elsewhere.test', 'support'],
    ])
      await post('recipient-routes', { address, destination, comment: `for ${destination}` });
  });

  it('narrows rules, which keep their numbers', async () => {
    await ada.goTo('/mailroom/mail-rules');
    await shows(3, 'all rules');
    await ada.field('Search').fill('word1');
    await shows(1, 'the one that looks for it');
    await ada.reads(/^2\.$/);
    await ada.field('Search').fill('');
    await ada.field('Order').selectOption('By name');
    await until(async () => (await rows().nth(1).textContent())?.includes('Robots') === true, {
      what: 'rules by name',
    });
    await ada.field('Show').selectOption('Off');
    await ada.heading('Nothing fits').waitFor();
    await picture(ada.page, 'mail-rules nothing fits');
  });

  it('narrows recipient routes', async () => {
    await ada.goTo('/mailroom/recipient-routes');
    await shows(3, 'all routes');
    await ada.field('Search').fill('for sales');
    await shows(1, 'the one');
    await ada.field('Search').fill('');
    await ada.field('Going to').selectOption('support');
    await shows(2, 'those that go there');
    await picture(ada.page, 'recipient-routes narrowed');
  });
});

describe('what was done and told', () => {
  let webhookId: string;

  beforeAll(async () => {
    await fillRuns(helpdesk.database, accountId, 410);
    await fillPastBanners(helpdesk.database, 130);
    await fillAuditLog(helpdesk.database, 200);
    await post('webhooks', {
      description: 'The duty roster',
      url: 'https://desk.example/hook',
      events: ['outbox.sent', 'account.failing'],
    });
    const sql = `select id from mailroom.webhook where description = 'The duty roster'`;
    webhookId = ((await helpdesk.database.query(sql)) as { id: string }[])[0]?.id ?? '';
    // More than one look takes in.
    await fillMessages(helpdesk.database, webhookId, 5_010);
  });

  it('narrows the looks into a mailbox', async () => {
    await ada.goTo(`/mailroom/accounts/${accountId}?tab=activity`);
    await shows(30, 'the newest looks');
    await ada.field('Show').selectOption('Failed');
    await shows(4, 'those that failed');
    await ada.field('Because').selectOption('Asked for');
    await ada.heading('Nothing fits').waitFor();
    await ada.button('Show everything').click();
    await shows(30, 'all of them');
    await ada.field('Show').selectOption('Those that brought mail');
    await ada.field('Order').selectOption('Oldest first');
    await until(async () => (await rows().first().textContent())?.includes('7 mails') === true, {
      what: 'the oldest one that brought mail',
    });
    expect(asked()).toEqual({ tab: 'activity', ended: 'mails', sort: 'oldest' });
    await picture(ada.page, 'account activity narrowed');
  });

  it('finds a message of a webhook, however far back', async () => {
    await ada.goTo(`/mailroom/webhooks/${webhookId}`);
    await shows(20, 'the newest messages');
    await ada.field('State').selectOption('Given up');
    await shows(5, 'those that were given up');
    expect(asked()).toEqual({ state: 'given-up' });
    await ada.page.reload();
    await shows(5, 'after a reload');
    await ada.field('State').selectOption('Any state');
    await ada.field('Event').selectOption('Mail accounts: Failing');
    await ada.field('Search').fill('no4999.');
    await shows(1, 'the one');
    await ada.field('Search').fill('no1.');
    await ada.heading('Nothing found so far').waitFor();
    await ada.button('Look further').click();
    await shows(1, 'the oldest');
    await picture(ada.page, 'webhook log narrowed');
  });

  it('narrows what there was to warn of', async () => {
    await ada.goTo('/mailroom/warnings');
    const past = ada.page.getByRole('list', { name: 'What there was' }).getByRole('listitem');
    await ada.reads(/^1 to 50 of 13\d$/);
    await ada.field('Show').selectOption('Critical');
    await ada.field('State').selectOption('Gone');
    await until(async () => (await past.count()) === 13, { what: 'those that were critical' });
    await ada.field('Order').selectOption('Oldest first');
    await until(async () => (await past.first().textContent())?.includes('mailbox10@house.test') === true, {
      what: 'the oldest one on top',
    });
    await ada.field('Search').fill('mailbox120@');
    await until(async () => (await past.count()) === 1, { what: 'the one' });
    await ada.field('Search').fill('nobody');
    await ada.heading('Nothing fits').waitFor();
    await picture(ada.page, 'warnings nothing fits');
  });

  it('turns the audit log round', async () => {
    await ada.goTo('/mailroom/audit');
    await shows(50, 'the newest');
    await ada.field('Order').selectOption('Oldest first');
    await until(async () => (await rows().first().textContent())?.includes('Thing 1Mailroom') === true, {
      what: 'the oldest one on top',
    });
    const next = /api\/audit-events\?.*before=/;
    await ada.page.route(next, (route) => route.abort());
    await ada.button('Show more').click();
    await ada.button('Try again').waitFor();
    await shows(50, 'what is there already, while more could not be had');
    await ada.page.unroute(next);
    ada.complaints.splice(0);
    await ada.button('Try again').click();
    await shows(100, 'two pages');
    await ada.button('Try again').waitFor({ state: 'detached' });
    expect(await rows().last().textContent()).toContain('Thing 100');
    await ada.field('Search').fill('nobody');
    await ada.heading('Nothing fits').waitFor();
    await ada.button('Show everything').click();
    await shows(100, 'all of it, as far as it was shown before');
    expect(asked()).toEqual({ sort: 'oldest' });
  });

  it('turns the quarantine round', async () => {
    await helpdesk.database.query(
      `update mailroom.delivery set outcome = 'quarantined' where account_id = $1 and uid % 100 = 0`,
      [accountId],
    );
    await ada.goTo('/mailroom/quarantine');
    await shows(50, 'the newest');
    await ada.field('Order').selectOption('Oldest first');
    await until(async () => (await rows().first().textContent())?.includes('Subject 100bob') === true, {
      what: 'the oldest one on top',
    });
    await ada.button('Show more').click();
    await shows(100, 'two pages');
    expect(asked()).toEqual({ sort: 'oldest', shown: '2' });
  });
});
