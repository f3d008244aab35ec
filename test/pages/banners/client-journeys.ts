import { connectToken } from '../../support/connect.js';
import { registerCertified } from '../../support/own-flows.js';
import { picture } from '../picture.js';
import { clicks, type BannerDesk, type Journey } from './banner-desk.js';

/** A client of the provider with one token, which something refreshes when asked. */
async function connected(desk: BannerDesk) {
  const address = desk.person();
  const made = await connectToken(desk.mailroom, desk.sandbox, address, 'microsoft');
  return { ...made, address, refresh: () => desk.api('POST', `tokens/${made.tokenId}/refresh`) };
}

function endOfSecret(days: number, says: string): Journey {
  return {
    until: 'another end is known',
    go: async (desk) => {
      const { clientId } = await connected(desk);
      const { body } = await desk.api('GET', `clients/${clientId}`);
      const expiresAt = desk.inDays(days).toISOString();
      await desk.api('PATCH', `clients/${clientId}/secrets/${body.secrets[0].id}`, { expiresAt });
      await desk.isMended(says, async (page) => {
        await clicks(page, /^Change the end/);
        const form = page.getByRole('form', { name: /^Change the end/ });
        await form.getByLabel('Secret expires on').fill('2029-12-24');
        await form.getByRole('button', { name: 'Save', exact: true }).click();
      });
    },
  };
}

/** Certificates last a year at least: that long the helpdesk stands still. */
function endOfCertificate(days: number, says: string): Journey {
  return {
    until: 'another certificate is in use',
    go: async (desk) => {
      const id = await registerCertified(desk.mailroom, desk.sandbox);
      const { body } = await desk.api('GET', `clients/${id}`);
      const left = Date.parse(body.key.certificate.expiresAt) - desk.inDays(days).getTime();
      await desk.timePasses({ minutes: Math.ceil(left / 60_000) });
      await desk.isMended(says, async (page) => {
        await clicks(page, 'Make a new certificate');
        await clicks(page, 'It is uploaded: use it');
      });
    },
  };
}

/** What goes wrong with clients, their secrets and their providers. */
export const clientJourneys = {
  'client-failing': {
    until: 'the client is accepted again',
    go: async (desk) => {
      const { refresh } = await connected(desk);
      desk.faults.tokenEndpoint({ answer: 'aadsts', code: 700016 });
      await refresh();
      await desk.isMended('does not accept the OAuth2 client', async (page) => {
        desk.faults.clear();
        await clicks(page, 'Try again now');
      });
    },
  },
  'provider-not-answering': {
    until: 'it does',
    go: async (desk) => {
      const { refresh } = await connected(desk);
      desk.faults.tokenEndpoint({ answer: 'status', status: 503 });
      for (let tries = 0; tries < 5; tries += 1) {
        await refresh();
        await desk.timePasses({ minutes: 4 });
      }
      await desk.isMended('has been in trouble since', async (page) => {
        desk.faults.clear();
        await clicks(page, 'Try again now');
      });
    },
  },
  'secret-expiring': endOfSecret(5, 'expires on'),
  'secret-expired': endOfSecret(-1, 'has expired on'),
  'certificate-expiring': endOfCertificate(5, 'expires on'),
  'certificate-expired': endOfCertificate(-1, 'has expired on'),
  'host-clock-wrong': {
    until: 'the clocks agree',
    go: async (desk) => {
      const { refresh } = await connected(desk);
      desk.faults.clockSkew({ seconds: 600 });
      await refresh();
      await desk.isMended('10 minutes behind', async () => {
        desk.faults.clear();
        await refresh();
      });
    },
  },
  'admin-action-needed': {
    until: 'somebody at the provider has acted',
    go: async (desk) => {
      const { refresh } = await connected(desk);
      desk.faults.tokenEndpoint({ answer: 'aadsts', code: 53003 });
      await refresh();
      await desk.isMended('The administrator at the provider has to act', async (page) => {
        await picture(desk.ada.page, 'banners admin action');
        desk.faults.clear();
        await clicks(page, 'Refresh now');
      });
    },
  },
} satisfies Record<string, Journey>;
