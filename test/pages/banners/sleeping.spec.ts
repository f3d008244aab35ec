import { picture } from '../picture.js';
import { keyboardFaults, namelessControls } from '../reachability.js';
import { Visitor } from '../visitor.js';
import { BannerDesk } from './banner-desk.js';

const QUIET = 'although fetching goes well';
const THROTTLED = 'lets mail account “Throttled” wait';

let desk: BannerDesk;
beforeAll(async () => (desk = await BannerDesk.open()), 120_000);
afterAll(() => desk?.close());

it('sleeps with a reason until it is woken, and is told of later', async () => {
  const { id: throttled } = await desk.account('Throttled');
  desk.faults.refuseLogins({ response: 'NO [OVERQUOTA] Account exceeded bandwidth limits.' });
  await desk.fetches(throttled);
  await desk.banner(THROTTLED).waitFor();
  desk.faults.clear();
  await desk.api('POST', `accounts/${throttled}/state`, { state: 'archived' });
  await desk.banner(THROTTLED).waitFor({ state: 'detached' });

  const { id } = await desk.account('Quiet', { quietAfterDays: 1 });
  await desk.timePasses({ minutes: 25 * 60 });
  await desk.fetches(id);
  await desk.banner(QUIET).waitFor();
  const page = await desk.ada.page.context().newPage();
  await page.goto(`${desk.helpdesk.url}/mailroom/warnings`);
  const row = page.getByRole('list', { name: 'Now' }).getByRole('listitem');
  await row.filter({ hasText: QUIET }).getByRole('button', { name: 'Snooze' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('   ');
  await dialog.getByText('The server does not accept this value: it is empty.').waitFor();
  await dialog.getByLabel('Reason').fill('They are on holiday.');
  await picture(page, 'warnings snooze');
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await desk.banner(QUIET).waitFor({ state: 'detached' });
  const asleep = page.getByRole('list', { name: 'Asleep' });
  await asleep.getByText('They are on holiday.').waitFor();
  await picture(page, 'warnings');
  expect([...(await namelessControls(page)), ...(await keyboardFaults(page))]).toEqual([]);
  await asleep.getByRole('button', { name: 'Wake up' }).click();
  await desk.banner(QUIET).waitFor();
  const past = page.getByRole('list', { name: 'What there was' });
  await past.getByText(THROTTLED).first().waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await picture(page, 'warnings narrow');
  await desk.ada.page.setViewportSize({ width: 390, height: 800 });
  await picture(desk.ada.page, 'banners narrow');
  await page.close();
}, 60_000);

it('shows agents nothing, and asks for nothing', async () => {
  const alex = await Visitor.at(desk.helpdesk);
  await alex.goTo('/');
  await alex.signIn('alex');
  await alex.link('My mailbox').waitFor();
  expect(await alex.page.locator('mailroom-banners').count()).toBe(0);
  const { status } = await alex.page.evaluate<{ status: number }>(
    `fetch('/mailroom/api/banners/stream').then(({ status }) => ({ status }))`,
  );
  expect(status).toBe(403);
  await alex.leave();
}, 60_000);

it('keeps to the policy of its host', () => {
  expect(desk.ada.complaints).toEqual([]);
});
