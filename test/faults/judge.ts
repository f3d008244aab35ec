import { digestOf, type MadeMail } from './mails.js';

/** What an account was told to do with fetched mail. */
export type Disposition = 'delete' | 'seen' | 'move' | 'leave';
/** The four of them. */
export const DISPOSITIONS: readonly Disposition[] = ['delete', 'seen', 'move', 'leave'];

/** Where `move` moves to. */
export const MOVED = 'Fetched';

/** A message on disk: in which folder, SHA-256 of its bytes, its flags as they are (`\Seen`). */
export interface Kept {
  readonly folder: string;
  readonly digest: string;
  readonly flags: readonly string[];
}

/** What must be true in the end, and nothing else. */
export interface Expectation {
  /** Message-IDs that must be in the tickets, each once; all others not at all. */
  readonly filed: readonly string[];
  readonly mailbox: readonly Kept[];
}

/** What an independent reader found. */
export interface Found {
  /** Message-IDs in the tickets, as often as they are there. */
  readonly filed: readonly string[];
  readonly mailbox: readonly Kept[];
}

/** What is wrong, in words that name the mail. */
export interface Verdict {
  readonly lost: readonly string[];
  readonly double: readonly string[];
  /** The mailbox is not as it should be. */
  readonly misplaced: readonly string[];
}

/** Where a mail has to be once it is in the tickets. */
export function keptAfter(disposition: Disposition, { raw }: MadeMail): Kept[] {
  const digest = digestOf(raw);
  switch (disposition) {
    case 'delete':
      return [];
    case 'seen':
      return [{ folder: 'INBOX', digest, flags: ['\\Seen'] }];
    case 'move':
      return [{ folder: MOVED, digest, flags: [] }];
    case 'leave':
      return [{ folder: 'INBOX', digest, flags: [] }];
  }
}

/** Compares what was found with what must be. */
export function judge(expected: Expectation, found: Found): Verdict {
  const filed = counted(found.filed.map(bare));
  const wanted = expected.filed.map(bare);
  const known = new Set(wanted);
  const strangers = [...filed.keys()].filter((id) => !known.has(id));
  return {
    lost: wanted.filter((id) => !filed.has(id)),
    double: [...wanted.filter((id) => (filed.get(id) ?? 0) > 1), ...strangers],
    misplaced: differences(expected.mailbox.map(inWords), found.mailbox.map(inWords)),
  };
}

function differences(expected: readonly string[], found: readonly string[]): string[] {
  const left = counted(expected);
  const surplus: string[] = [];
  for (const one of found) {
    const open = left.get(one) ?? 0;
    if (open > 0) left.set(one, open - 1);
    else surplus.push(`not expected: ${one}`);
  }
  const missing = [...left].flatMap(([one, open]) => Array<string>(open).fill(`missing: ${one}`));
  return [...missing, ...surplus];
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function inWords({ folder, digest, flags }: Kept): string {
  return [`${folder}/${digest.slice(0, 16)}`, ...flags.toSorted()].join(' ');
}

function bare(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}
