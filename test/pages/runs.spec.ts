import { until } from '../support/until.js';
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

/** Mails were dealt with, all that fit: it began now, and is over. */
async function dealtWith(list: 'outbox' | 'quarantine', act: string, filter: object, who: string) {
  await helpdesk.database.query(
    `insert into mailroom.${list}_run (act, filter, total, done, asked_by, state, started_at, ended_at)
     values ($1, $2, 9, 3, $3, 'done', mailroom.now(), mailroom.now())`,
    [act, filter, who],
  );
}

/** Counts from now on how often the page asks for this. */
function asksFor(path: string): () => number {
  let count = 0;
  ada.page.on('request', (request) => {
    if (new URL(request.url()).pathname === `/mailroom/api/${path}`) count += 1;
  });
  return () => count;
}

it.each([
  ['outbox', 'cancel', {}],
  ['quarantine', 'replay', { outcome: 'quarantined' }],
] as const)(
  'asks for the %s once when its page opens, whatever was over before',
  async (list, act, filter) => {
    await dealtWith(list, act, filter, 'Ben');
    const asked = { list: asksFor(list), summary: asksFor(`${list}/summary`) };
    await ada.goTo(`/mailroom/${list}`);
    await ada.reads(/\bBen\b/);
    await ada.settles();
    expect({ list: asked.list(), summary: asked.summary() }).toEqual({ list: 1, summary: 1 });
  },
);

it('asks for the quarantine anew when somebody else emptied it between two looks', async () => {
  const asked = asksFor('quarantine');
  await dealtWith('quarantine', 'discard', { outcome: 'quarantined' }, 'Cleo');
  await ada.reads(/\bCleo\b/);
  await until(() => Promise.resolve(asked() === 1), { what: 'the list to be asked for' });
});
