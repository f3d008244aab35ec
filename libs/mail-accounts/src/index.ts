export { MailAccountsModule } from './mail-accounts.module.js';
export { mailAccountsEntities } from './mail-accounts-entities.js';
export { mailAccountProblem, mailAccountProblemKinds } from './mail-accounts-problems.js';

export {
  ignored,
  InboundMailHandler,
  refused,
  stored,
  type MailDestination,
  type Outcome,
} from './inbound-mail/inbound-mail-handler.js';
export { automaticAnswerTo } from './inbound-mail/may-answer.js';
export { type AuthenticationFacts, type MethodResult } from './authentication/authentication-facts.js';
export { type ControlHeaders, type MailControl } from './control-headers/mail-control.js';
export {
  type AttachmentSummary,
  type InboundMail,
  type MailAddress,
  type MailReport,
  type ParsedMail,
  type ReportedRecipient,
} from './inbound-mail/inbound-mail.js';

export { SentFolders, type OpenSentFolder } from './sent-copies/sent-folders.js';
export { type SentOwner } from './sent-copies/sent-account.js';
export { type SentCopy } from './mailbox/mailbox.js';
export { parseMail } from './parsing/parse-mail.js';
export { ReportListeners } from './deliveries/report-listeners.js';
export { MailArchive, type ArchivedAttachment, type FramedMail } from './archive/mail-archive.js';
export { type ReadableMail } from './archive/readable-mail.js';
export { mailRulesAuditActions } from './rules/rules-audit.js';
export { replyText } from './archive/reply/reply-text.js';
export { mailAccountAuditActions } from './accounts/account-audit.js';
export { Arrivals, type ArrivedInSlot } from './deliveries/arrivals.js';
export { RunningSessions, type WatchedMailboxes } from './sessions/running-sessions.js';
export { MailAccounts } from './accounts/mail-accounts.js';
export { AccountTotals } from './accounts/account-totals.js';
export { AccountHealth, type AccountHealthRow } from './accounts/account-health.js';
export { type Account } from './accounts/account-answer.js';
export { type AccountChanges, type AccountTrial, type NewAccount } from './accounts/account-input.js';
export { type AccountCheckReport, type AccountCheckStep } from './accounts/check-steps.js';
export { AccountsMovingIn } from './moving-in/accounts-moving-in.js';
export { RoutesMovingIn } from './moving-in/routes-moving-in.js';
export { readZnunyAccount } from './moving-in/read-znuny-account.js';
export { readOdooIncoming } from './moving-in/read-odoo-incoming.js';
