import { type Reply } from './reply.js';
import { type Moment } from './reply-problem.js';

/** A recipient that the server turned down, with its words. */
export interface TurnedDown {
  readonly address: string;
  readonly reply: Reply;
}

/** Who it goes from and to, on the envelope. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
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
