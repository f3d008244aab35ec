import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mailroom/kernel';

/** Copies of the mail of one server that are not in Sent. */
export interface MissingCopiesOfServer {
  /** Counted no further than 10,000 over all servers; those that were given up are among them. */
  readonly copies: number;
  readonly givenUp: number;
  /** When the mail of the oldest was sent. */
  readonly since: Date;
  /** Into whose Sent the oldest belongs. */
  readonly mailbox: string;
  /** What is in the way of the oldest. */
  readonly code: string | null;
}

type ByServer = ReadonlyMap<string, MissingCopiesOfServer>;

const COUNTED_TO = 10_000;
/** Every look at banners, health and servers asks: a count of up to 10,000 is good for some time. */
const GOOD_FOR_MS = 60_000;

/**
 * Which copies could not be put into Sent for an hour, or were given up, at servers that keep copies. What another process
 * changes is seen within a minute, what this one does at once.
 */
@Injectable()
export class MissingCopies {
  #seen: { readonly at: number; readonly byServer: ByServer } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byServer(): Promise<ByServer> {
    const now = this.clock.now().getTime();
    if (this.#seen && Math.abs(now - this.#seen.at) < GOOD_FOR_MS) return this.#seen.byServer;
    const { rows } = await this.database.query<MissingCopiesOfServer & { serverId: string }>(MISSING, [
      COUNTED_TO,
    ]);
    const byServer = new Map(rows.map(({ serverId, ...missing }) => [serverId, missing]));
    this.#seen = { at: now, byServer };
    return byServer;
  }

  /** There may be others now. */
  changed(): void {
    this.#seen = undefined;
  }

  /** A copy was made: that matters where any is missing. */
  fewer(): void {
    if (this.#seen && this.#seen.byServer.size > 0) this.changed();
  }
}

const MISSING = `
  select server_id as "serverId", count(*)::integer as copies, (count(*) filter (where due_at is null))::integer as "givenUp",
         min(sent_at) as since, (array_agg(mailbox order by sent_at))[1] as mailbox,
         (array_agg(code order by sent_at))[1] as code
    from (select m.server_id, c.due_at, c.mailbox, coalesce(m.sent_at, m.created_at) as sent_at,
                 case when c.due_at is null then c.problem_params ->> 'code' else c.problem_code end as code
            from mailroom.sent_copy c
            join mailroom.outgoing_mail m on m.id = c.mail_id
            join mailroom.outgoing_server s on s.id = m.server_id and s.save_to_sent
           where c.made_at is null
             and (c.due_at is null or (c.problem_code is not null and c.until < mailroom.now() + interval '23 hours'))
           limit $1) copy
   group by server_id`;
