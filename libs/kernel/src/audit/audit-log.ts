import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Actor } from '../admin-access/admin-access.js';
import { Database } from '../database/database.js';
import { type AuditDetails, type AuditSubject } from './audit-event.js';

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
  async record({ action, subject, actor, details = {} }: AuditEntry, tx?: EntityManager): Promise<void> {
    const { kind, id, name } = subject;
    const who = [actor?.id ?? null, actor?.name ?? null, actor?.from ?? null];
    await this.database.query(RECORD, [action, kind, id, name, ...who, JSON.stringify(details)], tx);
  }
}

const RECORD = `
  insert into mailroom.audit_event
    (at, action, subject_kind, subject_id, subject_name, actor_id, actor_name, actor_from, details)
  values (mailroom.now(), $1, $2, $3, $4, $5, $6, $7, $8)`;
