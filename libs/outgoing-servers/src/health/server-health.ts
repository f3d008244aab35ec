import { Injectable } from '@nestjs/common';
import { Database, type Disposition } from '@mailroom/kernel';
import { MissingCopies, type MissingCopiesOfServer } from '../sent-copies/missing-copies.js';
import { type ServerState } from '../servers/outgoing-server.js';

/** What waits at a server. */
export interface WaitingTraffic {
  readonly queued: number;
  readonly oldestQueuedAt: Date | null;
}

/** What waits at a server, and what gave up there: no further counted than 10,000. */
export interface ServerTraffic extends WaitingTraffic {
  readonly failed: number;
  /** Copies that are not in Sent although their mail left; null when there are none. */
  readonly missingCopies: MissingCopiesOfServer | null;
}

/** Mail that waits and that no server has taken up. */
export interface UnroutedMail {
  /** Counted no further than 10,000. */
  readonly queued: number;
  readonly oldestAt: Date;
  /** Why the oldest is still there, as far as anybody tried. */
  readonly code: string | null;
}

/** How a server is doing, for banners and dashboards. */
export interface ServerHealthRow extends WaitingTraffic {
  readonly serverId: string;
  readonly name: string;
  readonly state: ServerState;
  readonly tokenId: string | null;
  /** Whose it is; null: everybody's. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** Copies that are not in Sent although their mail left; null when there are none. */
  readonly missingCopies: MissingCopiesOfServer | null;
  readonly lastSuccessAt: Date | null;
  readonly failure: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number | boolean | null>>;
    readonly disposition: Disposition;
    readonly at: Date;
  } | null;
}

interface Row {
  id: string;
  name: string;
  state: ServerState;
  token_id: string | null;
  owner_id: string | null;
  owner_name: string;
  last_success_at: Date | null;
  failure_code: string | null;
  failure_params: Record<string, string | number | boolean | null> | null;
  failure_disposition: Disposition | null;
  failure_at: Date | null;
  queued: number;
  oldest_queued_at: Date | null;
}

/** The health of every server as of now: derived from what the last tries said and from the outbox. */
@Injectable()
export class ServerHealth {
  constructor(
    private readonly database: Database,
    private readonly copies: MissingCopies,
  ) {}

  /** Every server, archived ones too, by name. Mail counts at the server of its last try, or at the one it names. */
  async all(): Promise<ServerHealthRow[]> {
    const { rows } = await this.database.query<Row>(ALL);
    const missing = await this.copies.byServer();
    return rows.map((row) => healthOf(row, missing.get(row.id) ?? null));
  }

  /** How many mails gave up at each server. Those of months may lie there: for pages, not for what looks all the time. */
  async failed(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.database.query<{ id: string; failed: number }>(FAILED, [COUNTED_TO]);
    return new Map(rows.map(({ id, failed }) => [id, failed]));
  }

  /** Mail that waits at no server; null when there is none. */
  async unrouted(): Promise<UnroutedMail | null> {
    return (await this.database.query<UnroutedMail>(UNROUTED, [COUNTED_TO])).rows[0] ?? null;
  }

  /** How many mails wait at each of these servers; those without any are left out. */
  async waitingAt(serverIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.database.query<{ id: string; count: number }>(
      `select coalesce(server_id, named_server_id) as id, count(*)::int as count from mailroom.outgoing_mail
        where status in ('queued', 'delayed', 'sending') and coalesce(server_id, named_server_id) = any($1::uuid[])
        group by 1`,
      [serverIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}

const COUNTED_TO = 10_000;

// What waits is counted first: its index is small, however much mail has been sent or has failed.
const ALL = `
  with waiting as (
    select coalesce(server_id, named_server_id) as server_id, count(*)::int as queued, min(created_at) as oldest
      from mailroom.outgoing_mail where status in ('queued', 'delayed', 'sending') group by 1)
  select s.id, s.name, s.state, s.token_id, s.owner_id, s.owner_name, s.last_success_at,
         s.failure_code, s.failure_params, s.failure_disposition, s.failure_at,
         coalesce(waiting.queued, 0) as queued, waiting.oldest as oldest_queued_at
    from mailroom.outgoing_server s left join waiting on waiting.server_id = s.id
   order by s.name, s.id`;

const FAILED = `
  select s.id, (
    select count(*)::int from (
      select from mailroom.outgoing_mail m where m.status = 'failed' and m.server_id = s.id
      union all
      select from mailroom.outgoing_mail m
       where m.status = 'failed' and m.server_id is null and m.named_server_id = s.id
      limit $1) counted) as failed
    from mailroom.outgoing_server s`;

const UNROUTED = `
  select count(*)::int as queued, min(created_at) as "oldestAt",
         (array_agg(problem_code order by created_at))[1] as code
    from (select created_at, problem_code from mailroom.outgoing_mail
           where status in ('queued', 'delayed') and server_id is null and named_server_id is null limit $1) mail
  having count(*) > 0`;

function healthOf(row: Row, missingCopies: MissingCopiesOfServer | null): ServerHealthRow {
  const { failure_code: code, failure_disposition: disposition, failure_at: at } = row;
  return {
    serverId: row.id,
    name: row.name,
    state: row.state,
    tokenId: row.token_id,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name },
    missingCopies,
    lastSuccessAt: row.last_success_at,
    failure: code && disposition && at ? { code, params: row.failure_params ?? {}, disposition, at } : null,
    queued: row.queued,
    oldestQueuedAt: row.oldest_queued_at,
  };
}
