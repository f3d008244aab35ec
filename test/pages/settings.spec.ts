import { until } from '../support/until.js';
import { faultsInLooks } from './axe.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { Visitor } from './visitor.js';

let helpdesk: OpenHelpdesk;
let ada: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
});
afterAll(() => helpdesk?.close());
afterEach(() => expect([...ada.strayed, ...ada.complaints]).toEqual([]));

const head = (title: string) =>
  ada.page.getByRole('region', { name: title, exact: true }).getByRole('heading').getByRole('button');
const isOpen = async (title: string) => (await head(title).getAttribute('aria-expanded')) === 'true';

it('lists what is set, opens it in place, and keeps that over a reload and a link', async () => {
  await ada.goTo('/mailroom/settings');
  await ada.reads('Days to keep: 400');
  await head('Audit log').click();
  await ada.field('Days to keep').waitFor();
  expect(new URL(ada.page.url()).searchParams.get('open')).toBe('audit-retention-days');
  await head('Language').click();
  await ada.page.waitForURL(/language/);
  await ada.page.reload();
  await ada.field('Days to keep').waitFor();
  expect([await isOpen('Audit log'), await isOpen('Language'), await isOpen('Public URL')]).toEqual([
    true,
    true,
    false,
  ]);
  await head('Audit log').click();
  await until(async () => !(await isOpen('Audit log')), { what: 'it to close' });
  await ada.reads('Days to keep: 400');
});

it('brings what a link names into view', async () => {
  await ada.page.setViewportSize({ width: 390, height: 800 });
  await ada.goTo('/mailroom/settings?open=raw-mail-retention-days');
  const shown = ada.field('Days to keep');
  await shown.waitFor();
  await ada.settles();
  expect((await shown.boundingBox())?.y).toBeLessThan(800);
});

it('breaks no rule while parts of it are open', async () => {
  await ada.goTo('/mailroom/settings?open=language,connection-limits,keys');
  await ada.settles();
  expect(await faultsInLooks(ada.page, 'settings')).toEqual([]);
}, 120_000);

it('has limits, priority and comment of a server judged as one types', async () => {
  await ada.page.setViewportSize({ width: 1280, height: 800 });
  await ada.goTo('/mailroom/servers/new');
  await ada.button('Limits').click();
  const typed = [
    ['Mails a minute', '0', 'it has to be 1 or more'],
    ['Largest mail', '2000', 'it has to be 1,024 or less'],
    ['Priority', '20000', 'it has to be 10,000 or less'],
    ['Comment', 'x'.repeat(4_001), 'it may have 4,000 characters at most'],
  ] as const;
  for (const [field, value, says] of typed) {
    await ada.field(field).fill(value);
    await ada.reads(new RegExp(`${says}\\.`));
  }
});
