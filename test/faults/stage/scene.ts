import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.js';
import { draftAccount } from '../../support/numbered-mail.js';
import { until } from '../../support/until.js';
import { judge, keptAfter, MOVED, type Disposition, type Expectation } from '../judge.js';
import { plainMail, digestOf, type MadeMail } from '../mails.js';
import { type Result } from '../tally.js';
import { BYSTANDERS } from './reader.js';
import { type Stage } from './stage.js';

/** How the mailbox is fetched from. */
export type Protocol = 'imap' | 'pop3';

/** A mailbox, what is in it, and how it is fetched. */
export interface Plot {
  readonly user: string;
  /** IMAP unless told. */
  readonly protocol?: Protocol;
  readonly disposition: Disposition;
  readonly mails: readonly MadeMail[];
  /** Mails that the host never takes: they stay as they are. */
  readonly refused?: readonly MadeMail[];
  readonly push?: boolean;
  /** Speaks TLS from the first byte. */
  readonly tls?: boolean;
  /** Mails that come when `deliver` is called. */
  readonly late?: readonly MadeMail[];
  /** Mails per turn. */
  readonly batchMessages?: number;
  /** Without it there is a limit, and a mail beyond it in INBOX that must not be touched. */
  readonly sizeLimitBytes?: number;
  readonly patienceMs?: number;
}

const SIZE_LIMIT = 65_536;

interface Row {
  readonly rested: boolean;
  readonly failure_code: string | null;
  readonly owed: number;
  readonly awaited: number;
  readonly held: boolean;
  /** Somebody should hold it right now: a session gave it back before it was through. */
  readonly due: boolean;
}

/**
 * One fault: a fresh mailbox with mail in it, an account that fetches it through a line of its own, and what must be true
 * in the end. Beside the mail there is some that must not be touched: in another folder, and in INBOX a mail that is too
 * large and that somebody marked as deleted.
 */
export class Scene {
  private constructor(
    private readonly stage: Stage,
    readonly plot: Plot,
    readonly line: FaultProxy,
    readonly accountId: string,
    private readonly bystanders: Expectation['mailbox'],
  ) {}

  /** Everything is in place; nothing is fetched before `begin`. */
  static async set(stage: Stage, plot: Plot): Promise<Scene> {
    const bystanders = furnish(stage, plot);
    const { host, port, tlsPort } = stage.dovecot[plot.protocol ?? 'imap'];
    const line = await startFaultProxy({ host, port: plot.tls === true ? tlsPort : port });
    const { user, disposition } = plot;
    const id = await draftAccount(stage.helpdesk, {
      host: line.host,
      port: line.port,
      user,
      disposition,
      settings: settingsOf(plot),
    });
    return new Scene(stage, plot, line, id, bystanders);
  }

  /** Puts the account live without trying it first, so that the first connection is the one that fetches. */
  async begin(): Promise<void> {
    await this.stage.reader.ask(
      `update mailroom.mail_account set state = 'live', live_since = mailroom.now(), next_at = mailroom.now()
       where id = $1`,
      [this.accountId],
    );
    await retrying(() => this.fetchNow(), performance.now() + 60_000);
  }

  /** The late mails come, by LMTP. */
  async deliver(): Promise<void> {
    const { user, late = [] } = this.plot;
    for (const { raw } of late) await this.stage.dovecot.deliver(user, raw);
  }

  async fetchNow(): Promise<void> {
    await this.stage.helpdesk.api('POST', `accounts/${this.accountId}/fetch`);
  }

  /** What stands on the account as its failure right now. */
  async failure(): Promise<string | null> {
    const [row] = await this.stage.reader.ask<{ failure_code: string | null }>(
      'select failure_code from mailroom.mail_account where id = $1',
      [this.accountId],
    );
    return row?.failure_code ?? null;
  }

  /** Lets Mailroom come to rest and judges what is true then. Closes the scene. */
  async judged(fault: string): Promise<Result> {
    const patience = this.plot.patienceMs ?? 40_000;
    let unrest: string | null = null;
    try {
      await this.rest(performance.now() + patience);
    } catch (error) {
      unrest = error instanceof Error ? `${error.message} ${JSON.stringify(error.cause ?? null)}` : 'unknown';
    }
    const found = await until(() => this.stage.reader.find(this.plot.user), {
      timeoutMs: 60_000,
      what: 'the truth',
    });
    await this.close();
    return { fault, ...judge(this.expectation(), found), unrest };
  }

  /** What must be true in the end. */
  expectation(): Expectation {
    const { mails, late = [], refused = [], disposition } = this.plot;
    return {
      filed: [...mails, ...late].map(({ messageId }) => messageId),
      mailbox: [
        ...mails.flatMap((mail) => keptAfter(disposition, mail)),
        ...refused.flatMap((mail) => keptAfter('leave', mail)),
        ...this.bystanders,
      ],
    };
  }

  /**
   * Fetches again and again, time passing in between where something is due later, until a session found nothing to do:
   * no failure, nothing owed to the mail server, nothing that is offered again.
   */
  private async rest(end: number): Promise<void> {
    for (;;) {
      const before = await this.moment();
      await retrying(() => this.fetchNow(), end);
      const row = await this.sessionSince(before, end);
      if (row.failure_code === null && row.owed === 0 && row.awaited === 0) return;
      if (performance.now() > end) throw new Error('it does not come to rest', { cause: row });
      if (row.awaited > 0 || row.failure_code !== null) await this.timePasses();
    }
  }

  private async sessionSince(before: string, end: number): Promise<Row> {
    let row: Row | undefined;
    const push = this.plot.push === true;
    await until(
      async () => {
        row = await this.look(before);
        return row?.rested === true && (push || !(row.held || row.due));
      },
      { timeoutMs: Math.max(1_000, end - performance.now()), what: 'a session to end' },
    ).catch((error: unknown) => {
      throw new Error('no session ended', { cause: row ?? String(error) });
    });
    return row!;
  }

  private async moment(): Promise<string> {
    return until(
      async () => (await this.stage.reader.ask<{ at: string }>('select mailroom.now()::text as at'))[0]?.at,
      { timeoutMs: 60_000, what: 'the database to answer' },
    );
  }

  private async look(before: string): Promise<Row | undefined> {
    const [row] = await this.stage.reader.ask<Row>(
      `select coalesce(last_fetch_at >= $2::timestamptz, false) as rested, failure_code, holder is not null as held,
         next_at <= mailroom.now() as due,
         (select count(*)::integer from mailroom.delivery where account_id = account.id and disposal_due) as owed,
         (select count(*)::integer from mailroom.delivery where account_id = account.id and outcome = 'retrying') as awaited
       from mailroom.mail_account account where id = $1`,
      [this.accountId, before],
    );
    return row;
  }

  private async timePasses(): Promise<void> {
    await retrying(
      () => this.stage.reader.ask(`update mailroom.clock set shift = shift + interval '10 minutes'`),
      performance.now() + 30_000,
    );
  }

  private async close(): Promise<void> {
    await this.stage.reader.ask(`update mailroom.mail_account set state = 'paused' where id = $1`, [
      this.accountId,
    ]);
    await this.line.stop();
  }
}

function settingsOf({ disposition, push = false, batchMessages = 2_000, ...plot }: Plot) {
  return {
    kind: plot.protocol ?? 'imap',
    ...(disposition === 'move' ? { moveTo: MOVED } : {}),
    ...(plot.tls === true ? { security: 'tls', tlsTrust: { kind: 'any' } } : {}),
    push,
    pollSeconds: 86_400,
    batchMessages,
    sizeLimitBytes: plot.sizeLimitBytes ?? SIZE_LIMIT,
  };
}

function furnish({ dovecot }: Stage, plot: Plot): Expectation['mailbox'] {
  const { user, mails, refused = [], disposition } = plot;
  dovecot.seed(
    user,
    [...mails, ...refused].map(({ raw }) => raw),
  );
  if (disposition === 'move') dovecot.seed(user, [], { folder: MOVED });
  const beside = plainMail(user, 90_001);
  dovecot.seed(user, [beside.raw], { folder: BYSTANDERS });
  const kept = [{ folder: BYSTANDERS, digest: digestOf(beside.raw), flags: [] }];
  if (plot.sizeLimitBytes !== undefined) return kept;
  const large = plainMail(user, 90_002, { padding: 2 * SIZE_LIMIT });
  dovecot.seed(user, [large.raw], { flags: 'FT' });
  return [...kept, { folder: 'INBOX', digest: digestOf(large.raw), flags: ['\\Flagged', '\\Deleted'] }];
}

async function retrying(work: () => Promise<unknown>, end: number): Promise<void> {
  const done = async () => (await work(), true);
  await until(done, { timeoutMs: Math.max(1_000, end - performance.now()), what: 'an answer' });
}
