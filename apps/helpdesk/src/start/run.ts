import { join, resolve } from 'node:path';
import { createHelpdesk } from '../create-helpdesk.js';
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { anyFreePort, isFreeOnLocalhost } from '../embedded-postgres/port.js';
import { type Environment, readEnvironment, SettingRefused } from '../settings/environment.js';
import {
  type HelpdeskSettings,
  checkProduction,
  settingsFrom,
  wantsSandbox,
} from '../settings/helpdesk-settings.js';
import { keptSecret } from '../settings/kept-secret.js';
import { House } from './house.js';
import { startSandbox } from './sandbox-process.js';
import { sentenceFor } from './sentence-for.js';
import { closeOnSignals } from './signals.js';
import { welcome } from './welcome.js';

/** Starts database, sandbox and helpdesk, says what runs where, and stays until a signal. Every failure is one sentence and exit code 1. */
export async function run(): Promise<void> {
  const house = new House();
  const started = start(house);
  closeOnSignals(house, started);
  try {
    await started;
  } catch (error) {
    console.error(`\n${sentenceFor(error)}`);
    await house.close();
    process.exit(1);
  }
}

async function start(house: House): Promise<void> {
  const environment = await withPort(readEnvironment());
  checkProduction(environment);
  if (!(await isFreeOnLocalhost(environment.PORT))) throw portTaken(environment.PORT);
  const directory = resolve(environment.DATA_DIR);
  const database = await openDatabase(environment, directory, house);
  const sandbox = wantsSandbox(environment) ? await startSandbox(join(directory, 'sandbox.json')) : null;
  if (sandbox) house.opened('The sandbox', () => sandbox.stop());
  const settings = await decide(environment, directory, database.url);
  const url = await openHelpdesk(settings, house);
  if (!process.send) {
    const { ADMIN_PASSWORD, AGENT_PASSWORD } = environment;
    const demoPasswords = ADMIN_PASSWORD === undefined && AGENT_PASSWORD === undefined;
    console.log(
      welcome({ settings, url, seconds: process.uptime(), sandbox, data: database.place, demoPasswords }),
    );
  }
  process.send?.({ ready: true, url });
}

async function withPort(environment: Environment): Promise<Environment> {
  return environment.PORT === 0 ? { ...environment, PORT: await anyFreePort() } : environment;
}

async function openDatabase({ DATABASE_URL, POSTGRES_PORT }: Environment, directory: string, house: House) {
  if (DATABASE_URL !== undefined)
    return { url: DATABASE_URL, place: `PostgreSQL at ${new URL(DATABASE_URL).host}` };
  const dataDirectory = join(directory, 'postgres');
  const server = await startEmbeddedPostgres({
    dataDirectory,
    // As with the other ports, 0 picks one.
    port: POSTGRES_PORT === 0 ? undefined : POSTGRES_PORT,
    durable: true,
    database: 'helpdesk',
  });
  house.opened('PostgreSQL', () => server.stop());
  return { url: server.url(), place: `${dataDirectory}   PostgreSQL on port ${server.port}` };
}

async function decide(
  environment: Environment,
  directory: string,
  databaseUrl: string,
): Promise<HelpdeskSettings> {
  const { SESSION_SECRET, MAILROOM_KEYS } = environment;
  const sessionSecret = SESSION_SECRET ?? (await keptSecret(join(directory, 'session-secret')));
  const kept = async () => Buffer.from(await keptSecret(join(directory, 'mailroom-key')), 'base64');
  const keys = MAILROOM_KEYS ?? [{ id: 'kept', bytes: await kept() }];
  return settingsFrom(environment, { databaseUrl, sessionSecret, keys });
}

async function openHelpdesk(settings: HelpdeskSettings, house: House): Promise<string> {
  const app = await createHelpdesk(settings);
  house.opened('The helpdesk', () => app.close());
  await app.listen(settings.port, settings.host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? portTaken(settings.port) : error;
  });
  return settings.publicUrl.origin;
}

function portTaken(port: number): SettingRefused {
  return new SettingRefused(`Port ${port} is taken: set PORT to a free one.`);
}
