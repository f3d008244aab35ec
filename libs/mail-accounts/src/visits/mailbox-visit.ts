import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MailAccount } from '../accounts/mail-account.js';

/** A short connection to the mailbox of an account beside its session, or the wish for one; one per account. */
@Entity({ schema: 'mailroom', name: 'mailbox_visit', synchronize: false })
export class MailboxVisit {
  @ForeignKey(() => MailAccount, { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'mailbox_visit_pk' })
  accountId: string;

  /** The instance that visits. */
  @Column({ type: 'uuid' })
  holder: string;

  /** Where it is connected, as the account said then. */
  @Column({ type: 'text' })
  host: string;

  @Column({ type: 'text' })
  login: string;

  /** False while it waits for a connection to become free. */
  @Column({ type: 'boolean', default: false })
  seated: boolean;

  /** When a seat was last asked for. */
  @Column({ type: 'timestamptz', name: 'asked_at', default: () => 'clock_timestamp()' })
  askedAt: Date;
}
