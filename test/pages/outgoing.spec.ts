import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { until } from '../support/until.js';
import { CLOSED_UNDER_US } from './admin-api.js';
import { tabTo } from './keyboard.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

let helpdesk: OpenHelpdesk;
let ada: Visitor;
const took: string[] = [];
/** What the mail server waits for before it lets anybody begin a mail. */
let gate: Promise<void> = Promise.resolve();

const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onMailFrom: (_from, _session, answer) => void gate.then(() => answer()),
  onRcptTo: ({ address }, _, answer) =>
    answer(address.startsWith('later') ? Object.assign(new Error('later'), { responseCode: 450 }) : null),
  onData: (stream, _, answer) => void take(stream).then(() => answer(null), answer),
});

async function take(stream: SMTPServerDataStream): Promise<void> {
  took.push((await buffer(stream)).toString());
}

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  await once(sink.listen(0, '127.0.0.1'), 'listening');
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
});
afterAll(async () => {
  await helpdesk?.close();
  await new Promise<void>((closed) => sink.close(closed));
});
afterEach(() => {
  // A refused form is part of the story; browsers call it an error.
  const refused = / status of 422 /;
  expect([...ada.strayed, ...ada.complaints.filter((text) => !refused.test(text))]).toEqual([]);
});

/** What the page of a helpdesk would ask, without its form. */
async function api(method: string, path: string, data: object): Promise<any> {
  const headers = { origin: helpdesk.url };
  const url = `${helpdesk.url}/mailroom/api/${path}`;
  const response = await ada.page.request.fetch(url, { method, headers, maxRetries: CLOSED_UNDER_US, data });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return response.json();
}

async function addServer(name: string, fromFilter: string, more: object = {}): Promise<string> {
  const { port } = sink.server.address() as AddressInfo;
  const place = { host: '127.0.0.1', port, security: 'none', auth: 'none', state: 'live' };
  return (await api('POST', 'servers', { name, ...place, fromFilter, ...more })).id;
}

const names = () => ada.page.locator('.row-main a').allTextContents();

it('is added by its form, tried step by step before, and refuses copies that the provider keeps', async () => {
  await ada.goTo('/mailroom/servers/new');
  await ada.field('Name').fill('Desk');
  await ada.field('SMTP host').fill('smtp.gmail.com');
  await ada.page.getByRole('switch', { name: 'Save a copy to Sent' }).click();
  await ada.reads('smtp.gmail.com puts what it sends into Sent by itself');
  await picture(ada.page, 'server-form');

  const { promise, resolve: open } = Promise.withResolvers<void>();
  gate = promise;
  const { port } = sink.server.address() as AddressInfo;
  await ada.field('SMTP host').fill('127.0.0.1');
  await ada.field('Encryption').selectOption('none');
  await ada.field('Port').fill(String(port));
  await ada.page.getByRole('radio', { name: 'Not at all' }).check();
  await ada.field('Sender filter').fill('desk@example.com');
  await ada.button('Test these settings').click();
  await ada.reads(/^Connect/);
  await ada.reads('Testing 127.0.0.1…');
  expect(await ada.page.getByText('Everything works.').count()).toBe(0);
  await picture(ada.page, 'server-test-under-way');
  open();
  await ada.reads('Everything works.');
  await ada.button('Add and use it').click();
  await ada.reads('Desk is added.');
  await ada.reads('Save a copy to Sent');
  expect(await ada.page.getByRole('switch', { name: 'Save a copy to Sent' }).isChecked()).toBe(true);
});

it('says what the provider allows, in mails and in recipients', async () => {
  await ada.goTo('/mailroom/servers/new');
  await ada.field('SMTP host').fill('smtp.office365.com');
  await ada.button('Limits').click();
  const usual = (label: string) => ada.field(label).getAttribute('placeholder');
  await until(async () => (await usual('Recipients a day')) === 'usual: 10,000', { what: 'what is usual' });
  expect(await usual('Mails a minute')).toBe('usual: 30');
  expect(await usual('Mails a day')).toBe('no limit');
  await ada.reads('A mail to twenty people is one mail and twenty recipients');
  await picture(ada.page, 'server-limits');
  await ada.field('Belongs to').fill('jane');
  await until(async () => (await usual('Recipients a minute')) === 'usual: 10', {
    what: 'what is one’s own',
  });
  expect(await ada.field('Mails a day').count()).toBe(0);
  await picture(ada.page, 'server-limits-personal');
});

it('is put into another order by buttons, and by the arrow keys on them', async () => {
  await addServer('Second', 'second@example.com', { priority: 20 });
  await addServer('Third', 'third@example.com', { priority: 30 });
  await ada.goTo('/mailroom/servers');
  await ada.link('Third').waitFor();
  expect(await names()).toEqual(['Desk', 'Second', 'Third']);
  await ada.button('Move Third up').click();
  await until(async () => (await names()).join() === 'Desk,Third,Second', { what: 'the new order' });
  const button = ada.button('Move Desk down');
  await tabTo(ada.page, button);
  await ada.page.keyboard.press('ArrowDown');
  await until(async () => (await names()).join() === 'Third,Desk,Second', { what: 'the order by key' });
  await ada.page.keyboard.press('ArrowDown');
  await until(async () => (await names()).join() === 'Third,Second,Desk', { what: 'the end of the list' });
  await ada.page.reload();
  await ada.link('Third').waitFor();
  expect(await names()).toEqual(['Third', 'Second', 'Desk']);
  await picture(ada.page, 'servers-order');
});

it('says who would send, as whom, and why not the others', async () => {
  await ada.goTo('/mailroom/servers');
  await ada.field('Mail from').fill('Jane <second@example.com>');
  await ada.button('Ask').click();
  await ada.reads('Its filter lists this address.');
  await ada.reads('Jane <second@example.com>');
  const others = ada.page.getByRole('list', { name: 'The other servers' });
  expect(await others.getByRole('listitem').count()).toBe(2);
  await ada.field('Mail from').fill('nobody@elsewhere.example');
  await ada.page.keyboard.press('Enter');
  await ada.reads('Nobody would send this');
});

it('lets the first server send what fits none, where somebody wants that', async () => {
  const change = async (on: boolean) => {
    await ada.goTo('/mailroom/sender-policy');
    const rare = ada.button('Rarely needed');
    await rare.waitFor();
    if ((await rare.getAttribute('aria-expanded')) === 'false') await rare.click();
    await ada.page.getByRole('switch', { name: 'What fits no server leaves through the first one' }).click();
    if (on) await picture(ada.page, 'sender-policy-first-server');
    await ada.button('Save').click();
    await ada.isTold('Saved.');
  };
  await change(true);
  await ada.goTo('/mailroom/servers');
  await ada.field('Mail from').fill('nobody@elsewhere.example');
  await ada.button('Ask').click();
  await ada.reads('Nothing fits and no server is the fallback, so the first one sends');
  await change(false);
});

it('is set up for everyone, after a look at the headers', async () => {
  await ada.goTo('/mailroom/sender-policy');
  await ada.heading('Usual set-ups').waitFor();
  await ada
    .field('The mailbox that everything leaves from')
    .selectOption({ label: 'Second (second@example.com)' });
  await ada.reads('From: Jane Doe <second@example.com>');
  await ada.reads('second@example.com becomes the default sender, and Second sends for it alone.');
  await picture(ada.page, 'sender-set-up');
  await ada.button('Set it up so').click();
  await ada.reads('It is set up.');
  await until(async () => (await ada.field('Default sender').inputValue()) === 'second', {
    what: 'the policy to name it',
  });
  expect(await ada.field('Catch-all domain').inputValue()).toBe('example.com');

  await ada.page.getByRole('radio', { name: 'A server for each user' }).check();
  await ada
    .field('The mailbox that notifications leave from')
    .selectOption({ label: 'Third (third@example.com)' });
  await ada.reads('From: Jane Doe <third@example.com>');
  await ada.button('Set it up so').click();
  await until(async () => (await ada.field('Default sender').inputValue()) === 'third', {
    what: 'the policy',
  });
  await ada.field('Mail from').fill('Jane <jane@example.com>');
  await ada.button('Ask').click();
  await ada.reads('Jane <third@example.com>');
});

it('says of policy and settings, as one types, what the server would refuse', async () => {
  await ada.goTo('/mailroom/sender-policy');
  await ada.field('Bounce address').fill('bounces@');
  await ada.reads('“bounces@” does not fit here.');
  await ada.field('Catch-all domain').fill('not a domain');
  await ada.reads('“not a domain” does not fit here.');
  await picture(ada.page, 'sender-policy-typed');
  await ada.field('Bounce address').fill('bounces@example.com');
  await ada.page.getByText('“bounces@” does not fit here.').waitFor({ state: 'detached' });
  await ada.goTo('/mailroom/settings?open=banner-recipients');
  await ada.field('Addresses, separated by commas').fill('ada@');
  await ada.reads('it has to read like ada@example.com, ben@example.com');
  await picture(ada.page, 'settings-typed');
});

it('sends a test mail, which the outbox shows with its source', async () => {
  await ada.goTo('/mailroom/servers');
  await ada.link('Desk').click();
  await ada.field('Address').fill('jane@customer.example');
  await ada.button('Send it').click();
  await ada.link('Show it in the outbox').click();
  await ada.reads('Test mail of Desk');
  await ada.page
    .locator('.row')
    .filter({ hasText: 'Test mail of Desk' })
    .getByText('Sent', { exact: true })
    .waitFor();
  await ada.button('What became of it').click();
  await ada.reads('taken');
  await ada.reads('Copy in Sent');
  await ada.button('Show its source').click();
  await ada.reads('Auto-Submitted: auto-generated');
  await picture(ada.page, 'outbox-details');
  const loading = ada.page.waitForEvent('download');
  await ada.link('Download the mail as it leaves').click();
  const file = await (await loading).path();
  expect(took.at(-1)).toContain(readFileSync(file, 'utf8').trimEnd());
});

it('takes mail up again that waits, and gives it up', async () => {
  await ada.goTo('/mailroom/servers');
  await ada.link('Desk').click();
  await ada.field('Address').fill('later@customer.example');
  await ada.button('Send it').click();
  await ada.link('Show it in the outbox').click();
  const row = ada.page.locator('.row').filter({ hasText: 'later@customer.example' });
  await row.getByText('Delayed', { exact: true }).waitFor();
  await row.getByRole('button', { name: 'What became of it' }).click();
  await row.getByText('put off').waitFor();
  await row.getByRole('button', { name: /^Try again: / }).click();
  await row.getByText('2 tries').waitFor();
  await row.getByRole('button', { name: /^Cancel: / }).click();
  await row.getByText('Cancelled', { exact: true }).waitFor();
  await ada.field('Show').selectOption('cancelled');
  const rows = ada.page.locator('.row');
  await until(async () => (await rows.count()) === 1, { what: 'the list without what was sent' });
  await row.waitFor();
});

it('says why no copy lies in Sent, and makes it again when asked', async () => {
  await ada.goTo('/mailroom/outbox');
  const row = ada.page.locator('.row').filter({ hasText: 'jane@customer.example' });
  await row.getByRole('button', { name: 'What became of it' }).click();
  await row.getByText('No live account fetches').waitFor();
  await helpdesk.timePasses({ minutes: 25 * 60 });
  await row.getByText('given up').waitFor();
  await row.getByText('The mail was sent, but for a day no copy could be put into Sent.').waitFor();
  await picture(ada.page, 'sent-copy-given-up');
  await row.getByRole('button', { name: 'Make the copy again' }).click();
  await row.getByText('on its way').waitFor();
});

it('can be reached with the keyboard alone, and names what can be touched', async () => {
  for (const path of ['servers', 'servers/new', 'sender-policy', 'outbox']) {
    await ada.goTo(`/mailroom/${path}`);
    await ada.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await namelessControls(ada.page)).toEqual([]);
    expect(await keyboardFaults(ada.page)).toEqual([]);
  }
});

it('still shows a round trip after a reload, cancels it, and ends the watching', async () => {
  const live = (name: string, address: string) =>
    helpdesk.database.query(
      `insert into mailroom.mail_account (name, host, port, security, login, address, auth, disposition, state, next_at)
       values ($1, '127.0.0.1', 1, 'none', $2, $2, 'password', 'leave', 'live', now() + interval '1 year')`,
      [name, address],
    );
  await live('A desk that is told later', 'later@trip.example');
  await ada.goTo(`/mailroom/servers/${await addServer('Trips', 'trips.example')}`);
  await ada.button('Send it').click();
  await ada.reads('Taken by the server');
  await ada.button('Cancel the mail').waitFor();
  const status = `select status from mailroom.outgoing_mail order by created_at desc limit 1`;
  const delayed = async () => (await helpdesk.database.query(status))[0].status === 'delayed';
  await until(delayed, { what: 'the server to put it off', timeoutMs: 20_000 });
  await ada.page.reload();
  await ada.reads('Taken by the server');
  await picture(ada.page, 'server round trip after a reload');
  await ada.button('Cancel the mail').click();
  await ada.reads('The mail is cancelled.');
  await ada.button('Cancel the mail').waitFor({ state: 'detached' });
  expect(await helpdesk.database.query(status)).toEqual([{ status: 'cancelled' }]);

  await helpdesk.database.query(`update mailroom.mail_account set address = 'desk@trip.example'`);
  await ada.button('Send it').click();
  await tabTo(ada.page, ada.button('Stop watching'));
  await ada.page.keyboard.press('Enter');
  await ada.page.getByText('Taken by the server').waitFor({ state: 'detached' });
  const again = ada.button('Send it');
  await until(() => again.evaluate((it) => it.ownerDocument.activeElement === it), {
    what: 'the focus on what begins again',
  });
  expect(new URL(ada.page.url()).search).toBe('');
});
