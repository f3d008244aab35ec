import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A piece of a mail as it came, packed as a whole; gone when the host forgets the delivery. Duplicates have none of their
 * own. A trigger removes the pieces with their delivery.
 */
@Entity({ schema: 'mailroom', name: 'raw_mail', synchronize: false })
export class RawMail {
  @PrimaryColumn({ type: 'uuid', name: 'delivery_id', primaryKeyConstraintName: 'raw_mail_pk' })
  deliveryId: string;

  /** Where it stands among the pieces of its mail, from 0. */
  @PrimaryColumn({ type: 'integer', default: 0, primaryKeyConstraintName: 'raw_mail_pk' })
  position: number;

  @Column({ type: 'text', default: 'zstd' })
  packing: 'zstd';

  @Column({ type: 'bytea' })
  bytes: Buffer;
}
