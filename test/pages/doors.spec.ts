import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { Visitor } from './visitor.js';

let helpdesk: OpenHelpdesk;
let visitor: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
});
beforeEach(async () => {
  visitor = await Visitor.at(helpdesk);
});
afterEach(async () => {
  expect(visitor.strayed).toEqual([]);
  await visitor.leave();
});
afterAll(async () => {
  await helpdesk?.close();
});

const rooms = ['/mailroom/', '/mailroom/tokens', '/mailroom/authorizations/unknown'];

it.each(['/', '/tickets/1001', ...rooms])('%s sends strangers to the sign-in', async (path) => {
  await visitor.goTo(path);
  expect(new URL(visitor.page.url()).pathname).toBe('/sign-in');
  await visitor.page.getByRole('heading', { name: 'Helpdesk' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

it('lets an admin into the mail room', async () => {
  await visitor.goTo('/mailroom/');
  await visitor.signIn('ada');
  await visitor.page.getByRole('heading', { name: 'Overview' }).waitFor();
  expect(visitor.complaints).toEqual([]);
});

it('leads an admin to the very page that was asked for', async () => {
  await visitor.goTo('/mailroom/tokens');
  await visitor.signIn('ada');
  await visitor.page.getByRole('heading', { name: 'Tokens' }).waitFor();
  expect(new URL(visitor.page.url()).pathname).toBe('/mailroom/tokens');
});

it('says so on the page when the admin has signed out elsewhere', async () => {
  const { page } = visitor;
  await visitor.goTo('/');
  await visitor.signIn('ada');
  await visitor.goTo('/mailroom/');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Tokens', exact: true }).click();
  await page.getByRole('heading', { name: 'You are signed out.' }).waitFor();
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});

it('shows agents the tickets and their own mailbox, and neither the way to the mail room nor the room', async () => {
  const { page } = visitor;
  await visitor.goTo('/mailroom/');
  await visitor.signIn('alex');
  await page.getByRole('heading', { name: 'No tickets yet' }).waitFor();
  await page.getByRole('link', { name: 'Tickets' }).waitFor();
  expect(await page.getByRole('link', { name: 'Mail', exact: true }).count()).toBe(0);
  for (const room of rooms) {
    await visitor.goTo(room);
    expect(new URL(page.url()).pathname).toBe('/mailroom/my-mailbox');
    await page.getByRole('heading', { name: 'My mailbox' }).waitFor();
  }
  expect(visitor.complaints).toEqual([]);
  expect(await visitor.goTo('/mailroom/api/tokens')).toBe(403);
});
