import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';

/** Servers and the outbox in figures; mail is counted no further than 10,000. */
export interface ServerTotal {
  readonly total: number;
  /** Live ones that fail. */
  readonly failing: number;
  /** Mail that waits to leave, whether or not a server has taken it up. */
  readonly queued: number;
  /** Mail that gave up. */
  readonly failed: number;
}

/** Sums up all servers. */
@Injectable()
export class ServerTotals {
  constructor(private readonly database: Database) {}

  async now(): Promise<ServerTotal> {
    const { rows } = await this.database.query<ServerTotal>(TOTALS, [COUNTED_TO]);
    return rows[0] ?? { total: 0, failing: 0, queued: 0, failed: 0 };
  }
}

const COUNTED_TO = 10_000;

const TOTALS = `
  select count(*)::int as total,
    count(*) filter (where state = 'live' and failure_code is not null)::int as failing,
    (select count(*)::int from (
      select from mailroom.outgoing_mail where status in ('queued', 'delayed', 'sending') limit $1) waiting) as queued,
    (select count(*)::int from (
      select from mailroom.outgoing_mail where status = 'failed' limit $1) gave_up) as failed
  from mailroom.outgoing_server`;
