import { type MailAddress } from '@mailroom/kernel';
import { type DeliveryNotice } from '../smtp/transmission.js';
import { type DraftAttachment, type ForwardedAttachment } from './draft-attachment.js';
import { type MailNature } from './standing-headers.js';

/**
 * A mail as a host writes it. Strings among the addresses are read as headers are: `Name <local@domain>`; among recipients a
 * string may be a list or a group, which stands for its members.
 */
export interface MailDraft extends MailNature {
  readonly from: string | MailAddress;
  readonly to: readonly (string | MailAddress)[];
  readonly cc?: readonly (string | MailAddress)[] | undefined;
  /** Gets the mail, stands in no header. */
  readonly bcc?: readonly (string | MailAddress)[] | undefined;
  readonly replyTo?: string | MailAddress | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  /** Message-IDs with their angle brackets. */
  readonly inReplyTo?: string | undefined;
  readonly references?: readonly string[] | undefined;
  /** The host's own, with angle brackets; otherwise one is made under the sender's domain. */
  readonly messageId?: string | undefined;
  /** When servers that know how (RFC 3461) are asked to write about its delivery; nothing leaves it to them. */
  readonly notice?: Omit<DeliveryNotice, 'envelopeId'> | undefined;
  /** Further headers, in front of those of its nature. Those that Mailroom writes itself are refused. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Files as bytes, or named where they are in the archive. */
  readonly attachments?: readonly (DraftAttachment | ForwardedAttachment)[] | undefined;
  /** The same key again is the same mail: it is not sent a second time, whatever else the draft says. */
  readonly idempotencyKey?: string | undefined;
  /** Mails of one thread (a ticket, say) leave one after the other, in the order in which they were enqueued. */
  readonly thread?: string | undefined;
  /** This server and no other. */
  readonly serverId?: string | undefined;
  /** Who writes, as the host knows them: their own servers may send. */
  readonly author?: string | undefined;
  /** A newsletter or the like: it leaves through the server for bulk mail, and never holds up other mail there. */
  readonly bulk?: boolean | undefined;
}

/** A draft as it stands in the outbox: read, normal, and without the bytes of attachments. */
export interface StoredDraft {
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly replyTo: MailAddress | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly notice?: Omit<DeliveryNotice, 'envelopeId'>;
  /** Who writes, as the host knows them; absent in mail of earlier versions. */
  readonly author?: string | null;
  readonly bulk?: boolean;
  /** The correlation id of the work that sent it: the tries are logged under it. */
  readonly correlation?: string;
  /** Content-IDs of the attachments, in their order. */
  readonly contentIds: readonly (string | null)[];
}
