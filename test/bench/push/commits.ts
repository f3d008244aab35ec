import pg from 'pg';

const CHANNEL = 'bench_committed';

/**
 * Hears of every ticket's article the moment its transaction has committed: NOTIFY is sent after the commit is on the
 * disk, so what is measured with it is late by about as long as a message takes on loopback.
 */
export class Commits {
  readonly #waiting = new Map<string, (at: number) => void>();

  private constructor(database: pg.Client) {
    database.on('notification', ({ payload = '' }) => {
      this.#waiting.get(payload)?.(performance.now());
      this.#waiting.delete(payload);
    });
  }

  /** Listens on this connection from now on. */
  static async at(database: pg.Client): Promise<Commits> {
    const commits = new Commits(database);
    await database.query(`
      create function tell_bench() returns trigger language plpgsql as
        $$ begin perform pg_notify('${CHANNEL}', new.subject); return null; end $$;
      create trigger tell_bench after insert on article for each row execute function tell_bench();
      listen ${CHANNEL}`);
    return commits;
  }

  /** Resolves with the moment (performance.now) in which the mail with this subject is committed. */
  of(subject: string): Promise<number> {
    return new Promise((resolve) => this.#waiting.set(subject, resolve));
  }
}
