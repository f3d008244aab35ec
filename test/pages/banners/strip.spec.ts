import { type Page } from 'playwright-core';
import { until } from '../../support/until.js';
import { BannerDesk } from './banner-desk.js';

const TOLD = 'lets mail account “Throttled” wait';

let desk: BannerDesk;
let page: Page;
let accountId: string;
let lists = 0;

beforeAll(async () => {
  desk = await BannerDesk.open();
  ({ id: accountId } = await desk.account('Throttled'));
}, 120_000);
beforeEach(async () => {
  page = await desk.ada.page.context().newPage();
  lists = 0;
  page.on('request', (request) => (lists += request.url().endsWith('/api/banners') ? 1 : 0));
});
afterEach(() => page.close());
afterAll(() => desk?.close());

const told = () => page.getByRole('region', { name: 'Warnings' }).getByText(TOLD);

/** The provider lets the account wait, until it is let off. */
async function throttles(): Promise<void> {
  desk.faults.refuseLogins({ response: 'NO [OVERQUOTA] Account exceeded bandwidth limits.' });
  await desk.fetches(accountId);
}

async function letsOff(): Promise<void> {
  desk.faults.clear();
  await desk.timePasses({ minutes: 24 * 60 });
  await desk.fetches(accountId);
}

it('hears of warnings as they come and go, and asks for nothing meanwhile', async () => {
  await page.clock.install();
  await page.goto(`${desk.helpdesk.url}/mailroom/audit`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await throttles();
  await told().waitFor();
  await letsOff();
  await told().waitFor({ state: 'detached' });
  // At the start, and for each piece of news; never by the clock.
  expect(lists).toBeGreaterThanOrEqual(3);
  const asked = lists;
  await page.clock.runFor(50_000);
  expect(lists).toBe(asked);
});

it('asks by itself as long as the stream is not to be had', async () => {
  await page.clock.install();
  await page.route('**/api/banners/stream', (route) => route.abort());
  await page.goto(`${desk.helpdesk.url}/mailroom/audit`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await throttles();
  const comesUp = async () => {
    await page.clock.runFor(5_000);
    return (await told().count()) > 0;
  };
  await until(comesUp, { what: 'the warning, asked for', timeoutMs: 20_000 });
  await letsOff();
});
