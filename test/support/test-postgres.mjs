import { join } from 'node:path';
import { privateFolder, removeWithServers, sweepLeftovers } from './leftovers.mjs';
import './typescript-source.mjs';

/** One PostgreSQL for one test run: no password, nothing survives a power cut, gone with the run. */
export async function startTestPostgres() {
  sweepLeftovers();
  const { startEmbeddedPostgres } =
    await import('../../apps/helpdesk/src/embedded-postgres/embedded-postgres.ts');
  const folder = privateFolder('postgres');
  const options = { dataDirectory: join(folder, 'data'), durable: false, maxConnections: 250 };
  const server = await startEmbeddedPostgres(options);
  const stop = async () => {
    await server.stop();
    removeWithServers(folder);
  };
  return { url: server.url(), stop };
}
