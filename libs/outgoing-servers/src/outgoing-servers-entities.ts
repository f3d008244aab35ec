import { OutboxAttachment, OutboxMail } from './outbox/outbox-mail.js';
import { OutboxRun, OutboxRunMail } from './outbox/outbox-run.js';
import { SenderPolicy } from './sender-policy/sender-policy.js';
import { SentCopyRow } from './sent-copies/sent-copy.js';
import { OutgoingServer } from './servers/outgoing-server.js';

/** The tables of this lib. */
export const outgoingServersEntities = [
  OutgoingServer,
  SenderPolicy,
  OutboxMail,
  OutboxAttachment,
  OutboxRun,
  OutboxRunMail,
  SentCopyRow,
];
