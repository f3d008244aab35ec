import { type Mailbox, type OversizedMail } from '../mailbox/mailbox.js';
import { planRanges, RANGE_LIMITS, type FetchRange } from './plan-ranges.js';

/** Mails weighed together, once the first FETCH is under way: before that only as many as it asks for, so that it comes soon. */
const STRETCH = 500;

/** What comes next: a FETCH, or mail that is too large for one. */
export type Step = FetchRange | { readonly oversized: readonly OversizedMail[] };

/** What a turn is made of. */
export interface TurnMeans {
  readonly mailbox: Pick<Mailbox, 'weigh'>;
  /** To fetch, in order, unless they are too large. */
  readonly uids: readonly number[];
  /** Mails per FETCH. */
  readonly messages: number;
  /** The largest mail that is fetched, in bytes. */
  readonly sizeLimit: number;
  /** What the turn takes, in bytes: when a FETCH would go beyond, it is left for the next turn; the first never is. */
  readonly bytes: number;
}

/**
 * What a turn fetches, planned while it goes on: a server may have to open every mail to weigh it, so it weighs a stretch
 * while what came before is read and committed. To be read once, with no FETCH going on when the next step is asked for.
 */
export class TurnPlan {
  #left = 0;

  constructor(private readonly means: TurnMeans) {}

  /** Mails that this turn had no room for; final when the steps have come to their end. */
  get left(): number {
    return this.#left;
  }

  async *steps(): AsyncGenerator<Step> {
    const { uids, bytes } = this.means;
    let [seen, taken] = [0, 0];
    for (const stretch of stretches(uids, this.means.messages)) {
      const { ranges, oversized } = await this.weighed(stretch);
      if (oversized.length > 0) yield { oversized };
      seen += oversized.length;
      for (const range of ranges) {
        if (taken > 0 && taken + range.bytes > bytes) {
          this.#left = uids.length - seen;
          return;
        }
        seen += range.uids.length;
        taken += range.bytes;
        yield range;
      }
    }
  }

  private async weighed(stretch: readonly number[]) {
    const { mailbox, messages, sizeLimit } = this.means;
    const { sizes, oversized } = await mailbox.weigh(stretch, sizeLimit);
    const tooLarge = new Set(oversized.map(({ uid }) => uid));
    const wanted = stretch.filter((uid) => !tooLarge.has(uid));
    return { oversized, ranges: planRanges(wanted, sizes, { ...RANGE_LIMITS, messages }) };
  }
}

// Mail that is fetched one by one is weighed one by one: that may be what a server chokes on.
function* stretches(uids: readonly number[], messages: number): Generator<readonly number[]> {
  if (uids.length > 0) yield uids.slice(0, messages);
  const length = messages === 1 ? 1 : STRETCH;
  for (let from = messages; from < uids.length; from += length) yield uids.slice(from, from + length);
}
