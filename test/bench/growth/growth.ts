import pg from 'pg';
import { fetchWithHelpdesk } from '../ingest/fetch-with-helpdesk.js';
import { fillMailboxes } from '../mail/fill-mailboxes.js';
import { generateMail } from '../mail/generate-mail.js';
import { readOptions } from '../options.js';
import { onStageWithDovecot } from '../stage.js';
import { report, type TableSize } from './report.js';

// npm run bench -- growth [--messages 3000]
// What a hundred thousand mails of a helpdesk's mailbox make of the database. Everything but the result goes to stderr.
// Exit code 2 without Dovecot.

const MAILBOX = 'growth';
const { messages } = readOptions({ messages: 3000 }, 100);

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

await onStageWithDovecot(async ({ postgres, dovecot }) => {
  const { bytes } = await fillMailboxes(dovecot, [MAILBOX], generateMail(messages));
  const url = await postgres.createDatabase(MAILBOX);
  const task = { count: messages, deadlineMs: 60_000 + 100 * messages, execArgv: [], groups: true };
  await fetchWithHelpdesk({ ...dovecot.imap, user: MAILBOX }, url, task);
  console.log(JSON.stringify(report(messages, bytes, await sizesOf(url))));
});
