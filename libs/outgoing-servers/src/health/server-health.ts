import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database, type Disposition } from '@mailroom/kernel';
import { type ServerState } from '../servers/outgoing-server.js';

/** What waits at a server, and what gave up there. */
export interface ServerTraffic {
  readonly queued: number;
  readonly failed: number;
  readonly oldestQueuedAt: Date | null;
}

/** How a server is doing, for banners and dashboards. */
export interface ServerHealthRow extends ServerTraffic {
  readonly serverId: string;
  readonly name: string;
  readonly state: ServerState;
  readonly tokenId: string | null;
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
  last_success_at: Date | null;
  failure_code: string | null;
  failure_params: Record<string, string | number | boolean | null> | null;
  failure_disposition: Disposition | null;
  failure_at: Date | null;
  queued: number;
  failed: number;
  oldest_queued_at: Date | null;
}

/** The health of every server as of now: derived from what the last tries said and from the outbox. */
@Injectable()
export class ServerHealth {
  constructor(private readonly database: Database) {}

  /** Every server, archived ones too, by name. Mail counts at the server of its last try, or at the one it names. */
  async all(tx?: EntityManager): Promise<ServerHealthRow[]> {
    const { rows } = await this.database.query<Row>(
      `select s.id, s.name, s.state, s.token_id, s.last_success_at,
              s.failure_code, s.failure_params, s.failure_disposition, s.failure_at,
              count(m.id) filter (where m.status in ('queued', 'delayed', 'sending'))::int as queued,
              count(m.id) filter (where m.status = 'failed')::int as failed,
              min(m.created_at) filter (where m.status in ('queued', 'delayed', 'sending')) as oldest_queued_at
       from mailroom.outgoing_server s
       left join mailroom.outgoing_mail m
         on m.status in ('queued', 'delayed', 'sending', 'failed') and coalesce(m.server_id, m.named_server_id) = s.id
       group by s.id order by s.name, s.id`,
      [],
      tx,
    );
    return rows.map(healthOf);
  }
}

function healthOf(row: Row): ServerHealthRow {
  const { failure_code: code, failure_disposition: disposition, failure_at: at } = row;
  return {
    serverId: row.id,
    name: row.name,
    state: row.state,
    tokenId: row.token_id,
    lastSuccessAt: row.last_success_at,
    failure: code && disposition && at ? { code, params: row.failure_params ?? {}, disposition, at } : null,
    queued: row.queued,
    failed: row.failed,
    oldestQueuedAt: row.oldest_queued_at,
  };
}
