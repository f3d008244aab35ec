import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installationOn, startHelpdeskProcess, type Installation } from '../../support/helpdesk-process.js';
import { type Program } from '../program.js';
import { draftAll, withoutLimits } from './many-accounts.js';

/** How many accounts of which kind. */
export interface DraftsWish {
  readonly databaseUrl: string;
  /** A folder for the certificate that the helpdesk has to trust. */
  readonly folder: string;
  readonly accounts: number;
  readonly push: boolean;
  readonly pollSeconds?: number;
}

/**
 * People at the sandbox and drafts for their mailboxes, over TLS. They are set up in a process of its own, whose memory is
 * not that of the one that is measured; start that one with the installation that this answers.
 */
export async function draftsAtSandbox(provider: Program, wish: DraftsWish): Promise<Installation> {
  const { databaseUrl, folder, accounts, ...kind } = wish;
  const { host, port, certificate } = provider.greeting as {
    host: string;
    port: number;
    certificate: string;
  };
  await provider.do('people', { count: accounts });
  const trusted = join(folder, 'sandbox.pem');
  writeFileSync(trusted, certificate);
  const { environment } = installationOn(databaseUrl);
  const installation = { databaseUrl, environment: { ...environment, NODE_EXTRA_CA_CERTS: trusted } };
  const helpdesk = await startHelpdeskProcess(installation);
  const { push, pollSeconds = 60 } = kind;
  const common = { host, port, security: 'tls', password: 'sandbox', push, pollSeconds } as const;
  await withoutLimits(helpdesk);
  await draftAll(
    helpdesk,
    Array.from({ length: accounts }, (_, index) => ({ ...common, login: `${index}@sandbox.test` })),
  );
  await helpdesk.stop();
  return installation;
}
