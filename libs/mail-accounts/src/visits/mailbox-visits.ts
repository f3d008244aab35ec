import { Injectable } from '@nestjs/common';
import { Database, InstanceBeat, Problem } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { MailboxConnector } from '../mailbox/mailbox-connector.js';
import { type MailConnection } from '../mailbox/mailbox.js';
import { hushOf } from '../sessions/hush.js';
import { VisitSeats } from './visit-seats.js';

const LEASE_MS = 1_000;

/** Short connections to the mailbox of an account beside its session, for work that is not fetching. */
@Injectable()
export class MailboxVisits {
  constructor(
    private readonly seats: VisitSeats,
    private readonly connector: MailboxConnector,
    private readonly beat: InstanceBeat,
    private readonly database: Database,
  ) {}

  /**
   * Connects, works and hangs up. False when it could not be now: somebody else is at this mailbox, or its mail host has
   * all the connections it gets; ask again within 30 s. `signal` ends it, and so does a beat that is missed: no connection
   * is left that nobody counts. Throws the problems of `MailboxConnector.connect` and what `work` throws.
   */
  async visit(
    account: MailAccount,
    signal: AbortSignal,
    work: (connection: MailConnection) => Promise<void>,
  ): Promise<boolean> {
    if (!(await this.seats.take(account))) return false;
    try {
      const connection = await this.connector.connect(account, signal);
      await this.workOver(connection, signal, work);
      return true;
    } catch (error) {
      await this.heed(account, error);
      throw error;
    } finally {
      await this.seats.leave(account.id);
    }
  }

  private async workOver(
    connection: MailConnection,
    signal: AbortSignal,
    work: (connection: MailConnection) => Promise<void>,
  ): Promise<void> {
    const hangUp = (): void => connection.hangUp();
    const lease = setInterval(() => {
      if (!this.beat.alive()) hangUp();
    }, LEASE_MS);
    signal.addEventListener('abort', hangUp, { once: true });
    try {
      await work(connection);
    } finally {
      clearInterval(lease);
      signal.removeEventListener('abort', hangUp);
      await connection.close();
    }
  }

  // A provider that wants to be left alone means the session of the account, too; one that is open finds out by itself.
  private async heed({ id }: MailAccount, error: unknown): Promise<void> {
    if (!(error instanceof Problem)) return;
    const hush = hushOf(error);
    const { retryAfterMs } = error.params;
    if (!hush || typeof retryAfterMs !== 'number') return;
    await this.database.query(
      `update mailroom.mail_account
       set not_before = greatest(not_before, mailroom.now() + $2::float8 * interval '1 millisecond')
       where id = $1 and ($3 or holder is null)`,
      [id, retryAfterMs, hush.running],
    );
  }
}
