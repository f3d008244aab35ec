import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, type Actor } from '@mailroom/kernel';
import { accountAudit } from '../accounts/account-audit.js';
import { type MailAccount } from '../accounts/mail-account.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Credentials } from '../mailbox/mailbox-credentials.js';
import { SessionRequests } from '../sessions/session-requests.js';
import { ProtocolRecorder } from './protocol-recorder.js';
import { formsOf } from './redact.js';

/** An account keeps at most so much; the oldest goes. */
const KEPT_CHARACTERS = 1_048_576;

/** What is known of a protocol log. */
export interface ProtocolLogState {
  /** When it ends by itself; null where none is kept. */
  readonly until: Date | null;
  readonly text: string;
}

/**
 * What accounts and their mail servers say to each other, redacted, for a while that an admin chose. Gone when that is
 * over.
 */
@Injectable()
export class ProtocolLogs {
  constructor(
    private readonly database: Database,
    private readonly requests: SessionRequests,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Who notes down a connection that is about to be made; null when nobody wants it. */
  recorder({ id, login, logUntil }: MailAccount, credentials: Credentials): ProtocolRecorder | null {
    if (!logUntil || logUntil <= this.clock.now()) return null;
    const secret = credentials.kind === 'token' ? credentials.token.value : credentials.password;
    return new ProtocolRecorder(
      () => this.clock.now(),
      logUntil,
      formsOf(login, secret.reveal()),
      (lines) => this.append(id, lines),
    );
  }

  /**
   * Keeps a log for so many minutes from now on, whichever instance fetches; 0 ends it and throws it away. Problem
   * `account-not-found`.
   */
  async keep(accountId: string, minutes: number, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { rows } = await this.database.query<{ id: string; name: string }>(
        KEEP,
        [accountId, minutes],
        tx,
      );
      const [account] = rows;
      if (!account) throw mailAccountProblem('account-not-found', { params: { accountId } });
      if (minutes === 0) await this.database.query(DROP, [accountId], tx);
      // An open connection has no recorder: the next one does.
      else await this.requests.restart(accountId, tx);
      const action = minutes === 0 ? 'protocol-log-ended' : 'protocol-log-begun';
      await this.audit.record(accountAudit(action, account, actor, minutes === 0 ? {} : { minutes }), tx);
    });
  }

  /** What was said so far. Problem `account-not-found`. */
  async read(accountId: string): Promise<ProtocolLogState> {
    const { rows } = await this.database.query<{ until: Date | null; text: string | null }>(READ, [
      accountId,
    ]);
    if (!rows[0]) throw mailAccountProblem('account-not-found', { params: { accountId } });
    return { until: rows[0].until, text: rows[0].text ?? '' };
  }

  /** Throws away what has had its time. */
  async sweep(): Promise<void> {
    await this.database.query(SWEEP);
  }

  private async append(accountId: string, lines: string): Promise<void> {
    await this.database.query(APPEND, [accountId, lines]);
    await this.database.query(TRIM, [accountId, KEPT_CHARACTERS]);
  }
}

const KEEP = `
  update mailroom.mail_account
  set log_until = case when $2::int > 0 then mailroom.now() + make_interval(mins => $2::int) end
  where id = $1 returning id, name`;

const DROP = 'delete from mailroom.protocol_log where account_id = $1';

const READ = `
  select a.log_until as until, string_agg(l.lines, '' order by l.id) as text
  from (select id, case when log_until > mailroom.now() then log_until end as log_until
        from mailroom.mail_account where id = $1) a
  left join mailroom.protocol_log l on l.account_id = a.id and a.log_until is not null
  group by a.id, a.log_until`;

const APPEND = `
  insert into mailroom.protocol_log (account_id, lines)
  select id, $2 from mailroom.mail_account where id = $1 and log_until > mailroom.now()`;

const TRIM = `
  delete from mailroom.protocol_log where id in (
    select id from (
      select id, sum(length(lines)) over (order by id desc) as characters
      from mailroom.protocol_log where account_id = $1) ring
    where characters > $2)`;

const SWEEP = `
  delete from mailroom.protocol_log l using mailroom.mail_account a
  where a.id = l.account_id and (a.log_until is null or a.log_until <= mailroom.now())`;
