import { type EntityManager } from 'typeorm';
import { type Clues } from '../threading/clues.js';
import { type Thread, type Threads } from '../threading/place-mail.js';
import { runPrepared, type Prepared } from './prepared.js';

/** A ticket while a group of mails is sorted into tickets: it learns who joins. */
export interface GroupThread extends Thread {
  readonly participants: Set<string>;
  /** The position among the tickets that this group opens; null for a ticket that was there before. */
  readonly opening: number | null;
}

interface ThreadRow {
  number: number;
  mailbox: string;
  message_ids: string[];
  participants: string[];
  closed_at: Date | null;
}

// Locked in the order of their numbers: two mailboxes that touch the same tickets wait instead of deadlocking. With an
// OR instead of the UNION, PostgreSQL reads every ticket there is.
const LOOK_UP: Prepared = {
  name: 'helpdesk_look_up',
  text: `
  select number, mailbox, closed_at,
    array(select message_id from article where ticket_number = number and message_id = any($2)) as message_ids,
    array(select address from participant where ticket_number = number and address = any($3)) as participants
  from ticket
  where number = any(array(select unnest($1::integer[]) union select ticket_number from article where message_id = any($2)))
  order by number
  for no key update`,
};

/** Is a ticket that was closed at this moment closed for good? */
export type IsSealed = (closedAt: Date) => boolean;

/** The tickets that a group of mails may belong to, those it opens itself included. */
export class KnownThreads implements Threads<GroupThread> {
  readonly #byNumber = new Map<number, GroupThread>();
  readonly #byMessageId = new Map<string, GroupThread[]>();

  /** One statement for the whole group, none when no mail has a clue. */
  static async load(clues: readonly Clues[], isSealed: IsSealed, tx: EntityManager): Promise<KnownThreads> {
    const numbers = clues.flatMap(({ signed, tags }) => [...signed, ...tags]);
    const references = clues.flatMap((each) => each.references);
    const threads = new KnownThreads();
    if (numbers.length + references.length === 0) return threads;
    const senders = clues.flatMap(({ sender }) => sender ?? []);
    const rows = await runPrepared<ThreadRow>(tx, LOOK_UP, [numbers, references, senders]);
    for (const row of rows) threads.add(row, isSealed);
    return threads;
  }

  byNumber(number: number): GroupThread | undefined {
    return this.#byNumber.get(number);
  }

  byMessageId(id: string): readonly GroupThread[] {
    return this.#byMessageId.get(id) ?? [];
  }

  /** From now on a mail with this Message-ID and these people belongs to the thread. */
  grow(thread: GroupThread, messageId: string | null, people: readonly string[]): void {
    for (const address of people) thread.participants.add(address);
    if (messageId === null) return;
    const others = this.byMessageId(messageId).filter((other) => other !== thread);
    this.#byMessageId.set(messageId, [...others, thread]);
  }

  private add(row: ThreadRow, isSealed: IsSealed): void {
    const { number, mailbox, closed_at } = row;
    const sealed = closed_at !== null && isSealed(closed_at);
    const thread = { number, mailbox, participants: new Set(row.participants), opening: null, sealed };
    this.#byNumber.set(number, thread);
    for (const id of row.message_ids) this.grow(thread, id, []);
  }
}
