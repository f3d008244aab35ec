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
export {
  type AttachmentSummary,
  type InboundMail,
  type MailAddress,
  type ParsedMail,
} from './inbound-mail/inbound-mail.js';
