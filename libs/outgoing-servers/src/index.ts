export { OutgoingServersModule } from './outgoing-servers.module.js';
export { outgoingServersEntities } from './outgoing-servers-entities.js';
export { OutgoingMail, type SentMail } from './outbox/outgoing-mail.js';
export { ArchivedFiles, type FilesOfMail } from './outbox/archived-files.js';
export { type DraftAttachment, type ForwardedAttachment } from './outbox/draft-attachment.js';
export { type MailDraft } from './outbox/mail-draft.js';
export { Outbox } from './outbox/outbox.js';
export { Departures, type DepartedInSlot } from './outbox/departures.js';
export { OutboxReports, type SentMailReport } from './outbox/outbox-reports.js';
export { type MailStatus } from './outbox/outbox-mail.js';
export { type OutboxMailJson } from './outbox/outbox-schema.js';

export {
  SentMailboxes,
  type SentMailbox,
  type SentMailCopy,
  type SentOwner,
} from './sent-copies/sent-mailboxes.js';
export { OutgoingServers } from './servers/outgoing-servers.js';
export { ServerTotals } from './servers/server-totals.js';
export { keepsSent } from './servers/server-provider.js';
export { type NewServer, type ServerChange, type ServerJson } from './servers/server-schema.js';
export { type Security, type ServerAuth, type ServerState } from './servers/outgoing-server.js';
export { PersonalServers, type OwnMailbox } from './personal/personal-servers.js';
export { OwnServerTrials } from './personal/own-server-trials.js';
export { OutgoingServer } from './servers/outgoing-server.js';
export { ServerLetter } from './check/server-letter.js';
export { TestMail } from './check/test-mail.js';
export { ServerCheck } from './check/server-check.js';
export { type CheckStep } from './check/check-step.js';
export { SenderPolicies } from './sender-policy/sender-policies.js';

export { selectServer, type RoutableServer, type Route, type RouteReason } from './routing/select-server.js';
export { type SenderRules } from './routing/sender-rules.js';
export { ServerHealth, type ServerHealthRow, type UnroutedMail } from './health/server-health.js';

export { outgoingAuditActions } from './outgoing-audit.js';
export { outgoingProblem, outgoingProblemKinds, type OutgoingProblemCode } from './outgoing-problems.js';
export { PolicyMovingIn } from './moving-in/policy-moving-in.js';
export { readOdooOutgoing } from './moving-in/read-odoo-outgoing.js';
export { readZnunyProfile } from './moving-in/read-znuny-profile.js';
export { ServersMovingIn } from './moving-in/servers-moving-in.js';
