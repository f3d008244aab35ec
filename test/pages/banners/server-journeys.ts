import { OutgoingMail } from '@mailroom/plugin';
import { demoPassword } from '../../../apps/sandbox/src/index.js';
import { Receiver } from '../../support/receiver.js';
import { until } from '../../support/until.js';
import { picture } from '../picture.js';
import { clicks, type BannerDesk, type Journey } from './banner-desk.js';

/** A mail of the host itself; answers its id. */
async function sends(desk: BannerDesk, from: string, subject: string): Promise<string> {
  const draft = { from, to: ['alice@sandbox.test'], subject, text: 'Hello' };
  return (await desk.helpdesk.service(OutgoingMail).send(draft)).id;
}

async function isIn(desk: BannerDesk, id: string, status: string): Promise<void> {
  const look = async () => (await desk.api('GET', `outbox/${id}`)).body.status === status;
  await until(look, { what: `the mail to be ${status}`, timeoutMs: 20_000 });
}

/** What goes wrong with mail on its way out. */
export const serverJourneys = {
  'server-failing': {
    until: 'it sends',
    go: async (desk) => {
      const { id } = await desk.server('Office');
      desk.faults.refuseSmtp({ code: 535, text: '5.7.8 No', at: 'auth' });
      await desk.api('POST', `servers/${id}/test-mail`, { to: 'alice@sandbox.test' });
      await desk.isMended('Outgoing server “Office” cannot send', async (page) => {
        desk.faults.clear();
        await clicks(page, 'Try again');
      });
    },
  },
  'outbox-stuck': {
    until: 'its mail leaves',
    go: async (desk) => {
      const { address } = await desk.server('Slow', { ratePerDay: 1 });
      await isIn(desk, await sends(desk, address, 'First'), 'sent');
      const second = await sends(desk, address, 'Second');
      await isIn(desk, second, 'delayed');
      await desk.timePasses({ minutes: 62 });
      await desk.isMended('Nothing has left through outgoing server “Slow”', async (page) => {
        await clicks(page, 'Limits');
        await page.getByLabel('Mails a day').fill('100');
        await clicks(page, 'Save');
      });
      await isIn(desk, second, 'sent');
    },
  },
  'sent-copies-failing': {
    until: 'they are made',
    go: async (desk) => {
      // Nobody fetches the mailbox that its copies belong into.
      const { address } = await desk.server('Archivist', { saveToSent: true });
      const mail = await sends(desk, address, 'For the files');
      await isIn(desk, mail, 'sent');
      const copy = async () => (await desk.api('GET', `outbox/${mail}`)).body.sentCopy;
      const hasFailed = async () => (await copy()).problem?.code === 'sent-mailbox-missing';
      await until(hasFailed, { what: 'the first try', timeoutMs: 20_000 });
      await desk.timePasses({ minutes: 62 });
      await desk.isMended(`is missing in Sent of “${address}”: 1 copy`, async (page) => {
        await page.getByText(`A copy is missing in Sent of ${address}`).waitFor();
        await picture(page, 'server copies missing');
        await desk.account('Files', { login: address });
        await clicks(page, 'Make the copies');
        await until(async () => (await copy()).state === 'made', { what: 'the copy', timeoutMs: 20_000 });
      });
    },
  },
  'mail-without-server': {
    until: 'a server sends for it',
    go: async (desk) => {
      const address = desk.person();
      const mail = await sends(desk, address, 'Whither');
      await isIn(desk, mail, 'delayed');
      await desk.timePasses({ minutes: 62 });
      await desk.isMended('for an outgoing server: 1', async (page) => {
        await page.getByRole('link', { name: 'Add a server for it' }).click();
        const { host, port } = desk.sandbox.smtp;
        expect(await page.getByLabel(/^Sender filter/).inputValue()).toBe(address);
        await page.getByLabel(/^Name/).fill('Hither');
        await page.getByLabel(/^SMTP host/).fill(host);
        await page.getByLabel(/^Encryption/).selectOption('none');
        await page.getByLabel(/^Port/).fill(String(port));
        await page.getByLabel(/^Login/).fill(address);
        await page.getByLabel(/^Password/).fill(demoPassword);
        await clicks(page, 'Add and use it');
      });
      await isIn(desk, mail, 'sent');
    },
  },
  'webhook-paused': {
    until: 'its receiver is back',
    go: async (desk) => {
      const receiver = await Receiver.open();
      receiver.answers(410);
      const { body } = await desk.api('POST', 'webhooks', {
        description: 'Duty roster',
        url: receiver.url,
        events: ['outbox.sent'],
      });
      const { id } = body.webhook as { id: string };
      await desk.api('POST', `webhooks/${id}/test`, {});
      await desk.isMended('Webhook “Duty roster” is paused', async (page) => {
        await page.getByText('the receiver says that it is gone').first().waitFor();
        await picture(page, 'webhook gone');
        receiver.answers(204);
        await clicks(page, 'Resume');
      });
      await desk.api('DELETE', `webhooks/${id}`);
      await receiver.close();
    },
  },
} satisfies Record<string, Journey>;
