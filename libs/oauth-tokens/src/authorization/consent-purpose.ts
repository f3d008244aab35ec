import { type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type OAuthToken } from '../tokens/oauth-token.js';
import { type Connection } from '../tokens/connected-token.js';

/** A consent that was verified whole, as its token is stored. */
export interface KeptConsent extends Pick<
  Connection,
  'mailbox' | 'mailboxVerified' | 'reconnects' | 'actor'
> {
  readonly tokenId: string;
  readonly clientId: string;
  /** The token that this identity had with this client until now: this consent takes its place. */
  readonly former: OAuthToken | undefined;
}

/**
 * What else than an admin's work an authorization can be for. Whoever keeps it registers with ConsentPurposes, and is
 * asked when the browser comes back: its actor may have lost the right meanwhile.
 */
export abstract class ConsentPurpose {
  /** Has this actor, as of now, the right to what they began? */
  abstract mayComplete(actor: Actor): Promise<boolean>;
  /** Makes of the consent what it is for, in the transaction that stores its token; a throw leaves nothing behind. */
  abstract keep(consent: KeptConsent, tx: EntityManager): Promise<void>;
  /** Where the browser goes when nothing came of it; a path below the mount. */
  abstract failedAt(authorizationId: string): string;
}
