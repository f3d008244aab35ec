import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { demoPassword } from '../../apps/sandbox/src/index.js';
import { WebServices } from '@mailroom/plugin';
import { until } from '../support/until.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

const support = 'support@sandbox.test';
const PLANTED = 'planted-api-key-2f6b';

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let remote: Server;
let baseUrl: string;
let status = 200;

beforeAll(async () => {
  remote = createServer((request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', etag: 'W/"7"' });
    response.end(
      JSON.stringify({
        noted: request.url,
        by: request.headers.authorization,
        key: request.headers['x-key'],
      }),
    );
  });
  await new Promise<void>((resolve) => remote.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(remote.address() as AddressInfo).port}`;
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  await connectToken();
});
afterAll(async () => {
  await helpdesk?.close();
  remote.closeAllConnections();
  await new Promise((resolve) => remote.close(resolve));
});
afterEach(() => {
  // A refused form is part of the story; browsers call it an error.
  const refused = / status of 422 /;
  expect([...ada.strayed, ...ada.complaints.filter((text) => !refused.test(text))]).toEqual([]);
});

/** A token as other stories connect one by hand. */
async function connectToken(): Promise<void> {
  const { authorization, token, issuer, scopes } = helpdesk.sandbox.issuer('strict');
  const headers = { origin: helpdesk.url };
  const { request } = ada.page;
  const client = await request.post(`${helpdesk.url}/mailroom/api/clients`, {
    headers,
    data: {
      name: 'Sandbox',
      template: 'custom',
      clientId: 'mailroom-demo',
      secret: 'mailroom-demo-secret',
      authorizationEndpoint: authorization,
      tokenEndpoint: token,
      issuer,
      scope: scopes.join(' '),
    },
  });
  const { id } = (await client.json()) as { id: string };
  const begun = await request.post(`${helpdesk.url}/mailroom/api/authorizations`, {
    headers,
    data: { clientId: id, returnTo: 'tokens' },
  });
  const { redirectTo } = (await begun.json()) as { redirectTo: string };
  await ada.page.goto(redirectTo);
  await ada.field('Mailbox').fill(support);
  await ada.field('Password').fill(demoPassword);
  await ada.button('Sign in').click();
  await ada.button('Accept').click();
  await ada.heading('Tokens').waitFor();
}

/** The page as it stands, in a picture, with every control named and reached by the keyboard. */
async function pictured(name: string): Promise<void> {
  await picture(ada.page, name);
  expect([...(await namelessControls(ada.page)), ...(await keyboardFaults(ada.page))]).toEqual([]);
}

it('begins with a place that says what an invoker is for', async () => {
  await ada.link('Web services').click();
  await ada.heading('No web service is called yet').waitFor();
  await pictured('invokers none');
});

it('shows the request while it is written, and says at the field what is wrong', async () => {
  await ada.link('Add an invoker').click();
  await ada.heading('Add an invoker').waitFor();
  await pictured('invoker new');
  await ada.field('Name').first().fill('crm-note');
  await ada.field('Base URL').fill(baseUrl);
  await ada.field('Path').fill('tickets/{ticket.number}/notes?notify={notify}');
  await ada.choosesFirst('Token');
  await ada.button('Add a header').click();
  const header = ada.page.getByRole('group', { name: 'Header 1', exact: true });
  await header.getByLabel('Name').fill('X-Key');
  await header.getByLabel('Secret').check({ force: true });
  await ada.field('Body').fill('{"text": {text}}');
  // As one types, by the server's own rules.
  await ada.reads('The body is not JSON.');
  await ada.button('Add and go to the test').click();
  await ada.reads('This is needed.');
  await header.getByLabel('Value').fill(PLANTED);
  await ada.button('Add and go to the test').click();
  await ada.reads('The body is not JSON.');
  await picture(ada.page, 'invoker refused');
  await ada.field('Body').fill('{"text": "{text}", "by": "Mailroom"}');
  const preview = ada.page.getByRole('group', { name: 'What would be sent', exact: true });
  const shown = (await preview.textContent()) ?? '';
  expect(shown).toContain(`POST ${baseUrl}/tickets/{ticket.number}/notes?notify={notify}`);
  expect(shown).toContain('authorization: Bearer •••');
  expect(shown).toContain('X-Key: •••');
  expect(shown).toContain('"text": "{text}"');
  await pictured('invoker form');
  await ada.button('Add and go to the test').click();
  await ada.heading('crm-note').waitFor();
});

it('is tested with a payload that asks for what is needed, and veils what comes back', async () => {
  await ada.reads('Needs ticket.number, notify, text');
  await ada.button('Send test request').click();
  await ada.reads('The payload holds no value for “ticket.number”.');
  await picture(ada.page, 'invoker test incomplete');
  const payload = { ticket: { number: 'a/7' }, notify: true, text: 'Closed' };
  await ada.field('Payload').fill(JSON.stringify(payload));
  await ada.button('Send test request').click();
  await ada.reads('The request went out and was answered.');
  await ada.reads('"noted": "/tickets/a%2F7/notes?notify=true"');
  await ada.reads('"by": "Bearer •••"');
  expect(await ada.page.content()).not.toContain(PLANTED);
  await pictured('invoker tested');
});

it('says what a refusal of the remote means', async () => {
  status = 401;
  await ada.button('Send test request').click();
  await ada.reads('Send the request once more');
  await ada.reads('The remote does not accept the token, though the provider does.');
  await picture(ada.page, 'invoker refused by remote');
  status = 200;
});

it('lists how each call went, and finds those that were refused', async () => {
  const services = helpdesk.service(WebServices);
  const payload = { ticket: { number: 8 }, notify: false, text: 'Opened' };
  await services.invoke('crm-note', payload, { by: 'ticket 8' });
  status = 503;
  await services.invoke('crm-note', payload);
  status = 200;
  await ada.page.getByRole('tab', { name: 'Calls' }).click();
  const calls = ada.page.getByRole('list', { name: 'Calls', exact: true });
  await calls.getByText('The helpdesk for ticket 8').waitFor();
  await calls.getByText('The payload holds no value for “a placeholder”.').waitFor();
  await calls.getByText('Status 503').waitFor();
  await pictured('invoker calls');
  await ada.field('How it went').selectOption('Refused');
  await ada.field('Made as').selectOption('Calls of the helpdesk');
  await until(async () => (await calls.getByRole('listitem').count()) === 1, { what: 'one call to be left' });
  expect(await calls.textContent()).toContain('Status 503');
  // The address keeps what is looked for.
  await ada.page.reload();
  await calls.getByText('Status 503').waitFor();
  expect(await calls.getByRole('listitem').count()).toBe(1);
  await ada.field('Search').fill('nobody at all');
  await ada.button('Show everything').click();
  await calls.getByText('Test by Ada Admin').first().waitFor();
  await ada.page.getByRole('tab', { name: 'Test and settings' }).click();
});

it('asks for secret and token again before it calls somebody else', async () => {
  await ada.field('Base URL').fill(baseUrl.replace('127.0.0.1', 'localhost'));
  await ada.button('Save').click();
  await ada.reads('The stored value of X-Key belongs to another server');
  await ada.page.getByRole('group', { name: 'Header 1', exact: true }).getByLabel('Value').fill(PLANTED);
  await ada.button('Save').click();
  await ada.reads('The token was chosen for another server');
  await picture(ada.page, 'invoker moved');
  await ada.choosesFirst('Token');
  await ada.button('Save').click();
  await ada.isTold('Saved.');
});

it('is paused, listed, and named by the token it uses', async () => {
  await ada.button('Pause').click();
  await ada.reads('It is paused. Calls are refused.');
  await ada.link('Web services').first().click();
  await ada.link('crm-note').waitFor();
  await pictured('invokers');
  await ada.link('Tokens').click();
  await ada.link(support).click();
  await ada.reads('Web service invoker');
  await picture(ada.page, 'token used by invoker');
  await ada.link('crm-note').click();
  await ada.button('Delete invoker').click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete invoker' }).click();
  await ada.heading('No web service is called yet').waitFor();
});

it('asks anew in every form, though it reads like another, whether a name is free', async () => {
  const { page } = ada;
  const headers = { origin: helpdesk.url };
  const api = `${helpdesk.url}/mailroom/api/invokers`;
  const taken = 'Another invoker has this name already.';
  const nameIs = async (free: boolean) => {
    await ada.goTo('/mailroom/');
    await ada.link('Web services').click();
    await ada.link('Add an invoker').click();
    await ada.heading('Add an invoker').waitFor();
    const judged = page.waitForResponse(/invokers\/findings$/);
    await ada.field('Name').first().fill('crm-other');
    await judged;
    if (!free) return ada.reads(taken);
    await ada.settles();
    expect(await page.getByText(taken).count()).toBe(0);
  };
  await nameIs(true);
  const created = await page.request.post(api, {
    headers,
    data: { name: 'crm-other', baseUrl, method: 'GET' },
  });
  await nameIs(false);
  await page.request.delete(`${api}/${(await created.json()).id}`, { headers });
  await nameIs(true);
});
