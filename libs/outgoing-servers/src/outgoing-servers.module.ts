import { Module } from '@nestjs/common';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { ServerCheck } from './check/server-check.js';
import { ServerLetter } from './check/server-letter.js';
import { TestMail } from './check/test-mail.js';
import { ServerHealth } from './health/server-health.js';
import { OutboxRetention } from './outbox/outbox-retention.js';
import { SendMeter } from './outbox/send-meter.js';
import { DeliverMail } from './outbox/deliver-mail.js';
import { Departures } from './outbox/departures.js';
import { Enqueueing } from './outbox/enqueueing.js';
import { FellowInstances } from './outbox/fellow-instances.js';
import { ForwardedFiles } from './outbox/forwarded-files.js';
import { MailFiles } from './outbox/mail-files.js';
import { OutboxActs } from './outbox/outbox-acts.js';
import { OutboxAlarm } from './outbox/outbox-alarm.js';
import { OutboxController } from './outbox/outbox.controller.js';
import { OutboxDesk } from './outbox/outbox-desk.js';
import { OutboxLetters } from './outbox/outbox-letters.js';
import { OutboxReports } from './outbox/outbox-reports.js';
import { OutboxRound } from './outbox/outbox-round.js';
import { OutboxPages } from './outbox/outbox-pages.js';
import { OutboxRunWork } from './outbox/outbox-run-work.js';
import { OutboxRuns } from './outbox/outbox-runs.js';
import { Outbox } from './outbox/outbox.js';
import { OutgoingMail } from './outbox/outgoing-mail.js';
import { RoadMaps } from './outbox/road-map.js';
import { ServerPace } from './outbox/server-pace.js';
import { Settlements } from './outbox/settlements.js';
import { WaitingMail } from './outbox/waiting-mail.js';
import { OwnServerTrials } from './personal/own-server-trials.js';
import { PersonalServers } from './personal/personal-servers.js';
import { PolicyMovingIn } from './moving-in/policy-moving-in.js';
import { ServersMovingIn } from './moving-in/servers-moving-in.js';
import { MailRoutes } from './routing/mail-routes.js';
import { GuidedSetUp } from './sender-policy/guided-set-up.js';
import { SenderPolicies } from './sender-policy/sender-policies.js';
import { SenderPolicyController } from './sender-policy/sender-policy.controller.js';
import { SentCopies } from './sent-copies/sent-copies.js';
import { MissingCopies } from './sent-copies/missing-copies.js';
import { SentCopiesController } from './sent-copies/sent-copies.controller.js';
import { SentCopyDesk } from './sent-copies/sent-copy-desk.js';
import { ServerOrder } from './servers/server-order.js';
import { ServerPages } from './servers/server-pages.js';
import { ServerTotals } from './servers/server-totals.js';
import { OutgoingServers } from './servers/outgoing-servers.js';
import { ServerSealedColumn } from './servers/server-sealed-column.js';
import { ServerTokenUse } from './servers/server-token-use.js';
import { ServerTrouble } from './servers/server-trouble.js';
import { ServersController } from './servers/servers.controller.js';
import { IdleSessions } from './smtp/idle-sessions.js';
import { MailTransmitter } from './smtp/mail-transmitter.js';
import { SignIn } from './smtp/sign-in.js';

/** Servers, the sender policy, and the outbox that mail leaves through. */
@Module({
  imports: [OAuthTokensModule],
  controllers: [ServersController, SentCopiesController, OutboxController, SenderPolicyController],
  providers: [
    OutgoingMail,
    Outbox,
    OutboxPages,
    OutboxActs,
    OutboxRuns,
    OutboxRunWork,
    OutboxDesk,
    OutboxRound,
    OutboxReports,
    OutboxLetters,
    RoadMaps,
    Departures,
    Enqueueing,
    FellowInstances,
    ForwardedFiles,
    ServerPace,
    Settlements,
    MailFiles,
    OutboxAlarm,
    SendMeter,
    OutboxRetention,
    DeliverMail,
    WaitingMail,
    SentCopies,
    MissingCopies,
    SentCopyDesk,
    OutgoingServers,
    PersonalServers,
    OwnServerTrials,
    ServerOrder,
    ServerPages,
    ServerTotals,
    ServerTokenUse,
    ServerSealedColumn,
    ServerTrouble,
    ServerCheck,
    ServerLetter,
    TestMail,
    ServerHealth,
    SenderPolicies,
    GuidedSetUp,
    PolicyMovingIn,
    ServersMovingIn,
    MailRoutes,
    MailTransmitter,
    IdleSessions,
    SignIn,
  ],
  exports: [
    Departures,
    OutgoingMail,
    Outbox,
    OutboxReports,
    OutgoingServers,
    ServerTotals,
    PersonalServers,
    OwnServerTrials,
    ServerCheck,
    ServerLetter,
    TestMail,
    ServerHealth,
    SenderPolicies,
    PolicyMovingIn,
    ServersMovingIn,
    MailRoutes,
  ],
})
export class OutgoingServersModule {}
