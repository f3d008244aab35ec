import { type MailHost } from '../hosts/mail-host.js';
import { type ClientAuthentication, type ClientFlow, type IdentitySource } from '../clients/oauth-client.js';

/** Whose error codes a client's failures are read by. */
export type Provider = 'microsoft' | 'google' | 'standard';

/** The words of a scope by what they are good for. What several uses need stands in each of them. */
export interface ScopeWords {
  readonly imap: readonly string[];
  readonly pop: readonly string[];
  readonly smtp: readonly string[];
  /** Asked for whatever the client is used for: identity and a refresh token. */
  readonly always: readonly string[];
}

/** Data a client starts from. A new provider is one file of this shape and a line in `client-templates.ts`. */
export interface ClientTemplate {
  readonly id: string;
  readonly provider: Provider;
  readonly flow: ClientFlow;
  /** What a client decides for itself, because the template cannot know. */
  readonly leavesOpen: readonly ('flow' | 'identity')[];
  /** `any` takes names for many tenants (`common`), too; `concrete` one tenant only, which the admin has to name. */
  readonly tenancy: 'none' | 'any' | 'concrete';
  /** What stands for `{tenant}` in the endpoints; null where there are none, or none can be guessed. */
  readonly defaultTenant: string | null;
  /** Null where nobody is asked for consent; empty where the admin brings the endpoints. May hold `{tenant}`. */
  readonly authorizationEndpoint: string | null;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string | null;
  /** RFC 8628; may hold `{tenant}`; null where there is none. */
  readonly deviceEndpoint: string | null;
  /** What `iss` says; may hold `{tenantid}`, which stands for any tenant. */
  readonly issuer: string | null;
  readonly clientAuthentication: ClientAuthentication;
  readonly scope: string;
  /** What a scope is built from; null where the admin has to know. */
  readonly scopeWords: ScopeWords | null;
  /** Scopes without which a mailbox cannot be used; `asked` means everything the client asks for but identity. */
  readonly mailScopes: readonly string[] | 'asked';
  /** Sent with every authorization request. */
  readonly authorizationParameters: Readonly<Record<string, string>>;
  /** Sent only when a mailbox is connected for the first time. */
  readonly firstTimeParameters: Readonly<Record<string, string>>;
  /** Sent where a refresh token would not come without them; left out where it comes by itself. */
  readonly consentParameters?: Readonly<Record<string, string>>;
  readonly refreshTokenExpected: boolean;
  /** `strict`: a used refresh token is void at once, and using it again kills the grant (RFC 9700 section 4.14.2). */
  readonly rotation: 'keeps-old' | 'strict';
  /** Claims of the ID token that name the mailbox, best first. */
  readonly mailboxClaims: readonly string[];
  /**
   * `id-token`: who consented is read from the ID token. `none`: the provider knows no OpenID Connect, so the admin says
   * whose mailbox it is and the mail server has the last word.
   */
  readonly identity: IdentitySource;
  /** After how many days a refresh token dies that nobody uses; null when that is not known. */
  readonly refreshTokenIdleDays: number | null;
  /** Null where the admin has to name the hosts. */
  readonly mail: { readonly imap: MailHost; readonly pop: MailHost; readonly smtp: MailHost } | null;
}
