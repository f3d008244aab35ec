import { Injectable } from '@nestjs/common';
import { Database, Pokes } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';

/** The topic that tells every instance to look at an account now; the id is the account's, or `due` for several. */
export const ACCOUNTS_TOPIC = 'accounts';

/** What the rest of the house may ask of the mailbox sessions, wherever they run. */
@Injectable()
export class SessionRequests {
  constructor(
    private readonly database: Database,
    private readonly pokes: Pokes,
  ) {}

  /** Fetch this account as soon as possible, in the session that holds it or in a new one. */
  async fetchNow(accountId: string, tx?: EntityManager): Promise<void> {
    await this.database.query(
      `update mailroom.mail_account set wanted = wanted + 1, next_at = least(next_at, mailroom.now())
       where id = $1`,
      [accountId],
      tx,
    );
    await this.pokes.poke(ACCOUNTS_TOPIC, accountId, tx);
  }

  /**
   * The account was changed (place, credentials, folder, state): a running session can commit nothing from now on
   * and hangs up; a live account is due at once, with its failures forgotten. Call it in the changing transaction.
   * Whoever holds it gives it back once the old connection is closed: until then that one counts. A provider that wants to
   * be left alone still is, unless it has just let a test in or is another one.
   */
  async restart(accountId: string, tx?: EntityManager, { admitted = false } = {}): Promise<void> {
    await this.database.query(
      `update mailroom.mail_account
       set epoch = epoch + 1, wanted = wanted + 1, next_at = mailroom.now(),
         not_before = case when not $2 then not_before end, failures = 0, setbacks = 0, failure_code = null, failure_params = null,
         failure_disposition = null, failure_at = null, failing_since = null
       where id = $1`,
      [accountId, admitted],
      tx,
    );
    await this.pokes.poke(ACCOUNTS_TOPIC, accountId, tx);
  }

  /** These tokens became usable: what failed for want of them is due at once. */
  async tokensLive(tokenIds: readonly string[]): Promise<void> {
    const { affected } = await this.database.query(
      `update mailroom.mail_account set next_at = mailroom.now(), failures = 0, setbacks = 0
       where token_id = any ($1::uuid[]) and state = 'live' and holder is null and failure_code is not null`,
      [tokenIds],
    );
    if (affected > 0) await this.pokes.poke(ACCOUNTS_TOPIC, 'due');
  }
}
