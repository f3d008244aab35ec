import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { demoPassword, type Profile } from '../../apps/sandbox/src/index.js';
import { adminApi } from './admin-api.js';
import { faultsInLooks } from './axe.js';
import { tabAndType, tabTo } from './keyboard.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { until } from '../support/until.js';
import { picture } from './picture.js';
import { Visitor } from './visitor.js';

const support = 'support@sandbox.test';
const tenant = '5a4d1b0c-0000-4000-8000-73616e64626f';

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let faults: string[] = [];

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  await ada.heading('Overview').waitFor();
});
afterAll(() => helpdesk?.close());
beforeEach(() => {
  faults = [];
});
afterEach(() => {
  expect([...ada.strayed, ...ada.complaints, ...faults]).toEqual([]);
});

/** Looks at the step that stands open, in both colours and both widths. */
async function look(step: string): Promise<void> {
  faults.push(...(await faultsInLooks(ada.page, step)));
  await ada.page.setViewportSize({ width: 1280, height: 800 });
  await picture(ada.page, `set-up ${step}`);
}

const step = (name: string) => ada.page.getByRole('region', { name, exact: true });
const disclosure = (name: string) => ada.button(name);

/** Resolves once a field has this value. */
async function holds(label: string, value: string): Promise<void> {
  await until(async () => (await ada.field(label).inputValue()) === value, {
    what: `${label} to be ${JSON.stringify(value)}`,
  });
}

/** A card of the first step; its name is the title and the line below. */
async function choose(lead: RegExp): Promise<void> {
  await ada.page.getByRole('button', { name: lead }).click();
  await step('What to do at the provider').waitFor();
}

/** Ticks off what is to be done at the provider until the last of it leads on. */
async function doesAllAtTheProvider(): Promise<void> {
  const last = ada.button('All done: enter what you copied');
  const next = ada.button('Done, next');
  const open = step('What to do at the provider').getByRole('button', { expanded: true });
  while (!(await last.isVisible())) {
    const before = await open.textContent();
    await next.click();
    await until(async () => (await open.textContent()) !== before, { what: `the part after ${before}` });
  }
  await last.click();
  await step('Enter what the provider gave').waitFor();
}

/** Sends the client to the sandbox instead of the real provider, and its tokens to the sandbox's mail servers. */
async function pointsAtSandbox(profile: Profile, name: string): Promise<void> {
  const { authorization, token, issuer } = helpdesk.sandbox.issuer(profile, tenant);
  await disclosure('More: name, scope, who may use it').click();
  await disclosure('Advanced: endpoints and parameters').click();
  await ada.field('Name').fill(name);
  // Once one of these fields is there, all are that this flow has.
  await ada.field('Token endpoint').fill(token);
  if (await ada.field('Authorization endpoint').isVisible()) {
    await ada.field('Authorization endpoint').fill(authorization);
    await ada.field('Issuer').fill(issuer);
  }
  await ada.field('Mail servers').fill(helpdesk.sandbox.imap.host);
}

async function consents(address: string): Promise<void> {
  await ada.field('Mailbox').fill(address);
  await ada.field('Password').fill(demoPassword);
  await ada.button('Sign in').click();
  await ada.button('Accept').click();
}

/** Both directions at the sandbox's servers. */
async function namesTheServers({ known }: { known: boolean }): Promise<void> {
  const { imap, smtp } = helpdesk.sandbox;
  if (known) {
    await disclosure('Mail server').click();
    await disclosure('SMTP server').click();
  }
  for (const [name, field, { host, port }] of [
    ['IMAP server', 'IMAP host', imap],
    ['SMTP server', 'SMTP host', smtp],
  ] as const) {
    await ada.field(field).fill(host);
    const server = ada.page.getByRole('group', { name, exact: true });
    await server.getByLabel('Encryption').selectOption('None');
    await server.getByLabel('Port').fill(String(port));
  }
}

/** The last step: both tests pass, a mail is sent to the mailbox, and the page shows it. */
async function seesTheFirstMail(address: string, subject: string): Promise<void> {
  await step('Does mail flow?').waitFor();
  await step('Incoming mail').getByText('Everything works.').waitFor();
  await step('Outgoing mail').getByText('Everything works.').waitFor();
  await ada.reads('Waiting for the first mail…');
  await look(`mail waiting ${subject}`);
  helpdesk.sandbox.sendLetter({
    from: 'alice@sandbox.test',
    to: address,
    subject,
    text: 'Is anybody there?',
  });
  await ada.heading('The first mail has arrived').waitFor();
  await ada.reads(subject);
  await ada.page.getByRole('link', { name: 'See it in the helpdesk' }).waitFor();
}

it('leads from nothing to the first ticket at a provider like Microsoft, past a wrong secret', async () => {
  await ada.link('Start the guided set-up').click();
  await step('Whose mailbox is it?').waitFor();
  await ada.field('Mailbox address').fill(support);
  await look('provider');
  await choose(/^Microsoft 365 ?Exchange Online\. Somebody/);

  // At the provider: where one is survives a reload, and so does what was typed.
  await ada.button('Done, next').click();
  const redirectUri = `${helpdesk.url}/mailroom/oauth2/callback`;
  await holds('Redirect URI', redirectUri);
  await ada.page.reload();
  expect(await ada.copies('Redirect URI')).toBe(redirectUri);
  await look('portal redirect');
  await ada.button('Done, next').click();
  // Browsers that do not answer, or do not let anybody: the old way, and then a word about it.
  await ada.page.evaluate('navigator.clipboard.writeText = () => new Promise(() => undefined)');
  expect(await ada.copies('IMAP.AccessAsUser.All')).toBe('IMAP.AccessAsUser.All');
  await ada.page.evaluate('document.execCommand = () => false');
  await ada.button('Copy SMTP.Send').click();
  await ada.reads('The browser did not let this page copy.');
  await look('portal permissions');
  await ada.button('Allow sending by SMTP').click();
  expect(await ada.field('For Exchange Online PowerShell').inputValue()).toContain(`'${support}'`);
  await doesAllAtTheProvider();

  // The client: the ID of a secret is refused as it is typed, a wrong one by the provider.
  await look('client');
  await ada.field('Client ID').fill('Helpdesk mail');
  await ada.reads('This does not look like a client ID of this provider');
  await ada.field('Client ID').fill('mailroom-demo');
  await ada.field('Tenant').fill('Sandbox & Co.');
  await ada.reads('Letters, digits, dots and hyphens only');
  await ada.field('Tenant').fill(tenant);
  await ada.field('Client secret').fill('0a1b2c3d-0000-4000-8000-000000000000');
  await ada.reads('This is the ID of a secret. Copy the column “Value” instead.');
  await ada.reads('Enter the day on which the secret ends');
  await ada.field('Secret expires on').fill('2030-01-31');
  await ada.page.reload();
  await holds('Client ID', 'mailroom-demo');
  await holds('Tenant', tenant);
  await holds('Secret expires on', '2030-01-31');
  await holds('Client secret', '');
  await ada.field('Client secret').fill('wrong-secret');
  await pointsAtSandbox('microsoft', 'Like Microsoft');
  expect(ada.page.url()).not.toContain('wrong-secret');
  await ada.button('Register and check').click();
  await ada.reads('The provider does not take the client like this.');
  await ada.page.getByText('AADSTS7000215').first().waitFor();
  await ada.reads(/The client secret is wrong/);
  await look('client refused');
  await ada.page.reload();
  await ada.reads('The provider does not take the client like this.');
  await ada.field('Client secret').fill('mailroom-demo-secret');
  await ada.button('Save and check again').click();
  await ada.reads('The provider takes the client.');
  await look('client taken');
  await ada.button('Next').click();

  // Off and back, to the page that was left.
  await step('Connect').waitFor();
  await holds('Mailbox address', support);
  await look('connect');
  await ada.button('Sign in at the provider').click();
  await consents(support);
  await ada.page.getByRole('status').getByText('Token valid').waitFor();
  expect(new URL(ada.page.url()).pathname).toBe('/mailroom/set-up');
  await look('connected');
  await ada.button('Next').click();

  await step('What happens with its mail').waitFor();
  await namesTheServers({ known: true });
  await look('mailbox');
  await ada.button('Finish').click();
  await seesTheFirstMail(support, 'By Microsoft');
  await look('mail arrived');

  // The way back stands open, and leads through the same choices.
  await ada.page.goBack();
  await step('What happens with its mail').waitFor();
  await ada.reads('This mailbox is set up already.');
  expect(ada.page.url()).not.toContain('secret');
  expect(
    await ada.page.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })'),
  ).not.toMatch(/secret/);
}, 240_000);

it('leads the same way at a provider like Google, which is found by the address', async () => {
  helpdesk.sandbox.addPerson('desk@sandbox.test');
  await ada.goTo('/mailroom/set-up');
  await ada.field('Mailbox address').fill('desk@googlemail.com');
  await ada.button('Find its provider').click();
  await ada.reads('The mailbox is at Gmail.');
  await ada.button('Go on with Gmail').click();
  await ada.button('Set up the consent screen').click();
  await ada.reads(/Audience → Test users: add the mailbox/);
  await look('portal gmail');
  await ada.page.getByRole('link', { name: 'Provider' }).click();
  await choose(/^Google Workspace ?A mailbox/);
  await doesAllAtTheProvider();
  await ada.field('Client ID').fill('mailroom-demo');
  await ada.field('Client secret').fill('mailroom-demo-secret');
  await pointsAtSandbox('google', 'Like Google');
  await ada.button('Register and check').click();
  await ada.reads('The provider takes the client.');
  await ada.button('Next').click();
  await ada.field('Mailbox address').fill('desk@sandbox.test');
  await ada.button('Sign in at the provider').click();
  await ada.button('Deny').waitFor({ state: 'detached' });
  await ada.field('Mailbox').fill('desk@sandbox.test');
  await ada.field('Password').fill(demoPassword);
  await ada.button('Sign in').click();
  await ada.button('Deny').click();
  await ada.heading('The mailbox was not connected').waitFor();
  await ada.link('Back to where you were').click();
  await step('Connect').waitFor();
  await ada.button('Sign in at the provider').click();
  await consents('desk@sandbox.test');
  await ada.page.getByRole('status').getByText('Token valid').waitFor();
  await ada.button('Next').click();
  await namesTheServers({ known: true });
  await ada.button('Finish').click();
  await seesTheFirstMail('desk@sandbox.test', 'By Google');
}, 240_000);

it('lets an application in that opens mailboxes by itself', async () => {
  helpdesk.sandbox.addPerson('orders@sandbox.test');
  await ada.goTo('/mailroom/set-up');
  await choose(/^Microsoft 365, application access/);
  await look('portal application');
  await doesAllAtTheProvider();
  await ada.field('Client ID').fill('mailroom-demo');
  await ada.field('Client secret').fill('mailroom-demo-secret');
  await ada.field('Tenant').fill('common');
  await ada.reads('An application that acts for itself belongs to one tenant.');
  await ada.field('Tenant').fill(tenant);
  await pointsAtSandbox('microsoft', 'By itself');
  await ada.button('Register and check').click();
  await ada.reads('The provider takes the client.');
  await ada.button('Next').click();

  await step('Let it into the mailboxes').waitFor();
  await ada.field('Mailbox to open').fill('orders@sandbox.test');
  const lines = ada.page.getByLabel('For Exchange Online PowerShell', { exact: true });
  await lines.getByText("Add-MailboxPermission -Identity 'orders@sandbox.test'").waitFor();
  expect(await ada.field('Object ID of the enterprise application').inputValue()).not.toBe('');
  expect(await lines.textContent()).not.toContain('<');
  expect(await ada.field('Admin consent').inputValue()).toContain(
    `/${tenant}/v2.0/adminconsent?client_id=mailroom-demo`,
  );
  await look('admission');
  await ada.button('Done, next').click();
  await ada.button('Request token').click();
  await ada.page.getByRole('status').getByText('Token valid').waitFor();
  await ada.button('Next').click();
  await namesTheServers({ known: true });
  await ada.button('Finish').click();
  await seesTheFirstMail('orders@sandbox.test', 'By itself');
}, 240_000);

it('delegates a domain to a service account', async () => {
  const email = 'robot@sandbox.iam.gserviceaccount.com';
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  helpdesk.sandbox.registerServiceAccount({
    email,
    publicKey: await exportSPKI(publicKey),
    kid: 'one',
    scopes: ['https://mail.google.com/'],
  });
  const key = {
    type: 'service_account',
    client_email: email,
    client_id: '104857600000000000001',
    private_key: await exportPKCS8(privateKey),
    private_key_id: 'one',
    token_uri: helpdesk.sandbox.issuer('google').token,
  };
  await ada.goTo('/mailroom/set-up?address=sales%40sandbox.test');
  helpdesk.sandbox.addPerson('sales@sandbox.test');
  await choose(/^Google Workspace, service account/);
  await doesAllAtTheProvider();
  await ada.page.getByRole('textbox', { name: /^Key/ }).fill(JSON.stringify(key));
  await pointsAtSandbox('google', 'Robot');
  await ada.button('Register and check').click();
  await ada.reads('The provider takes the client.');
  await ada.button('Next').click();
  await step('Let it into the mailboxes').waitFor();
  await holds('Unique ID of the service account', key.client_id);
  await holds('Scope', 'https://mail.google.com/');
  await look('delegation');
  await ada.button('Done, next').click();
  await ada.button('Request token').click();
  await ada.page.getByRole('status').getByText('Token valid').waitFor();
}, 240_000);

it('stops a test that waits for a server that says nothing', async () => {
  const heard: Socket[] = [];
  const silent = createServer((socket) => heard.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const account = {
    host: '127.0.0.1',
    security: 'none',
    auth: 'password',
    disposition: 'leave',
    start: 'new',
  };
  const { id } = await adminApi(ada.page, helpdesk.url)('POST', 'accounts', {
    ...account,
    port,
    name: 'Silent',
    login: support,
    password: demoPassword,
  });
  await ada.goTo(`/mailroom/set-up?with=password&step=mail&account=${id}`);
  await ada.button('Stop').click();
  await ada.button('Stop').waitFor({ state: 'detached' });
  expect(await ada.page.getByText('Everything works.').count()).toBe(0);
  await ada.canPress(ada.button('Test again: Incoming mail'));
  for (const socket of heard) socket.destroy();
  silent.close();
});

it('leads past consent where a password does it, and needs no mouse', async () => {
  const address = 'box@sandbox.test';
  helpdesk.sandbox.addPerson(address);
  await ada.goTo('/mailroom/set-up');
  await tabAndType(ada.page, ada.field('Mailbox address'), address);
  const press = async (name: string | RegExp) => {
    await tabTo(ada.page, ada.page.getByRole('button', { name }));
    await ada.page.keyboard.press('Enter');
  };
  await press(/^Password/);
  await step('What to do at the provider').waitFor();
  await press('Done, next');
  await press('All done: enter the password');
  await step('What happens with its mail').waitFor();
  await tabAndType(ada.page, ada.page.getByRole('textbox', { name: /^Password/ }), 'wrong');
  await namesTheServers({ known: false });
  await look('password');
  await press('Test');
  await ada.reads(/The password is wrong, or was changed/);
  await tabAndType(ada.page, ada.page.getByRole('textbox', { name: /^Password/ }), demoPassword);
  await press('Finish');
  await seesTheFirstMail(address, 'By password');
  expect(ada.page.url()).not.toContain('password=');
}, 240_000);
