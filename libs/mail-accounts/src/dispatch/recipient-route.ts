import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Mail to this address goes to that destination, on accounts that dispatch by recipient. */
@Entity({ schema: 'mailroom', name: 'recipient_route', synchronize: false })
@Unique('recipient_route_address_taken', ['address'])
export class RecipientRoute {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'recipient_route_pkey' })
  id: string;

  /** Lower case; `*@domain` stands for all of a domain. */
  @Column({ type: 'text' })
  address: string;

  /** An id of the host's `destinations()`. */
  @Column({ type: 'text' })
  destination: string;

  @Column({ type: 'text', default: '' })
  comment: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy: string;
}
