import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { type Locator } from 'playwright-core';
import { until } from '../support/until.js';
import { adminApi } from './admin-api.js';
import { tabTo } from './keyboard.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { Visitor } from './visitor.js';

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let accountId: string;
let serverId: string;
const heard = new Set<Socket>();
/** Takes connections and says nothing: a test of it goes on until somebody stops it. */
const silent = createServer((socket) => void heard.add(socket.on('error', () => undefined)));

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  const api = adminApi(ada.page, helpdesk.url);
  const { port } = silent.address() as AddressInfo;
  const host = {
    name: 'Silent',
    host: '127.0.0.1',
    port,
    security: 'none',
    login: 'desk@silent.example',
    password: 'sesame',
  };
  accountId = (
    await api('POST', 'accounts', { ...host, auth: 'password', disposition: 'leave', start: 'new' })
  ).id;
  serverId = (await api('POST', 'servers', { ...host, auth: 'password' })).id;
});
afterAll(async () => {
  hangUp();
  silent.close();
  await helpdesk?.close();
});
afterEach(() => expect([...ada.strayed, ...ada.complaints]).toEqual([]));

/** The silent server ends what it heard of: the tests fail, as when a firewall gives up. */
function hangUp(): void {
  for (const socket of heard) socket.destroy();
  heard.clear();
}

const hasFocus = (what: Locator) => what.evaluate((it) => it.ownerDocument.activeElement === it);
const isFocused = (what: Locator) =>
  until(async () => (await what.count()) === 1 && hasFocus(what), { what: `the focus on ${String(what)}` });
const press = async (button: Locator) => {
  await tabTo(ada.page, button);
  await ada.page.keyboard.press('Enter');
};

it.each([
  { page: 'an account', at: () => `accounts/${accountId}`, starter: 'Test connection', fills: [] },
  {
    page: 'the form of an account',
    at: () => `accounts/${accountId}?tab=settings`,
    starter: 'Test these settings',
    fills: ['Password'],
  },
  {
    page: 'the form of a server',
    at: () => `servers/${serverId}?tab=settings`,
    starter: 'Test these settings',
    fills: ['Password'],
  },
])('leads who stops the test in $page back to where it begins', async ({ at, starter, fills }) => {
  await ada.goTo(`/mailroom/${at()}`);
  for (const label of fills) await ada.field(label).fill('sesame');
  await press(ada.button(starter));
  await press(ada.button('Stop'));
  await isFocused(ada.button(starter));
  await ada.page.keyboard.press('Enter');
  await ada.button('Stop').waitFor();
  hangUp();
  await isFocused(ada.button(starter));
});

it('leads who stops one direction of a mailbox to the other, and after both to where they begin', async () => {
  await ada.goTo('/mailroom/set-up?with=password&step=mailbox&address=desk%40example.com');
  const { port } = silent.address() as AddressInfo;
  await ada.field('Password').fill('sesame');
  for (const [label, group] of [
    ['IMAP host', 'IMAP server'],
    ['SMTP host', 'SMTP server'],
  ] as const) {
    await ada.field(label).fill('127.0.0.1');
    await ada.page.getByRole('group', { name: group, exact: true }).getByLabel(/^Port/).fill(String(port));
  }
  const stops = ada.button('Stop');
  await press(ada.button('Test'));
  await until(async () => (await stops.count()) === 2, { what: 'both directions to be tested' });
  await press(stops.first());
  await isFocused(ada.page.getByRole('group', { name: 'Test', exact: true }));
  await press(stops);
  await isFocused(ada.button('Test'));
});

it('leaves who has gone elsewhere meanwhile where they are', async () => {
  await ada.goTo(`/mailroom/servers/${serverId}?tab=settings`);
  await ada.field('Password').fill('sesame');
  await press(ada.button('Test these settings'));
  await ada.button('Stop').waitFor();
  await tabTo(ada.page, ada.field('Comment'), 'Shift+Tab');
  hangUp();
  await ada.canPress(ada.button('Test these settings'));
  await ada.settles();
  expect(await hasFocus(ada.field('Comment'))).toBe(true);
});
