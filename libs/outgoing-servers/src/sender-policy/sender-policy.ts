import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who mail comes from when no server may send for its author. One row, always there. */
@Entity({ schema: 'mailroom', name: 'sender_policy', synchronize: false })
export class SenderPolicy {
  @PrimaryColumn({ type: 'boolean', name: 'only_row', default: true })
  onlyRow: boolean;

  /** The notification address: a whole address, or a local part at `catchallDomain`. */
  @Column({ type: 'text', name: 'default_from', nullable: true })
  defaultFrom: string | null;

  @Column({ type: 'text', name: 'catchall_domain', nullable: true })
  catchallDomain: string | null;

  /** Where bounces go, as `defaultFrom` is written; only where the server may send as it. */
  @Column({ type: 'text', name: 'bounce_from', nullable: true })
  bounceFrom: string | null;

  /** Stands in for every author; written as `defaultFrom` is. */
  @Column({ type: 'text', name: 'force_from', nullable: true })
  forceFrom: string | null;

  /** Stands in for authors outside of `catchallDomain`, where there is no `forceFrom`. */
  @Column({ type: 'text', name: 'dynamic_from', nullable: true })
  dynamicFrom: string | null;

  /** What servers with an empty filter may send as; empty is anything. */
  @Column({ type: 'text', name: 'default_from_filter', default: '' })
  defaultFromFilter: string;

  /** Bulk mail that names no server leaves through it. */
  @Column({ type: 'uuid', name: 'bulk_server_id', nullable: true })
  bulkServerId: string | null;

  /** Authors with a live server of their own write under its address. */
  @Column({ type: 'boolean', name: 'authors_own_address', default: false })
  authorsOwnAddress: boolean;

  /** What fits no server, where none is the fallback, leaves through the first of them instead of waiting. */
  @Column({ type: 'boolean', name: 'first_server_stands_in', default: false })
  firstServerStandsIn: boolean;

  @Column({ type: 'timestamptz', name: 'updated_at', nullable: true })
  updatedAt: Date | null;

  @Column({ type: 'text', name: 'updated_by', nullable: true })
  updatedBy: string | null;
}
