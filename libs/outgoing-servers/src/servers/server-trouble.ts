import { Injectable } from '@nestjs/common';
import { Clock, Database, retryDelay, type Problem } from '@mailroom/kernel';
import { WaitingMail } from '../outbox/waiting-mail.js';

const PAUSE = { base: 5_000, cap: 300_000 };
const GOOD_NEWS_MS = 10_000;
const PAUSE_FOR_PEOPLE = { base: 60_000, cap: 900_000 };

/**
 * What the sending learns about servers. Trouble with the server itself (not with one mail) makes everybody leave it
 * alone for a while, longer each time, on all instances.
 */
@Injectable()
export class ServerTrouble {
  /** Until when, of `performance.now()`, good news about a server is no news. */
  readonly #well = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly waiting: WaitingMail,
  ) {}

  /** For how long, in ms, to leave this server alone; null when it may be tried. */
  async restOf(server: { id: string; notBefore: Date | null }): Promise<number | null> {
    if (server.notBefore === null) return null;
    const { rows } = await this.database.query<{ rest: number }>(
      `select (extract(epoch from not_before - mailroom.now()) * 1000)::float8 as rest
       from mailroom.outgoing_server where id = $1 and not_before > mailroom.now()`,
      [server.id],
    );
    return rows[0]?.rest ?? null;
  }

  /** Notes trouble and answers for how long, in ms, to leave the server alone. */
  async met(server: { id: string; failures: number }, problem: Problem): Promise<number> {
    this.#well.delete(server.id);
    const forPeople = problem.disposition !== 'retry-later';
    const pause = retryDelay(server.failures + 1, forPeople ? PAUSE_FOR_PEOPLE : PAUSE);
    // Many mails meet the same trouble at once: only the first of them makes the pause longer.
    await this.database.query(
      `update mailroom.outgoing_server
       set failures = case when failures = $6 then failures + 1 else failures end,
           failure_code = $2, failure_params = $3, failure_disposition = $4, failure_at = $5,
           not_before = greatest(not_before, mailroom.now() + $7 * interval '1 millisecond')
       where id = $1`,
      [
        server.id,
        problem.code,
        JSON.stringify(problem.params),
        problem.disposition,
        this.clock.now(),
        server.failures,
        pause,
      ],
    );
    return pause;
  }

  /** The server talks to us about mail: whatever was wrong with it is over. Written at most once a minute while all is well. */
  async none({ id: serverId }: { id: string }): Promise<void> {
    if ((this.#well.get(serverId) ?? 0) > performance.now()) return;
    this.#well.set(serverId, performance.now() + GOOD_NEWS_MS);
    await this.clear(
      serverId,
      `and (failures > 0 or failure_code is not null or not_before is not null
       or last_success_at is null or last_success_at < mailroom.now() - interval '1 minute')`,
    );
  }

  /** Somebody has seen it work: its mail goes on at once. */
  async over(serverId: string): Promise<void> {
    await this.clear(serverId, '');
    await this.waiting.releaseServer(serverId);
  }

  private async clear(serverId: string, condition: string): Promise<void> {
    await this.database.query(
      `update mailroom.outgoing_server
       set last_success_at = $2, failures = 0, failure_code = null, failure_params = null,
           failure_disposition = null, failure_at = null, not_before = null
       where id = $1 ${condition}`,
      [serverId, this.clock.now()],
    );
  }
}
