import { Announcements } from '../../../libs/notifications/src/announcing/announcements.js';
import { registerSandboxClient } from '../../support/connect.js';
import { until } from '../../support/until.js';
import { picture } from '../picture.js';
import { Visitor } from '../visitor.js';
import { type BannerDesk, type Journey } from './banner-desk.js';

/** Alex connects a mailbox of their own, as staff do. */
async function connects(desk: BannerDesk, alex: Visitor, address: string): Promise<void> {
  const { host, port } = desk.sandbox.smtp;
  await registerSandboxClient(desk.mailroom, desk.sandbox, 'google', {
    name: 'Google for staff',
    personalServers: true,
    mailHosts: [host],
    submission: { host, port, security: 'none' },
  });
  await alex.goTo('/mailroom/my-mailbox');
  await alex.signIn('alex');
  await alex.button('Connect with Google for staff').click();
  await desk.consentAtProvider(alex.page, address);
  await alex.page.getByRole('region', { name: address }).getByText('It works.').waitFor();
}

/** The provider says twice that the consent is gone, with a minute in between. */
async function isSignedOut(desk: BannerDesk, address: string): Promise<void> {
  const { items } = (await desk.api('GET', `tokens?search=${address}`)).body;
  const token = `tokens/${items[0].id}`;
  desk.sandbox.revoke(address);
  await desk.timePasses({ minutes: 62 });
  await desk.api('POST', `${token}/refresh`);
  await desk.timePasses({ minutes: 2 });
  await desk.api('POST', `${token}/refresh`);
  expect((await desk.api('GET', token)).body.state).toBe('reconnect');
}

/** What no admin can mend: they see whose it is, its owner is written to, and connects it again. */
export const personalJourney = {
  'personal-mailbox-signed-out': {
    until: 'its owner has connected it again',
    go: async (desk) => {
      const address = desk.person();
      const alex = await Visitor.at(desk.helpdesk);
      await connects(desk, alex, address);
      await desk.server('Office');
      await isSignedOut(desk, address);
      await desk.isMended(`Alex Agent is signed out of “${address}”`, async (page) => {
        await page.getByText('Only Alex Agent can connect it again, under “My mailbox”.').waitFor();
        expect(await page.getByRole('button', { name: 'Reconnect' }).count()).toBe(0);
        await page.getByRole('button', { name: 'Pause' }).waitFor();
        await picture(page, 'banners personal mailbox');
        await desk.helpdesk.service(Announcements).look();
        const letters = () => desk.sandbox.messages(address).map(({ raw }) => raw.toString());
        const isTold = () => letters().some((letter) => letter.includes('/mailroom/my-mailbox'));
        await until(isTold, { what: 'the letter to the owner', timeoutMs: 20_000 });
        await alex.goTo('/mailroom/my-mailbox');
        await alex.button('Connect again').click();
        await desk.consentAtProvider(alex.page, address);
      });
      expect(alex.complaints).toEqual([]);
      await alex.leave();
    },
  },
} satisfies Record<string, Journey>;
