import { Receiver } from '../support/receiver.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let receiver: Receiver;
let secret = '';

beforeAll(async () => {
  receiver = await Receiver.open();
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
});
afterAll(async () => {
  await helpdesk?.close();
  await receiver?.close();
});
afterEach(() => {
  // A refused form is part of the story; browsers call it an error.
  const refused = / status of 422 /;
  expect([...ada.strayed, ...ada.complaints.filter((text) => !refused.test(text))]).toEqual([]);
});

async function pictured(name: string): Promise<void> {
  await picture(ada.page, name);
  expect(await namelessControls(ada.page)).toEqual([]);
  expect(await keyboardFaults(ada.page)).toEqual([]);
}

/** The entries of the log, the newest first. */
const entries = () => ada.page.getByRole('list', { name: 'Log' }).getByRole('listitem');

it('begins with a place that says what a webhook is for', async () => {
  await ada.link('Webhooks').click();
  await ada.heading('Nobody is told yet').waitFor();
  await pictured('webhooks none');
});

it('says at the field what is wrong, and shows the secret once', async () => {
  await ada.link('Add a webhook').click();
  await ada.heading('Add a webhook').waitFor();
  await ada.button('Add a webhook').click();
  await ada.reads('Say who is told.');
  await ada.field('Description').fill('Duty roster');
  await ada.field('Address').fill('http://desk.example/hook');
  // As one types, before anything is sent.
  await ada.reads('has to be an https address without name and password');
  await ada.page.getByRole('checkbox', { name: 'Sent', exact: true }).check();
  await ada.button('Add a webhook').click();
  await ada.reads('has to be an https address without name and password');
  await pictured('webhook form');
  await ada.field('Address').fill(receiver.url);
  await ada.button('Add a webhook').click();
  const shown = ada.page.getByRole('textbox', { name: 'Signing secret' });
  await shown.waitFor();
  secret = await shown.inputValue();
  expect(secret).toMatch(/^whsec_/);
  await pictured('webhook secret');
  await ada.button('I have it').click();
  await ada.heading('Duty roster').waitFor();
  await ada.reads('Nothing was told yet. Send a test event.');
  expect(await ada.page.content()).not.toContain(secret);
});

it('sends a test event and shows the call in its log', async () => {
  await ada.button('Send a test event').click();
  await ada.reads('The receiver took the test event.');
  await entries().filter({ hasText: 'Taken' }).waitFor();
  expect(receiver.of('webhook.test')).toHaveLength(1);
  receiver.answers(500);
  await ada.button('Send a test event').click();
  await entries().nth(1).waitFor();
  await entries().first().getByText('The receiver did not take the event (status 500).').waitFor();
  await ada.reads('The last call failed');
  await entries().first().getByRole('button', { name: 'Calls and content' }).click();
  await entries().first().getByText('"description": "Duty roster"').waitFor();
  await pictured('webhook failing');
});

it('tells one event once more', async () => {
  receiver.answers(204);
  await entries()
    .first()
    .getByRole('button', { name: /^Send again/ })
    .click();
  await ada.reads('It is sent again, in a moment.');
  await entries().first().getByText('Taken', { exact: true }).waitFor();
  await entries()
    .first()
    .getByText(/2 calls$/)
    .waitFor();
  expect(receiver.of('webhook.test')).toHaveLength(3);
  const [, second, third] = receiver.of('webhook.test').map(({ headers }) => headers['webhook-id']);
  expect(third).toBe(second);
});

it('takes another secret, with the one before for a day', async () => {
  await ada.button('New secret').click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
  await ada.reads('There is another secret.');
  const shown = ada.page.getByRole('textbox', { name: 'Signing secret' });
  await shown.waitFor();
  expect(await shown.inputValue()).not.toBe(secret);
  await ada.reads('The former secret is valid until');
  await picture(ada.page, 'webhook new secret');
  await ada.button('I have it').click();
  await shown.waitFor({ state: 'detached' });
});

it('is paused, listed and deleted', async () => {
  await ada.button('Pause').click();
  await ada.reads('It is paused. What happens meanwhile is not told afterwards.');
  await ada.link('Webhooks').first().click();
  await ada.link('Duty roster').waitFor();
  await pictured('webhooks');
  await ada.link('Duty roster').click();
  await ada.button('Delete webhook').click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete webhook' }).click();
  await ada.heading('Nobody is told yet').waitFor();
});
