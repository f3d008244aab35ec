import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startDovecot, type Dovecot } from '../../support/dovecot.js';
import { privateFolder, removeWithServers, sweepLeftovers } from '../../support/leftovers.mjs';
import { findDovecot, mailPackages } from '../../support/programs.mjs';
import { BenchPostgres } from '../ingest/bench-postgres.js';
import { fetchWithHelpdesk } from '../ingest/fetch-with-helpdesk.js';
import { verifyArticles, type Expected } from '../ingest/verify-articles.js';
import { smallMail } from '../mail/small-mail.js';
import { report, type Look } from './report.js';

// npm run bench -- backlog [--messages 50000] [--profile <folder>]
// A mailbox that has not been read for a year: is the last mail as quick as the first one, and in no more memory?
// Everything but the result goes to stderr. Exit code 2 without Dovecot. `--profile` writes a CPU profile.

const say = (line: string) => console.error(line);

function readOptions() {
  const options = { messages: { type: 'string', default: '50000' }, profile: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const messages = Number(values.messages);
  if (!Number.isInteger(messages) || messages < 100)
    throw new Error('--messages wants a whole number of 100 or more');
  const execArgv = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  return { messages, execArgv };
}

function fill(dovecot: Dovecot, messages: number): Expected[] {
  const expected: Expected[] = [];
  let bytes = 0;
  const batch: Buffer[] = [];
  for (const { raw, ...mail } of smallMail(messages)) {
    bytes += raw.length;
    expected.push(mail);
    batch.push(raw);
    if (batch.length === 1_000 || expected.length === messages) dovecot.seed('backlog', batch.splice(0));
  }
  say(`mailbox: ${messages} messages, ${Math.round(bytes / messages)} bytes on average`);
  return expected;
}

async function fetchAll(postgres: BenchPostgres): Promise<void> {
  const { messages, execArgv } = readOptions();
  const dovecot = await startDovecot();
  try {
    const expected = fill(dovecot, messages);
    const url = await postgres.createDatabase('backlog');
    const begun = performance.now();
    const looks: Look[] = [];
    const watch = (committed: number) =>
      void looks.push({ committed, at: (performance.now() - begun) / 1000 });
    const task = { count: messages, deadlineMs: 60_000 + 50 * messages, execArgv, groups: true, watch };
    const fetched = await fetchWithHelpdesk({ ...dovecot.imap, user: 'backlog' }, url, task);
    await verifyArticles(url, expected);
    say(
      `${fetched.seconds.toFixed(1)} s, ${((1000 * fetched.cpuSeconds) / messages).toFixed(2)} ms of CPU each`,
    );
    console.log(JSON.stringify(report(messages, looks, fetched.peakRssMb)));
  } finally {
    await dovecot.stop();
  }
}

async function bench(): Promise<void> {
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
    await fetchAll(postgres);
  } finally {
    await postgres.stop();
    removeWithServers(folder);
  }
}

await bench();
