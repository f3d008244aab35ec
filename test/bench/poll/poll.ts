import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startHelpdeskProcess } from '../../support/helpdesk-process.js';
import { privateFolder, removeWithServers, sweepLeftovers } from '../../support/leftovers.mjs';
import { BenchPostgres } from '../ingest/bench-postgres.js';
import { Program } from '../program.js';
import { draftsAtSandbox } from '../push/drafts-at-sandbox.js';
import { allFetched, allLive } from '../push/many-accounts.js';
import { processorSeconds } from '../push/processor-time.js';
import { report, type Pass } from './report.js';

// npm run bench -- poll [--accounts 1000] [--passes 3] [--profile <folder>]
// Accounts without push and with nothing new, all due at one moment: connect, sign in, look, hang up. The sandbox is a
// process of its own and speaks TLS. Everything but the result goes to stderr.

const say = (line: string) => console.error(line);
/** Nobody is due a second time while a pass lasts. */
const A_DAY = 86_400;

function readOptions() {
  const text = (usual: string) => ({ type: 'string' as const, default: usual });
  const { values } = parseArgs({
    options: { accounts: text('1000'), passes: text('3'), profile: { type: 'string' } },
  });
  const [accounts, passes] = [Number(values.accounts), Number(values.passes)];
  if (![accounts, passes].every((count) => Number.isInteger(count) && count > 0))
    throw new Error('--accounts and --passes want whole numbers');
  const execArgv = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  return { accounts, passes, execArgv };
}

async function bench(): Promise<void> {
  const { accounts, passes: count, execArgv } = readOptions();
  sweepLeftovers();
  const folder = privateFolder('bench');
  const postgres = await BenchPostgres.start(folder);
  const provider = await Program.start(new URL('../push/provider.mjs', import.meta.url));
  try {
    say(`machine: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
    say(`PostgreSQL: ${postgres.settings}`);
    const databaseUrl = await postgres.createDatabase('poll');
    const wish = { databaseUrl, folder, accounts, push: false, pollSeconds: A_DAY };
    const installation = await draftsAtSandbox(provider, wish);
    const helpdesk = await startHelpdeskProcess(installation, { execArgv });
    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    try {
      const passes: Pass[] = [];
      // The first visit to a mailbox writes its cursor down, and the code is cold: it does not count.
      for (let number = 0; number <= count; number += 1) {
        const pass = await onePass(database, accounts, helpdesk.pid);
        say(`pass ${number}: ${JSON.stringify(pass)}`);
        if (number > 0) passes.push(pass);
      }
      console.log(JSON.stringify(report(accounts, passes)));
    } finally {
      await database.end();
      await helpdesk.stop();
    }
  } finally {
    await provider.stop();
    await postgres.stop();
    removeWithServers(folder);
  }
}

async function onePass(database: pg.Client, accounts: number, pid: number): Promise<Pass> {
  const [begun, before] = [performance.now(), processorSeconds(pid)];
  await allLive(database);
  await allFetched(database, accounts, false);
  const seconds = (performance.now() - begun) / 1_000;
  return { seconds, processorSeconds: processorSeconds(pid) - before };
}

await bench();
