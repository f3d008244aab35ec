import pg from 'pg';
import { startDovecot, type Dovecot } from '../../support/dovecot.js';
import { installationOn, startHelpdeskProcess } from '../../support/helpdesk-process.js';
import { numberedMails, subjectsOf } from '../../support/numbered-mail.js';
import { until } from '../../support/until.js';
import { type BenchPostgres } from '../bench-postgres.js';
import { Commits } from './commits.js';
import { allFetched, allLive, draftAll, withoutLimits } from './many-accounts.js';
import { NewsLine } from './news-line.js';

/** Mails under way at a time, each to mailboxes of its own behind a line of its own. */
const HANDS = 4;

/** From the first news of each mail to its committed ticket, in ms. */
export interface Latencies {
  /** From the moment in which the server's EXISTS was on the wire. */
  readonly existsToCommit: readonly number[];
  /** From the moment in which the mail server had accepted the mail (LMTP). */
  readonly deliveryToCommit: readonly number[];
}

/** Where this takes place: so many mailboxes listen, so many mails come. */
export interface LatencyGround {
  readonly postgres: BenchPostgres;
  readonly idlers: number;
  readonly mails: number;
  readonly execArgv: readonly string[];
}

/** A helpdesk that listens at a Dovecot, and one mail after the other. */
export async function latencies(ground: LatencyGround): Promise<Latencies> {
  const dovecot = await startDovecot();
  const lines = await Promise.all(Array.from({ length: HANDS }, () => NewsLine.to(dovecot.imap)));
  const databaseUrl = await ground.postgres.createDatabase('latency');
  const helpdesk = await startHelpdeskProcess(installationOn(databaseUrl), { execArgv: ground.execArgv });
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await withoutLimits(helpdesk);
    const users = Array.from({ length: ground.idlers }, (_, index) => `idler${index}`);
    const common = { host: '127.0.0.1', security: 'none', password: 'pass', push: true } as const;
    const places = users.map((login, index) => ({ ...common, login, port: lines[index % HANDS]!.port }));
    await draftAll(helpdesk, places);
    const commits = await Commits.at(database);
    await allLive(database);
    await allFetched(database, users.length, true);
    const all = () => lines.reduce((sum, { idles }) => sum + idles, 0) >= users.length;
    await until(all, { what: `${users.length} mailboxes to listen` });
    return await deliver({ dovecot, lines, users, commits }, ground.mails);
  } finally {
    await database.end();
    await helpdesk.stop();
    await ground.postgres.dropDatabase('latency');
    await Promise.all(lines.map((line) => line.stop()));
    requireInotify(dovecot);
    await dovecot.stop();
  }
}

interface Scene {
  readonly dovecot: Dovecot;
  readonly lines: readonly NewsLine[];
  readonly users: readonly string[];
  readonly commits: Commits;
}

async function deliver(scene: Scene, count: number): Promise<Latencies> {
  const mails = numberedMails('push', count);
  const subjects = subjectsOf('push', count);
  const existsToCommit: number[] = [];
  const deliveryToCommit: number[] = [];
  const hand = async (line: NewsLine, first: number): Promise<void> => {
    for (let index = first; index < count; index += HANDS) {
      const committed = scene.commits.of(subjects[index]!);
      line.forget();
      // The users of a hand are those behind its line, because both go round by the same number.
      await scene.dovecot.deliver(userOf(scene, index), mails[index]!);
      const delivered = performance.now();
      const at = await committed;
      existsToCommit.push(at - line.toldAt);
      deliveryToCommit.push(at - delivered);
    }
  };
  await Promise.all(scene.lines.map(hand));
  return { existsToCommit, deliveryToCommit };
}

function userOf({ users }: Scene, index: number): string {
  const [behind, rounds] = [index % HANDS, Math.floor(index / HANDS)];
  const each = Math.floor(users.length / HANDS);
  return users[behind + HANDS * (rounds % each)]!;
}

// Without an inotify instance a session of Dovecot looks for news once a second: that is not what is measured.
function requireInotify(dovecot: Dovecot): void {
  if (dovecot.log().includes('Inotify instance limit'))
    console.error('WARNING: Dovecot ran out of inotify instances; deliveries were noticed late.');
}
