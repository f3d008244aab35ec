import pg from 'pg';
import { type Dovecot } from '../../support/dovecot.js';
import { installationOn, startHelpdeskProcess } from '../../support/helpdesk-process.js';
import { draftAccount, numberedMails } from '../../support/numbered-mail.js';
import { until } from '../../support/until.js';
import { fillMailboxes } from '../mail/fill-mailboxes.js';
import { smallMail } from '../mail/small-mail.js';
import { readOptions } from '../options.js';
import { onStageWithDovecot, say } from '../stage.js';
import { report, type Served } from './report.js';

// npm run bench -- fairness [--messages 50000] [--accounts 9] [--each 20]
// A mailbox that has not been read for a year, and small ones that go live while it is being emptied: how long do they
// wait? Ends when the small ones are done. Everything but the result goes to stderr. Exit code 2 without Dovecot.

const { messages, accounts, each } = readOptions({ messages: 50_000, accounts: 9, each: 20 });
/** The big one is well under way then. */
const HEAD_START = 1_000;
const PATIENCE_MS = 240_000;

async function race(dovecot: Dovecot, databaseUrl: string): Promise<void> {
  await fillMailboxes(dovecot, ['big'], smallMail(messages));
  const helpdesk = await startHelpdeskProcess(installationOn(databaseUrl));
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    // One host for all is this bench's doing: connections are counted per mailbox here.
    const limits = [{ host: '*', per: 'login', limit: 5 }];
    await helpdesk.api('PATCH', 'settings', { 'connection-limits': limits });
    const draft = (user: string) => draftAccount(helpdesk, { ...dovecot.imap, user, disposition: 'leave' });
    const big = await draft('big');
    const small: string[] = [];
    for (let number = 0; number < accounts; number += 1) {
      dovecot.seed(`small${number}`, numberedMails(`small${number}`, each));
      small.push(await draft(`small${number}`));
    }
    const counts = () => committed(database);
    await live(database, [big]);
    const started = async () => ((await counts()).get(big) ?? 0) >= Math.min(HEAD_START, messages / 2);
    await until(started, { timeoutMs: PATIENCE_MS, what: 'the big one to be under way' });
    const bigBefore = (await counts()).get(big) ?? 0;
    say(`the big one has ${bigBefore} of ${messages}; ${accounts} others with ${each} each go live`);
    const served = await watch({ counts, big, small, each }, () => live(database, small));
    console.log(JSON.stringify(report(messages, each, served, bigBefore)));
  } finally {
    await database.end();
    await helpdesk.stop();
  }
}

interface Race {
  readonly counts: () => Promise<ReadonlyMap<string, number>>;
  readonly big: string;
  readonly small: readonly string[];
  readonly each: number;
}

/** Says when each of the small ones was done, from `begin` on. */
async function watch({ counts, big, small, each }: Race, begin: () => Promise<void>): Promise<Served[]> {
  const served = new Map<string, Served>();
  const begun = performance.now();
  await begin();
  const all = async (): Promise<boolean> => {
    const now = await counts();
    const seconds = (performance.now() - begun) / 1_000;
    for (const id of small) {
      if (served.has(id) || (now.get(id) ?? 0) < each) continue;
      served.set(id, { seconds, bigCommitted: now.get(big) ?? 0 });
    }
    return served.size === small.length;
  };
  await until(all, { timeoutMs: PATIENCE_MS, what: 'all mail of the small ones' });
  return [...served.values()];
}

async function committed(database: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ id: string; mails: number }>(
    `select account_id as id, count(*)::int as mails from mailroom.delivery where outcome = 'stored' group by 1`,
  );
  return new Map(rows.map(({ id, mails }) => [id, mails]));
}

async function live(database: pg.Client, ids: readonly string[]): Promise<void> {
  await database.query(
    `update mailroom.mail_account set state = 'live', live_since = mailroom.now(), next_at = mailroom.now()
     where id = any($1)`,
    [ids],
  );
}

await onStageWithDovecot(async ({ postgres, dovecot }) =>
  race(dovecot, await postgres.createDatabase('fairness')),
);
