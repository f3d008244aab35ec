import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Live invokers may be called, paused ones refuse. There are no others: an invoker does nothing by itself, so there is
 * nothing to prepare as a draft (the test works in every state) and no history that an archive would keep.
 */
export type InvokerState = 'live' | 'paused';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/**
 * How the remote learns who calls: not from a token at all, from `Authorization: Bearer …` (RFC 6750 section 2.1), or
 * from headers that an admin wrote around `{accessToken}`.
 */
export type Authentication = 'none' | 'bearer' | 'headers';

/** A header as it is stored: the template of its value, or null where the value is a secret and sealed. */
export interface StoredHeader {
  readonly name: string;
  readonly value: string | null;
}

/** A remote endpoint that the host calls by name, and everything a call needs besides its payload. */
@Entity({ schema: 'mailroom', name: 'web_service_invoker', synchronize: false })
@Index('web_service_invoker_token', ['tokenId'])
export class Invoker {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id: string;

  @Column({ type: 'text', unique: true })
  name: string;

  @Column({ type: 'text', default: 'live' })
  state: InvokerState;

  /** http or https, without query and without a slash at the end. */
  @Column({ type: 'text', name: 'base_url' })
  baseUrl: string;

  @Column({ type: 'text' })
  method: Method;

  /** Template of what follows the base URL, query included. */
  @Column({ type: 'text', default: '' })
  path: string;

  @Column({ type: 'jsonb', default: [] })
  headers: StoredHeader[];

  /** Envelope of SecretBox around the secret values, bound to this row and its origin. */
  @Column({ type: 'text', name: 'sealed_headers', nullable: true })
  sealedHeaders: string | null;

  /** Template in JSON; null sends the payload as it is. */
  @Column({ type: 'text', nullable: true })
  body: string | null;

  /** How long one request may take, in ms. */
  @Column({ type: 'integer', name: 'timeout_ms' })
  timeoutMs: number;

  /** How large an answer may be, in bytes. */
  @Column({ type: 'integer', name: 'max_bytes' })
  maxBytes: number;

  /** PEM; where it is set, only certificates of these authorities are accepted. */
  @Column({ type: 'text', name: 'ca_certificate', nullable: true })
  caCertificate: string | null;

  @Column({ type: 'text' })
  authentication: Authentication;

  /** Set exactly when a token is sent. */
  @Column({ type: 'uuid', name: 'token_id', nullable: true })
  tokenId: string | null;

  @Column({ type: 'text', default: '' })
  comment: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy: string;
}
