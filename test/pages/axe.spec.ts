import { axeFaults } from './axe.js';
import { everyPage } from './every-page.js';
import { furnish } from './furnish.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { Visitor } from './visitor.js';

// Both colours and both widths; what fails in one of them fails here.
const looks = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark on a phone', colorScheme: 'dark', width: 390 },
] as const;

let helpdesk: OpenHelpdesk;
let ada: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.page.addInitScript(`{
    globalThis.refusedByPolicy = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      refusedByPolicy.push(violatedDirective + ' ' + blockedURI));
  }`);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
});
afterAll(() => helpdesk?.close());
afterEach(() => expect(ada.strayed).toEqual([]));

/** What is wrong with the page as it stands, in every look; a page wider than its window is wrong, too. */
async function faults(where: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, colorScheme, width } of looks) {
    await ada.page.setViewportSize({ width, height: 800 });
    await ada.page.emulateMedia({ colorScheme });
    const lines = await axeFaults(ada.page);
    const wide = await ada.page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > width) lines.push(`it is ${wide} pixels wide`);
    found.push(...lines.map((line) => `${where}, ${name}: ${line}`));
  }
  const refused = await ada.page.evaluate<string[]>('refusedByPolicy');
  return [...found, ...refused.map((line) => `${where}: refused by the policy: ${line}`)];
}

async function faultsOfEveryPage(): Promise<string[]> {
  const found: string[] = [];
  for (const [name, path] of await everyPage(ada.page, helpdesk.url)) {
    await ada.goTo(path);
    await ada.page.getByRole('heading', { level: 1 }).waitFor();
    await ada.page.waitForLoadState('networkidle');
    found.push(...(await faults(name)));
  }
  return found;
}

it('finds nothing to mend on the pages of a helpdesk that has just been set up', async () => {
  expect(await faultsOfEveryPage()).toEqual([]);
}, 300_000);

it('finds nothing to mend on the pages of one that has been at work', async () => {
  await furnish(helpdesk, ada);
  expect(await faultsOfEveryPage()).toEqual([]);
}, 500_000);
