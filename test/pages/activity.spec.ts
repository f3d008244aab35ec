import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { type Route } from 'playwright-core';
import { CLOSED_UNDER_US } from './admin-api.js';
import { tabTo } from './keyboard.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { until } from '../support/until.js';
import { keyboardFaults, namelessControls } from './reachability.js';
import { Visitor } from './visitor.js';

const HTML = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary=b',
  '',
  '--b',
  'Content-Type: text/html',
  '',
  '<script>document.title = 1</script><p>Bold <b>claims</b></p><img src="https://tracker.test/p.png"><img src="cid:x">',
  '--b',
  'Content-Type: image/gif',
  'Content-ID: <x>',
  'Content-Disposition: inline; filename="dot.gif"',
  'Content-Transfer-Encoding: base64',
  '',
  'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  '--b--',
  '',
].join('\r\n');

let helpdesk: OpenHelpdesk;
let ada: Visitor;
let accountId: string;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
});
afterAll(() => helpdesk?.close());
afterEach(() => expect([...ada.strayed, ...ada.complaints]).toEqual([]));

async function post(path: string, data: object): Promise<{ id: string }> {
  const headers = { origin: helpdesk.url };
  const answer = await ada.page.request.post(`${helpdesk.url}/mailroom/api/${path}`, {
    headers,
    maxRetries: CLOSED_UNDER_US,
    data,
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

it('fetches while somebody watches, and says what came', async () => {
  const { address } = helpdesk.sandbox.addPerson('watched@sandbox.test');
  await post('mail-rules', {
    name: 'Odd ones',
    enabled: true,
    match: 'all',
    conditions: [{ field: 'subject', not: false, match: 'contains', value: 'Odd' }],
    actions: { then: 'quarantine', destination: null, priority: null, tags: [], unlimited: false },
  });
  for (const subject of ['Odd one', 'Odd two', 'Odd three', 'Sound'])
    helpdesk.sandbox.deliver(address, `From: Mallory <mallory@x.test>\r\nSubject: ${subject}\r\n${HTML}`);
  ({ id: accountId } = await post('accounts', {
    name: 'Watched',
    host: '127.0.0.1',
    port: helpdesk.sandbox.imap.port,
    security: 'none',
    login: address,
    auth: 'password',
    password: 'sandbox',
    disposition: 'leave',
    start: 'all',
    push: false,
  }));
  await ada.goTo(`/mailroom/accounts/${accountId}`);
  await ada.reads('Nothing is fetched as long as the account is not live. Start it above.');
  await ada.button('Fetch now').click();
  await ada.reads('The account is not live, so nothing is fetched.');
  ada.complaints.splice(0);
  await ada.button('Start fetching').click();
  await ada.reads('3 mails are in quarantine');
  await ada.page.getByRole('tab', { name: 'Activity' }).click();
  await ada.reads(/^4 mails, /);
  await ada.button('The figures as a table').click();
  await ada.page.getByRole('table', { name: 'Mail over time' }).waitFor();
  expect(await namelessControls(ada.page)).toEqual([]);
  expect(await keyboardFaults(ada.page)).toEqual([]);
  await picture(ada.page, 'account activity');
});

it('keeps a protocol log for a while', async () => {
  await ada.button('Connect anew and keep a log').click();
  await ada.page.getByText(/> \S+ EXAMINE "?INBOX/).waitFor();
  await picture(ada.page, 'account protocol log');
  await ada.button('Stop and delete').click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Stop and delete' }).click();
  await ada.button('Connect anew and keep a log').waitFor();
});

it('shows what is in quarantine and why, looks into it and lets it go', async () => {
  await ada.goTo(`/mailroom/accounts/${accountId}`);
  await ada.link('Show them').click();
  await ada.heading('Quarantine').waitFor();
  await ada.field('Search').fill('Odd two');
  await ada.button('Try all 1 again').waitFor();
  await ada.button('Look into it: Odd two').click();
  await ada.page.frameLocator('iframe').getByText('claims').waitFor();
  await ada.reads('The rule “Odd ones” keeps such mail until somebody has looked at it.');
  await ada.reads(/^One picture from elsewhere was not loaded/);
  await ada.page.frameLocator('iframe').locator('img[src^="data:image/gif"]').waitFor();
  await ada.page.getByRole('list', { name: 'Attachments' }).getByRole('link', { name: 'dot.gif' }).waitFor();
  expect(await namelessControls(ada.page)).toEqual([]);
  await picture(ada.page, 'quarantine');
  await ada.button('Throw away: Odd two').click();
  await ada.reads(/Copies on the mail server stay untouched\./);
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
  await ada.heading('Nothing fits').waitFor();
  await ada.field('Search').fill('');
  await ada.button('Try all 2 again').click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Try all 2 again' }).click();
  await ada.reads(/had 2 mails tried again/);
});

it('shows what another admin began with the quarantine, once it is in the way', async () => {
  helpdesk.sandbox.deliver(
    'watched@sandbox.test',
    `From: Mallory <mallory@x.test>\r\nSubject: Odd four\r\n${HTML}`,
  );
  await post(`accounts/${accountId}/fetch`, {});
  const many = /^Try all [\d,]+ again$/;
  await ada.goTo('/mailroom/quarantine');
  await ada.reloadsUntil(async () => {
    await ada.settles();
    return ada.page.getByText('Odd four').isVisible();
  }, 'it to be held');
  await ada.button(many).click();
  // Just before hers, so that her page has not heard of it.
  const justBefore = async (route: Route) => {
    await helpdesk.database.query(
      `insert into mailroom.quarantine_run (act, filter, total, up_to, asked_by, started_at, done)
       values ('replay', '{"outcome": "quarantined"}', 9, null, 'Ben', mailroom.now(), 3)`,
    );
    await route.continue();
  };
  await ada.page.route('**/api/quarantine/runs', justBefore, { times: 1 });
  await ada.page.getByRole('dialog').getByRole('button', { name: many }).click();
  // What was refused stays in view when the page shows what was in the way.
  await ada.reads('Tried again: 3 of 9');
  await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
  await ada.reads('Something is being done with many mails of the quarantine already.');
  ada.complaints.splice(0);
  await helpdesk.database.query(
    `update mailroom.quarantine_run set state = 'stopped', ended_at = mailroom.now()`,
  );
  await ada.page.getByText('Tried again: 3 of 9').waitFor({ state: 'detached' });
  // The mail that was under way when it was stopped is counted a moment later.
  await ada.reads(/was stopped after 3 mails/);
  await helpdesk.database.query(`update mailroom.quarantine_run set done = 4 where asked_by = 'Ben'`);
  await ada.reads(/was stopped after 4 mails/);
});

it('leads who stops a run at the keyboard to its result', async () => {
  await helpdesk.database.query(
    `insert into mailroom.quarantine_run (act, filter, total, up_to, asked_by, started_at, done)
     values ('replay', '{"outcome": "quarantined"}', 9, null, 'Cleo', mailroom.now() + interval '1 second', 3)`,
  );
  await ada.goTo('/mailroom/quarantine');
  await ada.reads('Tried again: 3 of 9');
  await tabTo(ada.page, ada.button('Stop'));
  await ada.page.keyboard.press('Enter');
  const result = ada.page.getByText(/asked for by Cleo, was stopped after/);
  await result.waitFor();
  await until(() => result.evaluate((it) => it.ownerDocument.activeElement === it), {
    what: 'the focus on the result',
  });
});

it('stops a test that waits for a server that says nothing', async () => {
  const heard: Socket[] = [];
  const silent = createServer((socket) => heard.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  await ada.goTo(`/mailroom/accounts/${accountId}?tab=settings`);
  await ada.field('Port').fill(String((silent.address() as AddressInfo).port));
  await ada.field('Password').fill('sandbox');
  await ada.button('Test these settings').click();
  await ada.reads('Testing 127.0.0.1…');
  await picture(ada.page, 'account test under way');
  await ada.button('Stop').click();
  await ada.page.getByText('Testing 127.0.0.1…').waitFor({ state: 'detached' });
  await ada.canPress(ada.button('Test these settings'));
  // Anew, and to its end this time.
  await ada.field('Port').fill(String(helpdesk.sandbox.imap.port));
  await ada.button('Test these settings').click();
  await ada.reads('Everything works.');
  for (const socket of heard) socket.destroy();
  silent.close();
});

it('says until when a provider lets a fetch wait, and draws no progress', async () => {
  await ada.goTo(`/mailroom/accounts/${accountId}`);
  helpdesk.sandbox.faults.throttleImap({ milliseconds: 3_600_000, times: 1 });
  await ada.button('Fetch now').click();
  const waits = async () => {
    const answer = await ada.page.request.get(`${helpdesk.url}/mailroom/api/accounts/${accountId}`);
    return ((await answer.json()) as { health: { state: string } }).health.state === 'waiting';
  };
  await until(waits, { timeoutMs: 20_000, what: 'the provider to want a pause' });
  await ada.button('Fetch now').click();
  await ada.reads(/^The provider wants a pause\. Mail is fetched after it: /);
  await ada.reads(/^The provider wants a pause\. What was asked for is fetched after it: /);
  expect(await ada.page.getByRole('progressbar').count()).toBe(0);
  await picture(ada.page, 'account fetch that waits');
});
