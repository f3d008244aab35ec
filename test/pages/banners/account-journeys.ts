import { type Page } from 'playwright-core';
import { FailingAccounts } from '../../../libs/mail-accounts/src/activity/failing-accounts.js';
import { until } from '../../support/until.js';
import { clicks, type BannerDesk, type Journey } from './banner-desk.js';

const OVER_QUOTA = { response: 'NO [OVERQUOTA] Account exceeded bandwidth limits.' };
const UNAVAILABLE = { response: 'NO [UNAVAILABLE] Try later.' };
const DAY = 24 * 60;

/** INTERNALDATE knows seconds. */
async function aSecondPasses(): Promise<void> {
  const second = Math.floor(Date.now() / 1_000);
  await until(() => Date.now() / 1_000 >= second + 1, { what: 'the next second' });
}

/** Accounts of one mail host, which meets them in the same way. */
async function accountsNamed(desk: BannerDesk, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push((await desk.account(name)).id);
  return ids;
}

/** From the list that a banner leads to, into each account and back. */
async function fetchesEach(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('link', { name, exact: true }).click();
    await clicks(page, 'Fetch now');
    await page
      .getByText(/^Mail is (being )?fetched/)
      .first()
      .waitFor();
    await page.goBack();
  }
}

/** Mail of robots, more of it than anybody may send in an hour. */
async function tooMuchOf(desk: BannerDesk, { id, address }: { id: string; address: string }) {
  await aSecondPasses();
  for (const subject of ['One', 'Two', 'Three'])
    desk.sandbox.deliver(
      address,
      `From: robot@shop.test\r\nTo: ${address}\r\nSubject: ${subject}\r\nAuto-Submitted: auto-generated\r\n\r\nHi`,
    );
  await desk.fetches(id);
}

/** What goes wrong with mailboxes and the hosts they are at. */
export const accountJourneys = {
  'quarantine-not-empty': {
    until: 'somebody has dealt with it',
    go: async (desk) => {
      const [robots, others] = [await desk.account('Robots'), await desk.account('Others')];
      await desk.api('PATCH', 'settings', { 'sender-limit-mails': 1 });
      await tooMuchOf(desk, robots);
      await tooMuchOf(desk, others);
      await desk.isMended('Mail of “Robots” that the helpdesk could not take', async (page) => {
        // Only what the banner is about.
        await clicks(page, 'Throw all 2 away');
        await page.getByRole('dialog').getByRole('button', { name: 'Throw all 2 away' }).click();
      });
      expect((await desk.api('GET', `quarantine?accountId=${others.id}`)).body.items).toHaveLength(2);
      for (const { id } of (await desk.api('GET', `quarantine?accountId=${others.id}`)).body.items)
        await desk.api('DELETE', `quarantine/${id}`);
      await desk.api('PATCH', 'settings', { 'sender-limit-mails': null });
    },
  },
  'account-throttled': {
    until: 'the provider lets it in again',
    go: async (desk) => {
      const { id } = await desk.account('Throttled');
      desk.faults.refuseLogins(OVER_QUOTA);
      await desk.fetches(id);
      await desk.isMended('lets mail account “Throttled” wait until', async (page) => {
        desk.faults.clear();
        await desk.timePasses({ minutes: 95 });
        await clicks(page, 'Fetch now');
      });
    },
  },
  'account-not-fetching': {
    until: 'it fetches',
    go: async (desk) => {
      const { id } = await desk.account('Refused');
      desk.faults.refuseLogins(UNAVAILABLE);
      await desk.timePasses({ minutes: 61 });
      await desk.fetches(id);
      await desk.isMended('“Refused” has not fetched mail since', async (page) => {
        desk.faults.clear();
        await clicks(page, 'Fetch now');
      });
    },
  },
  'mailbox-silent': {
    until: 'it is heard of again',
    go: async (desk) => {
      // Looks into its mailbox more seldom than somebody wants to hear of it.
      await desk.account('Silent', { pollSeconds: 6 * 3_600, silentAfterMinutes: 60 });
      await desk.timePasses({ minutes: 61 });
      await desk.isMended('Nothing has been heard of mail account “Silent”', (page) =>
        clicks(page, 'Fetch now'),
      );
    },
  },
  'account-set-back': {
    until: 'somebody starts it again',
    go: async (desk) => {
      const { id } = await desk.account('Given up');
      await desk.api('PATCH', 'settings', { 'draft-after-failing-days': 5 });
      desk.faults.refuseLogins();
      for (let day = 0; day <= 6; day += 1) {
        await desk.timePasses({ minutes: DAY });
        await desk.fetches(id);
      }
      await desk.helpdesk.service(FailingAccounts).look();
      await desk.isMended('“Given up” had failed for days and was made a draft', async (page) => {
        desk.faults.clear();
        await clicks(page, /^(Start fetching|Go live)$/);
      });
      await desk.api('PATCH', 'settings', { 'draft-after-failing-days': null });
    },
  },
  'mail-host-failing': {
    until: 'one of its accounts fetches',
    go: async (desk) => {
      const ids = await accountsNamed(desk, ['Shut out', 'Shut out too']);
      desk.faults.refuseLogins(UNAVAILABLE);
      await desk.timePasses({ minutes: 61 });
      for (const id of ids) await desk.fetches(id);
      await desk.isMended('2 mail accounts wait, the first since', async (page) => {
        desk.faults.clear();
        await fetchesEach(page, ['Shut out', 'Shut out too']);
      });
    },
  },
  'mail-host-throttling': {
    until: 'it lets them in again',
    go: async (desk) => {
      const ids = await accountsNamed(desk, ['Slowed down', 'Slowed down too']);
      desk.faults.refuseLogins(OVER_QUOTA);
      for (const id of ids) await desk.fetches(id);
      await desk.isMended('lets 2 mail accounts wait because of its limits', async (page) => {
        desk.faults.clear();
        await desk.timePasses({ minutes: 95 });
        await fetchesEach(page, ['Slowed down', 'Slowed down too']);
      });
    },
  },
  'mailbox-quiet': {
    until: 'mail comes',
    go: async (desk) => {
      const { id, address } = await desk.account('Quiet', { quietAfterDays: 1 });
      await desk.timePasses({ minutes: 25 * 60 });
      await desk.fetches(id);
      await desk.isMended('No mail has come to “Quiet” for 1 day,', async (page) => {
        desk.sandbox.deliver(address, `From: a@b.test\r\nTo: ${address}\r\nSubject: At last\r\n\r\nHi`);
        await clicks(page, 'Fetch now');
      });
    },
  },
} satisfies Record<string, Journey>;
