import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startDovecot } from '../../support/dovecot.js';
import { privateFolder, removeWithServers, sweepLeftovers } from '../../support/leftovers.mjs';
import { findDovecot, mailPackages } from '../../support/programs.mjs';
import { BenchPostgres } from '../ingest/bench-postgres.js';
import { fetchWithHelpdesk } from '../ingest/fetch-with-helpdesk.js';
import { generateMail } from '../mail/generate-mail.js';
import { report, type TableSize } from './report.js';

// npm run bench -- growth [--messages 3000]
// What a hundred thousand mails of a helpdesk's mailbox make of the database. Everything but the result goes to stderr.
// Exit code 2 without Dovecot.

const say = (line: string) => console.error(line);
const MAILBOX = 'growth';

function readMessages(): number {
  const { values } = parseArgs({ options: { messages: { type: 'string', default: '3000' } } });
  const messages = Number(values.messages);
  if (!Number.isInteger(messages) || messages < 100)
    throw new Error('--messages wants a whole number of 100 or more');
  return messages;
}

async function sizesOf(url: string): Promise<TableSize[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum (full, analyze)');
  const { rows } = await client.query<TableSize>(SIZES);
  await client.end();
  return rows;
}

const SIZES = `
  select relname as name, (pg_table_size(c.oid))::float8 as bytes, (pg_indexes_size(c.oid))::float8 as "indexBytes"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('mailroom', 'mailroom_jobs') and c.relkind = 'r' order by relname`;

async function measure(postgres: BenchPostgres, messages: number): Promise<void> {
  const dovecot = await startDovecot();
  try {
    let bytes = 0;
    const batch: Buffer[] = [];
    for await (const { raw } of generateMail(messages)) {
      bytes += raw.length;
      batch.push(raw);
      if (batch.length === 200) dovecot.seed(MAILBOX, batch.splice(0));
    }
    dovecot.seed(MAILBOX, batch);
    const url = await postgres.createDatabase(MAILBOX);
    const task = { count: messages, deadlineMs: 60_000 + 100 * messages, execArgv: [], groups: true };
    await fetchWithHelpdesk({ ...dovecot.imap, user: MAILBOX }, url, task);
    console.log(JSON.stringify(report(messages, bytes, await sizesOf(url))));
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
    await measure(postgres, readMessages());
  } finally {
    await postgres.stop();
    removeWithServers(folder);
  }
}

await bench();
