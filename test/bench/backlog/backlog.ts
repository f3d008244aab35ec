import { fetchWithHelpdesk } from '../ingest/fetch-with-helpdesk.js';
import { verifyArticles } from '../ingest/verify-articles.js';
import { fillMailboxes } from '../mail/fill-mailboxes.js';
import { smallMail } from '../mail/small-mail.js';
import { readOptionsAndProfile } from '../options.js';
import { onStageWithDovecot, say } from '../stage.js';
import { report, type Look } from './report.js';

// npm run bench -- backlog [--messages 50000] [--profile <folder>]
// A mailbox that has not been read for a year: is the last mail as quick as the first one, and in no more memory?
// Everything but the result goes to stderr. Exit code 2 without Dovecot. `--profile` writes a CPU profile.

const { messages, execArgv } = readOptionsAndProfile({ messages: 50_000 }, 100);

await onStageWithDovecot(async ({ postgres, dovecot }) => {
  const { delivered, bytes } = await fillMailboxes(dovecot, ['backlog'], smallMail(messages));
  say(`mailbox: ${messages} messages, ${Math.round(bytes / messages)} bytes on average`);
  const url = await postgres.createDatabase('backlog');
  const begun = performance.now();
  const looks: Look[] = [];
  const watch = (committed: number) => void looks.push({ committed, at: (performance.now() - begun) / 1000 });
  const task = { count: messages, deadlineMs: 60_000 + 50 * messages, execArgv, groups: true, watch };
  const fetched = await fetchWithHelpdesk({ ...dovecot.imap, user: 'backlog' }, url, task);
  await verifyArticles(url, delivered);
  say(
    `${fetched.seconds.toFixed(1)} s, ${((1000 * fetched.cpuSeconds) / messages).toFixed(2)} ms of CPU each`,
  );
  console.log(JSON.stringify(report(messages, looks, fetched.peakRssMb)));
});
