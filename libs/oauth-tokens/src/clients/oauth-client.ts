import { type Disposition } from '@mailroom/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type MailHost } from '../hosts/mail-host.js';
import { type CallbackAlias } from '../redirect-uri/callback-aliases.js';
import { type SigningAlgorithm } from './client-proof.js';

/**
 * How a client gets its tokens, set at creation and never changed: by the consent of people (RFC 6749 section 4.1), as
 * itself (section 4.4), or in the name of people that it may speak for (RFC 7523).
 */
export const clientFlows = ['authorization-code', 'client-credentials', 'jwt-bearer'] as const;
export type ClientFlow = (typeof clientFlows)[number];

/** May this client be used? Tokens of anything but a valid client are neither refreshed nor handed out. */
export type Validity = 'valid' | 'invalid' | 'temporarily-invalid';

/**
 * How the client proves itself at the token endpoint: secret in the form, secret in the header (RFC 6749 section 2.3.1),
 * or an assertion signed with its private key (RFC 7523 section 2.2). Without a secret the first two prove nothing.
 */
export const clientAuthentications = ['post', 'basic', 'private-key-jwt'] as const;
export type ClientAuthentication = (typeof clientAuthentications)[number];

/**
 * `id-token`: who consented is read from the ID token. `none`: the provider knows no OpenID Connect, so the admin says
 * whose mailbox it is and the mail server has the last word.
 */
export const identitySources = ['id-token', 'none'] as const;
export type IdentitySource = (typeof identitySources)[number];

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

  /** PKCS #8 in PEM, sealed. Bound to this row and to the origin of the token endpoint. */
  @Column({ type: 'text', name: 'sealed_private_key', nullable: true })
  sealedPrivateKey: string | null;

  /** The public half, X.509 in PEM, where the key has one. */
  @Column({ type: 'text', nullable: true })
  certificate: string | null;

  @Column({ type: 'timestamptz', name: 'certificate_expires_at', nullable: true })
  certificateExpiresAt: Date | null;

  @Column({ type: 'text', name: 'signing_algorithm', nullable: true })
  signingAlgorithm: SigningAlgorithm | null;

  /** What the provider calls the key (`kid`). */
  @Column({ type: 'text', name: 'key_id', nullable: true })
  keyId: string | null;

  /** A key that was made and waits until its certificate is at the provider; sealed like the other. */
  @Column({ type: 'text', name: 'sealed_pending_key', nullable: true })
  pendingPrivateKey: string | null;

  /** Its public half, X.509 in PEM. */
  @Column({ type: 'text', name: 'pending_certificate', nullable: true })
  pendingCertificate: string | null;

  @Column({ type: 'text', name: 'pending_algorithm', nullable: true })
  pendingAlgorithm: SigningAlgorithm | null;

  /** How many days before a secret or the certificate ends people are told. */
  @Column({ type: 'integer', array: true, name: 'secret_warning_days', default: [30, 14, 7, 3, 1] })
  secretWarningDays: number[];

  @Column({ type: 'text', nullable: true })
  tenant: string | null;

  /** Google's project, for people who look for the registration in its console. */
  @Column({ type: 'text', name: 'project_id', nullable: true })
  projectId: string | null;

  /** Null for flows in which nobody is asked for consent. */
  @Column({ type: 'text', name: 'authorization_endpoint', nullable: true })
  authorizationEndpoint: string | null;

  @Column({ type: 'text', name: 'token_endpoint' })
  tokenEndpoint: string;

  /** Where refresh tokens go, when that is not the token endpoint. Of the same origin. */
  @Column({ type: 'text', name: 'refresh_endpoint', nullable: true })
  refreshEndpoint: string | null;

  @Column({ type: 'text', name: 'device_endpoint', nullable: true })
  deviceEndpoint: string | null;

  @Column({ type: 'text', name: 'revocation_endpoint', nullable: true })
  revocationEndpoint: string | null;

  /** What `iss` must say; may hold `{tenantid}` (Microsoft); null when unknown. */
  @Column({ type: 'text', nullable: true })
  issuer: string | null;

  @Column({ type: 'text', name: 'client_authentication', default: 'post' })
  clientAuthentication: ClientAuthentication;

  @Column({ type: 'text', default: 'id-token' })
  identity: IdentitySource;

  /** Which other product's callback path providers send browsers back to; null for our own. */
  @Column({ type: 'text', name: 'callback_alias', nullable: true })
  callbackAlias: CallbackAlias | null;

  /** Space separated (RFC 6749 section 3.3). */
  @Column({ type: 'text' })
  scope: string;

  /** Sent with every authorization request, over those of the template. */
  @Column({ type: 'jsonb', name: 'extra_parameters', default: {} })
  extraParameters: Record<string, string>;

  /** Sent with every request to the token endpoint besides what the flow itself sends. */
  @Column({ type: 'jsonb', name: 'token_parameters', default: {} })
  tokenParameters: Record<string, string>;

  /** The same for refreshing. */
  @Column({ type: 'jsonb', name: 'refresh_parameters', default: {} })
  refreshParameters: Record<string, string>;

  /** Standard name of a member of a token answer → what this provider calls it. */
  @Column({ type: 'jsonb', name: 'answer_names', default: {} })
  answerNames: Record<string, string>;

  /** Mail servers that the tokens may be shown to, besides those of the template (see `hostsOf`). */
  @Column({ type: 'text', array: true, name: 'mail_hosts', default: [] })
  mailHosts: string[];

  /** `updatedAt` of the state that allowed more mail servers: tokens that an older one asked for are not shown. */
  @Column({ type: 'timestamptz', name: 'hosts_widened_at', nullable: true })
  hostsWidenedAt: Date | null;

  /** May staff who are no admins connect a mailbox of their own with it? */
  @Column({ type: 'boolean', name: 'personal_servers', default: false })
  personalServers: boolean;

  /** Where mail of these mailboxes leaves; null is the place that the template knows. */
  @Column({ type: 'jsonb', nullable: true })
  submission: MailHost | null;

  @Column({ type: 'text', default: 'valid' })
  validity: Validity;

  @Column({ type: 'boolean', name: 'notify_on_expired_token', default: false })
  notifyOnExpiredToken: boolean;

  @Column({ type: 'boolean', name: 'notify_on_expired_refresh_token', default: true })
  notifyOnExpiredRefreshToken: boolean;

  /** Failures in a row that were the client's own, or trouble that met several of its tokens, or its only one. */
  @Column({ type: 'integer', default: 0 })
  failures: number;

  @Column({ type: 'text', name: 'failure_code', nullable: true })
  failureCode: string | null;

  @Column({ type: 'text', name: 'failure_class', nullable: true })
  failureClass: Disposition | null;

  @Column({ type: 'timestamptz', name: 'failure_at', nullable: true })
  failureAt: Date | null;

  /** Since when it has been failing without a success in between. */
  @Column({ type: 'timestamptz', name: 'failing_since', nullable: true })
  failingSince: Date | null;

  /** Whose refresh failed last. */
  @Column({ type: 'uuid', name: 'failed_token_id', nullable: true })
  failedTokenId: string | null;

  /**
   * The breaker is open: nobody asks the provider in the name of this client before then, and from then on one token
   * at a time probes, until one is answered. Null while it is closed.
   */
  @Column({ type: 'timestamptz', name: 'not_before', nullable: true })
  notBefore: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy: string;
}

/** Everything of a client that an admin decides, except what it proves itself with. */
export type ClientSettings = Omit<
  OAuthClient,
  | 'id'
  | 'sealedPrivateKey'
  | 'certificate'
  | 'certificateExpiresAt'
  | 'signingAlgorithm'
  | 'keyId'
  | 'pendingPrivateKey'
  | 'pendingCertificate'
  | 'pendingAlgorithm'
  | 'hostsWidenedAt'
  | 'failures'
  | 'failureCode'
  | 'failureClass'
  | 'failureAt'
  | 'failingSince'
  | 'failedTokenId'
  | 'notBefore'
  | 'createdAt'
  | 'updatedAt'
  | 'updatedBy'
>;
