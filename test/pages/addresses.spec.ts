import { type Page } from 'playwright-core';
import { fillLedger, fillOutbox } from '../support/mail-in-bulk.js';
import { until } from '../support/until.js';
import { oneOfEach, type OneOfEach } from './one-of-each.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { Visitor } from './visitor.js';

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
  await fillLedger(helpdesk.database, made.account, 120);
  await fillOutbox(helpdesk.database, 120);
}, 120_000);
afterAll(() => helpdesk?.close());
afterEach(() => expect([...ada.strayed, ...ada.complaints]).toEqual([]));

type Step = () => Promise<unknown>;

const choose =
  (label: string, value: string): Step =>
  () =>
    ada.field(label).first().selectOption(value);
const search =
  (words: string): Step =>
  () =>
    ada.field('Search').first().fill(words);
const tab =
  (name: string): Step =>
  async () => {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('tab', { name, selected: true }).waitFor();
  };
const press =
  (name: string | RegExp): Step =>
  () =>
    page.getByRole('button', { name }).first().click();

/** Pages by what can be seen of them: where, the steps that somebody takes there, and what the address says of each then. */
const WALKS: readonly (readonly [string, () => string, readonly (readonly [Step, string])[]])[] = [
  [
    'accounts',
    () => 'accounts',
    [
      [choose('State', 'draft'), 'state=draft'],
      [choose('Order', 'address'), 'sort=address'],
    ],
  ],
  [
    'an account',
    () => `accounts/${made.account}`,
    [
      [tab('Activity'), 'tab=activity'],
      [tab('Settings'), 'tab=settings'],
    ],
  ],
  [
    'the mail of an account',
    () => `accounts/${made.account}`,
    [
      [choose('Show', 'ignored'), 'outcome=ignored'],
      [search('nobody'), 'search=nobody'],
    ],
  ],
  [
    'servers',
    () => 'servers',
    [
      [choose('State', 'failing'), 'state=failing'],
      [search('relay'), 'search=relay'],
    ],
  ],
  [
    'clients',
    () => 'clients',
    [
      [search('appl'), 'search=appl'],
      [choose('Order', 'expiry'), 'sort=expiry'],
    ],
  ],
  [
    'tokens',
    () => 'tokens',
    [
      [search('appl'), 'search=appl'],
      [choose('State', 'live'), 'state=live'],
    ],
  ],
  ['an invoker', () => `invokers/${made.invoker}`, [[tab('Calls'), 'tab=calls']]],
  [
    'the outbox',
    () => 'outbox',
    [
      [choose('Order', 'oldest'), 'sort=oldest'],
      [press(/^What became of it/), 'open='],
    ],
  ],
  [
    'the audit log',
    () => 'audit',
    [
      [search('relay'), 'text=relay'],
      [choose('Order', 'oldest'), 'sort=oldest'],
    ],
  ],
  ['the overview', () => '', [[press('Thirty days'), 'by=day']]],
];

describe.each(WALKS)('%s', (_, path, steps) => {
  it('stands in the address, step by step: back, forward, reload', async () => {
    await ada.goTo('/mailroom/settings');
    await ada.goTo(`/mailroom/${path()}`);
    await ada.settles();
    const addresses = [page.url()];
    for (const [step, said] of steps) {
      await step();
      await until(() => Promise.resolve(page.url().includes(said)), { what: `${said} in the address` });
      addresses.push(page.url());
    }
    const shown = await settledLooks();
    for (const address of addresses.slice(0, -1).toReversed()) {
      await page.goBack();
      expect(page.url()).toBe(address);
    }
    for (const address of addresses.slice(1)) {
      await page.goForward();
      expect(page.url()).toBe(address);
    }
    await ada.settles();
    await looksLike(shown);
    await page.reload();
    await ada.settles();
    await looksLike(shown);
  }, 90_000);
});

/** What the page shows once that does not change any more. */
async function settledLooks(): Promise<string> {
  let last = '';
  const isStill = async () => {
    await ada.settles();
    const before = last;
    last = await looks();
    return last === before;
  };
  await until(isStill, { what: 'the page to stand still' });
  return last;
}

async function looksLike(shown: string): Promise<void> {
  const isSame = async () => (await looks()) === shown;
  await until(isSame, { what: 'the page as it was' }).catch(() => undefined);
  expect(await looks()).toBe(shown);
}

/** What the page shows and what its fields hold, but for times, which move on. */
async function looks(): Promise<string> {
  const fields = await page
    .locator('main input, main select')
    .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
  const rows = await page.locator('main .row-main').allInnerTexts();
  const open = await page.locator('main [aria-expanded=true], main [aria-selected=true]').allInnerTexts();
  return JSON.stringify({ fields, rows: rows.map((row) => row.split('\n')[0]), open });
}

it('is at the same place of a long list on the way back', async () => {
  await ada.goTo('/mailroom/outbox');
  await ada.button('Show more').click();
  await until(async () => (await page.locator('.row').count()) === 100, { what: 'two pages' });
  await page.locator('.row').nth(80).scrollIntoViewIfNeeded();
  const before = await page.evaluate<number>('scrollY');
  expect(before).toBeGreaterThan(1_000);
  await ada.link('Overview').first().click();
  await ada.heading('Overview').waitFor();
  await page.goBack();
  await until(async () => (await page.evaluate<number>('scrollY')) === before, {
    what: 'the place of before',
  });
}, 60_000);
