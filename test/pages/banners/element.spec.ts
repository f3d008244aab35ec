import { type Browser, type Page } from 'playwright-core';
import { startBrowser } from '../../support/browser.js';
import { until } from '../../support/until.js';
import { ElementHost } from './element-host.js';

const silent = {
  kind: 'mailbox-silent',
  cause: 'account:one',
  severity: 'critical',
  params: { account: 'Sales', since: '2026-05-03T10:20:00.000Z' },
  action: { kind: 'open', path: 'accounts/one' },
} as const;
const UNHEARD = 'The state of mail cannot be read just now';

let browser: Browser;
let host: ElementHost;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  host = new ElementHost();
  await host.start();
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  // What waits in the page waits until its clock is moved.
  await page.clock.install();
  await page.goto(`${host.url}/desk/tickets`);
});
afterEach(async () => {
  await page.close();
  await host.stop();
});

/** Puts the element on the page, with its script from below `mount`; `first` runs before the script does. */
async function shows(mount: string, { first = '', attribute = '' } = {}): Promise<void> {
  await page.evaluate(`
    document.body.innerHTML = '<mailroom-banners ${attribute}></mailroom-banners>';
    globalThis.element = document.querySelector('mailroom-banners');
    ${first};
    const script = document.createElement('script');
    script.type = 'module';
    script.src = '${mount}/banners.js';
    document.head.append(script);`);
  await page.waitForFunction(`customElements.get('mailroom-banners') !== undefined`);
}

const banner = () => page.locator('mailroom-banners .banner');
const asked = (times: number) =>
  until(() => host.asked.length >= times, { what: `request ${times}`, timeoutMs: 10_000 });
const listens = () => until(() => host.listeners === 1, { what: 'somebody to listen' });
const leaves = () => until(() => host.listeners === 0, { what: 'nobody to listen' });

/** The page's clock runs on until `done`, so many ms a step: how long each wait is, chance decides. */
async function runsUntil(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const step = async () => {
    await page.clock.runFor(500);
    return done();
  };
  await until(step, { what, timeoutMs: 20_000 });
}

async function isHidden(hidden: boolean): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} });
    document.dispatchEvent(new Event('visibilitychange'));`);
}

describe('where Mailroom is mounted', () => {
  beforeEach(() => {
    host.answer = [silent];
  });

  it.each(['/mailroom', '/help/desk/mail'])('is where the script comes from: %s', async (mount) => {
    await shows(mount);
    await banner().waitFor();
    expect(host.asked.map(({ path }) => path)).toEqual([`${mount}/api/banners/stream`]);
    const link = banner().getByRole('link', { name: /^Open: / });
    expect(await link.evaluate<string, { href: string }>(({ href }) => href)).toBe(
      `${host.url}${mount}/accounts/one`,
    );
  });

  it.each(['/elsewhere/mail', '/elsewhere/mail/', '../elsewhere/mail'])(
    'is where its attribute says: %s',
    async (mount) => {
      await shows('/assets', { attribute: `mount="${mount}"` });
      await banner().waitFor();
      expect(host.asked.map(({ path }) => path)).toEqual(['/elsewhere/mail/api/banners/stream']);
      const link = banner().getByRole('link');
      expect(await link.getAttribute('href')).toBe(`${host.url}/elsewhere/mail/accounts/one`);
    },
  );

  it('moves with its attribute, and leaves the former place', async () => {
    await shows('/one');
    await listens();
    await page.evaluate(`element.setAttribute('mount', '/two')`);
    await asked(2);
    expect(host.asked.map(({ path }) => path)).toEqual(
      ['/one', '/two'].map((at) => `${at}/api/banners/stream`),
    );
    await until(() => host.listeners === 1, { what: 'the former stream to end' });
  });
});

describe('its language', () => {
  const GERMAN =
    /^Kritisch: Vom Mailkonto „Sales“ war nichts mehr zu hören \(seit 03\.05\.2026, \d\d:\d\d\)\./;
  const ENGLISH = /^Critical: Nothing has been heard of mail account “Sales” since 3 May 2026, \d\d:\d\d\./;
  const says = () => banner().locator('.sentence').textContent();
  beforeEach(() => {
    host.answer = [silent];
  });

  it.each([
    ['lang="de"', '', GERMAN],
    ['', `document.documentElement.lang = 'de-CH'`, GERMAN],
    ['lang="en"', `document.documentElement.lang = 'de'`, ENGLISH],
    ['', `document.documentElement.lang = 'fr'`, ENGLISH],
  ])('is that of the nearest lang: %s, %s', async (attribute, first, sentence) => {
    await shows('/mailroom', { attribute, first });
    await banner().waitFor();
    expect(await says()).toMatch(sentence);
    expect(host.scripts).toEqual(sentence === GERMAN ? ['banners.js', 'banners.de.js'] : ['banners.js']);
  });

  it('changes with its attribute', async () => {
    await shows('/mailroom');
    await banner().waitFor();
    await page.evaluate(`element.setAttribute('lang', 'de')`);
    await until(async () => GERMAN.test((await says()) ?? ''), { what: 'German' });
    expect(await banner().getByRole('link').getAttribute('aria-label')).toMatch(/^Öffnen: Vom Mailkonto/);
  });

  it('is the one that was wished last, whichever comes first', async () => {
    const held: (() => Promise<void>)[] = [];
    await page.route('**/banners.de.js', (route) => void held.push(() => route.continue()));
    await shows('/mailroom', { attribute: 'lang="de"' });
    await until(() => held.length > 0, { what: 'German to be asked for' });
    await page.evaluate(`element.setAttribute('lang', 'en')`);
    await banner().waitFor();
    for (const release of held) await release();
    await page.evaluate(`import('/mailroom/banners.de.js')`);
    host.says([silent]);
    expect(await says()).toMatch(ENGLISH);
    expect(await page.getByRole('region').getAttribute('aria-label')).toBe('Warnings');
    expect(host.asked).toHaveLength(1);
  });

  it('is English where the words of another do not come', async () => {
    await page.route('**/banners.de.js', (route) => route.abort());
    await shows('/mailroom', { attribute: 'lang="de"' });
    await banner().waitFor();
    expect(await says()).toMatch(ENGLISH);
  });
});

describe('headers of the host', () => {
  it('go along with the first request, where they were set before the script came', async () => {
    const first = `element.headers = () => ({ authorization: 'Bearer early', accept: 'text/html' })`;
    await shows('/mailroom', { first });
    await listens();
    expect(host.asked).toHaveLength(1);
    expect(host.asked[0]?.headers).toMatchObject({
      authorization: 'Bearer early',
      accept: 'text/event-stream',
    });
  });

  it('are asked for anew with every request, and may take their time', async () => {
    await shows('/mailroom', {
      first: `let count = 0; element.headers = async () => new Headers({ 'x-ticket': String(count += 1) })`,
    });
    await listens();
    host.endsStreams();
    await runsUntil(() => host.asked.length === 2, 'the second request');
    expect(host.asked.map(({ headers }) => headers['x-ticket'])).toEqual(['1', '2']);
  });

  it('begin a new stream where they are set later', async () => {
    await shows('/mailroom');
    await listens();
    await page.evaluate(`element.headers = () => ({ authorization: 'Bearer late' })`);
    await asked(2);
    expect(host.asked.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer late']);
    await until(() => host.listeners === 1, { what: 'the former stream to end' });
  });

  it('that cannot be had are a failure like any other', async () => {
    await shows('/mailroom', {
      first: `let fails = 1;
        element.headers = () => { if ((fails -= 1) >= 0) throw new Error('no token yet'); return {}; }`,
    });
    await runsUntil(() => host.asked.length === 1, 'the request after the failure');
    await listens();
  });
});

describe('a stream that ends', () => {
  it.each(['endsStreams', 'breaksStreams'] as const)(
    'is opened again (%s), and nothing flickers',
    async (how) => {
      host.answer = [silent];
      await shows('/mailroom');
      await banner().waitFor();
      await page.evaluate(`
      globalThis.touched = 0;
      new MutationObserver(() => (touched += 1)).observe(element.shadowRoot, { childList: true, subtree: true })`);
      host[how]();
      await leaves();
      await runsUntil(() => host.asked.length === 2, 'the second stream');
      await listens();
      host.says([]);
      await banner().waitFor({ state: 'detached' });
      // The banner went, and nothing else ever came or went.
      expect(await page.evaluate('touched')).toBe(1);
    },
  );

  it('is opened again later and later while that fails, says so after a while, and is sound again', async () => {
    host.answer = 503;
    await shows('/mailroom');
    await asked(1);
    await runsUntil(() => host.asked.length === 4, 'four failures');
    expect(await banner().count()).toBe(0);
    await runsUntil(async () => (await banner().count()) === 1, 'the word that nothing is heard');
    expect(await banner().innerText()).toContain(UNHEARD);
    host.answer = [silent];
    await runsUntil(() => host.listeners === 1, 'a stream again');
    await banner().filter({ hasText: 'Nothing has been heard of mail account “Sales”' }).waitFor();
    expect(await banner().count()).toBe(1);
    // After a success the next end is the first failure again: a second, not the minute it had come to.
    const before = host.asked.length;
    host.endsStreams();
    await leaves();
    await page.clock.runFor(1_100);
    await asked(before + 1);
  });

  it('is opened again when it is silent for a minute: whoever is at the other end is gone', async () => {
    await shows('/mailroom');
    await listens();
    await page.clock.runFor(59_000);
    expect(host.asked).toHaveLength(1);
    await page.clock.runFor(1_500);
    await runsUntil(() => host.asked.length === 2, 'another stream');
    await listens();
  });

  it.each([401, 403])('is left alone after %d, until somebody looks at the page again', async (status) => {
    host.answer = [silent];
    await shows('/mailroom');
    await banner().waitFor();
    host.answer = status;
    host.endsStreams();
    await runsUntil(() => host.asked.length === 2, 'the refusal');
    await banner().waitFor({ state: 'detached' });
    await page.clock.runFor(300_000);
    expect(host.asked).toHaveLength(2);
    host.answer = [silent];
    await isHidden(true);
    await isHidden(false);
    await banner().waitFor();
    expect(host.asked).toHaveLength(3);
  });
});

describe('a page that nobody sees', () => {
  it('gives its connection back after some seconds, and takes it up again', async () => {
    host.answer = [silent];
    await shows('/mailroom');
    await banner().waitFor();
    await isHidden(true);
    await page.clock.runFor(4_000);
    expect(host.listeners).toBe(1);
    await page.clock.runFor(1_500);
    await leaves();
    await isHidden(false);
    await listens();
    expect(host.asked).toHaveLength(2);
  });

  it('keeps it through a glance elsewhere, and lets go of it with the element', async () => {
    await shows('/mailroom');
    await listens();
    await isHidden(true);
    await page.clock.runFor(2_000);
    await isHidden(false);
    await page.clock.runFor(10_000);
    expect([host.listeners, host.asked.length]).toEqual([1, 1]);
    await page.evaluate('element.remove()');
    await leaves();
    await page.clock.runFor(120_000);
    expect(host.asked).toHaveLength(1);
  });
});
