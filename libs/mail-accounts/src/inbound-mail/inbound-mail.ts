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

/** What could be read of a mail's bytes. A header that is absent or unreadable is null or empty, never a guess. */
export interface ParsedMail {
  /** Without angle brackets trimmed away: as it stands, e.g. `<a@b>`; null when absent. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
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
  /** True for automatic mail (RFC 3834 Auto-Submitted, bulk precedence, null return path): never auto-answer it. */
  readonly automatic: boolean;
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
  /** When the mail server took it (INTERNALDATE). */
  readonly receivedAt: Date;
  /** Bytes on the wire. */
  readonly size: number;
  /** The first delivery of exactly these bytes, when this is not it. */
  readonly duplicateOf: string | null;
}
