import { OAuthAuthorization } from './authorization/oauth-authorization.js';
import { OAuthClientSecret } from './clients/oauth-client-secret.js';
import { OAuthClient } from './clients/oauth-client.js';
import { OAuthToken } from './tokens/oauth-token.js';

/** What TypeORM has to know of this lib. */
export const oauthTokensEntities = [OAuthClient, OAuthClientSecret, OAuthToken, OAuthAuthorization];

export { OAuthTokensModule } from './oauth-tokens.module.js';
export { CallbackAliasModule } from './redirect-uri/callback-alias.module.js';
export { AccessTokens, type AccessToken } from './tokens/access-tokens.js';
export { TOKEN_LIVE } from './tokens/refresh-lease.js';
export { TokenList } from './tokens/token-list.js';
export { type Token } from './tokens/token-answer.js';
export { RefreshNow } from './tokens/refresh-now.js';
export {
  DeviceLogin,
  type BegunDeviceLogin,
  type NewDeviceLogin,
  type Patience,
} from './grants/device-login.js';
export { Authorizations, type Begun } from './authorization/authorizations.js';
export { begunAuthorizationSchema } from './authorization/authorization-input.js';
export { AuthorizationRows } from './authorization/authorization-rows.js';
export { ConsentPurpose, type KeptConsent } from './authorization/consent-purpose.js';
export { ConsentPurposes } from './authorization/consent-purposes.js';
export { DISCONNECTED, DisconnectToken } from './removal/disconnect-token.js';
export { PersonalClients, type PersonalClient } from './clients/personal-clients.js';
export { TokenHosts, requireCover } from './hosts/token-hosts.js';
export { TokenUses } from './uses/token-uses.js';
export { TokenUse, type UseOfToken } from './uses/token-use.js';
export { ClientHealth, type ClientHealthRow } from './health/client-health.js';
export { ProviderClocks, type ClockHealthRow } from './health/provider-clocks.js';
export { TokenHealth, type TokenHealthRow } from './health/token-health.js';
export { OAuthClients } from './clients/oauth-clients.js';
export { type Client } from './clients/client-answer.js';
export { ExportClients, type ExportOrder } from './transfer/export-clients.js';
export { ImportClients, type ImportOrder } from './transfer/import-clients.js';
export { type ImportReport } from './transfer/import-report.js';
export { templateOf } from './providers/client-templates.js';
export { mailHostSchema, type MailHost } from './hosts/mail-host.js';
export { oauthAuditActions } from './oauth-audit.js';
export { oauthProblem, oauthProblemKinds } from './oauth-problems.js';
export { parseYaml, type ParsedYaml } from './transfer/parse-yaml.js';
export { readUpload } from './transfer/read-upload.js';
export { TokensAtHand, type TokenWish } from './moving-in/tokens-at-hand.js';
