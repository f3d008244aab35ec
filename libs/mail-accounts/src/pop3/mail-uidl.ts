import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MailAccount } from '../accounts/mail-account.js';
import { wholeNumber } from '../accounts/whole-number.js';

/**
 * A mail that lies on a POP3 server, by the name that the server has for it. The number is given when the name is first
 * seen and serves as UID; the row goes when the name leaves the server's list, so that a name used again is new mail.
 */
@Entity({ schema: 'mailroom', name: 'mail_uidl', synchronize: false })
export class MailUidl {
  @ForeignKey(() => MailAccount, { name: 'mail_uidl_account_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'mail_uidl_pk' })
  accountId: string;

  /** The mailbox that the name is from, see `MailFolder.generation`. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'mail_uidl_pk' })
  generation: number;

  /** As `namesOf` writes it. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'mail_uidl_pk' })
  uidl: string;

  /** Ascends over all accounts, so that no number ever names two mails of one. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS', transformer: wholeNumber })
  uid: number;
}
