/** Whose Sent a copy goes into. */
export interface SentOwner {
  /** The login of the server that sent, else the address that the mail came from. */
  readonly mailbox: string;
  /** Where that server is and the token it signs in with; null where it is gone. */
  readonly host: string | null;
  readonly tokenId: string | null;
}

/** A mail that left. */
export interface SentMailCopy {
  /** With angle brackets. */
  readonly messageId: string;
  readonly sentAt: Date;
  /** As it left. */
  readonly bytes: Buffer;
}

/** A mailbox while somebody is connected to it. */
export interface SentMailbox {
  /** False when the connection is over: nothing more can be kept. */
  readonly usable: boolean;
  /** Puts a copy into Sent, once, however often it is asked for. Throws a Problem. */
  keep(copy: SentMailCopy): Promise<void>;
}

/** Where sent mail is kept. Kept by whoever brings outgoing servers and mailboxes together. */
export abstract class SentMailboxes {
  /**
   * Connects to a mailbox and calls `work`. False when it could not be now, and nobody is to blame. `signal` ends it.
   * Throws a Problem when there is no such mailbox or it cannot be entered.
   */
  abstract open(
    owner: SentOwner,
    signal: AbortSignal,
    work: (mailbox: SentMailbox) => Promise<void>,
  ): Promise<boolean>;
}
