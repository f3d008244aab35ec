import { connectToken } from '../../support/connect.js';
import { until } from '../../support/until.js';
import { clicks, type BannerDesk, type Journey } from './banner-desk.js';

/** A token whose grant the provider has ended, and an hour later. */
async function revoked(desk: BannerDesk): Promise<{ address: string; tokenId: string }> {
  const address = desk.person();
  const { clientId, tokenId } = await connectToken(desk.mailroom, desk.sandbox, address, 'strict');
  await desk.api('PATCH', `clients/${clientId}`, { notifyOnExpiredToken: true });
  desk.sandbox.revoke(address);
  await desk.timePasses({ minutes: 62 });
  return { address, tokenId };
}

/** What goes wrong with tokens, and what only the people behind a mailbox can mend. */
export const tokenJourneys = {
  // The provider's word is not taken at once: the grant is asked about again a minute later.
  'token-expired': {
    until: 'it renews itself again',
    go: async (desk) => {
      const address = desk.person();
      const { clientId } = await connectToken(desk.mailroom, desk.sandbox, address, 'strict');
      await desk.api('PATCH', `clients/${clientId}`, { notifyOnExpiredToken: true });
      desk.faults.tokenEndpoint({ answer: 'status', status: 503 });
      await desk.timePasses({ minutes: 62 });
      await desk.isMended(`OAuth2 token for “${address}” has expired`, async (page) => {
        desk.faults.clear();
        await clicks(page, 'Refresh now');
      });
    },
  },
  'refresh-token-expired': {
    until: 'it is connected again',
    go: async (desk) => {
      const { address, tokenId } = await revoked(desk);
      await desk.banner(`OAuth2 token for “${address}” has expired`).waitFor();
      await desk.api('POST', `tokens/${tokenId}/refresh`);
      const isSuspected = async () => (await desk.api('GET', `tokens/${tokenId}`)).body.state === 'suspected';
      await until(isSuspected, { what: 'the first refusal', timeoutMs: 25_000 });
      await desk.timePasses({ minutes: 2 });
      await desk.api('POST', `tokens/${tokenId}/refresh`);
      await desk.isMended(`refresh token for “${address}” has expired`, (page) =>
        desk.consentAtProvider(page, address),
      );
      expect(await desk.banner(`“${address}” has expired`).count()).toBe(0);
    },
  },
  'refresh-token-idle': {
    until: 'it is used again',
    go: async (desk) => {
      const address = desk.person();
      await connectToken(desk.mailroom, desk.sandbox, address, 'microsoft');
      desk.faults.tokenEndpoint({ answer: 'status', status: 500 });
      await desk.timePasses({ minutes: 80 * 24 * 60 });
      await desk.isMended(`The refresh token for “${address}” has not been used for long`, async (page) => {
        desk.faults.clear();
        await clicks(page, 'Refresh now');
      });
    },
  },
  'token-disconnected': {
    until: 'one click has led to the provider',
    go: async (desk) => {
      const address = desk.person();
      const { tokenId } = await connectToken(desk.mailroom, desk.sandbox, address, 'microsoft');
      await desk.server('Relay', { auth: 'token', password: undefined, tokenId, login: address });
      await desk.api('POST', `tokens/${tokenId}/disconnect`);
      await desk.isMended('was disconnected by Ada Admin', (page) => desk.consentAtProvider(page, address));
    },
  },
} satisfies Record<string, Journey>;
