import pg from 'pg';
import { startHelpdeskProcess } from '../../support/helpdesk-process.js';
import { readOptionsAndProfile } from '../options.js';
import { Program } from '../program.js';
import { draftsAtSandbox } from '../push/drafts-at-sandbox.js';
import { allFetched, allLive } from '../push/many-accounts.js';
import { processorSeconds } from '../push/processor-time.js';
import { onStage, say, type Stage } from '../stage.js';
import { report, type Pass } from './report.js';

// npm run bench -- poll [--accounts 1000] [--passes 3] [--profile <folder>]
// Accounts without push and with nothing new, all due at one moment: connect, sign in, look, hang up. The sandbox is a
// process of its own and speaks TLS. Everything but the result goes to stderr.

const { accounts, passes: count, execArgv } = readOptionsAndProfile({ accounts: 1000, passes: 3 });
/** Nobody is due a second time while a pass lasts. */
const A_DAY = 86_400;

async function poll({ postgres, folder }: Stage): Promise<void> {
  const provider = await Program.start(new URL('../push/provider.mjs', import.meta.url));
  try {
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
        const pass = await onePass(database, helpdesk.pid);
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
  }
}

async function onePass(database: pg.Client, pid: number): Promise<Pass> {
  const [begun, before] = [performance.now(), processorSeconds(pid)];
  await allLive(database);
  await allFetched(database, accounts, false);
  const seconds = (performance.now() - begun) / 1_000;
  return { seconds, processorSeconds: processorSeconds(pid) - before };
}

await onStage(poll);
