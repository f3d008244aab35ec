import { join, resolve } from 'node:path';
import { createHelpdesk } from '../create-helpdesk.js';
import { anyFreePort, isFreeOnLocalhost } from '../embedded-postgres/port.js';
import { type Environment, readEnvironment, SettingRefused } from '../settings/environment.js';
import {
  type HelpdeskSettings,
  checkProduction,
  logSettings,
  wantsSandbox,
} from '../settings/helpdesk-settings.js';
import { type LogSettings } from '../logging/helpdesk-logger.js';
import { House } from './house.js';
import { openSettings } from './open-settings.js';
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
  const { settings, database } = await openSettings(environment, house);
  const people = join(resolve(environment.DATA_DIR), 'sandbox.json');
  const sandbox = wantsSandbox(environment) ? await startSandbox(people) : null;
  if (sandbox) house.opened('The sandbox', () => sandbox.stop());
  const url = await openHelpdesk(settings, logSettings(environment, process.stdout), house);
  if (!process.send) {
    const { ADMIN_PASSWORD, AGENT_PASSWORD } = environment;
    const demoPasswords = ADMIN_PASSWORD === undefined && AGENT_PASSWORD === undefined;
    console.log(
      welcome({ settings, url, seconds: process.uptime(), sandbox, data: database, demoPasswords }),
    );
  }
  process.send?.({ ready: true, url });
}

async function withPort(environment: Environment): Promise<Environment> {
  return environment.PORT === 0 ? { ...environment, PORT: await anyFreePort() } : environment;
}

async function openHelpdesk(settings: HelpdeskSettings, log: LogSettings, house: House): Promise<string> {
  const app = await createHelpdesk(settings, {}, log);
  house.opened('The helpdesk', () => app.close());
  await app.listen(settings.port, settings.host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? portTaken(settings.port) : error;
  });
  return settings.publicUrl.origin;
}

function portTaken(port: number): SettingRefused {
  return new SettingRefused(`Port ${port} is taken: set PORT to a free one.`);
}
