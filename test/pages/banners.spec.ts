import { type Locator, type Page } from 'playwright-core';
import { demoPassword } from '../../apps/sandbox/src/index.js';
import { connectToken } from '../support/connect.js';
import { type Answer, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

const support = 'support@sandbox.test';
const alice = 'alice@sandbox.test';
const ops = 'ops@sandbox.test';

let helpdesk: OpenHelpdesk;
/** Stands at the tickets all the time, and reloads nothing. */
let desk: Visitor;
let mailroom: RunningMailroom;
let shiftSeconds = 0;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  desk = await Visitor.at(helpdesk);
  await desk.goTo('/');
  await desk.signIn('ada');
  mailroom = { url: helpdesk.url, api } as RunningMailroom;
  helpdesk.sandbox.addPerson(ops);
}, 120_000);
afterAll(async () => {
  await desk?.leave();
  await helpdesk?.close();
});
afterEach(() => {
  helpdesk.sandbox.faults.clear();
});

/** The admin API with the session of the one at the desk. */
async function api(method: string, path: string, data?: unknown): Promise<Answer> {
  const response = await desk.page.request.fetch(`${helpdesk.url}/mailroom/api/${path}`, {
    method,
    headers: { origin: helpdesk.url },
    ...(data === undefined ? {} : { data }),
  });
  const headers = new Headers();
  for (const { name, value } of response.headersArray()) headers.append(name, value);
  const text = await response.text();
  return { status: response.status(), body: text === '' ? undefined : JSON.parse(text), headers };
}

/** Time passes for the helpdesk. How providers' clocks differ is measured by the machine's own. */
async function timePasses(minutes: number): Promise<void> {
  shiftSeconds += minutes * 60;
  await helpdesk.timePasses({ minutes });
}

/** The banner in the element on the helpdesk's page. */
function banner(text: string): Locator {
  return desk.page.locator('mailroom-banners .banner').filter({ hasText: text });
}

/** A banner that appears by itself, leads somewhere, is the same on the pages there, and goes once things are mended. */
async function isMended(text: string, mend: (page: Page) => Promise<unknown>): Promise<void> {
  await banner(text).waitFor();
  expect(await banner(text).count()).toBe(1);
  const href = await banner(text).getByRole('link').getAttribute('href');
  const page = await desk.page.context().newPage();
  await page.goto(href ?? '');
  if (!href?.includes('reconnect='))
    await page.getByRole('region', { name: 'Warnings' }).getByText(text).waitFor();
  await mend(page);
  await banner(text).waitFor({ state: 'detached' });
  await page.close();
}

async function consentAtProvider(page: Page, address: string): Promise<void> {
  await page.getByLabel('Mailbox').fill(address);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(({ origin }) => origin === helpdesk.url);
}

async function liveAccount(values: object): Promise<string> {
  const { imap } = helpdesk.sandbox;
  const { body, status } = await api('POST', 'accounts', {
    name: 'Operations',
    ...imap,
    security: 'none',
    login: ops,
    auth: 'password',
    password: demoPassword,
    disposition: 'leave',
    start: 'all',
    push: false,
    ...values,
  });
  expect([status, body.code]).toEqual([201, undefined]);
  const live = await api('POST', `accounts/${body.id}/state`, { state: 'live' });
  expect(live.body.state).toBe('live');
  return body.id as string;
}

async function fetches(id: string): Promise<void> {
  const look = async () => (await api('GET', `accounts/${id}`)).body.health;
  const { lastFetchAt: before } = await look();
  await api('POST', `accounts/${id}/fetch`);
  await until(async () => (await look()).lastFetchAt !== before, { what: 'a fetch', timeoutMs: 20_000 });
}

/** INTERNALDATE knows seconds. */
async function aSecondPasses(): Promise<void> {
  const second = Math.floor(Date.now() / 1_000);
  await until(() => Date.now() / 1_000 >= second + 1, { what: 'the next second' });
}

const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again now' }).click();

// Before any time has passed: mail that is older than its account is history, and nobody counts it.
it('quarantine not empty: until somebody has dealt with it', async () => {
  const id = await liveAccount({ name: 'Robots' });
  await fetches(id);
  await aSecondPasses();
  await api('PATCH', 'settings', { 'sender-limit-mails': 1 });
  for (const subject of ['One', 'Two', 'Three'])
    helpdesk.sandbox.deliver(
      ops,
      `From: robot@shop.test\r\nTo: ${ops}\r\nSubject: ${subject}\r\nAuto-Submitted: auto-generated\r\n\r\nHi`,
    );
  await fetches(id);
  await isMended('waits in quarantine', async () => {
    const { items } = (await api('GET', `quarantine?accountId=${id}`)).body;
    for (const held of items) await api('DELETE', `quarantine/${held.id}`);
  });
  await api('PATCH', 'settings', { 'sender-limit-mails': null });
  await api('POST', `accounts/${id}/state`, { state: 'archived' });
}, 60_000);

describe('banners of clients and tokens', () => {
  let clientId: string;
  let tokenId: string;
  const refresh = () => api('POST', `tokens/${tokenId}/refresh`);

  beforeAll(async () => {
    ({ clientId, tokenId } = await connectToken(mailroom, helpdesk.sandbox, support, 'microsoft'));
  }, 60_000);

  it('host clock wrong: until the clocks agree', async () => {
    helpdesk.sandbox.faults.clockSkew({ seconds: 600 });
    await refresh();
    await isMended('10 minutes behind', async () => {
      helpdesk.sandbox.faults.clear();
      await refresh();
    });
  }, 60_000);

  it('admin action needed: until somebody at the provider has acted', async () => {
    helpdesk.sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 53003 });
    await refresh();
    await isMended('The administrator at the provider has to act', async (page) => {
      await picture(desk.page, 'banners admin action');
      helpdesk.sandbox.faults.clear();
      await page.getByRole('button', { name: 'Refresh now' }).click();
    });
  }, 60_000);

  it('client failing: until the client is accepted again', async () => {
    helpdesk.sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 700016 });
    await refresh();
    await isMended('does not accept the OAuth2 client', async (page) => {
      helpdesk.sandbox.faults.clear();
      await tryAgain(page);
    });
  }, 60_000);

  it('provider not answering: until it does', async () => {
    helpdesk.sandbox.faults.tokenEndpoint({ answer: 'status', status: 503, retryAfter: 3_000 });
    await refresh();
    await timePasses(16);
    await isMended('has been in trouble since', async (page) => {
      helpdesk.sandbox.faults.clear();
      await tryAgain(page);
    });
  }, 60_000);

  it.each([
    ['expiring', 5],
    ['expired', -1],
  ])(
    'secret %s: until another end is known',
    async (what, days) => {
      const { body } = await api('GET', `clients/${clientId}`);
      const secret = `clients/${clientId}/secrets/${body.secrets[0].id}`;
      const expiresAt = new Date(Date.now() + shiftSeconds * 1_000 + days * 86_400_000).toISOString();
      await api('PATCH', secret, { expiresAt });
      await isMended(what === 'expired' ? 'has expired on' : 'expires on', async (page) => {
        await page.getByRole('button', { name: /^Change the end/ }).click();
        const form = page.getByRole('form', { name: /^Change the end/ });
        await form.getByLabel('Secret expires on').fill('2029-12-24');
        await form.getByRole('button', { name: 'Save', exact: true }).click();
      });
    },
    60_000,
  );

  it('an expired secret is one banner, whatever it does to the mailboxes of its client', async () => {
    const { body } = await api('GET', `clients/${clientId}`);
    const secret = `clients/${clientId}/secrets/${body.secrets[0].id}`;
    helpdesk.sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 7000222 });
    await api('PATCH', secret, { expiresAt: new Date(Date.now() - 86_400_000).toISOString() });
    await refresh();
    await banner('has expired on').waitFor();
    const { items } = (await api('GET', 'banners')).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['secret-expired']);
    helpdesk.sandbox.faults.clear();
    await api('PATCH', secret, { expiresAt: null });
    await refresh();
    await banner('has expired on').waitFor({ state: 'detached' });
  }, 60_000);

  it('token expired, then refresh token expired: until it is connected again', async () => {
    const strict = await connectToken(mailroom, helpdesk.sandbox, alice, 'strict');
    await api('PATCH', `clients/${strict.clientId}`, { notifyOnExpiredToken: true });
    helpdesk.sandbox.revoke(alice);
    await timePasses(62);
    // The provider's word is not taken at once: the grant is asked about again a minute later.
    await banner('OAuth2 token for “alice@sandbox.test” has expired').waitFor();
    await api('POST', `tokens/${strict.tokenId}/refresh`);
    const isSuspected = async () => (await api('GET', `tokens/${strict.tokenId}`)).body.state === 'suspected';
    await until(isSuspected, { what: 'the first refusal', timeoutMs: 25_000 });
    await timePasses(2);
    await api('POST', `tokens/${strict.tokenId}/refresh`);
    await isMended('refresh token for “alice@sandbox.test” has expired', (page) =>
      consentAtProvider(page, alice),
    );
    expect(await banner('“alice@sandbox.test” has expired').count()).toBe(0);
  }, 90_000);

  it('token disconnected: one click leads to the provider', async () => {
    const { smtp } = helpdesk.sandbox;
    const server = { ...smtp, name: 'Relay', security: 'none', auth: 'token', tokenId, login: support };
    const { body } = await api('POST', 'servers', { ...server, state: 'live' });
    await api('POST', `tokens/${tokenId}/disconnect`);
    await isMended('was disconnected by Ada Admin', (page) => consentAtProvider(page, support));
    await api('DELETE', `servers/${body.id}`);
  }, 60_000);
});

describe('banners of accounts and servers', () => {
  let id: string;
  beforeAll(async () => {
    id = await liveAccount({ quietAfterDays: 1 });
    await fetches(id);
  }, 60_000);

  it('account throttled: until the provider lets it in again', async () => {
    helpdesk.sandbox.faults.refuseLogins({ response: 'NO [OVERQUOTA] Account exceeded bandwidth limits.' });
    await fetches(id);
    await isMended('wait because of its limits', async () => {
      helpdesk.sandbox.faults.clear();
      await timePasses(95);
      await fetches(id);
    });
  }, 60_000);

  it('account not fetching: until it fetches', async () => {
    helpdesk.sandbox.faults.refuseLogins({ response: 'NO [UNAVAILABLE] Try later.' });
    await timePasses(61);
    await fetches(id);
    await isMended('has not fetched mail since', async (page) => {
      helpdesk.sandbox.faults.clear();
      await page.getByRole('button', { name: /Fetch now/ }).click();
    });
  }, 60_000);

  it('server failing: until it sends', async () => {
    const { smtp } = helpdesk.sandbox;
    const server = { ...smtp, name: 'Office', security: 'none', auth: 'password', login: ops };
    const made = await api('POST', 'servers', { ...server, password: demoPassword, state: 'live' });
    helpdesk.sandbox.faults.refuseSmtp({ code: 535, text: '5.7.8 No', at: 'auth' });
    await api('POST', `servers/${made.body.id}/test-mail`, { to: 'alice@sandbox.test' });
    await isMended('Outgoing server “Office” cannot send', async () => {
      helpdesk.sandbox.faults.clear();
      await api('PATCH', `servers/${made.body.id}`, { comment: 'Mended' });
    });
  }, 60_000);

  it('mailbox quiet: until mail comes', async () => {
    await timePasses(25 * 60);
    await fetches(id);
    await isMended('although fetching goes well', async () => {
      helpdesk.sandbox.deliver(ops, `From: a@b.test\r\nTo: ${ops}\r\nSubject: At last\r\n\r\nHi`);
      await fetches(id);
    });
  }, 60_000);

  it('sleeps with a reason until it is woken, and is told of later', async () => {
    await timePasses(25 * 60);
    await fetches(id);
    await banner('although fetching goes well').waitFor();
    const page = await desk.page.context().newPage();
    await page.goto(`${helpdesk.url}/mailroom/warnings`);
    const row = page.getByRole('list', { name: 'Now' }).getByRole('listitem');
    await row
      .filter({ hasText: 'although fetching goes well' })
      .getByRole('button', { name: 'Snooze' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('They are on holiday.');
    await picture(page, 'warnings snooze');
    await dialog.getByRole('button', { name: 'Snooze' }).click();
    await banner('although fetching goes well').waitFor({ state: 'detached' });
    const asleep = page.getByRole('list', { name: 'Asleep' });
    await asleep.getByText('They are on holiday.').waitFor();
    await picture(page, 'warnings');
    expect([...(await namelessControls(page)), ...(await keyboardFaults(page))]).toEqual([]);
    await asleep.getByRole('button', { name: 'Wake up' }).click();
    await banner('although fetching goes well').waitFor();
    const past = page.getByRole('list', { name: 'What there was' });
    await past.getByText('Outgoing server “Office” cannot send').first().waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await picture(page, 'warnings narrow');
    await desk.page.setViewportSize({ width: 390, height: 800 });
    await picture(desk.page, 'banners narrow');
    await page.close();
  }, 60_000);
});

it('shows agents nothing, and asks for nothing', async () => {
  const alex = await Visitor.at(helpdesk);
  await alex.goTo('/');
  await alex.signIn('alex');
  await alex.heading('Tickets').waitFor();
  expect(await alex.page.locator('mailroom-banners').count()).toBe(0);
  const { status } = await alex.page.evaluate<{ status: number }>(
    `fetch('/mailroom/api/banners/stream').then(({ status }) => ({ status }))`,
  );
  expect(status).toBe(403);
  await alex.leave();
}, 60_000);

it('keeps to the policy of its host', () => {
  expect(desk.complaints).toEqual([]);
});
