import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Invoker } from '../invokers/invoker.js';

/** `call`: the host called by name · `test`: an admin tried it. */
export const callKinds = ['call', 'test'] as const;
export type CallKind = (typeof callKinds)[number];

/** One call through an invoker and how it went: nothing of what was sent or answered. */
@Entity({ schema: 'mailroom', name: 'web_service_call', synchronize: false })
@Index('web_service_call_newest', ['invokerId', 'id'])
@Index('web_service_call_old', ['calledAt'])
export class InvokerCall {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', primaryKeyConstraintName: 'web_service_call_pk' })
  id: string;

  @ForeignKey(() => Invoker, { name: 'web_service_call_invoker_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', name: 'invoker_id' })
  invokerId: string;

  @Column({ type: 'text' })
  kind: CallKind;

  /** What the host said of itself, or the admin who tested; null where nothing was said. */
  @Column({ type: 'text', name: 'called_by', nullable: true })
  calledBy: string | null;

  /** When it began. */
  @Column({ type: 'timestamptz', name: 'called_at' })
  calledAt: Date;

  /** From the name server to the end of the answer, the token included. */
  @Column({ type: 'integer', name: 'duration_ms' })
  durationMs: number;

  /** HTTP status of the last answer; null when there was none. */
  @Column({ type: 'smallint', nullable: true })
  status: number | null;

  /** Code of what kept it from being answered; null when it was. */
  @Column({ type: 'text', name: 'problem_code', nullable: true })
  problemCode: string | null;
}
