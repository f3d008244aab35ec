import { createHash } from 'node:crypto';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { type ParsedMail } from '../inbound-mail/inbound-mail.js';
import { Delivery } from './delivery.js';

/** The first copy of a mail that was taken from any mailbox. */
@Entity({ schema: 'mailroom', name: 'mail_identity', synchronize: false })
export class MailIdentity {
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'mail_identity_pk' })
  identity: Buffer;

  @ForeignKey(() => Delivery, {
    name: 'mail_identity_delivery_fk',
    onDelete: 'CASCADE',
    deferrable: 'INITIALLY DEFERRED',
  })
  @Column({ type: 'uuid', name: 'delivery_id' })
  deliveryId: string;
}

/**
 * What all copies of a mail share, whatever its ways added on top: Message-ID, sender, date and subject, as a SHA-256.
 * Null for mail without a Message-ID or a date, which is nobody's copy.
 */
export function identityOf(mail: Pick<ParsedMail, 'messageId' | 'from' | 'date' | 'subject'>): Buffer | null {
  const { messageId, from, date, subject } = mail;
  if (messageId === null || date === null) return null;
  const shared = [messageId, from?.address ?? '', date.toISOString(), subject];
  return createHash('sha256').update(JSON.stringify(shared)).digest();
}
