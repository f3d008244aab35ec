import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Delivery } from './delivery.js';

/** A mail as it came, packed; gone when the host forgets the delivery. Duplicates have none of their own. */
@Entity({ schema: 'mailroom', name: 'raw_mail', synchronize: false })
export class RawMail {
  @ForeignKey(() => Delivery, { name: 'raw_mail_delivery_fk', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', name: 'delivery_id', primaryKeyConstraintName: 'raw_mail_pk' })
  deliveryId: string;

  @Column({ type: 'text', default: 'zstd' })
  packing: 'zstd';

  @Column({ type: 'bytea' })
  bytes: Buffer;
}
