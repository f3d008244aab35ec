import { type Mailbox, type OversizedMail, type SentMail } from '../mailbox/mailbox.js';
import { type Allowance } from './allowance.js';
import { type FetchRange } from './plan-ranges.js';
import { type Step } from './turn-plan.js';

/** What came of a UID that was asked for: its mail, or the news that there is none, that the server owes it, or that it is too large. */
export type Parcel =
  | { readonly kind: 'mail'; readonly mail: SentMail; readonly bytes: number; readonly done: () => void }
  | {
      readonly kind: 'gone' | 'withheld';
      readonly uids: readonly number[];
      readonly bytes: 0;
      readonly done: () => void;
    }
  | {
      readonly kind: 'oversized';
      readonly mails: readonly OversizedMail[];
      readonly bytes: 0;
      readonly done: () => void;
    };

/** What a fetch needs besides ranges. */
export interface FetchRun {
  readonly mailbox: Mailbox;
  /** Memory for mail under way, shared by all sessions of the process. */
  readonly memory: Allowance;
  /** True when nobody wants more: the session ends, or its commits failed. */
  readonly over: () => boolean;
  /** Runs between two ranges, when commands may be sent. */
  readonly between: () => Promise<void>;
}

const nothing = (): void => undefined;

/**
 * Goes step by step. Takes memory for a range before asking for it; it is free again when `done` was called for all that
 * came of it. Every UID of the steps comes out exactly once, in one of the four ways.
 */
export async function* fetchSteps(run: FetchRun, steps: AsyncIterable<Step>): AsyncGenerator<Parcel> {
  for await (const step of steps) {
    if (run.over()) return;
    if ('oversized' in step) {
      yield { kind: 'oversized', mails: step.oversized, bytes: 0, done: nothing };
      continue;
    }
    const free = await run.memory.take(step.bytes);
    yield* one(run, step, countdown(free));
    if (!run.over()) await run.between();
  }
}

async function* one(run: FetchRun, { uids }: FetchRange, hold: Countdown): AsyncGenerator<Parcel> {
  const missing = new Set(uids);
  try {
    yield* mails(run, uids, missing, hold);
    if (missing.size === 0 || run.over()) return;
    yield* missed(run, missing, hold);
  } finally {
    hold.done();
  }
}

async function* mails(run: FetchRun, uids: readonly number[], missing: Set<number>, hold: Countdown) {
  for await (const mail of run.mailbox.fetch(uids)) {
    missing.delete(mail.uid);
    yield { kind: 'mail', mail, bytes: mail.source.length, done: hold.one() } satisfies Parcel;
    if (run.over()) return;
  }
}

// The server was asked and did not answer: once more one by one, and what is still there then is owed to us.
async function* missed(run: FetchRun, missing: Set<number>, hold: Countdown): AsyncGenerator<Parcel> {
  const asked = [...missing];
  for (const uid of await run.mailbox.stillThere(asked)) yield* mails(run, [uid], missing, hold);
  const withheld = await run.mailbox.stillThere([...missing]);
  const gone = [...missing].filter((uid) => !withheld.includes(uid));
  if (gone.length > 0) yield { kind: 'gone', uids: gone, bytes: 0, done: nothing };
  if (withheld.length > 0) yield { kind: 'withheld', uids: withheld, bytes: 0, done: nothing };
}

interface Countdown {
  /** One more to wait for; call the answer when it is done. */
  one(): () => void;
  /** Nobody else will come. */
  done(): void;
}

function countdown(finished: () => void): Countdown {
  let open = 1;
  const done = (): void => {
    open -= 1;
    if (open === 0) finished();
  };
  return { one: () => ((open += 1), done), done };
}
