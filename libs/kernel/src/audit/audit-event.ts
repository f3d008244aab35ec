import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type AuditDetails } from './audit-details.js';

/** What an event is about: a thing as admins know it, which may be gone by the time somebody reads of it. */
export interface AuditSubject {
  /** `client`, `token`, `account`, `server`, `invoker`, `settings`, `keys`, `banner`. */
  readonly kind: string;
  /** Null for what is there only once. */
  readonly id: string | null;
  readonly name: string;
}

/** One line of the audit log, as stored. Only ever inserted, and swept when its retention ends. */
@Entity({ schema: 'mailroom', name: 'audit_event', synchronize: false })
export class AuditEvent {
  @PrimaryColumn({ type: 'bigint', generated: 'identity' })
  id: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  /** A noun and what happened to it: `client-created`, `token-refreshed`. */
  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'text', name: 'subject_kind' })
  subjectKind: string;

  @Column({ type: 'text', name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column({ type: 'text', name: 'subject_name' })
  subjectName: string;

  /** Null when Mailroom did it by itself. */
  @Column({ type: 'text', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name', nullable: true })
  actorName: string | null;

  /** Network address of who did it, or the name of the program where there is none. */
  @Column({ type: 'text', name: 'actor_from', nullable: true })
  actorFrom: string | null;

  @Column({ type: 'jsonb', default: {} })
  details: AuditDetails;
}
