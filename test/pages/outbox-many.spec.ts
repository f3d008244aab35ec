import { type Route } from 'playwright-core';
import { until } from '../support/until.js';
import { tabTo } from './keyboard.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { picture } from './picture.js';
import { namelessControls } from './reachability.js';
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
afterEach(async () => {
  await helpdesk.database.query('delete from mailroom.outgoing_mail');
  expect([...ada.strayed, ...ada.complaints]).toEqual([]);
});

/** Mails that nobody could send, the newest with the highest number. */
async function failed(count: number): Promise<void> {
  await helpdesk.database.query(
    `insert into mailroom.outgoing_mail (message_id, draft, bytes, lane, status, due_at, waiting_since, created_at)
     select '<' || n || '@x.test>', jsonb_build_object('from', '{"name":"","address":"desk@x.test"}'::jsonb, 'to',
       '[{"name":"","address":"ada@y.test"}]'::jsonb, 'cc', '[]'::jsonb, 'bcc', '[]'::jsonb, 'subject', 'Letter ' || n),
       10, '["desk@x.test",null]', 'failed', now() - interval '1 day', now() - interval '1 day', now() - interval '1 day' + n * interval '1 second'
     from generate_series(1, $1::integer) n`,
    [count],
  );
}

const box = (subject: string) => ada.page.getByRole('checkbox', { name: `Choose: ${subject}` });
const states = async () =>
  (await helpdesk.database.query('select status from mailroom.outgoing_mail order by created_at')).map(
    ({ status }: { status: string }) => status,
  );

it('lets somebody choose mails by the keyboard, a range too, and gives up only those', async () => {
  await failed(5);
  await ada.goTo('/mailroom/outbox');
  await tabTo(ada.page, box('Letter 4'));
  await ada.page.keyboard.press('Space');
  await ada.reads('1 chosen');
  await box('Letter 2').click({ modifiers: ['Shift'] });
  await ada.reads('3 chosen');
  expect(await box('Letter 5').isChecked()).toBe(false);
  await picture(ada.page, 'outbox-chosen');
  expect(await namelessControls(ada.page)).toEqual([]);
  await tabTo(ada.page, ada.button('Cancel the chosen'), 'Shift+Tab');
  await ada.page.keyboard.press('Enter');
  await ada.reads('Cancel 3 mails?');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Cancel the chosen' }).click();
  await ada.reads(/^Cancelled: 3\. Already sent: 0\./);
  expect(await states()).toEqual(['failed', 'cancelled', 'cancelled', 'cancelled', 'failed']);
  await ada.reads('0 chosen');
});

it('takes all up again that fits the filters, and says what came of it', async () => {
  await failed(3);
  await ada.goTo('/mailroom/outbox?status=failed');
  await ada.button('Try all 3 again').click();
  await ada.reads('Try 3 mails again?');
  await picture(ada.page, 'outbox-all-question');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Try all 3 again' }).click();
  await ada.reads(/had 3 of 3 mails taken up again/);
  await until(async () => !(await states()).includes('failed'), { what: 'all to wait again' });
});

it('says that somebody else was quicker, and goes on saying it beside what they began', async () => {
  await failed(2);
  await ada.goTo('/mailroom/outbox?status=failed');
  await ada.button('Try all 2 again').click();
  const justBefore = async (route: Route) => {
    await helpdesk.database.query(
      `insert into mailroom.outbox_run (act, filter, total, done, asked_by, started_at)
       values ('cancel', '{}', 9, 3, 'Ben', mailroom.now())`,
    );
    await route.continue();
  };
  await ada.page.route('**/api/outbox/runs', justBefore, { times: 1 });
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Try all 2 again' }).click();
  await ada.reads('Cancelled: 3 of 9');
  await ada.page.getByRole('dialog').waitFor({ state: 'detached' });
  await ada.page.getByRole('alert').filter({ hasText: 'outbox-busy' }).waitFor();
  ada.complaints.splice(0);
  expect(await states()).toEqual(['failed', 'failed']);
  await helpdesk.database.query('delete from mailroom.outbox_run');
});

it('leads who begins it at the keyboard to how far it is', async () => {
  await failed(2);
  await ada.goTo('/mailroom/outbox?status=failed');
  await tabTo(ada.page, ada.button('Cancel all 2'));
  await ada.page.keyboard.press('Enter');
  await ada.page.route(
    '**/api/outbox/runs',
    async (route) => {
      await helpdesk.database.query(
        `insert into mailroom.outbox_run (act, filter, total, done, asked_by, started_at)
         values ('cancel', '{}', 9, 3, 'Ben', mailroom.now())`,
      );
      await route.continue();
    },
    { times: 1 },
  );
  await tabTo(ada.page, ada.page.getByRole('dialog').getByRole('button', { name: 'Cancel all 2' }));
  await ada.page.keyboard.press('Enter');
  await ada.reads('Cancelled: 3 of 9');
  const going = ada.page.locator('section', { has: ada.button('Stop') }).last();
  await until(() => going.evaluate((it) => it.ownerDocument.activeElement === it), {
    what: 'the focus on how far it is',
  });
  ada.complaints.splice(0);
  await helpdesk.database.query('delete from mailroom.outbox_run');
});

it('leads the focus to the result when the button that stopped it is gone', async () => {
  await helpdesk.database.query(
    `insert into mailroom.outbox_run (act, filter, total, done, asked_by, started_at)
     values ('cancel', '{}', 9, 3, 'Ben', mailroom.now() + interval '1 second')`,
  );
  await ada.goTo('/mailroom/outbox');
  await ada.reads('Cancelled: 3 of 9');
  await tabTo(ada.page, ada.button('Stop'));
  await ada.page.keyboard.press('Enter');
  const result = ada.page.getByText('was stopped after 3 of 9 mails');
  await result.waitFor();
  await until(() => result.evaluate((it) => it.ownerDocument.activeElement === it), {
    what: 'the focus on the result',
  });
});
