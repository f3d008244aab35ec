import { type Disposition } from '@mailroom/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OutboxMail } from '../outbox/outbox-mail.js';

/** The copy of a sent mail in Sent: due, made, or given up, which it is when it is neither. */
@Entity({ schema: 'mailroom', name: 'sent_copy', synchronize: false })
export class SentCopyRow {
  @ForeignKey(() => OutboxMail, { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', name: 'mail_id', primaryKeyConstraintName: 'sent_copy_pk' })
  mailId: string;

  /** Whose Sent: the login of the server that sent it, else its From. Lower case. */
  @Column({ type: 'text' })
  mailbox: string;

  /** When it is tried, by `mailroom.now()`; null when it is made or given up. */
  @Column({ type: 'timestamptz', name: 'due_at', nullable: true })
  dueAt: Date | null;

  /** A copy that is still due then is given up. */
  @Column({ type: 'timestamptz' })
  until: Date;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'text', name: 'problem_code', nullable: true })
  problemCode: string | null;

  @Column({ type: 'jsonb', name: 'problem_params', nullable: true })
  problemParams: Record<string, string | number | boolean | null> | null;

  @Column({ type: 'text', name: 'problem_disposition', nullable: true })
  problemDisposition: Disposition | null;

  @Column({ type: 'timestamptz', name: 'problem_at', nullable: true })
  problemAt: Date | null;

  @Column({ type: 'timestamptz', name: 'made_at', nullable: true })
  madeAt: Date | null;
}
