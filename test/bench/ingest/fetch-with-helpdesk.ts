import { readFileSync } from 'node:fs';
import pg from 'pg';
import {
  installationOn,
  startHelpdeskProcess,
  type HelpdeskProcess,
} from '../../support/helpdesk-process.js';
import { until, type Patience } from '../../support/until.js';
import { processorSeconds } from '../push/processor-time.js';
import { type Mailbox } from './mailbox.js';

/** What fetching cost. */
export interface Fetched {
  /** From setting the account live until every mail is committed and marked as seen. */
  readonly seconds: number;
  /** From the same moment until every mail is committed. */
  readonly committedAfter: number;
  /** Of its process, user and system together, from the same moment on. */
  readonly cpuSeconds: number;
  readonly peakRssMb: number;
}

/** The account as an admin would set it up, and test it before it goes live; start `all` because the mail is older than the account. */
export const account = {
  security: 'none',
  auth: 'password',
  folders: ['INBOX'],
  disposition: 'seen',
  start: 'all',
} as const;

/** What is to be fetched, and how. */
interface Task {
  readonly count: number;
  readonly deadlineMs: number;
  readonly execArgv: readonly string[];
  /** Hands mail over in groups (`handleMany`), or one by one (`handle`). */
  readonly groups: boolean;
  /** Told again and again how many mails are committed. */
  readonly watch?: (committed: number) => void;
}

/** Starts the built helpdesk on an empty database, sets up the mailbox over its API and waits for `count` mails. */
export async function fetchWithHelpdesk(
  mailbox: Mailbox,
  databaseUrl: string,
  { count, deadlineMs, execArgv, groups, watch = () => undefined }: Task,
): Promise<Fetched> {
  const { environment, ...installation } = installationOn(databaseUrl);
  const settings = { ...environment, GROUPS: groups ? 'on' : 'off' };
  const helpdesk = await startHelpdeskProcess({ ...installation, environment: settings }, { execArgv });
  const progress = await watchProgress(databaseUrl);
  try {
    const id = await setUp(helpdesk, mailbox);
    await atRest(helpdesk);
    const begun = performance.now();
    const cpuBefore = processorSeconds(helpdesk.pid);
    const seconds = () => (performance.now() - begun) / 1000;
    await helpdesk.api('POST', `accounts/${id}/state`, { state: 'live' });
    const hasCommitted = async (wanted: number) => {
      const committed = await progress.committed();
      watch(committed);
      return committed >= wanted;
    };
    await reach(helpdesk, { timeoutMs: deadlineMs, everyMs: 100 }, () => hasCommitted(0.9 * count));
    await reach(helpdesk, { timeoutMs: deadlineMs }, () => hasCommitted(count));
    const committedAfter = seconds();
    await reach(helpdesk, { timeoutMs: deadlineMs }, async () => (await progress.disposed()) >= count);
    const cpu = processorSeconds(helpdesk.pid) - cpuBefore;
    return { seconds: seconds(), committedAfter, cpuSeconds: cpu, peakRssMb: peakRssMb(helpdesk.pid) };
  } finally {
    await progress.end();
    await helpdesk.stop();
  }
}

async function setUp(helpdesk: HelpdeskProcess, { host, port, user }: Mailbox): Promise<string> {
  const place = {
    name: user,
    host,
    port,
    login: user,
    password: 'pass',
    address: 'support@helpdesk.example',
  };
  const { id } = await helpdesk.api<{ id: string }>('POST', 'accounts', { ...account, ...place });
  await helpdesk.api('POST', `accounts/${id}/check`);
  return id;
}

/** Until what starts with the application is loaded: the plain loop's time does not begin before it has loaded, either. */
async function atRest({ pid }: HelpdeskProcess): Promise<void> {
  let before = 0;
  const isIdle = () => {
    const used = processorSeconds(pid) - before;
    before += used;
    return used <= 0.02;
  };
  await until(isIdle, { timeoutMs: 30_000, everyMs: 250, what: 'the helpdesk to be at rest' });
}

/**
 * Looks at the tables over one connection, by statements that are planned once: opening one and planning cost more than the
 * look, and counting more than both.
 */
async function watchProgress(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl, query_timeout: 60_000 });
  await client.connect();
  const number = async (name: string, from: string) =>
    (await client.query<{ number: number }>({ name, text: `select ${from}` })).rows[0]!.number;
  return {
    committed: () => number('committed', 'coalesce(max(id), 0) as number from article'),
    disposed: () =>
      number(
        'disposed',
        'count(*)::integer as number from mailroom.delivery where not disposal_due and disposed_at is not null',
      ),
    end: () => client.end(),
  };
}

// Often only near the end: on two cores every look is taken from what is looked at.
async function reach(
  helpdesk: HelpdeskProcess,
  patience: Omit<Patience, 'what'>,
  isThere: () => Promise<boolean>,
): Promise<void> {
  try {
    const settled = async () => !helpdesk.isRunning || (await isThere());
    await until(settled, { ...patience, what: 'the helpdesk to have fetched everything' });
    if (!helpdesk.isRunning) throw new Error('the helpdesk ended while it fetched');
  } catch (error) {
    throw new Error(`not fetched; the helpdesk said: ${helpdesk.output}`, { cause: error });
  }
}

/** The kernel's own high-water mark, worker threads included (proc(5), VmHWM). Linux only. */
function peakRssMb(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
