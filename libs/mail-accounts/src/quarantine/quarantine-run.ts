import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { type QuarantineFilter, type QuarantineRunAnswer } from './quarantine-query.js';

/**
 * One act on many held mails, and how far it came. It goes by id, oldest first, up to the newest there was when it was
 * asked for: a mail that is put back into quarantine is not met twice.
 */
@Entity({ schema: 'mailroom', name: 'quarantine_run', synchronize: false })
@Index('quarantine_run_one', ['state'], { unique: true, where: `state = 'running'` })
export class QuarantineRun {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'quarantine_run_pk' })
  id: string;

  @Column({ type: 'text' })
  act: 'replay' | 'discard';

  @Column({ type: 'jsonb' })
  filter: QuarantineFilter;

  @Column({ type: 'text', default: 'running' })
  state: 'running' | 'done' | 'stopped';

  /** Mails that fitted when it was asked for. */
  @Column({ type: 'integer' })
  total: number;

  @Column({ type: 'integer', default: 0 })
  done: number;

  /** Of those, mails that are in quarantine no more. */
  @Column({ type: 'integer', default: 0 })
  released: number;

  /** The last delivery that was dealt with. */
  @Column({ type: 'uuid', nullable: true })
  reached: string | null;

  @Column({ type: 'uuid', name: 'up_to', nullable: true })
  upTo: string | null;

  @Column({ type: 'text', name: 'asked_by' })
  askedBy: string;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

/** A run as the API answers it. */
export function quarantineRunAnswer(run: QuarantineRun): QuarantineRunAnswer {
  const { id, act, state, total, done, released, askedBy, startedAt, endedAt } = run;
  return {
    id,
    act,
    state,
    total,
    done,
    released,
    askedBy,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
