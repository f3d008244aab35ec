import { type Disposition } from '@mailroom/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `suspected`: the provider refused once and is asked again before anybody is bothered. `reconnect`: the grant is dead. */
export type TokenState = 'live' | 'suspected' | 'reconnect';

/** What one consent holds, as stored. Only ever read through this class: all writing is plain SQL, fenced by epochs. */
@Entity({ schema: 'mailroom', name: 'oauth_token', synchronize: false })
export class OAuthToken {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id: string;

  @Column({ type: 'uuid', name: 'client_id' })
  clientId: string;

  @Column({ type: 'text', default: 'live' })
  state: TokenState;

  /** When `state` became what it is. */
  @Column({ type: 'timestamptz' })
  since: Date;

  /** Who consented, as mail servers know them: the user name of XOAUTH2. */
  @Column({ type: 'text' })
  mailbox: string;

  /** Who consented, as the provider knows them; a renewal must be the same. */
  @Column({ type: 'text' })
  subject: string;

  /** Directory of who consented (Microsoft's `tid`). */
  @Column({ type: 'text', name: 'tenant_id', nullable: true })
  tenantId: string | null;

  /** Who consented, the same for every client of that directory (Microsoft's `oid`). */
  @Column({ type: 'text', name: 'object_id', nullable: true })
  objectId: string | null;

  @Column({ type: 'text' })
  scope: string;

  @Column({ type: 'text', name: 'sealed_access' })
  sealedAccess: string;

  @Column({ type: 'timestamptz', name: 'access_obtained_at' })
  accessObtainedAt: Date;

  @Column({ type: 'timestamptz', name: 'access_expires_at' })
  accessExpiresAt: Date;

  @Column({ type: 'text', name: 'sealed_refresh', nullable: true })
  sealedRefresh: string | null;

  /** Since when the refresh token in store is there: it ages from then on. */
  @Column({ type: 'timestamptz', name: 'refresh_obtained_at', nullable: true })
  refreshObtainedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'refresh_expires_at', nullable: true })
  refreshExpiresAt: Date | null;

  /** When the next refresh is tried: ahead of expiry, or after a failure no earlier than this. */
  @Column({ type: 'timestamptz', name: 'refresh_due_at', nullable: true })
  refreshDueAt: Date | null;

  @Column({ type: 'integer', name: 'lease_epoch', default: 0 })
  leaseEpoch: number;

  @Column({ type: 'timestamptz', name: 'lease_until', nullable: true })
  leaseUntil: Date | null;

  /** A refresh was sent whose answer never came. */
  @Column({ type: 'boolean', default: false })
  unanswered: boolean;

  /** Failed refreshes in a row. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  /** When the provider first said a plain `invalid_grant` in this row of failures. */
  @Column({ type: 'timestamptz', name: 'first_strike_at', nullable: true })
  firstStrikeAt: Date | null;

  @Column({ type: 'text', name: 'failure_code', nullable: true })
  failureCode: string | null;

  @Column({ type: 'text', name: 'failure_class', nullable: true })
  failureClass: Disposition | null;

  @Column({ type: 'timestamptz', name: 'failure_at', nullable: true })
  failureAt: Date | null;

  /** What an older state of the client asks for is void on arrival: that state allowed fewer mail servers. */
  @Column({ type: 'timestamptz', name: 'access_void_before', nullable: true })
  accessVoidBefore: Date | null;

  @Column({ type: 'timestamptz', name: 'connected_at' })
  connectedAt: Date;

  @Column({ type: 'text', name: 'connected_by' })
  connectedBy: string;
}
