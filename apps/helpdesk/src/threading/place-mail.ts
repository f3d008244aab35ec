import { type Clues } from './clues.js';

/** A ticket as the decision sees it; `number` is null while it is about to be opened by a mail of the same group. */
export interface Thread {
  readonly number: number | null;
  readonly mailbox: string;
  readonly participants: ReadonlySet<string>;
  /** Closed for good: what would join opens another ticket that names it. */
  readonly sealed: boolean;
}

/** What is known of the tickets that the clues may lead to. */
export interface Threads<T extends Thread = Thread> {
  byNumber(number: number): T | undefined;
  /** Every ticket with an article of this Message-ID: one mail may have opened one in each of two mailboxes. */
  byMessageId(id: string): readonly T[];
}

/** Into which ticket a mail goes. `mentions` is a ticket that it names without the right to join it. */
export type Placement<T extends Thread = Thread> =
  { readonly kind: 'joins'; readonly thread: T } | { readonly kind: 'opens'; readonly mentions: T | null };

/**
 * Decides: a signed Message-ID of ours joins its ticket whoever answers. A plain reference, then a `[#number]` in the
 * subject, joins only where the sender already takes part, in the ticket of the same mailbox first. Everything else
 * opens a ticket, which names the first one that was meant; so does what belongs to a ticket that is sealed.
 */
export function placeMail<T extends Thread>(clues: Clues, threads: Threads<T>): Placement<T> {
  const [proven] = known(clues.signed, threads);
  if (proven) return joined(proven);
  const hinted = [
    ...clues.references.flatMap((id) => sameMailboxFirst(threads.byMessageId(id), clues.mailbox)),
    ...known(clues.tags, threads),
  ];
  const open = hinted.find(({ participants }) => clues.sender !== null && participants.has(clues.sender));
  if (open) return joined(open);
  return { kind: 'opens', mentions: hinted[0] ?? null };
}

function joined<T extends Thread>(thread: T): Placement<T> {
  return thread.sealed ? { kind: 'opens', mentions: thread } : { kind: 'joins', thread };
}

function known<T extends Thread>(numbers: readonly number[], threads: Threads<T>): T[] {
  return numbers.flatMap((number) => threads.byNumber(number) ?? []);
}

function sameMailboxFirst<T extends Thread>(threads: readonly T[], mailbox: string): T[] {
  return threads.toSorted((a, b) => Number(b.mailbox === mailbox) - Number(a.mailbox === mailbox));
}
