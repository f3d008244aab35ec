import { Kernel1764000000001 } from './1764000000001-kernel.js';
import { OAuthTokens1764000000002 } from './1764000000002-oauth-tokens.js';
import { MailAccounts1764000000003 } from './1764000000003-mail-accounts.js';
import { OutgoingServers1764000000004 } from './1764000000004-outgoing-servers.js';
import { Notifications1764000000005 } from './1764000000005-notifications.js';
import { OAuthClients1764000000006 } from './1764000000006-oauth-clients.js';
import { Audit1764000000007 } from './1764000000007-audit.js';
import { WebServices1764000000008 } from './1764000000008-web-services.js';
import { SettingsAndKeys1764000000009 } from './1764000000009-settings-and-keys.js';
import { Flows1764000000010 } from './1764000000010-flows.js';
import { Refresh1764000000011 } from './1764000000011-refresh.js';
import { TokenHosts1764000000013 } from './1764000000013-token-hosts.js';
import { MailFolders1764000000014 } from './1764000000014-mail-folders.js';
import { Pop31764000000015 } from './1764000000015-pop3.js';
import { MailRules1764000000017 } from './1764000000017-mail-rules.js';
import { Setbacks1764000000018 } from './1764000000018-setbacks.js';
import { Activity1764000000019 } from './1764000000019-activity.js';
import { AccountSetUp1764000000020 } from './1764000000020-account-set-up.js';
import { MailIdentity1764000000021 } from './1764000000021-mail-identity.js';
import { SessionSeats1764000000022 } from './1764000000022-session-seats.js';
import { ServerSettings1764000000024 } from './1764000000024-server-settings.js';
import { OutboxLanes1764000000025 } from './1764000000025-outbox-lanes.js';
import { SentCopies1764000000029 } from './1764000000029-sent-copies.js';
import { BannerHistory1764000000030 } from './1764000000030-banner-history.js';
import { PersonalServers1764000000031 } from './1764000000031-personal-servers.js';
import { MailFlow1764000000032 } from './1764000000032-mail-flow.js';
import { Retention1764000000033 } from './1764000000033-retention.js';
import { Webhooks1764000000034 } from './1764000000034-webhooks.js';
import { OutboxSearch1764000000035 } from './1764000000035-outbox-search.js';
import { CountedRecipients1764000000036 } from './1764000000036-counted-recipients.js';
import { MissingCopies1764000000037 } from './1764000000037-missing-copies.js';
import { FirstServer1764000000038 } from './1764000000038-first-server.js';
import { WebhookGroups1764000000039 } from './1764000000039-webhook-groups.js';
import { WebServiceCalls1764000000041 } from './1764000000041-web-service-calls.js';
import { FailingSince1764000000044 } from './1764000000044-failing-since.js';
import { RawMailInPieces1764000000046 } from './1764000000046-raw-mail-in-pieces.js';
import { OutboxRuns1764000000048 } from './1764000000048-outbox-runs.js';

/** Every migration in the order it runs. Append only: what has been released never changes. */
export const mailroomMigrations = [
  Kernel1764000000001,
  OAuthTokens1764000000002,
  MailAccounts1764000000003,
  OutgoingServers1764000000004,
  Notifications1764000000005,
  OAuthClients1764000000006,
  Audit1764000000007,
  WebServices1764000000008,
  SettingsAndKeys1764000000009,
  Flows1764000000010,
  Refresh1764000000011,
  TokenHosts1764000000013,
  MailFolders1764000000014,
  Pop31764000000015,
  MailRules1764000000017,
  Setbacks1764000000018,
  Activity1764000000019,
  AccountSetUp1764000000020,
  MailIdentity1764000000021,
  SessionSeats1764000000022,
  ServerSettings1764000000024,
  OutboxLanes1764000000025,
  SentCopies1764000000029,
  BannerHistory1764000000030,
  PersonalServers1764000000031,
  MailFlow1764000000032,
  Retention1764000000033,
  Webhooks1764000000034,
  OutboxSearch1764000000035,
  CountedRecipients1764000000036,
  MissingCopies1764000000037,
  FirstServer1764000000038,
  WebhookGroups1764000000039,
  WebServiceCalls1764000000041,
  FailingSince1764000000044,
  RawMailInPieces1764000000046,
  OutboxRuns1764000000048,
];
