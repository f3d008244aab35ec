import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock, Database, poking } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { laneOf } from './lane.js';
import { type StoredDraft } from './mail-draft.js';
import { OUTBOX_TOPIC } from './waiting-mail.js';

/** A mail that is to stand in the outbox. */
export interface NewMail {
  readonly id: string;
  readonly messageId: string;
  readonly key: string | null;
  readonly thread: string | null;
  readonly serverId: string | null;
  readonly stored: StoredDraft;
  readonly bytes: number;
}

/** What stands in the outbox for it: itself, or the first mail of the same key. */
export interface Standing {
  readonly id: string;
  readonly messageId: string;
  readonly isNew: boolean;
}

interface Asked {
  readonly mail: NewMail;
  readonly done: (standing: Standing) => void;
  readonly failed: (error: unknown) => void;
}

const AT_ONCE = 500;

/** Writes new mails into the outbox: those that come at one moment without a transaction of their own commit together. */
@Injectable()
export class Enqueueing {
  #asked: Asked[] = [];
  #writing = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of somebody else. */
  async within(tx: EntityManager, mail: NewMail): Promise<Standing> {
    const [standing] = await this.write([mail], tx);
    return standing as Standing;
  }

  /** By itself; resolves when it is durable. */
  alone(mail: NewMail): Promise<Standing> {
    return new Promise((done, failed) => {
      this.#asked.push({ mail, done, failed });
      if (!this.#writing) void this.flush();
    });
  }

  /** What stands for a key already; nothing without a key. */
  async standing(key: string | null, tx?: EntityManager): Promise<Standing | null> {
    if (key === null) return null;
    return (await this.known([key], tx)).get(key) ?? null;
  }

  private async flush(): Promise<void> {
    this.#writing = true;
    try {
      while (this.#asked.length > 0) await this.together(this.#asked.splice(0, AT_ONCE));
    } finally {
      this.#writing = false;
    }
  }

  private async together(asked: readonly Asked[]): Promise<void> {
    try {
      const standings = await this.write(asked.map(({ mail }) => mail));
      for (const [index, { done }] of asked.entries()) done(standings[index] as Standing);
    } catch (error) {
      if (asked.length === 1) asked[0]?.failed(error);
      // What one of them did wrong is not the fault of the others.
      else for (const each of asked) await this.together([each]);
    }
  }

  private async write(mails: readonly NewMail[], tx?: EntityManager): Promise<Standing[]> {
    const rows = JSON.stringify(mails.map(rowOf));
    const written = await this.database.query<{ id: string }>(ENQUEUE, [rows, this.clock.now()], tx);
    const fresh = new Set(written.rows.map(({ id }) => id));
    const known = await this.known(
      mails.flatMap(({ id, key }) => (fresh.has(id) || key === null ? [] : key)),
      tx,
    );
    return mails.map(({ id, messageId, key }) => {
      if (fresh.has(id)) return { id, messageId, isNew: true };
      const first = known.get(key ?? '');
      if (!first) throw outgoingProblem('mail-not-found');
      return first;
    });
  }

  private async known(keys: readonly string[], tx?: EntityManager): Promise<ReadonlyMap<string, Standing>> {
    if (keys.length === 0) return new Map();
    const { rows } = await this.database.query<{ key: string; id: string; message_id: string }>(
      'select idempotency_key as key, id, message_id from mailroom.outgoing_mail where idempotency_key = any($1)',
      [keys],
      tx,
    );
    return new Map(rows.map(({ key, id, message_id: messageId }) => [key, { id, messageId, isNew: false }]));
  }
}

// The hint says nothing that differs: of one transaction it is sent once.
const ENQUEUE = `
  with new as (
    insert into mailroom.outgoing_mail
      (id, message_id, idempotency_key, draft, bytes, named_server_id, lane, thread, due_at, waiting_since, created_at)
    select n.id, n.message_id, n.key, n.draft, n.bytes, n.server_id, n.lane, n.thread, (select mailroom.now()), $2, $2
    from json_to_recordset($1) as n (id uuid, message_id text, key text, draft jsonb, bytes integer, server_id uuid,
      lane text, thread text)
    on conflict on constraint outgoing_mail_once do nothing
    returning id
  )
  select id, ${poking(OUTBOX_TOPIC, "'due'")} from new`;

function rowOf({ id, messageId, key, thread, serverId, stored, bytes }: NewMail): object {
  const { author = null, bulk = false } = stored;
  return {
    id,
    message_id: messageId,
    key,
    draft: stored,
    bytes,
    server_id: serverId,
    lane: laneOf({ from: stored.from.address, named: serverId, author, bulk }),
    thread,
  };
}
