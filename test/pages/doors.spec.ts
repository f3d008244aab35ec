import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
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

it('lets an admin in who came for the mail room', async () => {
  await visitor.goTo('/mailroom/');
  await visitor.signIn('ada');
  await visitor.page.getByRole('heading', { name: 'Overview' }).waitFor();
});
