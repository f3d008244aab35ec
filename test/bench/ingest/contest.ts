import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../../../apps/helpdesk/src/migrations/migrate.js';
import { startDovecot, type Dovecot } from '../../support/dovecot.js';
import { fillMailboxes, type Delivered } from '../mail/fill-mailboxes.js';
import { generateMail } from '../mail/generate-mail.js';
import { say, type Stage } from '../stage.js';
import { fetchWithHelpdesk, type Fetched } from './fetch-with-helpdesk.js';
import { type Mailbox } from './mailbox.js';
import { type PlainLoopOrder } from './plain-loop.js';
import { pullWithMbsync } from './pull-with-mbsync.js';
import { type Round } from './report.js';
import { verifyArticles } from './verify-articles.js';

/** Where a round takes place, and how much there is to fetch. */
export interface Ground extends Stage {
  readonly mbsync: string;
  readonly messages: number;
  /** How long one contestant may take. */
  readonly deadlineMs: number;
  /** For the Node that runs the helpdesk. */
  readonly execArgv: readonly string[];
}

const contestants = ['plainLoop', 'single', 'groups', 'mbsync'] as const;
const plainLoop = fileURLToPath(new URL('./plain-loop.ts', import.meta.url));

/** One round: each contestant fetches a mailbox of its own with the same mail, one after another, the first one last in the next round. */
export async function playRound(ground: Ground, number: number): Promise<{ round: Round; verified: number }> {
  const dovecot = await startDovecot();
  try {
    const { delivered } = await fillMailboxes(dovecot, contestants, generateMail(ground.messages));
    const contest = new Contest(ground, dovecot, delivered, number);
    for (const turn of contestants.keys()) {
      const contestant = contestants[(turn + number) % contestants.length]!;
      await ground.postgres.settle();
      // What was written so far is no load of the next one's fsync.
      spawnSync('sync', { timeout: 60_000 });
      await contest[contestant]();
    }
    return contest.result();
  } finally {
    await dovecot.stop();
  }
}

class Contest {
  private readonly seconds = { plainLoop: NaN, mbsync: NaN };
  private readonly fetched = new Map<'single' | 'groups', Fetched>();
  private verified = Infinity;

  constructor(
    private readonly ground: Ground,
    private readonly dovecot: Dovecot,
    private readonly mails: readonly Delivered[],
    private readonly number: number,
  ) {}

  result(): { round: Round; verified: number } {
    const [single, groups] = [this.fetched.get('single')!, this.fetched.get('groups')!];
    const peakRssMb = Math.max(single.peakRssMb, groups.peakRssMb);
    const round = { ...this.seconds, helpdesk: single.seconds, many: groups.seconds, peakRssMb };
    return { round, verified: this.verified };
  }

  single(): Promise<void> {
    return this.helpdesk('single');
  }

  groups(): Promise<void> {
    return this.helpdesk('groups');
  }

  private async helpdesk(mode: 'single' | 'groups'): Promise<void> {
    const { messages: count, deadlineMs, execArgv } = this.ground;
    await this.withDatabase(mode, async (url) => {
      const task = { count, deadlineMs, execArgv, groups: mode === 'groups' };
      this.fetched.set(mode, await fetchWithHelpdesk(this.mailbox(mode), url, task));
      this.verified = Math.min(this.verified, await verifyArticles(url, this.mails));
    });
    const { seconds, committedAfter, cpuSeconds, peakRssMb } = this.fetched.get(mode)!;
    const cpu = `${((1000 * cpuSeconds) / count).toFixed(2)} ms of CPU each`;
    const detail = `committed after ${committedAfter.toFixed(2)} s, ${cpu}, at most ${peakRssMb.toFixed(0)} MB`;
    this.tell(`helpdesk, ${mode}`, seconds, detail);
  }

  async plainLoop(): Promise<void> {
    await this.withDatabase('plain', async (databaseUrl) => {
      await migrate(databaseUrl);
      this.seconds.plainLoop = await this.runPlainLoop({ mailbox: this.mailbox('plainLoop'), databaseUrl });
      await verifyArticles(databaseUrl, this.mails);
    });
    this.tell('plain loop', this.seconds.plainLoop);
  }

  async mbsync(): Promise<void> {
    const { mbsync, messages: count, deadlineMs, folder } = this.ground;
    const options = { folder: join(folder, `pulled-${this.number}`), count, deadlineMs };
    this.seconds.mbsync = await pullWithMbsync(mbsync, this.mailbox('mbsync'), options);
    this.tell('mbsync', this.seconds.mbsync);
  }

  private async runPlainLoop(order: PlainLoopOrder): Promise<number> {
    const { deadlineMs: timeout } = this.ground;
    const child = fork(plainLoop, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], timeout });
    child.send(order);
    const answer = once(child, 'message');
    const end = once(child, 'exit').then(([code, signal]: (string | number | null)[]) => {
      throw new Error(`the plain loop ended with ${code ?? signal}`);
    });
    const [{ seconds }] = (await Promise.race([answer, end])) as [{ seconds: number }];
    await end.catch(() => undefined);
    return seconds;
  }

  private async withDatabase(who: string, work: (url: string) => Promise<void>): Promise<void> {
    const name = `${who}_${this.number}`;
    await work(await this.ground.postgres.createDatabase(name));
    await this.ground.postgres.dropDatabase(name);
  }

  private mailbox(user: (typeof contestants)[number]): Mailbox {
    const { host, port } = this.dovecot.imap;
    return { host, port, user };
  }

  private tell(who: string, seconds: number, detail = ''): void {
    const rate = (this.ground.messages / seconds).toFixed(0);
    say(`${who.padEnd(16)} ${seconds.toFixed(2)} s, ${rate} messages/s ${detail}`);
  }
}
