import { type AuthenticationFacts } from '../authentication/authentication-facts.js';
import { type ParsedMail } from '../inbound-mail/inbound-mail.js';

/** A mail as it came from the server, read and packed, on its way into the ledger. */
export interface ArrivedMail {
  readonly uid: number;
  readonly receivedAt: Date;
  /** Bytes on the wire. */
  readonly size: number;
  /** Null when nothing at all could be read of it. */
  readonly parsed: ParsedMail | null;
  /** What was found out about its sender, where the account asks for that. */
  readonly checked: AuthenticationFacts | null;
  /** SHA-256 of the raw bytes. */
  readonly contentKey: Buffer;
  /** The raw bytes, zstd, in the rows of the archive. */
  readonly rawRows: Buffer;
}
