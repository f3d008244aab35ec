import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Actor } from '../admin-access/admin-access.js';
import { Database } from '../database/database.js';
import { type AuditDetails } from './audit-details.js';
import { type AuditSubject } from './audit-event.js';

/** Something that happened to a credential or to a setting. */
export interface AuditEntry {
  /** A noun and what happened to it: `client-created`. Each has a sentence in the pages. */
  readonly action: string;
  readonly subject: AuditSubject;
  /** Null for what Mailroom does by itself. */
  readonly actor: Actor | null;
  readonly details?: AuditDetails;
}

/** Who did what to credentials and settings, when and from where. Append-only. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** Writes one line; in `tx` when given, so that it is there if and only if what it tells of is. */
  async record(entry: AuditEntry, tx?: EntityManager): Promise<void> {
    await this.recordAll([entry], tx);
  }

  /** The same for many lines at once, in their order. */
  async recordAll(entries: readonly AuditEntry[], tx?: EntityManager): Promise<void> {
    if (entries.length > 0) await this.database.query(RECORD, [JSON.stringify(entries.map(lineOf))], tx);
  }
}

function lineOf({ action, subject, actor, details = {} }: AuditEntry) {
  const { kind, id, name } = subject;
  return { action, kind, id, name, who: actor?.id, called: actor?.name, came: actor?.from, details };
}

const RECORD = `
  insert into mailroom.audit_event
    (at, action, subject_kind, subject_id, subject_name, actor_id, actor_name, actor_from, details)
  select mailroom.now(), action, kind, id, name, who, called, came, details
    from rows from (jsonb_to_recordset($1::jsonb) as
      (action text, kind text, id text, name text, who text, called text, came text, details jsonb)) with ordinality
   order by ordinality`;
