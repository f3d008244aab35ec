import { readFileSync } from 'node:fs';
import pg from 'pg';
import { type Dovecot } from '../../support/dovecot.js';
import { MOVED, type Found, type Kept } from '../judge.js';
import { digestOf } from '../mails.js';

/** A folder that no account fetches. */
export const BYSTANDERS = 'Keep';

/** Reads what is true, past everything of Mailroom: the host's tables and the files of the mail server. */
export class Reader {
  readonly #pool: pg.Pool;

  constructor(
    databaseUrl: string,
    private readonly dovecot: Dovecot,
  ) {
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 6,
      query_timeout: 30_000,
      idleTimeoutMillis: 0,
    });
    // Servers go away here; the next question opens another connection.
    this.#pool.on('error', () => undefined);
  }

  async ask<Row extends pg.QueryResultRow>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query<Row>(sql, params)).rows;
  }

  /** The mail of one user in the tickets, and everything in the user's folders. */
  async find(user: string): Promise<Found> {
    const rows = await this.ask<{ message_id: string }>(
      `select message_id from article join ticket on ticket.number = article.ticket_number
       where message_id like $1`,
      [`%.${user}@%`],
    );
    return { filed: rows.map(({ message_id }) => message_id), mailbox: this.mailbox(user) };
  }

  /** How many articles there are at all: none may be of a mail that nobody made. */
  async articles(): Promise<number> {
    const [row] = await this.ask<{ n: number }>('select count(*)::integer as n from article');
    return row!.n;
  }

  mailbox(user: string): Kept[] {
    return ['INBOX', MOVED, BYSTANDERS].flatMap((folder) =>
      this.dovecot
        .messages(user, folder)
        .map(({ path, flags }) => ({ folder, digest: digestOf(readFileSync(path)), flags })),
    );
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}
