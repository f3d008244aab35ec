import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is kept of a banner while its cause lasts; the banner itself is derived anew each time. */
@Entity({ schema: 'mailroom', name: 'banner_memory', synchronize: false })
class RememberedBanner {
  @PrimaryColumn({ type: 'text' })
  kind: string;

  @PrimaryColumn({ type: 'text' })
  cause: string;

  @Column({ type: 'text', default: 'warning' })
  severity: string;

  /** As first seen. */
  @Column({ type: 'jsonb', default: {} })
  params: Record<string, string | null>;

  @Column({ name: 'first_seen_at', type: 'timestamptz' })
  firstSeenAt: Date;

  @Column({ name: 'announced_at', type: 'timestamptz', nullable: true })
  announcedAt: Date | null;

  /** Also the lease of who is announcing just now: until then nobody else tries. */
  @Column({ name: 'announce_after', type: 'timestamptz' })
  announceAfter: Date;

  @Column({ name: 'announce_tries', type: 'integer', default: 0 })
  announceTries: number;

  @Column({ name: 'snoozed_at', type: 'timestamptz', nullable: true })
  snoozedAt: Date | null;

  @Column({ name: 'snoozed_by', type: 'text', nullable: true })
  snoozedBy: string | null;

  /** How bad it was when somebody let it sleep; it wakes when it becomes worse. */
  @Column({ name: 'snoozed_severity', type: 'text', nullable: true })
  snoozedSeverity: string | null;

  @Column({ name: 'snoozed_extent', type: 'integer', nullable: true })
  snoozedExtent: number | null;

  /** `sent` or `no-server`; null when nobody was told by mail. */
  @Column({ type: 'text', nullable: true })
  mail: string | null;

  /** Name of the server that told. */
  @Column({ name: 'mailed_through', type: 'text', nullable: true })
  mailedThrough: string | null;

  @Column({ name: 'snoozed_until', type: 'timestamptz', nullable: true })
  snoozedUntil: Date | null;

  @Column({ name: 'snooze_reason', type: 'text', nullable: true })
  snoozeReason: string | null;
}

/** The tables of this lib. */
export const notificationsEntities = [RememberedBanner];
