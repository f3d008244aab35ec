import { MailAccount } from './accounts/mail-account.js';
import { FetchRun } from './activity/fetch-run.js';
import { ProtocolLog } from './protocol-log/protocol-log.js';
import { Delivery } from './deliveries/delivery.js';
import { MailIdentity } from './deliveries/mail-identity.js';
import { RawMail } from './deliveries/raw-mail.js';
import { RecipientRoute } from './dispatch/recipient-route.js';
import { MailFolder } from './mailbox/mail-folder.js';
import { MailUidl } from './pop3/mail-uidl.js';
import { QuarantineRun } from './quarantine/quarantine-run.js';
import { MailRule } from './rules/mail-rule.js';
import { MailboxVisit } from './visits/mailbox-visit.js';

/** The tables of this lib. */
export const mailAccountsEntities = [
  MailAccount,
  MailboxVisit,
  MailFolder,
  MailUidl,
  Delivery,
  MailIdentity,
  RawMail,
  RecipientRoute,
  QuarantineRun,
  MailRule,
  FetchRun,
  ProtocolLog,
];
