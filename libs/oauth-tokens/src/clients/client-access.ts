import { type ClientTemplate } from '../providers/client-template.js';
import { type CallbackAlias } from '../redirect-uri/callback-aliases.js';
import { type ClientProof, type SigningKey } from './client-proof.js';
import { type ClientFlow, type IdentitySource, type Validity } from './oauth-client.js';

/** A client opened for use: what it takes to speak to its provider. */
export interface ClientAccess {
  readonly id: string;
  /** Tells this state of the client from a later one: what failed with an older state says nothing of a newer. */
  readonly updatedAt: Date;
  readonly template: ClientTemplate;
  readonly flow: ClientFlow;
  readonly clientId: string;
  readonly proof: ClientProof;
  /** How we learn whose mailbox a consent was for. */
  readonly identity: IdentitySource;
  /** Which other product's callback path is registered at the provider; null for our own. */
  readonly callbackAlias: CallbackAlias | null;
  /** What assertions of the flow `jwt-bearer` are signed with; null for other flows and where it is missing. */
  readonly signingKey: SigningKey | null;
  /** Null for flows in which nobody is asked for consent. */
  readonly authorizationEndpoint: string | null;
  readonly tokenEndpoint: string;
  /** Where refresh tokens go, when that is not the token endpoint. Of the same origin. */
  readonly refreshEndpoint: string | null;
  readonly revocationEndpoint: string | null;
  readonly deviceEndpoint: string | null;
  readonly issuer: string | null;
  readonly scope: string;
  readonly validity: Validity;
  /** Sent with every authorization request, over those of the template. */
  readonly extraParameters: Readonly<Record<string, string>>;
  /** Sent with every request to the token endpoint besides what the flow itself sends. */
  readonly tokenParameters: Readonly<Record<string, string>>;
  /** The same for refreshing. */
  readonly refreshParameters: Readonly<Record<string, string>>;
  /** Standard name of a member of a token answer → what this provider calls it. */
  readonly answerNames: Readonly<Record<string, string>>;
}
