import { Injectable } from '@nestjs/common';
import { type Actor } from '../admin-access/admin-access.js';
import { Database } from '../database/database.js';
import { type UnreadableSecret } from './sealed-column.js';

/** How the last run went, whichever process it ran in. */
export interface RotationRun {
  /** `stopped`: nobody has been at it for a while, and it had not come to its end. Another run goes on from there. */
  readonly state: 'running' | 'ended' | 'stopped';
  readonly keyId: string;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly endedAt: Date | null;
  readonly resealed: number;
  /** The first hundred of them. */
  readonly unreadable: readonly UnreadableSecret[];
}

/** What a run has done so far. */
export interface RunSoFar {
  readonly resealed: number;
  readonly unreadable: readonly UnreadableSecret[];
}

const NAMED = 100;

/** Remembers the last run for those who look on. Several runs at once are harmless; the later one is remembered. */
@Injectable()
export class RotationRecord {
  constructor(private readonly database: Database) {}

  async begun(keyId: string, actor: Actor): Promise<void> {
    await this.database.query(BEGUN, [keyId, actor.name]);
  }

  async goesOn({ resealed, unreadable }: RunSoFar): Promise<void> {
    await this.database.query(GOES_ON, [resealed, JSON.stringify(unreadable.slice(0, NAMED))]);
  }

  async ended(run: RunSoFar): Promise<void> {
    await this.goesOn(run);
    await this.database.query('update mailroom.key_rotation set ended_at = mailroom.now()');
  }

  /** Null when there was never a run. */
  async last(): Promise<RotationRun | null> {
    const { rows } = await this.database.query<RunRow>(LAST);
    const [row] = rows;
    if (!row) return null;
    return {
      state: row.ended_at ? 'ended' : row.silent ? 'stopped' : 'running',
      keyId: row.key_id,
      startedAt: row.started_at,
      startedBy: row.started_by,
      endedAt: row.ended_at,
      resealed: row.resealed,
      unreadable: row.unreadable,
    };
  }
}

interface RunRow {
  readonly key_id: string;
  readonly started_at: Date;
  readonly started_by: string;
  readonly ended_at: Date | null;
  readonly silent: boolean;
  readonly resealed: number;
  readonly unreadable: UnreadableSecret[];
}

const BEGUN = `
  insert into mailroom.key_rotation (key_id, started_at, started_by, seen_at, resealed, unreadable)
  values ($1, mailroom.now(), $2, clock_timestamp(), 0, '[]')
  on conflict (only_row) do update
    set key_id = excluded.key_id, started_at = excluded.started_at, started_by = excluded.started_by,
        seen_at = excluded.seen_at, ended_at = null, resealed = 0, unreadable = '[]'`;

const GOES_ON = `
  update mailroom.key_rotation set resealed = $1, unreadable = $2, seen_at = clock_timestamp()`;

const LAST = `
  select key_id, started_at, started_by, ended_at, resealed, unreadable,
         seen_at < clock_timestamp() - interval '15 seconds' as silent
    from mailroom.key_rotation`;
