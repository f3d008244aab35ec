import { type Reply } from './reply.js';
import { type Moment } from './reply-problem.js';

/** A recipient that the server turned down, with its words. */
export interface TurnedDown {
  readonly address: string;
  readonly reply: Reply;
}

/** When a server is asked to write about a mail that it took (RFC 3461). */
export interface DeliveryNotice {
  readonly notify: readonly ('success' | 'failure' | 'delay')[] | 'never';
  readonly returns: 'full' | 'headers';
  /** Stands in what comes back (ENVID). */
  readonly envelopeId: string;
}

/** Who it goes from and to, on the envelope. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  /** Null leaves it to the server. */
  readonly notice?: DeliveryNotice | null;
}

/** The bytes of a mail: at once, or in pieces that are made while they are sent. Lines end with CRLF. */
export interface Letter {
  /** How many bytes it has; of pieces an estimate. */
  readonly size: number;
  /** From the beginning at every call: a dead connection may be found out in the middle. */
  readonly pieces: () => Iterable<Buffer> | AsyncIterable<Buffer>;
}

/**
 * What became of one handing-over.
 * taken: the server has the mail for `accepted`, whatever happens now.
 * refused: it said no, to everybody.
 * lost: no word came. `uncertain` when the whole mail had gone out: the server may have taken it.
 */
export type Transmission =
  | {
      readonly kind: 'taken';
      readonly reply: Reply;
      readonly accepted: readonly string[];
      readonly turnedDown: readonly TurnedDown[];
    }
  | {
      readonly kind: 'refused';
      readonly moment: Moment;
      readonly reply: Reply;
      readonly turnedDown: readonly TurnedDown[];
    }
  | { readonly kind: 'lost'; readonly uncertain: boolean; readonly cause: unknown };
