import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MailAccount } from '../accounts/mail-account.js';
import { wholeNumber } from '../accounts/whole-number.js';
import { type Handling } from '../rules/handling.js';

/**
 * What became of a mail. `stored`, `ignored`, `refused`: the host's answer. `retrying`: the host threw, it is offered
 * again. `quarantined`: it threw too often or cannot be read. `oversized`: still on the server. `duplicate`: the
 * same bytes came before. `discarded`: an admin threw it away, its bytes are gone.
 */
export type DeliveryOutcome =
  'stored' | 'ignored' | 'refused' | 'retrying' | 'quarantined' | 'oversized' | 'duplicate' | 'discarded';

/**
 * One mail of one mailbox, once and for good: a line of the ledger that makes fetching exactly-once.
 * Written in the transaction that also holds what the host stored. Ids sort by time.
 */
@Entity({ schema: 'mailroom', name: 'delivery', synchronize: false })
@Unique('delivery_once', ['accountId', 'generation', 'uidValidity', 'uid'])
@Index('delivery_content', ['accountId', 'contentKey'])
@Index('delivery_outcome', ['accountId', 'outcome', 'id'])
@Index('delivery_duplicate', ['duplicateOf'], { where: 'duplicate_of is not null' })
@Index('delivery_held', ['outcome', 'id'], {
  where: `outcome in ('quarantined', 'refused', 'oversized')`,
})
@Index('delivery_expendable', ['id'], { where: `outcome in ('ignored', 'duplicate')` })
@Index('delivery_disposal', ['accountId'], { where: 'disposal_due' })
export class Delivery {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'delivery_pk' })
  id: string;

  @ForeignKey(() => MailAccount, { name: 'delivery_account_fk', onDelete: 'RESTRICT' })
  @Column({ type: 'uuid', name: 'account_id' })
  accountId: string;

  @Column({ type: 'integer' })
  generation: number;

  @Column({ type: 'bigint', name: 'uid_validity', transformer: wholeNumber })
  uidValidity: number;

  @Column({ type: 'bigint', transformer: wholeNumber })
  uid: number;

  /** SHA-256 of the raw bytes; null for mail that was never fetched. */
  @Column({ type: 'bytea', name: 'content_key', nullable: true })
  contentKey: Buffer | null;

  /** Bytes on the wire. */
  @Column({ type: 'integer' })
  size: number;

  /** INTERNALDATE. */
  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt: Date;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt: Date;

  @Column({ type: 'text', name: 'message_id', nullable: true })
  messageId: string | null;

  /** Address of the From header. */
  @Column({ type: 'text', nullable: true })
  sender: string | null;

  @Column({ type: 'text', default: '' })
  subject: string;

  @Column({ type: 'text' })
  outcome: DeliveryOutcome;

  /** The host's name for what it stored. */
  @Column({ type: 'text', nullable: true })
  reference: string | null;

  /** The host's word on what it ignored or refused. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** Code of the problem that keeps it from being stored. */
  @Column({ type: 'text', nullable: true })
  problem: string | null;

  /** How often the host threw. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** When a `retrying` one is offered again. */
  @Column({ type: 'timestamptz', name: 'retry_at', nullable: true })
  retryAt: Date | null;

  /** The first delivery of the same bytes; its raw mail is this one's too. */
  @ForeignKey(() => Delivery, { name: 'delivery_duplicate_fk', onDelete: 'SET NULL' })
  @Column({ type: 'uuid', name: 'duplicate_of', nullable: true })
  duplicateOf: string | null;

  /** The mail server still has to be told: delete, mark or move it. */
  @Column({ type: 'boolean', name: 'disposal_due', default: false })
  disposalDue: boolean;

  @Column({ type: 'timestamptz', name: 'disposed_at', nullable: true })
  disposedAt: Date | null;

  /** What was decided before the host got it; null where nothing was said. */
  @Column({ type: 'jsonb', nullable: true })
  handling: Handling | null;
}
