import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { InstanceBeat, SILENT_SECONDS } from './instance-beat.js';

/** A process that works, or did until a moment ago. */
export interface Instance {
  readonly id: string;
  /** The machine's name. */
  readonly host: string;
  /** The process's number on it. */
  readonly process: number;
  readonly startedAt: Date;
  /** Whole seconds since it was last seen; it beats every five. */
  readonly silentSeconds: number;
  /** False: what it held may be claimed by others. */
  readonly alive: boolean;
  /** The one that was asked. */
  readonly self: boolean;
}

/** The processes that fetch and send. Those that only serve pages are not among them. */
@Injectable()
export class Instances {
  constructor(
    private readonly database: Database,
    private readonly beat: InstanceBeat,
  ) {}

  /** All that were seen within the last hour and did not leave in order, the oldest first. */
  async list(): Promise<Instance[]> {
    const { rows } = await this.database.query<Instance>(LIST, [SILENT_SECONDS, this.beat.id]);
    return rows;
  }
}

const LIST = `
  select id, host, process, started_at as "startedAt",
         floor(extract(epoch from clock_timestamp() - seen_at))::integer as "silentSeconds",
         seen_at > clock_timestamp() - $1 * interval '1 second' as alive, id = $2 as self
    from mailroom.instance order by started_at, id limit 200`;
