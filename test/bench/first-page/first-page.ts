import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser } from 'playwright-core';
import { startBrowser } from '../../support/browser.js';
import { installationOn, startHelpdeskProcess } from '../../support/helpdesk-process.js';
import { type BenchPostgres } from '../bench-postgres.js';
import { readOptions } from '../options.js';
import { onStage } from '../stage.js';
import { report, type Visit } from './report.js';

// npm run bench -- first-page [--visits 5]
// How long somebody waits for the first of the admin pages, in a browser that has never been there. The pages have to be built
// (npm run build). Everything but the result goes to stderr.

const { visits } = readOptions({ visits: 5 });
const pages = fileURLToPath(new URL('../../../dist/admin-web/index.html', import.meta.url));

// Runs in the page before anything of it: clicks as soon as there is a heading, and notes when what stood there.
const WATCH = `{
  globalThis.visit = {};
  let first;
  const look = () => {
    const heading = document.querySelector('h1')?.textContent;
    if (!heading || visit.clicked) return;
    if (first === undefined) {
      first = heading;
      visit.heading = performance.now();
      document.querySelector('nav a[href$="/accounts"]').click();
    } else if (heading !== first) visit.clicked = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}`;

const NOTES = `({
  ...visit,
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  files: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize })),
})`;

interface Notes {
  readonly paint: number;
  readonly heading: number;
  readonly clicked: number;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** Comes signed in and with an empty cache, like everybody once. */
async function visit(browser: Browser, url: string, storageState: object): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-US', storageState: storageState as never });
  try {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await page.goto(`${url}/mailroom/`);
    await page.getByRole('heading', { name: 'Mail accounts', exact: true }).waitFor();
    const { files, ...moments } = await page.evaluate<Notes>(NOTES);
    const sum = (some: Notes['files']) => some.reduce((bytes, file) => bytes + file.bytes, 0);
    const scripts = files.filter(({ name }) => name.endsWith('.js'));
    return { ...moments, bytes: sum(files), scriptBytes: sum(scripts) };
  } finally {
    await context.close();
  }
}

async function signedIn(browser: Browser, url: string, password: string): Promise<object> {
  const context = await browser.newContext();
  await context.request.post(`${url}/sign-in`, {
    form: { login: 'admin', password, next: '/' },
    headers: { origin: url },
  });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function measure(postgres: BenchPostgres): Promise<void> {
  const installation = installationOn(await postgres.createDatabase('first'));
  const [helpdesk, browser] = await Promise.all([startHelpdeskProcess(installation), startBrowser()]);
  try {
    const { url } = helpdesk;
    const state = await signedIn(browser, url, installation.environment['ADMIN_PASSWORD'] ?? '');
    // The first one is the server's first, too.
    await visit(browser, url, state);
    const made: Visit[] = [];
    while (made.length < visits) made.push(await visit(browser, url, state));
    console.log(JSON.stringify(report(made)));
  } finally {
    await browser.close();
    await helpdesk.stop();
  }
}

if (!existsSync(pages)) throw new Error('The admin pages are not built: run npm run build first.');
await onStage(({ postgres }) => measure(postgres));
