import { type Page, type Route } from 'playwright-core';
import { until } from '../support/until.js';
import { adminApi } from './admin-api.js';
import { everyPage } from './every-page.js';
import { oneOfEach, type OneOfEach } from './one-of-each.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { Visitor } from './visitor.js';

const API = '**/mailroom/api/**';
const REQUEST_ID = 'the-id-of-the-request';

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let page: Page;
let made: OneOfEach;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  page = ada.page;
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  made = await oneOfEach(helpdesk, ada);
}, 120_000);
afterAll(() => helpdesk?.close());
afterEach(async () => {
  await page.unroute(API);
  // What the browser says of answers that failed is part of the story.
  const errors = ada.complaints.splice(0).filter((line) => !/Failed to load resource|ERR_FAILED/.test(line));
  expect([...ada.strayed, ...errors]).toEqual([]);
});

/** A way to fail, and the code by which the page is to name it. */
interface Failure {
  readonly code: string;
  readonly answer: (route: Route) => Promise<void>;
}

const problem = (status: number, code: string): Failure => ({
  code,
  answer: (route) =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status, code, params: {}, disposition: 'give-up', correlationId: REQUEST_ID }),
    }),
});
const html = (status: number, code: string): Failure => ({
  code,
  answer: (route) =>
    route.fulfill({
      status,
      contentType: 'text/html',
      body: '<html><body><h1>nginx</h1></body></html>',
    }),
});

const KNOWN = problem(409, 'database-busy');
const FAILURES: Readonly<Record<string, Failure>> = {
  'a problem with a known code': KNOWN,
  'a problem with a code from a newer helpdesk': problem(422, 'never-heard-of'),
  'a 500 without a body': { code: 'helpdesk-failed', answer: (route) => route.fulfill({ status: 500 }) },
  'a 403 of a firewall': html(403, 'answer-not-ours'),
  'a 413 of a proxy': html(413, 'sent-too-much'),
  'a 429 of a proxy': html(429, 'asked-too-often'),
  'a 503 of a proxy': html(503, 'helpdesk-away'),
  'a page of a proxy in place of the answer': html(200, 'answer-not-ours'),
  'no network': { code: 'server-silent', answer: (route) => route.abort() },
};

/** Whatever the pages ask for fails from here on, but for the stream of warnings. */
async function everythingFails({ answer }: Failure): Promise<{ failed: () => number }> {
  let failed = 0;
  await page.route(API, (route) => {
    if (route.request().url().endsWith('/stream')) return route.abort();
    failed += 1;
    return answer(route);
  });
  return { failed: () => failed };
}

const notes = () => page.locator('.problem-note').filter({ visible: true });

/** What an admin misses in the note about a problem, and what should not be on the page. */
async function missingIn(code: string): Promise<string[]> {
  const note = notes().filter({ hasText: code }).first();
  const has = async (what: string, count: Promise<number>) => ((await count) > 0 ? [] : [what]);
  const text = await page.locator('body').innerText();
  return [
    ...(await has('a note', note.count())),
    ...(await has('its announcement', note.and(page.getByRole('alert')).count())),
    ...(await has('a link to its page of the documentation', note.locator('a[href*="/docs/"]').count())),
    ...(await has('a way to try again', note.getByRole('button', { name: 'Try again' }).count())),
    ...(await has('a heading', page.getByRole('heading', { level: 1 }).count())),
    ...(/[{[]"/.test(text) ? ['no raw JSON'] : []),
    ...((await page.locator('.mantine-Skeleton-root').count()) > 0 ? ['an end of the loading'] : []),
  ];
}

describe('what cannot be loaded', () => {
  it('is said on every page with its code, what helps, the documentation and a way to try again', async () => {
    const paths = await everyPage(page, helpdesk.url);
    const found: Record<string, readonly string[]> = {};
    for (const [name, path] of paths) {
      const { failed } = await everythingFails(KNOWN);
      await ada.goTo(path);
      await ada.settles();
      expect({ name, asked: failed() > 0 }).toEqual({ name, asked: true });
      const missing = await missingIn(KNOWN.code);
      await page.unroute(API);
      if (missing.length === 0) {
        await page.getByRole('button', { name: 'Try again' }).first().click();
        await until(async () => (await notes().count()) === 0, {
          what: `${name} to come back`,
          timeoutMs: 8_000,
        }).catch(() => missing.push('all of it after another try'));
      }
      if (missing.length > 0) found[name] = missing;
    }
    expect(found).toEqual({});
  }, 900_000);

  it.each(Object.entries(FAILURES))(
    'names %s, on a list and a form',
    async (what, failure) => {
      for (const path of ['/mailroom/accounts', `/mailroom/clients/${made.client}`]) {
        await everythingFails(failure);
        await ada.goTo(path);
        // What may be a passing trouble is asked for again first.
        await notes().filter({ hasText: failure.code }).first().waitFor();
        let missing: readonly string[] = [];
        const isWhole = async () => (missing = await missingIn(failure.code)).length === 0;
        await until(isWhole, { what: 'a whole note', timeoutMs: 20_000 }).catch(() => undefined);
        expect({ path, missing }).toEqual({ path, missing: [] });
        await picture(page, `failure ${what}`);
        await page.unroute(API);
      }
    },
    60_000,
  );

  it('says that it still waits where an answer does not come', async () => {
    const held: Route[] = [];
    await page.route('**/mailroom/api/accounts?*', (route) => void held.push(route));
    await ada.goTo('/mailroom/accounts');
    await ada.reads(/takes its time to answer/);
    await page.unroute('**/mailroom/api/accounts?*');
    for (const route of held) await route.continue().catch(() => undefined);
    await ada.link('Support').waitFor();
  }, 60_000);

  it('leaves what was there in view while news cannot be had', async () => {
    await ada.goTo('/mailroom/accounts');
    await ada.settles();
    await ada.link('Support').waitFor();
    await everythingFails(KNOWN);
    await notes().first().waitFor();
    expect(await ada.link('Support').count()).toBe(1);
    await page.unroute(API);
    await notes().first().waitFor({ state: 'detached' });
  }, 60_000);

  it('says so where a file of the pages is gone after an update', async () => {
    await ada.goTo('/mailroom/');
    await ada.heading('Overview').waitFor();
    await page.route(/assets\/(pages|audit-page)[^/]*\.js/, (route) => route.fulfill({ status: 404 }));
    await ada.link('Audit log').click();
    await ada.heading('Something went wrong').waitFor();
    await ada.reads('page-failed');
    await page.unroute(/assets\/(pages|audit-page)[^/]*\.js/);
    await ada.button('Reload').click();
    await ada.heading('Audit log').waitFor();
    ada.complaints.splice(0);
  }, 60_000);
});

describe('a link to what is gone', () => {
  const gone = '00000000-0000-4000-8000-000000000000';
  const kinds = ['accounts', 'servers', 'clients', 'tokens', 'invokers', 'webhooks', 'mail-rules'];

  it.each(kinds)('says so and leads on: %s', async (kind) => {
    await ada.goTo(`/mailroom/${kind}/${gone}`);
    await ada.settles();
    const note = notes().first();
    await note.waitFor();
    expect(await note.innerText()).toMatch(/-not-found/);
    await page.locator('.back-link').click();
    await page.waitForURL(`**/mailroom/${kind}`);
    await ada.settles();
    expect(await notes().count()).toBe(0);
  });

  it.each(['no-page', 'accounts/not-an-id'])('also where the address makes no sense: %s', async (path) => {
    await ada.goTo(`/mailroom/${path}`);
    await ada.settles();
    expect(await page.getByRole('heading').first().innerText()).not.toBe('');
    const ways = page.locator('main').getByRole('link').filter({ visible: true });
    expect(await ways.count()).toBeGreaterThan(0);
  });
});

/** Forms of things that are there: where, and a field in which something is typed. */
const FORMS: readonly (readonly [string, () => string, string])[] = [
  ['an account', () => `accounts/${made.account}?tab=settings`, 'Comment'],
  ['a server', () => `servers/${made.server}`, 'Name'],
  ['a client', () => `clients/${made.client}`, 'Name'],
  ['an invoker', () => `invokers/${made.invoker}`, 'Name'],
  ['a webhook', () => `webhooks/${made.webhook}`, 'Description'],
  ['a rule', () => `mail-rules/${made.rule}`, 'Name of the rule'],
  ['the sender policy', () => 'sender-policy', 'Default sender'],
];

describe.each(FORMS)('the form of %s', (what, path, label) => {
  const field = () => ada.field(label).first();
  const save = () =>
    page.locator('form').filter({ has: field() }).getByRole('button', { name: /^Save/ }).first();
  const typed = label === 'Default sender' ? 'desk@sandbox.test' : 'Typed with care';

  beforeEach(async () => {
    await ada.goTo(`/mailroom/${path()}`);
    await ada.settles();
  });

  it('keeps what was typed and says why it could not be saved', async () => {
    await field().fill(typed);
    for (const failure of [KNOWN, ...Object.values(FAILURES).slice(1)]) {
      await page.route(API, (route) =>
        ['PATCH', 'PUT'].includes(route.request().method()) ? failure.answer(route) : route.fallback(),
      );
      await save().click();
      const note = page.locator('form .problem-note').filter({ hasText: failure.code });
      await note.waitFor();
      expect(await note.locator('a[href*="/docs/"]').count()).toBeGreaterThan(0);
      expect(await field().inputValue()).toBe(typed);
      await ada.canPress(save());
      await page.unroute(API);
    }
    await picture(page, `failure form of ${what}`);
    await save().click();
    await ada.isTold('Saved.');
    await until(async () => (await notes().count()) === 0, { what: 'the notes to go' });
    // Saved is saved: nobody is asked.
    await ada.link('Overview').first().click();
    await ada.heading('Overview').waitFor();
  }, 60_000);

  it('asks before what was typed is thrown away', async () => {
    await ada.link('Overview').first().click();
    await ada.heading('Overview').waitFor();
    await page.goBack();
    await ada.settles();
    await field().fill('Typed in vain');
    await ada.link('Overview').first().click();
    await ada.button('Stay here').click();
    expect(await field().inputValue()).toBe('Typed in vain');
    await page.goForward();
    await ada.button('Leave without saving').click();
    await ada.heading('Overview').waitFor();
    await page.goBack();
    await ada.settles();
    expect(await field().inputValue()).not.toBe('Typed in vain');
  }, 60_000);
});

it('asks before a reload throws away what was typed', async () => {
  await ada.goTo(`/mailroom/servers/${made.server}`);
  await ada.settles();
  // Browsers ask only where somebody has touched the page.
  await ada.field('Name').first().click();
  await page.keyboard.type('Typed with care');
  const asked = page.waitForEvent('dialog');
  void page.reload().catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await ada.settles();
});

it('has what was typed still there for whoever signs in again', async () => {
  await ada.goTo(`/mailroom/servers/${made.server}`);
  await ada.field('Name').first().fill('Typed before the end');
  // Held on to: the page may find out by itself that she is signed out, and hides the form then.
  const save = await page.getByRole('button', { name: 'Save', exact: true }).first().elementHandle();
  await page.context().clearCookies();
  await save!.dispatchEvent('click');
  await ada.heading('You are signed out.').waitFor();
  await picture(page, 'signed out with a form');
  const opening = page.context().waitForEvent('page');
  await ada.link('Sign in in another tab').click();
  const other = await opening;
  await other.getByLabel('Name').fill('ada');
  await other.getByLabel('Password').fill('of ada');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByRole('heading', { name: 'Overview' }).waitFor();
  await other.close();
  await ada.heading('You are signed out.').waitFor({ state: 'detached' });
  expect(await ada.field('Name').first().inputValue()).toBe('Typed before the end');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await ada.isTold('Saved.');
}, 60_000);

it('shows whoever saves second what somebody else changed, and overwrites nothing unasked', async () => {
  const api = adminApi(page, helpdesk.url);
  const path = `accounts/${made.account}`;
  await ada.goTo(`/mailroom/${path}?tab=settings`);
  await ada.field('Comment').fill('Mine');
  await api('PATCH', path, { name: 'Theirs', comment: 'Theirs, too' });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await ada.reads('changed-meanwhile');
  await ada.reads('Name: now “Theirs”');
  await ada.reads(/^Comment: now “Theirs, too”; you typed “Mine”$/);
  await picture(page, 'changed meanwhile');
  expect(await api('GET', path)).toMatchObject({ name: 'Theirs', comment: 'Theirs, too' });
  await ada.button('Keep what I typed').click();
  expect(await ada.field('Name').first().inputValue()).toBe('Theirs');
  expect(await ada.field('Comment').inputValue()).toBe('Mine');
  await save.click();
  await ada.isTold('Saved.');
  expect(await api('GET', path)).toMatchObject({ name: 'Theirs', comment: 'Mine' });
  await api('PATCH', path, { comment: 'Theirs again' });
  // Where nobody typed, the form follows by itself.
  await until(async () => (await ada.field('Comment').inputValue()) === 'Theirs again', { what: 'the news' });
  await api('PATCH', path, { name: 'Support' });
}, 60_000);

it('does so for the screening of an account, too', async () => {
  const api = adminApi(page, helpdesk.url);
  const path = `accounts/${made.account}`;
  await ada.goTo(`/mailroom/${path}?tab=settings`);
  await ada.field('Your mail server').fill('mine.example.com');
  await api('PATCH', path, { trustedHop: 'theirs.example.com' });
  const save = ada.button('Save where it goes');
  await save.click();
  await ada.reads('changed-meanwhile');
  expect(await api('GET', path)).toMatchObject({ trustedHop: 'theirs.example.com' });
  await ada.button('Keep what I typed').click();
  await save.click();
  await ada.reads('Saved.');
  expect(await api('GET', path)).toMatchObject({ trustedHop: 'mine.example.com' });
  await api('PATCH', path, { trustedHop: null });
}, 60_000);

it('does so for a route by recipient', async () => {
  const api = adminApi(page, helpdesk.url);
  const address = 'shared@route.example';
  const { id } = await api('POST', 'recipient-routes', { address, destination: 'support' });
  await ada.goTo('/mailroom/recipient-routes');
  await ada.button(`Change the route for ${address}`).click();
  const form = page.locator('.row-below');
  await form.getByLabel('Comment').fill('Mine');
  await api('PATCH', `recipient-routes/${id}`, { comment: 'Theirs' });
  const save = form.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await ada.reads(/^Comment: now “Theirs”; you typed “Mine”$/);
  await picture(page, 'route changed meanwhile');
  expect(await api('GET', `recipient-routes/${id}`)).toMatchObject({ comment: 'Theirs' });
  await ada.button('Keep what I typed').click();
  await save.click();
  await form.waitFor({ state: 'detached' });
  expect(await api('GET', `recipient-routes/${id}`)).toMatchObject({ comment: 'Mine' });
}, 60_000);

it('does so for a setting, and lets those alone that somebody else sees to', async () => {
  const api = adminApi(page, helpdesk.url);
  const limits = (limit: number) => ({ 'connection-limits': [{ host: 'imap.example', per: 'host', limit }] });
  const stored = async () => {
    const { items } = await api<{ items: { key: string; value: unknown }[] }>('GET', 'settings');
    return Object.fromEntries(items.map(({ key, value }) => [key, value]));
  };
  await api('PATCH', 'settings', limits(4));
  await ada.goTo('/mailroom/settings?open=connection-limits');
  await ada.field('Connections').fill('6');
  await api('PATCH', 'settings', { 'run-retention-days': 77 });
  const save = page
    .locator('form')
    .filter({ has: ada.field('Connections') })
    .getByRole('button', { name: 'Save' });
  await save.click();
  await ada.isTold('Saved.');
  expect(await stored()).toMatchObject({ ...limits(6), 'run-retention-days': 77 });
  await ada.field('Connections').fill('8');
  await api('PATCH', 'settings', limits(5));
  await save.click();
  await ada.reads(/now “imap\.example: 5 connections, .*”; you typed “imap\.example: 8 connections/);
  await picture(page, 'setting changed meanwhile');
  expect(await stored()).toMatchObject(limits(5));
  await ada.button('Take what is stored now').click();
  expect(await ada.field('Connections').inputValue()).toBe('5');
}, 60_000);

it('compares also what was stored between its look and its save', async () => {
  const api = adminApi(page, helpdesk.url);
  const path = `accounts/${made.account}`;
  await ada.goTo(`/mailroom/${path}?tab=settings`);
  await ada.field('Comment').fill('Mine');
  let met = false;
  await page.route(`**/api/${path}`, async (route) => {
    if (!met && route.request().method() === 'PATCH') {
      met = true;
      await api('PATCH', path, { comment: 'A moment faster' });
    }
    await route.continue();
  });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await ada.reads('Comment: now “A moment faster”; you typed “Mine”');
  expect(await api('GET', path)).toMatchObject({ comment: 'A moment faster' });
  await page.unroute(`**/api/${path}`);
}, 60_000);

it('keeps the words about an act that failed until somebody has read them', async () => {
  await ada.goTo(`/mailroom/accounts/${made.account}`);
  await ada.settles();
  await page.route('**/fetch', KNOWN.answer);
  await ada.button('Fetch now').click();
  const note = page.getByRole('alert').filter({ hasText: KNOWN.code });
  await note.waitFor();
  expect(await note.locator('a[href*="/docs/"]').count()).toBeGreaterThan(0);
  await ada.reads(REQUEST_ID);
  await ada.button('Fetch now').click();
  await until(async () => (await note.count()) === 1, { what: 'the same problem once' });
  await page.unroute('**/fetch');
}, 60_000);
