import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyPage } from '../pages/every-page.js';
import { furnish } from '../pages/furnish.js';
import { openHelpdesk, type OpenHelpdesk } from '../pages/open-helpdesk.js';
import { Visitor } from '../pages/visitor.js';

// `npm run screenshots`: every admin page of a helpdesk that has been at work, in light and dark, as the documentation shows it.
const folder = join(import.meta.dirname, '../../docs/images');
const MOST_HEIGHT = 1_200;
const QUALITY = 45;
/** What all of them may weigh. */
const MOST_BYTES = 4 * 1_048_576;
// From dark to light some things go through all between.
const still = `Promise.all(
  document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished.catch(() => undefined)),
).then(() => undefined)`;
const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

let helpdesk: OpenHelpdesk;
let ada: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  await furnish(helpdesk, ada);
}, 120_000);
afterAll(() => helpdesk?.close());

/** The page as it stands, cut off below a height that people look at, as WebP. */
async function shoot(name: string): Promise<number> {
  const height = await ada.page.evaluate<number>('document.documentElement.scrollHeight');
  await ada.page.setViewportSize({ width: 1280, height: Math.min(Math.max(height, 800), MOST_HEIGHT) });
  const session = await ada.page.context().newCDPSession(ada.page);
  let bytes = 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.page.emulateMedia({ colorScheme });
    await ada.page.evaluate(painted);
    await ada.page.evaluate(still);
    await ada.page.evaluate(painted);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
    const image = Buffer.from(data, 'base64');
    writeFileSync(join(folder, `${name}.${colorScheme}.webp`), image);
    bytes += image.length;
  }
  await session.detach();
  return bytes;
}

it('takes every page in light and dark', async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const [name, path] of await everyPage(ada.page, helpdesk.url)) {
    // One of each kind is enough.
    if (/ (?!1$)\d+$/.test(name)) continue;
    await ada.page.setViewportSize({ width: 1280, height: 800 });
    await ada.goTo(name === 'overview' ? `${path}?by=day` : path);
    await ada.settles();
    bytes += await shoot(name.replace(/\W+/g, '-'));
  }
  expect(bytes).toBeLessThan(MOST_BYTES);
}, 300_000);

it('takes one page in German', async () => {
  await ada.page.addInitScript(`localStorage.setItem('mailroom-language', 'de')`);
  await ada.page.setViewportSize({ width: 1280, height: 800 });
  await ada.goTo('/mailroom/accounts');
  await ada.heading('Mailkonten').waitFor();
  await ada.settles();
  expect(await shoot('accounts-in-german')).toBeLessThan(MOST_BYTES);
});
