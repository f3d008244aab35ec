import { faultsInLooks, twoLooks } from './axe.js';
import { everyPage } from './every-page.js';
import { furnish } from './furnish.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { Visitor } from './visitor.js';

/** Words that would be cut off, or run out of what they stand in. Names that people gave may be shortened, labels may not. */
const CUT_OFF = `[...document.querySelectorAll(
  '.mantine-Button-label, .mantine-Tabs-tabLabel, .mantine-NavLink-label, .mantine-Menu-itemLabel, h1, h2, h3, legend, label'
)].filter((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1)
  .map((part) => part.className + ': ' + part.textContent)`;

let helpdesk: OpenHelpdesk;
let visitors: Visitor[] = [];

beforeAll(async () => {
  helpdesk = await openHelpdesk();
});
afterAll(() => helpdesk?.close());
afterEach(async () => {
  for (const visitor of visitors) {
    expect([...visitor.strayed, ...visitor.complaints]).toEqual([]);
    await visitor.leave();
  }
  visitors = [];
});

/** Ada, whose browser speaks this language, on the first page. */
async function adaSpeaking(locale: string): Promise<Visitor> {
  const ada = await Visitor.at(helpdesk, locale);
  visitors.push(ada);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  await ada.page.getByRole('heading', { level: 1 }).waitFor();
  return ada;
}

const languageOf = (visitor: Visitor) => visitor.page.evaluate<string>('document.documentElement.lang');

async function hostWants(visitor: Visitor, language: string | null): Promise<void> {
  const { status } = await visitor.page.evaluate<{ status: number }>(`
    fetch('/mailroom/api/settings', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: ${JSON.stringify(language)} }),
    }).then(({ status }) => ({ status }))`);
  expect(status).toBe(200);
}

async function choosesFromMenu(visitor: Visitor, menu: string, language: string): Promise<void> {
  await visitor.button(menu).focus();
  await visitor.page.keyboard.press('Enter');
  await visitor.page.getByRole('menuitem', { name: language, exact: true }).press('Enter');
}

it('is chosen in the menu by keyboard, and stays over reloads, deep links and the way back', async () => {
  const ada = await adaSpeaking('en-GB');
  expect(await languageOf(ada)).toBe('en');
  await choosesFromMenu(ada, 'Account, language and appearance', 'Deutsch');
  await ada.heading('Übersicht').waitFor();
  expect(await languageOf(ada)).toBe('de');
  await ada.page.reload();
  await ada.heading('Übersicht').waitFor();
  await ada.goTo('/mailroom/tokens');
  await ada.heading('Token').waitFor();
  await ada.link('Postausgang').click();
  await ada.heading('Postausgang').waitFor();
  expect(await ada.page.title()).toBe('Postausgang · Mailroom');
  await ada.page.goBack();
  await ada.heading('Token').waitFor();
  await choosesFromMenu(ada, 'Konto, Sprache und Darstellung', 'English');
  await ada.heading('Tokens').waitFor();
});

it.each([
  ['de-AT', null, 'Übersicht', 'de'],
  ['fr-FR', null, 'Overview', 'en'],
  ['en-US', 'de', 'Übersicht', 'de'],
  ['de-DE', 'en', 'Overview', 'en'],
  ['de-DE', 'browser', 'Übersicht', 'de'],
])('follows the browser (%s) unless the host says otherwise (%s)', async (locale, host, title, language) => {
  const ada = await adaSpeaking(locale);
  await hostWants(ada, host);
  await ada.goTo('/mailroom/');
  await ada.heading(title).waitFor();
  expect(await languageOf(ada)).toBe(language);
  await hostWants(ada, null);
});

it('never shows a word of the other language on the way', async () => {
  const ada = await adaSpeaking('en-GB');
  await ada.page.addInitScript(`{
    localStorage.setItem('mailroom-language', 'de');
    globalThis.seen = new Set();
    const look = () => {
      if (document.body?.innerText) seen.add(document.documentElement.lang + (/Overview|Mail accounts/.test(document.body.innerText) ? ' English' : ''));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);
  await ada.goTo('/mailroom/');
  await ada.heading('Übersicht').waitFor();
  expect(await ada.page.evaluate<string[]>('[...seen]')).toEqual(['de']);
});

it('writes dates and numbers as German does', async () => {
  const ada = await adaSpeaking('de-DE');
  await ada.goTo('/mailroom/audit');
  await ada.heading('Audit-Protokoll').waitFor();
  await ada.reads('Einstellung geändert');
  const times = ada.page.locator('time').first();
  await times.waitFor();
  expect(`${await times.getAttribute('title')} ${await times.textContent()}`).toMatch(
    /\d\d\.\d\d\.\d{4}|vor |gerade eben/,
  );
  await ada.goTo('/mailroom/settings');
  await ada.reads('Tage der Aufbewahrung: 400');
});

it('says at the field, as one types, what the server would refuse, and nothing of it in English', async () => {
  const ada = await adaSpeaking('de');
  const says = async (path: string, field: string, typed: string, sentence: string) => {
    await ada.goTo(`/mailroom/${path}`);
    await ada.field(field).first().fill(typed);
    await ada.reads(sentence);
    await ada.settles();
    await picture(ada.page, `typed ${path}`);
    expect(await faultsInLooks(ada.page, path, twoLooks)).toEqual([]);
    await picture(ada.page, `typed ${path} on a phone`);
    await ada.page.setViewportSize({ width: 1280, height: 800 });
  };
  const refused = 'Der Server nimmt diesen Wert nicht an: er';
  await says(
    'mail-rules/new',
    'Name der Regel',
    'x'.repeat(201),
    `${refused} darf höchstens 200 Zeichen haben.`,
  );
  await says('recipient-routes', 'Adresse', 'desk@', `${refused} ist weder eine Mailadresse noch *@domain.`);
  await says('accounts/new', 'Ihre Adresse', 'support', '„support“ ist keine Mailadresse.');
  await says('sender-policy', 'Adresse für Unzustellbarkeitsmeldungen', 'a b@', '„a b@“ passt hier nicht.');
  await says(
    'settings?open=banner-recipients',
    'Adressen, durch Kommas getrennt',
    'ada@',
    `${refused} muss aussehen wie ada@example.com`,
  );
  await says(
    'clients/new?template=custom',
    'Endpunkt zum Erneuern',
    'https://u:p@x.test/',
    `${refused} darf weder einen Benutzernamen`,
  );
  await says(
    'transfer',
    'Oder ihren Text einfügen',
    '- Name: A\n\tConfig: {}\n',
    'da steht ein Zeichen, das nicht dorthin gehört.',
  );
}, 180_000);

it('is chosen on the page of somebody who administers nothing, too', async () => {
  const alex = await Visitor.at(helpdesk, 'en-GB');
  visitors.push(alex);
  await alex.goTo('/mailroom/my-mailbox');
  await alex.signIn('alex');
  await alex.heading('My mailbox').waitFor();
  await alex.button('Deutsch').click();
  await alex.heading('Mein Postfach').waitFor();
  expect(await languageOf(alex)).toBe('de');
});

it('fits and breaks no rule on any page, on a phone and wide', async () => {
  const furnisher = await adaSpeaking('en-GB');
  await furnish(helpdesk, furnisher);
  visitors = [];
  const ada = await adaSpeaking('de-DE');
  const found: string[] = [];
  for (const [name, path] of await everyPage(ada.page, helpdesk.url)) {
    await ada.goTo(path);
    await ada.page.getByRole('heading', { level: 1 }).waitFor();
    await ada.settles();
    found.push(...(await faultsInLooks(ada.page, name, twoLooks)));
    const cutOff = await ada.page.evaluate<string[]>(CUT_OFF);
    found.push(...cutOff.map((label) => `${name}: cut off: ${label}`));
  }
  expect(found).toEqual([]);
}, 500_000);
