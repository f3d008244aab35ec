import { Module } from '@nestjs/common';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { AccountCandidates } from './accounts/account-candidates.js';
import { AccountCheck } from './accounts/account-check.js';
import { AccountHealth } from './accounts/account-health.js';
import { AccountPages } from './accounts/account-pages.js';
import { AccountTotals } from './accounts/account-totals.js';
import { AccountRows } from './accounts/account-rows.js';
import { MailCounts } from './accounts/mail-counts.js';
import { AccountSealedColumn } from './accounts/account-sealed-column.js';
import { AccountTokenUse } from './accounts/account-token-use.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { FolderBrowser } from './accounts/folder-browser.js';
import { MailAccounts } from './accounts/mail-accounts.js';
import { ActivityRounds } from './activity/activity-rounds.js';
import { FetchMeter } from './activity/fetch-meter.js';
import { FailingAccounts } from './activity/failing-accounts.js';
import { RunRetention } from './activity/run-retention.js';
import { ForgetMail } from './archive/forget-mail.js';
import { RawMailRetention } from './archive/raw-mail-retention.js';
import { RunLog } from './activity/run-log.js';
import { RunsController } from './activity/runs.controller.js';
import { Runs } from './activity/runs.js';
import { MailCheck } from './authentication/mail-check.js';
import { NameLookups } from './authentication/name-lookups.js';
import { MailArchive } from './archive/mail-archive.js';
import { Arrivals } from './deliveries/arrivals.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { Deliveries } from './deliveries/delivery-list.js';
import { Disposals } from './deliveries/disposals.js';
import { GroupCommit } from './deliveries/group-commit.js';
import { HandOver } from './deliveries/hand-over.js';
import { ReportListeners } from './deliveries/report-listeners.js';
import { Ledger } from './deliveries/ledger.js';
import { OfferAgain } from './deliveries/offer-again.js';
import { MailPreviewController } from './deliveries/mail-preview.controller.js';
import { Replays } from './deliveries/replays.js';
import { SameMail } from './deliveries/same-mail.js';
import { Destinations } from './dispatch/destinations.js';
import { RecipientRoutes } from './dispatch/recipient-routes.js';
import { RoutesController } from './dispatch/routes.controller.js';
import { Autoconfig } from './discovery/autoconfig.js';
import { DiscoveryController } from './discovery/discovery.controller.js';
import { MailboxDiscoveries } from './discovery/discovery.js';
import { MailDns } from './discovery/mail-dns.js';
import { AbsentMail } from './fetch/absent-mail.js';
import { AccountFolders } from './fetch/account-folders.js';
import { MailDisposal } from './fetch/mail-disposal.js';
import { MailReader } from './fetch/mail-reader.js';
import { MailboxDrain } from './fetch/mailbox-drain.js';
import { MailboxSurvey } from './fetch/mailbox-survey.js';
import { MailFolders } from './mailbox/mail-folders.js';
import { MailboxConnector } from './mailbox/mailbox-connector.js';
import { MailboxCredentials } from './mailbox/mailbox-credentials.js';
import { MailParser } from './parsing/mail-parser.js';
import { MailUidls } from './pop3/mail-uidls.js';
import { AccountsMovingIn } from './moving-in/accounts-moving-in.js';
import { RoutesMovingIn } from './moving-in/routes-moving-in.js';
import { Discards } from './quarantine/discards.js';
import { QuarantineRuns } from './quarantine/quarantine-runs.js';
import { QuarantineWork } from './quarantine/quarantine-work.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { Quarantine } from './quarantine/quarantine.js';
import { MailRules } from './rules/mail-rules.js';
import { MailScreen } from './rules/mail-screen.js';
import { RuleBook } from './rules/rule-book.js';
import { RuleHits } from './rules/rule-hits.js';
import { RuleTrial } from './rules/rule-trial.js';
import { SenderCounts } from './rules/sender-counts.js';
import { RulesController } from './rules/rules.controller.js';
import { ProtocolLogController } from './protocol-log/protocol-log.controller.js';
import { ProtocolLogs } from './protocol-log/protocol-logs.js';
import { SentFolders } from './sent-copies/sent-folders.js';
import { Claims } from './sessions/claims.js';
import { MailboxSessions } from './sessions/mailbox-sessions.js';
import { RoundSignals } from './sessions/round-signals.js';
import { RunningSessions } from './sessions/running-sessions.js';
import { SessionRecord } from './sessions/session-record.js';
import { SessionRequests } from './sessions/session-requests.js';
import { SessionRounds } from './sessions/session-rounds.js';
import { SessionTools } from './sessions/session-tools.js';
import { MailboxVisits } from './visits/mailbox-visits.js';
import { VisitSeats } from './visits/visit-seats.js';

const accounts = [
  AccountCandidates,
  AccountCheck,
  AccountHealth,
  AccountPages,
  AccountTotals,
  AccountRows,
  MailCounts,
  AccountSealedColumn,
  AccountTokenUse,
  FolderBrowser,
  MailAccounts,
  AccountsMovingIn,
  RoutesMovingIn,
];
const sessions = [
  Claims,
  MailboxSessions,
  RoundSignals,
  RunningSessions,
  SessionRecord,
  SessionRequests,
  SessionRounds,
  SessionTools,
];
const ingest = [
  AbsentMail,
  AccountFolders,
  Arrivals,
  Deliveries,
  Disposals,
  GroupCommit,
  HandOver,
  Ledger,
  MailboxDrain,
  MailboxSurvey,
  MailDisposal,
  MailReader,
  OfferAgain,
  Replays,
  SameMail,
];
const mailboxes = [MailboxConnector, MailboxCredentials, MailFolders, MailUidls];
const visits = [MailboxVisits, SentFolders, VisitSeats];
const activity = [ActivityRounds, FailingAccounts, FetchMeter, ProtocolLogs, RunLog, RunRetention, Runs];
const quarantine = [Discards, Quarantine, QuarantineRuns, QuarantineWork];
const discovery = [Autoconfig, MailboxDiscoveries, MailDns];
const reading = [ForgetMail, MailArchive, RawMailRetention, MailCheck, MailParser, NameLookups];
const screening = [
  Destinations,
  MailRules,
  MailScreen,
  RecipientRoutes,
  RuleBook,
  RuleHits,
  RuleTrial,
  SenderCounts,
];

/** Accounts, the sessions that fetch their mail, the ledger and the archive. */
@Module({
  imports: [OAuthTokensModule],
  controllers: [
    AccountsController,
    DeliveriesController,
    DiscoveryController,
    MailPreviewController,
    ProtocolLogController,
    QuarantineController,
    RoutesController,
    RulesController,
    RunsController,
  ],
  providers: [
    ReportListeners,
    ...accounts,
    ...discovery,
    ...sessions,
    ...visits,
    ...ingest,
    ...quarantine,
    ...activity,
    ...mailboxes,
    ...reading,
    ...screening,
  ],
  exports: [
    ReportListeners,
    AccountHealth,
    AccountTotals,
    AccountsMovingIn,
    RoutesMovingIn,
    Arrivals,
    MailAccounts,
    MailArchive,
    RunningSessions,
    SentFolders,
  ],
})
export class MailAccountsModule {}
