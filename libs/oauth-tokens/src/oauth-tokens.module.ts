import { Module } from '@nestjs/common';
import { AdmissionController } from './admission/admission.controller.js';
import { AnswerCallback } from './authorization/answer-callback.js';
import { AuthorizationRows } from './authorization/authorization-rows.js';
import { Authorizations } from './authorization/authorizations.js';
import { AuthorizationsController } from './authorization/authorizations.controller.js';
import { CallbackController } from './authorization/callback.controller.js';
import { CodeRedemption } from './authorization/code-redemption.js';
import { ConsentPurposes } from './authorization/consent-purposes.js';
import { ConsentReturn } from './authorization/consent-return.js';
import { ClientBreaker } from './clients/client-breaker.js';
import { ClientList } from './clients/client-list.js';
import { ChangeClient } from './clients/change-client.js';
import { ClientCertificateController } from './clients/client-certificate.controller.js';
import { ClientCertificates } from './clients/client-certificates.js';
import { ClientSecretsController } from './clients/client-secrets.controller.js';
import { ClientSecrets } from './clients/client-secrets.js';
import { ClientsController } from './clients/clients.controller.js';
import { OAuthClients } from './clients/oauth-clients.js';
import { PersonalClients } from './clients/personal-clients.js';
import { RegisterClient } from './clients/register-client.js';
import { SecretRollover } from './clients/secret-rollover.js';
import { DeviceLogin } from './grants/device-login.js';
import { RequestToken } from './grants/request-token.js';
import { ClientTrial } from './diagnosis/client-trial.js';
import { DiagnosisController } from './diagnosis/diagnosis.controller.js';
import { Diagnosis } from './diagnosis/diagnosis.js';
import { ClientHealth } from './health/client-health.js';
import { ProviderClocks } from './health/provider-clocks.js';
import { TokenHealth } from './health/token-health.js';
import { TokenHosts } from './hosts/token-hosts.js';
import { OAuthTokensWork } from './oauth-tokens-work.js';
import { TemplatesController } from './providers/templates.controller.js';
import { CallbackProbe } from './redirect-uri/callback-probe.js';
import { RedirectUriController } from './redirect-uri/redirect-uri.controller.js';
import { TokensAtHand } from './moving-in/tokens-at-hand.js';
import { RedirectUris } from './redirect-uri/redirect-uris.js';
import { DisconnectToken } from './removal/disconnect-token.js';
import { RemoveClient } from './removal/remove-client.js';
import { RemoveToken } from './removal/remove-token.js';
import { Revocation } from './removal/revocation.js';
import { OAuthSealedColumns } from './sealed/oauth-sealed-columns.js';
import { TokenEndpoint } from './token-endpoint/token-endpoint.js';
import { AccessTokens } from './tokens/access-tokens.js';
import { ConnectedToken } from './tokens/connected-token.js';
import { HotTokens } from './tokens/hot-tokens.js';
import { RefreshAhead } from './tokens/refresh-ahead.js';
import { RefreshLease } from './tokens/refresh-lease.js';
import { RefreshNow } from './tokens/refresh-now.js';
import { RefreshWaits } from './tokens/refresh-waits.js';
import { StoredTokens } from './tokens/stored-tokens.js';
import { TokenList } from './tokens/token-list.js';
import { SettledRefresh } from './tokens/settled-refresh.js';
import { RefreshMeter } from './tokens/refresh-meter.js';
import { TokenRefresh } from './tokens/token-refresh.js';
import { TokenSeals } from './tokens/token-seals.js';
import { TokensController } from './tokens/tokens.controller.js';
import { EntryEndpoints } from './transfer/entry-endpoints.js';
import { EntryGroup } from './transfer/entry-group.js';
import { ExportClients } from './transfer/export-clients.js';
import { ImportClients } from './transfer/import-clients.js';
import { TransferController } from './transfer/transfer.controller.js';
import { TokenUses } from './uses/token-uses.js';

const SERVICES = [
  AccessTokens,
  TokenHosts,
  TokenUses,
  TokenHealth,
  ClientHealth,
  ProviderClocks,
  OAuthClients,
  PersonalClients,
  Authorizations,
  AuthorizationRows,
  ConsentPurposes,
  DisconnectToken,
  TokenList,
  RefreshNow,
  DeviceLogin,
  ExportClients,
  ImportClients,
  TokensAtHand,
];

/** Clients, consents and tokens. Needs the kernel, which is global. */
@Module({
  controllers: [
    TemplatesController,
    TransferController,
    ClientsController,
    ClientSecretsController,
    ClientCertificateController,
    RedirectUriController,
    TokensController,
    AuthorizationsController,
    CallbackController,
    DiagnosisController,
    AdmissionController,
  ],
  providers: [
    ...SERVICES,
    ClientList,
    ClientSecrets,
    RegisterClient,
    ChangeClient,
    SecretRollover,
    ClientCertificates,
    RedirectUris,
    CallbackProbe,
    AnswerCallback,
    ClientBreaker,
    CodeRedemption,
    ConsentReturn,
    StoredTokens,
    HotTokens,
    TokenSeals,
    RefreshLease,
    RefreshWaits,
    RefreshMeter,
    TokenRefresh,
    SettledRefresh,
    RefreshAhead,
    ConnectedToken,
    RequestToken,
    TokenEndpoint,
    Revocation,
    RemoveToken,
    RemoveClient,
    Diagnosis,
    ClientTrial,
    EntryEndpoints,
    EntryGroup,
    OAuthTokensWork,
    OAuthSealedColumns,
  ],
  // The last two are for the callback paths of other products, which are mounted elsewhere.
  exports: [...SERVICES, AnswerCallback, CallbackProbe],
})
export class OAuthTokensModule {}
