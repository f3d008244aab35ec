export { MailroomModule, type MailroomHost, type MailroomOptionsFactory } from './mailroom.module.js';
export { type MailroomOptions } from './start/options.js';
export { StartRefusal } from './start/start-refusal.js';
export { mailroomEntities } from './start/open-database.js';
export { openApiDocument } from './api/open-api-document.js';

// The ports a host keeps.
export {
  automaticAnswerTo,
  ignored,
  InboundMailHandler,
  refused,
  stored,
  type AttachmentSummary,
  type AuthenticationFacts,
  type ControlHeaders,
  type InboundMail,
  type MailAddress,
  type MailControl,
  type MailDestination,
  type MailReport,
  type MethodResult,
  type Outcome,
  type ParsedMail,
  type ReportedRecipient,
} from '@mailroom/mail-accounts';
export { AdminAccess, Clock, KeyRing, type Actor, type EncryptionKey } from '@mailroom/kernel';
export { BannerAudience, type Banner, type BannerAction, type BannerKind } from '@mailroom/notifications';

// What a host uses.
export {
  MailArchive,
  replyText,
  type ArchivedAttachment,
  type FramedMail,
  type ReadableMail,
} from '@mailroom/mail-accounts';
export {
  OutgoingMail,
  type DraftAttachment,
  type ForwardedAttachment,
  type MailDraft,
  type MailStatus,
  type SentMail,
} from '@mailroom/outgoing-servers';
export { WebServices, type InvokeOptions, type Payload, type WebServiceAnswer } from '@mailroom/web-services';
export { PageSessions, type PageCode } from './page-session/page-sessions.js';
export { type PageSessionOptions } from './page-session/page-session-options.js';
export { OwnMailboxes } from './personal/own-mailboxes.js';
export { type OwnMailbox } from './personal/personal-schema.js';
export { Banners } from '@mailroom/notifications';
export { MailroomHealth, type HealthReport } from './observation/mailroom-health.js';
export { MailroomMetrics } from './observation/mailroom-metrics.js';
export { correlate, correlationId, requestCorrelation } from '@mailroom/kernel';
export { Problem, type ConnectionLimit, type Disposition, type ProblemKind } from '@mailroom/kernel';
