import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { tabAndType, tabTo } from './keyboard.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

let helpdesk: OpenHelpdesk;
let ada: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  await account();
});
afterAll(() => helpdesk?.close());
afterEach(() => {
  // A refused form is part of the story; browsers call it an error.
  const refused = / status of 4(09|22) /;
  expect([...ada.strayed, ...ada.complaints.filter((text) => !refused.test(text))]).toEqual([]);
});

/** A draft, as other stories set one up by hand. */
async function account(): Promise<void> {
  await ada.page.request.post(`${helpdesk.url}/mailroom/api/accounts`, {
    headers: { origin: helpdesk.url },
    data: {
      name: 'Support mailbox',
      host: '127.0.0.1',
      port: helpdesk.sandbox.imap.port,
      security: 'none',
      login: 'support@sandbox.test',
      auth: 'password',
      password: 'sandbox',
      disposition: 'leave',
      start: 'all',
    },
  });
}

/** The page as it stands, in a picture, with every control named and reached by the keyboard. */
async function pictured(name: string): Promise<void> {
  // A note that goes away by itself, while the keyboard walks the page, was never reached.
  await ada.page.locator('.mantine-Notification-root').first().waitFor({ state: 'detached' });
  await picture(ada.page, name);
  expect([...(await namelessControls(ada.page)), ...(await keyboardFaults(ada.page))]).toEqual([]);
}

async function addRule(name: string, value: string, then: string): Promise<void> {
  await ada.page.getByRole('link', { name: 'Add a rule' }).first().click();
  await ada.field('Name of the rule').fill(name);
  await ada.field('With what').fill(value);
  await ada.field('What happens').selectOption({ label: then });
  await ada.button('Add a rule').click();
  await ada.reads(`Rule ${name} added.`);
}

it('begins with a place that says what a rule is for', async () => {
  await ada.link('Rules').click();
  await ada.heading('All mail goes straight to the helpdesk').waitFor();
  await pictured('rules none');
});

it('adds rules, and puts them into another order with the keyboard', async () => {
  await addRule('Newsletters', 'newsletter', 'Ignore the mail');
  await addRule('Odd', 'odd', 'Keep it in quarantine');
  await pictured('rules');
  await ada.button('Move Odd up').focus();
  await ada.page.keyboard.press('Enter');
  await ada.page.getByText('Odd is number 1 of 2 now.').waitFor({ state: 'attached' });
  await ada.page.locator('li').filter({ hasText: '1.' }).filter({ hasText: 'Odd' }).waitFor();
});

it('says what would happen to a mail, and why', async () => {
  const lines = ['From: x@shop.test', 'To: support@sandbox.test', 'Subject: Our Newsletter', '', 'Buy.'];
  await ada.field('Or its source, pasted').fill(lines.join('\n'));
  await ada.button('Try it').click();
  await ada.reads('The rule “Newsletters” ignores such mail.');
  await ada.reads(/Condition 1 holds: it saw “Our Newsletter”/);
  await pictured('rule trial');
});

it('tries a rule as it stands in its form, before it is saved', async () => {
  await ada.link('Newsletters').click();
  await ada.field('With what').fill('');
  await ada.field('Or its source, pasted').fill('From: x@shop.test\nSubject: Sale\n\nBuy.');
  await ada.button('Try it').click();
  await ada.page.locator('[aria-invalid=true]:focus').waitFor();
  await ada.field('With what').fill('sale');
  await ada.button('Try it').click();
  await ada.reads('One rule acts on it: “Newsletters”.');
  await ada.reads('as it stands on this page');
  await ada.page
    .getByRole('listitem')
    .filter({ hasText: 'Odd' })
    .getByText('Its condition does not hold.')
    .waitFor();
  await pictured('rule draft trial');
  await ada.link('Rules').first().click();
  await ada.button('Leave without saving').click();
  await ada.link('Newsletters').click();
  expect(await ada.field('With what').inputValue()).toBe('newsletter');
  await ada.link('Rules').first().click();
});

it('changes a rule, switches it off and deletes it', async () => {
  await ada.link('Newsletters').click();
  await ada.field('Name of the rule').fill('Advertising');
  await ada.button('Add a condition').click();
  await ada.field('How many conditions have to hold').selectOption({ label: 'Any of them' });
  await ada.page
    .getByRole('group', { name: 'Condition 2' })
    .getByLabel('What', { exact: true })
    .selectOption({ label: 'A header' });
  await ada.page.getByLabel(/^Its name/).fill('List-Id');
  await ada.page
    .getByRole('group', { name: 'Condition 2' })
    .getByLabel('Compared')
    .selectOption({ label: 'is there' });
  await ada.button('Save').click();
  await ada.isTold('Saved.');
  await pictured('rule');
  await ada.link('Rules').first().click();
  await ada.page.getByRole('switch', { name: 'Advertising is on' }).click({ force: true });
  await ada.page.getByRole('switch', { name: 'Advertising is on', checked: false }).waitFor();
  await ada.link('Odd').click();
  await ada.button('Delete').click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await ada.reads('Rule Odd deleted.');
});

it('is set up with the keyboard alone, tags taken away again included', async () => {
  const { page } = ada;
  await ada.goTo('/mailroom/mail-rules/new');
  await tabAndType(page, ada.field('Name of the rule'), 'By keyboard');
  await tabTo(page, ada.page.getByLabel('What', { exact: true }));
  await page.keyboard.type('Text');
  await tabAndType(page, ada.field('With what'), 'urgent');
  await tabTo(page, page.locator('input').and(ada.field('Tags')));
  for (const tag of ['sooon', 'soon']) {
    await page.keyboard.type(tag);
    await page.keyboard.press('Enter');
  }
  await tabTo(page, ada.button('Remove sooon'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await ada.button('Remove sooon').waitFor({ state: 'detached' });
  await tabTo(page, ada.button('Add a rule'));
  await page.keyboard.press('Enter');
  await ada.reads('Rule By keyboard added.');
  await ada.reads(/soon/);
  await page.getByRole('switch', { name: 'By keyboard is on' }).waitFor();
});

it('keeps routes by recipient, one per address', async () => {
  await ada.link('Routes by recipient').click();
  await ada.heading('No address has a place of its own').waitFor();
  await pictured('routes none');
  for (const _ of [1, 2]) {
    await ada.field('Address').fill('*@shop.test');
    await ada.field('Goes to').selectOption({ index: 1 });
    await ada.button('Add a route').click();
    await ada.reads(/Mail to \*@shop\.test has its place now|There is a route for this address already/);
  }
  await ada.reads(/There is a route for this address already/);
  await pictured('routes');
});

it('says with the keyboard alone, as one types, what a rule would be refused for', async () => {
  const { page } = ada;
  await ada.goTo('/mailroom/mail-rules/new');
  await tabAndType(page, ada.field('Name of the rule'), 'By keyboard');
  await tabTo(page, ada.page.getByLabel('What', { exact: true }));
  await page.keyboard.type('A header');
  await tabAndType(page, ada.page.getByLabel(/^Its name/), 'List Id');
  await ada.reads('The server does not accept this value: it is not the name of a header.');
  const faulty = page.locator('[aria-invalid=true]');
  expect(await faulty.count()).toBe(1);
  expect(await faulty.evaluate<string, any>((field) => field.value)).toBe('List Id');
  await pictured('rule typed');
  await tabAndType(page, ada.page.getByLabel(/^Its name/), 'List-Id');
  await faulty.waitFor({ state: 'detached' });
});

it('says of a route that its address is taken until it is free, and of no route that it takes its own', async () => {
  const { page } = ada;
  const taken = 'There is a route for this address already.';
  await ada.goTo('/mailroom/recipient-routes');
  await ada.button('Change the route for *@shop.test').click();
  const own = page.getByRole('listitem').filter({ hasText: '*@shop.test' });
  const typed = own.getByLabel(/^Address/);
  await typed.fill('*@shop.');
  await own.getByText('it is neither a mail address nor *@domain').waitFor();
  await typed.fill('*@SHOP.test');
  await own.getByText('it is neither a mail address').waitFor({ state: 'detached' });
  await own.getByText(taken).waitFor({ state: 'detached' });
  await ada.button('Change the route for *@shop.test').click();
  await ada.field('Address').fill('*@SHOP.test');
  await ada.reads(taken);
  await picture(page, 'route typed');
  await ada.button('Delete the route for *@shop.test').click();
  await ada.heading('No address has a place of its own').waitFor();
  await ada.field('Address').fill('*@shop.tes');
  await page.getByText(taken).waitFor({ state: 'detached' });
  const judged = page.waitForResponse(/recipient-routes\/findings$/);
  await ada.field('Address').fill('*@shop.test');
  expect(await (await judged).json()).toEqual({ findings: [] });
  await ada.settles();
  expect(await page.getByText(taken).count()).toBe(0);
});

it('says on the account where its mail goes and who is believed', async () => {
  await ada.link('Mail accounts').click();
  await ada.link('Support mailbox').click();
  await ada.page.getByRole('tab', { name: 'Settings' }).click();
  await ada.field('Goes by').selectOption({ label: 'The address it was sent to' });
  await ada.field('Your mail server').fill('mx.ours.test');
  await ada.page.getByRole('switch', { name: 'Control headers count' }).click();
  await picture(ada.page, 'account screening');
  expect(await namelessControls(ada.page)).toEqual([]);
  await ada.button('Save where it goes').click();
  await ada.isTold('Saved.');
});
