import { faultsInEveryLook } from './axe.js';
import { everyPage } from './every-page.js';
import { furnish } from './furnish.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { Visitor } from './visitor.js';

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
  const found = await faultsInEveryLook(ada.page, where);
  const refused = await ada.page.evaluate<string[]>('refusedByPolicy');
  return [...found, ...refused.map((line) => `${where}: refused by the policy: ${line}`)];
}

async function faultsOfEveryPage(): Promise<string[]> {
  const found: string[] = [];
  for (const [name, path] of await everyPage(ada.page, helpdesk.url)) {
    await ada.goTo(path);
    await ada.settles();
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
