import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { type Environment } from '../settings/environment.js';
import { type HelpdeskSettings, settingsFrom } from '../settings/helpdesk-settings.js';
import { keptSecret } from '../settings/kept-secret.js';
import { type House } from './house.js';

/** Everything decided, and where the data is, for people. */
export interface OpenedSettings {
  readonly settings: HelpdeskSettings;
  readonly database: string;
}

/** Opens the database, embedded or not, and decides the settings. What was started is closed with `house`. */
export async function openSettings(environment: Environment, house: House): Promise<OpenedSettings> {
  const directory = resolve(environment.DATA_DIR);
  const database = await openDatabase(environment, directory, house);
  return { settings: await decide(environment, directory, database.url), database: database.place };
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
