// The sandbox as a process of its own, driven over IPC: it issues tokens as if people had consented, and counts who came.
import { startSandbox } from '../../../dist/apps/sandbox/src/index.js';
import { atYourService } from '../at-your-service.mjs';

const PROFILE = 'google';
// No identity: whose a token is stands in the bench's own database.
const scopes = ['https://mail.google.com/'];
const sandbox = await startSandbox();
// A public client: what it costs to prove itself is not what is measured here.
sandbox.registerClient({ id: 'bench-public' });

const work = {
  issue: async ({ count }) => {
    const tokens = [];
    for (let number = 0; number < count; number += 1) {
      const address = `bench-${number}@sandbox.test`;
      tokens.push({
        address,
        ...(await sandbox.issueTokens(address, { profile: PROFILE, clientId: 'bench-public', scopes })),
      });
    }
    return tokens;
  },
  refreshes: () => sandbox.tokenRequests.filter(({ grantType }) => grantType === 'refresh_token').length,
};

atYourService(work, sandbox.issuer(PROFILE));
