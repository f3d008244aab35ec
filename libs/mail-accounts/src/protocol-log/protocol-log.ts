import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MailAccount } from '../accounts/mail-account.js';

/** A piece of what was said between us and a mail server, already redacted. */
@Entity({ schema: 'mailroom', name: 'protocol_log', synchronize: false })
@Index('protocol_log_account', ['accountId', 'id'])
export class ProtocolLog {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', primaryKeyConstraintName: 'protocol_log_pk' })
  id: string;

  @ForeignKey(() => MailAccount, { name: 'protocol_log_account_fk', onDelete: 'CASCADE' })
  @Column({ type: 'uuid', name: 'account_id' })
  accountId: string;

  /** Lines, each with its end. */
  @Column({ type: 'text' })
  lines: string;
}
