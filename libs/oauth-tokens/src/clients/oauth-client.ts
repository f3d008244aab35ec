import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a client gets its tokens. Set at creation and never changed. */
export type ClientFlow = 'authorization-code';

/** May this client be used? Tokens of anything but a valid client are neither refreshed nor handed out. */
export type Validity = 'valid' | 'invalid' | 'temporarily-invalid';

/** How the client proves itself at the token endpoint: secret in the form, or in the header (RFC 6749 section 2.3.1). */
export type ClientAuthentication = 'post' | 'basic';

/** An app registration at a provider, as stored. */
@Entity({ schema: 'mailroom', name: 'oauth_client', synchronize: false })
export class OAuthClient {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  template: string;

  @Column({ type: 'text', default: 'authorization-code' })
  flow: ClientFlow;

  @Column({ type: 'text', name: 'client_id' })
  clientId: string;

  @Column({ type: 'text', name: 'sealed_secret', nullable: true })
  sealedSecret: string | null;

  @Column({ type: 'timestamptz', name: 'secret_expires_at', nullable: true })
  secretExpiresAt: Date | null;

  @Column({ type: 'text', nullable: true })
  tenant: string | null;

  @Column({ type: 'text', name: 'authorization_endpoint' })
  authorizationEndpoint: string;

  @Column({ type: 'text', name: 'token_endpoint' })
  tokenEndpoint: string;

  @Column({ type: 'text', name: 'revocation_endpoint', nullable: true })
  revocationEndpoint: string | null;

  /** What `iss` must say; may hold `{tenantid}` (Microsoft); null when unknown. */
  @Column({ type: 'text', nullable: true })
  issuer: string | null;

  @Column({ type: 'text', name: 'client_authentication', default: 'post' })
  clientAuthentication: ClientAuthentication;

  /** Space separated (RFC 6749 section 3.3). */
  @Column({ type: 'text' })
  scope: string;

  /** Sent with every authorization request, over those of the template. */
  @Column({ type: 'jsonb', name: 'extra_parameters', default: {} })
  extraParameters: Record<string, string>;

  @Column({ type: 'text', default: 'valid' })
  validity: Validity;

  @Column({ type: 'boolean', name: 'notify_on_expired_token', default: false })
  notifyOnExpiredToken: boolean;

  @Column({ type: 'boolean', name: 'notify_on_expired_refresh_token', default: true })
  notifyOnExpiredRefreshToken: boolean;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy: string;
}
