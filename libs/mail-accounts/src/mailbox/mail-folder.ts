import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MailAccount } from '../accounts/mail-account.js';
import { wholeNumber } from '../accounts/whole-number.js';

/**
 * How far the mail of one folder of an account has been taken; written with the deliveries. It stays when the account
 * leaves the folder, so that one who comes back skips nothing.
 */
@Entity({ schema: 'mailroom', name: 'mail_folder', synchronize: false })
export class MailFolder {
  @ForeignKey(() => MailAccount, { name: 'mail_folder_account_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'mail_folder_pk' })
  accountId: string;

  /** As the server writes it. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'mail_folder_pk' })
  name: string;

  /** Which mailbox the cursor is about: host, login and folder. */
  @Column({ type: 'text' })
  mailbox: string;

  /** Another one whenever `mailbox` changes, never one of the account's other folders: UIDs mean nothing beyond it. */
  @Column({ type: 'integer' })
  generation: number;

  /** UIDVALIDITY that `lastUid` belongs to (RFC 9051 section 2.3.1.1). */
  @Column({ type: 'bigint', name: 'uid_validity', transformer: wholeNumber })
  uidValidity: number;

  /** Every mail up to here is in the ledger or does not count. Only saves work. */
  @Column({ type: 'bigint', name: 'last_uid', default: '0', transformer: wholeNumber })
  lastUid: number;

  /** Mail that the server took earlier does not count, see `datedUpTo`; null when all does. */
  @Column({ type: 'timestamptz', name: 'counts_from', nullable: true })
  countsFrom: Date | null;

  /** Up to this UID a mail counts by its date; behind it every mail counts. */
  @Column({ type: 'bigint', name: 'dated_up_to', default: '0', transformer: wholeNumber })
  datedUpTo: number;
}
