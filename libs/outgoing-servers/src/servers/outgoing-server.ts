import { type Disposition, type TlsTrust } from '@mailroom/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Draft servers are being set up, live ones send, paused ones rest, archived ones are kept for their history. */
export type ServerState = 'draft' | 'live' | 'paused' | 'archived';
/** TLS from the first byte, an upgrade that must happen, or none at all. */
export type Security = 'tls' | 'starttls' | 'none';
/** What a server is for: the mail of the helpdesk, or newsletters and the like, which nobody else's mail should queue behind. */
export type Purpose = 'transactional' | 'bulk';
/** How we sign in: not at all, with a password of our own, or with the access token of a consent. */
export type ServerAuth = 'none' | 'password' | 'token';

/** Where mail leaves. The first part is what an admin set; the health below is written by the sending alone. */
@Entity({ schema: 'mailroom', name: 'outgoing_server', synchronize: false })
@Index('outgoing_server_token', ['tokenId'])
@Index('outgoing_server_one_fallback', ['isFallback'], { unique: true, where: 'is_fallback' })
export class OutgoingServer {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  host: string;

  @Column({ type: 'integer' })
  port: number;

  @Column({ type: 'text' })
  security: Security;

  /** Whose certificates are believed, where TLS is spoken. */
  @Column({ type: 'jsonb', name: 'tls_trust' })
  tlsTrust: TlsTrust;

  @Column({ type: 'text' })
  auth: ServerAuth;

  /** The mailbox we sign in as; of a shared mailbox, the shared one. */
  @Column({ type: 'text', default: '' })
  login: string;

  /** Envelope of SecretBox, bound to this row and its origin. */
  @Column({ type: 'text', name: 'sealed_password', nullable: true })
  sealedPassword: string | null;

  @Column({ type: 'uuid', name: 'token_id', nullable: true })
  tokenId: string | null;

  /** Addresses, domains and patterns, separated by commas; empty takes any sender. */
  @Column({ type: 'text', name: 'from_filter', default: '' })
  fromFilter: string;

  /** Lower goes first among servers that fit alike. */
  @Column({ type: 'integer', default: 10 })
  priority: number;

  @Column({ type: 'text', default: 'transactional' })
  purpose: Purpose;

  /** The id of whom the server belongs to, as the host knows them: nobody else sends through it. Null is everybody. */
  @Column({ type: 'text', name: 'owner_id', nullable: true })
  ownerId: string | null;

  /** For people; empty where nobody owns it. */
  @Column({ type: 'text', name: 'owner_name', default: '' })
  ownerName: string;

  /** When its owner let go of it; null where nobody did, and where an admin archived it. */
  @Column({ type: 'timestamptz', name: 'owner_left_at', nullable: true })
  ownerLeftAt: Date | null;

  /** The largest mail that it takes, encoded; null where only the server itself says so. */
  @Column({ type: 'integer', name: 'size_limit_bytes', nullable: true })
  sizeLimitBytes: number | null;

  /** Mails that may be offered in any minute, hour, day, at somebody's own server recipients; null is no limit. */
  @Column({ type: 'integer', name: 'rate_per_minute', nullable: true })
  ratePerMinute: number | null;

  @Column({ type: 'integer', name: 'rate_per_hour', nullable: true })
  ratePerHour: number | null;

  @Column({ type: 'integer', name: 'rate_per_day', nullable: true })
  ratePerDay: number | null;

  /** Recipients, each of each mail, that may be named to it in any day; null is no limit. */
  @Column({ type: 'integer', name: 'recipients_per_day', nullable: true })
  recipientsPerDay: number | null;

  /** Connections at one time, of all instances together. */
  @Column({ type: 'integer', default: 5 })
  connections: number;

  /** Takes what fits no server; at most one, and nobody's own. */
  @Column({ type: 'boolean', name: 'is_fallback', default: false })
  isFallback: boolean;

  /** A copy of what it has sent goes into Sent of the mailbox; false where the provider does that itself. */
  @Column({ type: 'boolean', name: 'save_to_sent', default: false })
  saveToSent: boolean;

  @Column({ type: 'text', default: 'draft' })
  state: ServerState;

  @Column({ type: 'text', default: '' })
  comment: string;

  @Column({ type: 'timestamptz', name: 'last_success_at', nullable: true })
  lastSuccessAt: Date | null;

  /** Failures of the server itself in a row. */
  @Column({ type: 'integer', default: 0 })
  failures: number;

  @Column({ type: 'text', name: 'failure_code', nullable: true })
  failureCode: string | null;

  @Column({ type: 'jsonb', name: 'failure_params', nullable: true })
  failureParams: Record<string, string | number | boolean | null> | null;

  @Column({ type: 'text', name: 'failure_disposition', nullable: true })
  failureDisposition: Disposition | null;

  @Column({ type: 'timestamptz', name: 'failure_at', nullable: true })
  failureAt: Date | null;

  /** Nobody tries the server before this moment of `mailroom.now()`. */
  @Column({ type: 'timestamptz', name: 'not_before', nullable: true })
  notBefore: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy: string;
}
