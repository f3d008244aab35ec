import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startHelpdeskProcess, type HelpdeskProcess } from '../../support/helpdesk-process.js';
import { until } from '../../support/until.js';
import { Program } from '../program.js';
import { say, type Stage } from '../stage.js';
import { draftsAtSandbox } from './drafts-at-sandbox.js';
import { heldMemory, probed, type HeldMemory } from './held-memory.js';
import { allFetched, allLive } from './many-accounts.js';
import { processorSeconds } from './processor-time.js';

/** How long nothing happens: six beats. */
const REST_SECONDS = 30;

/** What many mailboxes that only listen cost. */
export interface Idling {
  /** KB of resident memory for each account beyond what the process took without any. */
  readonly rssPerAccount: number;
  /** From setting all live until each was looked through and is listening. */
  readonly warmUpSeconds: number;
  /** Percent of one core while nothing arrives, everything in the process included. */
  readonly restPercent: number;
}

/** Where a round takes place. */
export interface IdlersGround extends Stage {
  readonly accounts: number;
  readonly execArgv: readonly string[];
}

/** One round: a helpdesk and a sandbox, each in a process of its own, and TLS between them. */
export async function idle(ground: IdlersGround, number: number): Promise<Idling> {
  const name = `idlers${number}`;
  const databaseUrl = await ground.postgres.createDatabase(name);
  const provider = await Program.start(new URL('./provider.mjs', import.meta.url));
  try {
    return await idleAt(provider, databaseUrl, ground);
  } finally {
    await provider.stop();
    await ground.postgres.dropDatabase(name);
  }
}

async function idleAt(provider: Program, databaseUrl: string, ground: IdlersGround): Promise<Idling> {
  const wish = { ...ground, databaseUrl, push: true };
  const installation = await draftsAtSandbox(provider, wish);
  const helpdesk = await startHelpdeskProcess(installation, { execArgv: [...probed, ...ground.execArgv] });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    return await rest({ helpdesk, database, provider }, ground);
  } finally {
    await database.end();
    await helpdesk.stop();
  }
}

interface Scene {
  readonly helpdesk: HelpdeskProcess;
  readonly database: pg.Client;
  readonly provider: Program;
}

async function rest({ helpdesk, database, provider }: Scene, { accounts }: IdlersGround): Promise<Idling> {
  const before = await heldMemory(helpdesk);
  const begun = performance.now();
  await allLive(database);
  await allFetched(database, accounts, true);
  const warmUpSeconds = (performance.now() - begun) / 1_000;
  const all = async () => (await provider.do<number>('connected')) === accounts;
  await until(all, { what: `${accounts} connections` });
  const after = await heldMemory(helpdesk);
  say(`held before ${told(before)}, after ${told(after)}`);
  const spent = processorSeconds(helpdesk.pid);
  await pause(REST_SECONDS * 1_000);
  const restPercent = ((processorSeconds(helpdesk.pid) - spent) / REST_SECONDS) * 100;
  if (!(await all())) throw new Error('connections were lost while nothing happened');
  return { rssPerAccount: (after.rss - before.rss) / accounts, warmUpSeconds, restPercent };
}

function told({ rss, heap, external, buffers }: HeldMemory): string {
  return `rss ${rss}, heap ${heap}, external ${external}, buffers ${buffers} KB`;
}
