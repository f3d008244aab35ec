import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MailAccount } from '../accounts/mail-account.js';
import { wholeNumber } from '../accounts/whole-number.js';
import { type RunPhase } from './run-notes.js';

/** Why a session looked: its poll was due, the server told of news, or an admin asked (or changed the account). */
export type RunCause = 'poll' | 'push' | 'asked';

/**
 * One look into a mailbox that found something, failed or was asked for. Quiet polls leave no row: they are counted on
 * the account, and the next run takes their number along.
 */
@Entity({ schema: 'mailroom', name: 'fetch_run', synchronize: false })
@Index('fetch_run_began', ['beganAt'])
@Index('fetch_run_account', ['accountId', 'id'])
export class FetchRun {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', primaryKeyConstraintName: 'fetch_run_pk' })
  id: string;

  @ForeignKey(() => MailAccount, { name: 'fetch_run_account_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', name: 'account_id' })
  accountId: string;

  @Column({ type: 'uuid' })
  instance: string;

  /** The claim it belongs to: a run without an end whose epoch has passed is broken off. */
  @Column({ type: 'bigint', transformer: wholeNumber })
  epoch: number;

  @Column({ type: 'text' })
  cause: RunCause;

  @Column({ type: 'text' })
  phase: RunPhase;

  @Column({ type: 'timestamptz', name: 'began_at' })
  beganAt: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** `done`, or how the session ended while it went on; null while it does. */
  @Column({ type: 'text', nullable: true })
  ending: RunEnding | null;

  @Column({ type: 'text', nullable: true })
  problem: string | null;

  @Column({ type: 'jsonb', name: 'problem_params', nullable: true })
  problemParams: Record<string, string | number | boolean | null> | null;

  @Column({ type: 'integer', default: 0 })
  waiting: number;

  @Column({ type: 'integer', default: 0 })
  mails: number;

  @Column({ type: 'bigint', default: '0', transformer: wholeNumber })
  bytes: number;

  /** Mails by what became of them. */
  @Column({ type: 'jsonb', default: {} })
  outcomes: Record<string, number>;

  /** Milliseconds by phase. */
  @Column({ type: 'jsonb', default: {} })
  durations: Record<string, number>;

  /** Polls before it that found nothing. */
  @Column({ type: 'integer', name: 'quiet_before', default: 0 })
  quietBefore: number;
}

/**
 * How a run ended. `stopped`: the session was told to end, or the account was paused or changed; what had arrived is committed.
 * `lost`: another instance took over.
 */
export type RunEnding = 'done' | 'failed' | 'stopped' | 'lost';
