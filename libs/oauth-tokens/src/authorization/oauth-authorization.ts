import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far an authorization got. */
export type AuthorizationState = 'begun' | 'completed' | 'failed';

/** What an authorization may be for. Who may begin one may complete it, and nobody else. */
export type AuthorizationPurpose = 'admin' | 'personal';

/** One trip of somebody to a provider and back, as stored. State, cookie and nonce are kept as hashes only. */
@Entity({ schema: 'mailroom', name: 'oauth_authorization', synchronize: false })
export class OAuthAuthorization {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' })
  id: string;

  @Column({ type: 'uuid', name: 'client_id' })
  clientId: string;

  /** The token to reconnect; once completed, the token that came of it. */
  @Column({ type: 'uuid', name: 'token_id', nullable: true })
  tokenId: string | null;

  @Column({ type: 'text', default: 'begun' })
  state: AuthorizationState;

  @Column({ type: 'text', name: 'state_hash' })
  stateHash: string;

  @Column({ type: 'text', name: 'browser_hash' })
  browserHash: string;

  @Column({ type: 'text', name: 'nonce_hash' })
  nonceHash: string;

  @Column({ type: 'text', name: 'sealed_verifier' })
  sealedVerifier: string;

  @Column({ type: 'text', name: 'actor_id' })
  actorId: string;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  /** What was asked for. */
  @Column({ type: 'text' })
  scope: string;

  /** An admin said that the token may become somebody else's. */
  @Column({ type: 'boolean', name: 'another_identity', default: false })
  anotherIdentity: boolean;

  /** Whom the provider was told to offer first; the identity itself where the provider names none. */
  @Column({ type: 'text', nullable: true })
  mailbox: string | null;

  /** The provider was told to ask for consent anew, so that a refresh token comes. */
  @Column({ type: 'boolean', name: 'asks_consent', default: false })
  asksConsent: boolean;

  /** What it is for: the work of an admin, or a mailbox of the actor's own. */
  @Column({ type: 'text', default: 'admin' })
  purpose: AuthorizationPurpose;

  /** Path below the mount. */
  @Column({ type: 'text', name: 'return_to' })
  returnTo: string;

  /** Sent with the authorization request, and again with the code. */
  @Column({ type: 'text', name: 'redirect_uri', nullable: true })
  redirectUri: string | null;

  @Column({ type: 'timestamptz', name: 'begun_at' })
  begunAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'consumed_at', nullable: true })
  consumedAt: Date | null;

  @Column({ type: 'text', name: 'problem_code', nullable: true })
  problemCode: string | null;

  @Column({ type: 'jsonb', name: 'problem_params', nullable: true })
  problemParams: Record<string, string | number | boolean | null> | null;
}
