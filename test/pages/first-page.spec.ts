import { gzipSync } from 'node:zlib';
import { type Page } from 'playwright-core';
import { until } from '../support/until.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { Visitor } from './visitor.js';

/** What the scripts of the first page may weigh, gzipped. */
const BUDGET_BYTES = 250_000;
const FRAMES = 30;

let helpdesk: OpenHelpdesk;
let ada: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  await ada.heading('Overview').waitFor();
});
afterAll(() => helpdesk?.close());
afterEach(() => expect([...ada.strayed, ...ada.complaints]).toEqual([]));

it.each([
  ['en', 'Overview', /\.de-/],
  ['de', 'Übersicht', /\.en-/],
])('weighs what a first page may and comes in one language: %s', async (language, title, other) => {
  const page = await ada.page.context().newPage();
  await page.addInitScript(`localStorage.setItem('mailroom-language', '${language}')`);
  const scripts = new Map<string, Promise<Buffer>>();
  // Also what comes along before a module asks for it.
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.set(pathname, response.body());
  });
  await page.goto(`${helpdesk.url}/mailroom/`);
  await page.getByRole('heading', { name: title, exact: true }).waitFor();
  await ada.settles(page);
  const weights = (await Promise.all(scripts.values())).map((body) => gzipSync(body, { level: 9 }).length);
  expect(weights.length).toBeGreaterThan(1);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(BUDGET_BYTES);
  expect([...scripts.keys()].filter((script) => other.test(script))).toEqual([]);
  await page.evaluate(`localStorage.removeItem('mailroom-language')`);
  await page.close();
});

it('comes packed to whoever can unpack it', async () => {
  const html = await (await ada.page.request.get(`${helpdesk.url}/mailroom/`)).text();
  const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(html) ?? [];
  const get = async (accepts: string) => {
    const headers = { 'accept-encoding': accepts };
    const answer = await fetch(new URL(script, `${helpdesk.url}/mailroom/`), { headers });
    const { status } = answer;
    return { status, as: answer.headers.get('content-encoding'), text: await answer.text() };
  };
  const plain = await get('identity');
  expect([plain.status, plain.as, plain.text.length > 10_000]).toEqual([200, null, true]);
  expect(await get('gzip, deflate, br')).toEqual({ ...plain, as: 'gzip' });
  expect(await get('br;q=1.0, gzip;q=0.8')).toEqual({ ...plain, as: 'gzip' });
  expect(await get('gzip;q=0, br')).toEqual(plain);
});

it.each([
  ['the system is dark', 'dark', null, true],
  ['the system is light', 'light', null, false],
  ['somebody chose dark', 'light', 'dark', true],
  ['somebody chose light', 'dark', 'light', false],
] as const)('never shows the other look when %s', async (_, colorScheme, chosen, dark) => {
  const page = await ada.page.context().newPage();
  await page.emulateMedia({ colorScheme });
  await page.addInitScript(`{
    const chosen = ${JSON.stringify(chosen)};
    if (chosen) localStorage.setItem('mantine-color-scheme-value', chosen);
    else localStorage.removeItem('mantine-color-scheme-value');
    globalThis.looks = [];
    const look = () => {
      if (document.body) looks.push(getComputedStyle(document.body).backgroundColor);
      if (looks.length < ${FRAMES}) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);
  await page.goto(`${helpdesk.url}/mailroom/`);
  await page.getByRole('heading', { name: 'Overview', exact: true }).waitFor();
  const looks = await looksOf(page);
  expect(looks.length).toBe(FRAMES);
  expect(looks.filter((look) => isDark(look) !== dark)).toEqual([]);
  await page.close();
});

/** The colours of the page in its first frames. */
async function looksOf(page: Page): Promise<string[]> {
  // Not waitForFunction: the page's policy lets nobody evaluate a string, and that is how it looks again and again.
  const looks = () => page.evaluate<string[]>('looks');
  await until(async () => (await looks()).length === FRAMES, { what: 'the first frames' });
  return looks();
}

function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue < 3 * 128;
}
