import { everyLook, faultsInLooks, twoLooks } from './axe.js';
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

/** What is wrong with the page as it stands; what the policy refused is wrong, too. */
async function faults(where: string, looks = everyLook): Promise<string[]> {
  const found = await faultsInLooks(ada.page, where, looks);
  const refused = await ada.page.evaluate<string[]>('refusedByPolicy');
  return [...found, ...refused.map((line) => `${where}: refused by the policy: ${line}`)];
}

async function faultsOfEveryPage(looks = everyLook): Promise<string[]> {
  const found: string[] = [];
  for (const [name, path] of await everyPage(ada.page, helpdesk.url)) {
    await ada.goTo(path);
    await ada.settles();
    found.push(...(await faults(name, looks)));
  }
  return found;
}

/** What opens over a page: by the page, what is pressed there, and what that is. */
const OPENED = [
  ['overview', 'button', 'Account, language and appearance', 'menu'],
  ['accounts settings', 'button', 'Archive account', 'dialog'],
  ['servers 1', 'button', 'Archive server', 'dialog'],
  ['servers 1', 'combobox', 'Send it to', 'listbox'],
  ['clients 1', 'button', 'Delete client', 'dialog'],
  ['tokens 1', 'button', 'Disconnect', 'dialog'],
  ['invokers 1', 'button', 'Delete invoker', 'dialog'],
  ['invokers/new', 'combobox', 'Token', 'listbox'],
  ['webhooks 1', 'button', 'New secret', 'dialog'],
  ['webhooks 1', 'button', 'Delete webhook', 'dialog'],
  ['mail-rules 1', 'button', 'Delete', 'dialog'],
  ['quarantine', 'button', /^Try all \d+ again$/, 'dialog'],
  ['quarantine', 'button', /^Throw all \d+ away$/, 'dialog'],
  ['warnings', 'button', 'Snooze', 'dialog'],
  ['servers', 'combobox', 'The mail asks for', 'listbox'],
] as const;

async function faultsOfWhatOpens(): Promise<string[]> {
  const found: string[] = [];
  const paths = await everyPage(ada.page, helpdesk.url);
  for (const [name, role, label, opened] of OPENED) {
    await ada.goTo(paths.get(name) ?? '');
    await ada.settles();
    await ada.page.getByRole(role, { name: label }).first().click();
    await ada.page.getByRole(opened).filter({ visible: true }).first().waitFor();
    found.push(...(await faults(`${name}, ${String(label)}`)));
    await ada.page.keyboard.press('Escape');
    await ada.page.getByRole(opened).filter({ visible: true }).waitFor({ state: 'detached' });
  }
  return found;
}

it('finds nothing to mend on the pages of a helpdesk that has just been set up', async () => {
  expect(await faultsOfEveryPage(twoLooks)).toEqual([]);
}, 600_000);

describe('of a helpdesk that has been at work', () => {
  beforeAll(() => furnish(helpdesk, ada), 240_000);

  it('finds nothing to mend on the pages', async () => {
    expect(await faultsOfEveryPage()).toEqual([]);
  }, 900_000);

  it('finds nothing to mend in what opens over them', async () => {
    expect(await faultsOfWhatOpens()).toEqual([]);
  }, 600_000);
});

it('finds nothing to mend in the menu of a phone', async () => {
  await ada.page.setViewportSize({ width: 390, height: 800 });
  await ada.goTo('/mailroom/');
  await ada.button('Open menu').click();
  await ada.link('Settings').waitFor();
  expect(
    await faults(
      'menu',
      everyLook.filter(({ width }) => width === 390),
    ),
  ).toEqual([]);
});

it.each(['runbook', 'providers/google', 'coming-from/znuny'])(
  'finds nothing to mend in the documentation: %s',
  async (page) => {
    await ada.goTo(`/mailroom/docs/${page}.html`);
    await ada.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await faults(page)).toEqual([]);
  },
  120_000,
);
