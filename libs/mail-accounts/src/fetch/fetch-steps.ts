import { type Mailbox, type OversizedMail, type SentMail } from '../mailbox/mailbox.js';
import { type Allowance, type Share } from './allowance.js';
import { type Pause } from './in-groups.js';
import { type FetchRange } from './plan-ranges.js';
import { type Step } from './turn-plan.js';

/** What came of a UID that was asked for: its mail, or the news that there is none, that the server owes it, or that it is too large. */
export type Parcel =
  | { readonly kind: 'mail'; readonly mail: SentMail; readonly bytes: number; readonly memory: Share }
  | { readonly kind: 'gone' | 'withheld'; readonly uids: readonly number[]; readonly bytes: 0 }
  | { readonly kind: 'oversized'; readonly mails: readonly OversizedMail[]; readonly bytes: 0 };

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

/**
 * Goes step by step. Takes memory for a range before asking for it, and pauses where it has to wait for that; each mail
 * comes with what it takes of it, to be freed by whoever gets it. Every UID of the steps comes out exactly once, in one
 * of the four ways.
 */
export async function* fetchSteps(run: FetchRun, steps: AsyncIterable<Step>): AsyncGenerator<Parcel | Pause> {
  for await (const step of steps) {
    if (run.over()) return;
    if ('oversized' in step) {
      yield { kind: 'oversized', mails: step.oversized, bytes: 0 };
      continue;
    }
    const memory = run.memory.isShort(step.bytes)
      ? yield* pauseForMemory(run.memory, step.bytes)
      : await run.memory.take(step.bytes);
    yield* one(run, step, memory);
    if (!run.over()) await run.between();
  }
}

async function* pauseForMemory(memory: Allowance, bytes: number): AsyncGenerator<Pause, Share> {
  let isOver = false;
  const taking = memory.take(bytes).finally(() => (isOver = true));
  yield { kind: 'pause', isOver: () => isOver };
  return taking;
}

async function* one(run: FetchRun, { uids }: FetchRange, memory: Share): AsyncGenerator<Parcel> {
  const missing = new Set(uids);
  try {
    yield* mails(run, uids, missing, memory);
    if (missing.size === 0 || run.over()) return;
    yield* missed(run, missing, memory);
  } finally {
    memory.free();
  }
}

async function* mails(run: FetchRun, uids: readonly number[], missing: Set<number>, memory: Share) {
  for await (const mail of run.mailbox.fetch(uids)) {
    missing.delete(mail.uid);
    const bytes = mail.source.length;
    yield { kind: 'mail', mail, bytes, memory: memory.part(bytes) } satisfies Parcel;
    if (run.over()) return;
  }
}

// The server was asked and did not answer: once more one by one, and what is still there then is owed to us.
async function* missed(run: FetchRun, missing: Set<number>, memory: Share): AsyncGenerator<Parcel> {
  const asked = [...missing];
  for (const uid of await run.mailbox.stillThere(asked)) yield* mails(run, [uid], missing, memory);
  const withheld = await run.mailbox.stillThere([...missing]);
  const gone = [...missing].filter((uid) => !withheld.includes(uid));
  if (gone.length > 0) yield { kind: 'gone', uids: gone, bytes: 0 };
  if (withheld.length > 0) yield { kind: 'withheld', uids: withheld, bytes: 0 };
}
