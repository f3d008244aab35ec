import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import {
  type OutboxAct,
  type OutboxFilter,
  type OutboxRunAnswer,
  type OutboxTally,
} from './outbox-acts-schema.js';

/** One act on all mail that fitted when it was asked for, and how far it came. */
@Entity({ schema: 'mailroom', name: 'outbox_run', synchronize: false })
@Index('outbox_run_one', ['state'], { unique: true, where: `state = 'running'` })
export class OutboxRun {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'outbox_run_pk' })
  id: string;

  @Column({ type: 'text' })
  act: OutboxAct;

  @Column({ type: 'jsonb' })
  filter: OutboxFilter;

  @Column({ type: 'text', default: 'running' })
  state: 'running' | 'done' | 'stopped';

  /** Mails that fitted when it was asked for. */
  @Column({ type: 'integer' })
  total: number;

  /** Mails that it was done with. */
  @Column({ type: 'integer', default: 0 })
  done: number;

  /** Mails that it was not done with, by reason. */
  @Column({ type: 'jsonb', default: { sent: 0, leaving: 0, unfit: 0, gone: 0 } })
  skipped: OutboxTally['skipped'];

  @Column({ type: 'text', name: 'asked_by' })
  askedBy: string;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** A mail that a run has not come to yet. */
@Entity({ schema: 'mailroom', name: 'outbox_run_mail', synchronize: false })
export class OutboxRunMail {
  @PrimaryColumn({ type: 'uuid', name: 'run_id', primaryKeyConstraintName: 'outbox_run_mail_pk' })
  runId: string;

  @PrimaryColumn({ type: 'uuid', name: 'mail_id', primaryKeyConstraintName: 'outbox_run_mail_pk' })
  mailId: string;
}

/** A run as the API answers it. */
export function outboxRunAnswer(run: OutboxRun): OutboxRunAnswer {
  const { id, act, state, total, done, skipped, askedBy, startedAt, endedAt } = run;
  const moments = { startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
  return { id, act, state, total, done, skipped, askedBy, ...moments };
}
