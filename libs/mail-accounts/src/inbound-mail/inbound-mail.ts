import { type AuthenticationFacts } from '../authentication/authentication-facts.js';
import { type ControlHeaders } from '../control-headers/mail-control.js';

/** A mailbox as it stands in a header: `address` is lower-cased in its domain, IDN as A-labels; `name` may be empty. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** What is known of an attachment without reading it; the bytes come from `MailArchive.attachment`. */
export interface AttachmentSummary {
  /** Position in the mail, from 0: the handle for `MailArchive.attachment`. */
  readonly index: number;
  /** As named in the mail, stripped of paths and control characters; empty when it has no name. */
  readonly filename: string;
  readonly contentType: string;
  /** Decoded size in bytes. */
  readonly size: number;
  /** Content-ID without the angle brackets, for `cid:` references of the HTML body. */
  readonly contentId: string | null;
  /** True when the mail shows it inside its body. */
  readonly inline: boolean;
}

/** What happened to one recipient of a mail that is reported about. */
export interface ReportedRecipient {
  readonly address: string;
  /** The address that the mail was first sent to, where the report tells it (Original-Recipient). */
  readonly original: string | null;
  /** RFC 3464 section 2.3.3; null where that is not what the report is about. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | null;
  /** Enhanced status code (RFC 3463), e.g. `5.1.1`; `5.0.0` where only an SMTP reply code is told. */
  readonly status: string | null;
  /** The mail system's own words, at most 1,000 characters: show them as text, decide nothing on them. */
  readonly diagnostic: string | null;
}

/**
 * What a mail reports about a mail that was sent earlier: it did not arrive (`bounce`), not yet (`delay`), it did
 * (`delivered`), somebody called it spam (`complaint`), somebody or something read or deleted it (`disposition`).
 * Anybody can write such a report: act on it only where `originalMessageId` is one that you gave out.
 */
export interface MailReport {
  readonly kind: 'bounce' | 'delay' | 'delivered' | 'complaint' | 'disposition';
  /** At most 1,000, each address once; empty when the report names nobody. */
  readonly recipients: readonly ReportedRecipient[];
  /** Message-ID of the mail that is reported about, in angle brackets; null when the report does not tell it. */
  readonly originalMessageId: string | null;
  /** Message-IDs that mail referred to, so that its conversation is found when its own id is not. */
  readonly originalReferences: readonly string[];
}

/** What could be read of a mail's bytes. A header that is absent or unreadable is null or empty, never a guess. */
export interface ParsedMail {
  /** Without angle brackets trimmed away: as it stands, e.g. `<a@b>`; null when absent. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** Who wrote it: From, or Reply-To, or Sender where From names nobody that could be written to. */
  readonly from: MailAddress | null;
  readonly sender: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  /** The Date header; null when absent or nonsense. */
  readonly date: Date | null;
  /** The text/plain body, decoded; null when the mail has none. */
  readonly text: string | null;
  /** The text/html body, decoded and NOT sanitised: never show it, show what `MailArchive.read` answers. */
  readonly html: string | null;
  readonly attachments: readonly AttachmentSummary[];
  /** Every header, names lower-cased, values unfolded and in order of appearance. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly priority: 'high' | 'normal' | 'low';
  /**
   * True for mail that no person sent (RFC 3834 Auto-Submitted, reports, lists, bulk precedence, null return path):
   * never auto-answer it.
   */
  readonly automatic: boolean;
  /** True for an automatic answer, e.g. out of office: it neither opens nor reopens anything. `automatic` is true too. */
  readonly automaticReply: boolean;
  /** What it reports about a mail that was sent earlier; null when it is no report. */
  readonly report: MailReport | null;
  /** Codes of what could not be read, empty for a sound mail. */
  readonly defects: readonly string[];
}

/** A mail on its way into the host. */
export interface InboundMail extends ParsedMail {
  /** Names this mail for good: in the ledger, in `MailArchive`, in what the host stores. */
  readonly deliveryId: string;
  readonly account: {
    readonly id: string;
    readonly name: string;
    /** The mailbox's own address. */
    readonly address: string;
    /** Where the admin wants this account's mail: an id of `destinations()`, or null for the host's default. */
    readonly destination: string | null;
  };
  /** Where it goes: an id of `destinations()`, or null for the host's default. Never one that the host does not have. */
  readonly destination: string | null;
  /** Who chose the destination: the account's setting, the address it was sent to, a rule, a trusted control header. */
  readonly dispatchedBy: 'account' | 'recipient' | 'rule' | 'header';
  /** What rules tagged it with, each once. */
  readonly tags: readonly string[];
  /** What its control headers say; null without any, and where nobody vouched for them: then `headers` lack them too. */
  readonly control: ControlHeaders | null;
  /** Who it comes from, as somebody found who is believed; null when nobody has checked. */
  readonly authentication: AuthenticationFacts | null;
  /** When the mail server took it (INTERNALDATE). */
  readonly receivedAt: Date;
  /** True for mail of the time before the account, imported quietly: show it, and neither answer nor tell anybody. */
  readonly historic: boolean;
  /** Bytes on the wire. */
  readonly size: number;
  /** The first delivery of exactly these bytes, when this is not it. */
  readonly duplicateOf: string | null;
}
