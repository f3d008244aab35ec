import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { findDovecot, mailPackages } from '../../support/programs.mjs';
import { privateFolder, removeWithServers, sweepLeftovers } from '../../support/leftovers.mjs';
import { BenchPostgres } from '../ingest/bench-postgres.js';
import { idle, type Idling } from './idlers.js';
import { latencies } from './latency.js';
import { report } from './report.js';

// npm run bench -- push [--idlers 100] [--mails 200] [--accounts 1000] [--rounds 3] [--profile <folder>]
// How long a mail takes from the server's EXISTS, and from its delivery, to the committed ticket, on a Dovecot with few
// idlers (beyond 128 of them it looks for news by polling); then what 1,000 accounts cost that only listen, at the
// sandbox over TLS. Everything but the result goes to stderr. Exit code 2 without Dovecot. `--profile` writes CPU
// profiles of the helpdesk.

const say = (line: string) => console.error(line);

function readOptions() {
  const text = (usual: string) => ({ type: 'string' as const, default: usual });
  const { values } = parseArgs({
    options: {
      idlers: text('100'),
      mails: text('200'),
      accounts: text('1000'),
      rounds: text('3'),
      profile: { type: 'string' },
    },
  });
  const { profile, ...counts } = values;
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value)]));
  if (!Object.values(numbers).every((count) => Number.isInteger(count) && count > 0))
    throw new Error('every option wants a whole number');
  const execArgv = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  return { ...(numbers as Record<keyof typeof counts, number>), execArgv };
}

async function bench(): Promise<void> {
  const { idlers, mails, accounts, rounds, execArgv } = readOptions();
  const { problem } = findDovecot();
  if (problem !== undefined) {
    say(`${problem}: apt-get install ${mailPackages.join(' ')}`);
    process.exitCode = 2;
    return;
  }
  sweepLeftovers();
  const folder = privateFolder('bench');
  const postgres = await BenchPostgres.start(folder);
  try {
    say(`machine: ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
    say(`PostgreSQL: ${postgres.settings}`);
    const measured = await latencies({ postgres, idlers, mails, execArgv });
    say(`${mails} mails to ${idlers} mailboxes at Dovecot`);
    const idling: Idling[] = [];
    for (let number = 0; number < rounds; number += 1) {
      idling.push(await idle({ postgres, folder, accounts, execArgv, say }, number));
      say(`round ${number + 1}: ${JSON.stringify(idling.at(-1))}`);
    }
    console.log(JSON.stringify(report(accounts, measured, idling)));
  } finally {
    await postgres.stop();
    removeWithServers(folder);
  }
}

await bench();
