import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Module, type Type } from '@nestjs/common';
import { Clock } from '@mailroom/plugin';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { type Browser } from 'playwright-core';
import { DataSource } from 'typeorm';
import { createHelpdesk } from '../../apps/helpdesk/src/create-helpdesk.js';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { HelpdeskSettings } from '../../apps/helpdesk/src/settings/helpdesk-settings.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startBrowser } from '../support/browser.js';
import { freshDatabase } from '../support/database.js';

const pages = fileURLToPath(new URL('../../dist/admin-web/index.html', import.meta.url));

/** A helpdesk with its built admin pages, a mail provider, and a browser to walk through both. */
export interface OpenHelpdesk {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly browser: Browser;
  /** The helpdesk's own connection to its database, to fill it with more than anybody would type. */
  readonly database: Pick<DataSource, 'query'>;
  /** A service of the helpdesk: for what a host does by itself, and what its timers would do in a quarter of an hour. */
  service<Service>(type: Type<Service>): Service;
  /** Moves the clocks of the helpdesk and its database on; the browser and the provider keep theirs. */
  timePasses(passed: { minutes: number }): Promise<void>;
  close(): Promise<void>;
}

/** Opens one on a database of its own; `ada` is an admin, `alex` an agent. */
export async function openHelpdesk(): Promise<OpenHelpdesk> {
  if (!existsSync(pages)) throw new Error('The admin pages are not built: run npm run build first.');
  const [database, sandbox, browser] = await Promise.all([freshDatabase(), startSandbox(), startBrowser()]);
  const port = await anyFreePort();
  const settings = settingsAt(port, database.url);
  const app = await createHelpdesk(settings, { imports: [ClockModule], clock: HandMovedClock });
  // Refusals and dead tokens are part of the story; errors are not.
  app.useLogger(['error']);
  await app.listen(port, settings.host);
  return {
    url: settings.publicUrl.origin,
    sandbox,
    browser,
    database: app.get(DataSource),
    service: (type) => app.get(type, { strict: false }),
    timePasses: async ({ minutes }) => {
      app.get(HandMovedClock, { strict: false }).moveOn(minutes * 60_000);
      const sql = `update mailroom.clock set shift = shift + $1 * interval '1 minute'`;
      await app.get(DataSource).query(sql, [minutes]);
    },
    close: async () => {
      await browser.close();
      await app.close();
      await sandbox.stop();
      await database.drop();
    },
  };
}

/** What `login` types at the sign-in. */
export function passwordOf(login: string): string {
  return `of ${login}`;
}

function settingsAt(port: number, databaseUrl: string): HelpdeskSettings {
  return new HelpdeskSettings({
    port,
    host: '127.0.0.1',
    publicUrl: new URL(`http://localhost:${port}`),
    databaseUrl,
    sessionSecret: 'a secret of thirty-two characters',
    keys: [{ id: 'test', bytes: Buffer.alloc(32, 1) }],
    staff: [
      { login: 'ada', name: 'Ada Admin', role: 'admin', password: passwordOf('ada') },
      { login: 'alex', name: 'Alex Agent', role: 'agent', password: passwordOf('alex') },
    ],
    work: true,
    groups: true,
    acknowledge: false,
    reopenDays: null,
    metricsToken: null,
    trustedNetworks: ['127.0.0.0/8'],
  });
}

@Module({
  providers: [HandMovedClock, { provide: Clock, useExisting: HandMovedClock }],
  exports: [HandMovedClock],
})
class ClockModule {}
