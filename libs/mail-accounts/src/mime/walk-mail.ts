import type { TextPart } from '../parsing/body-part.js';
import { nextDelimiter, type Delimiter } from './delimiter.js';
import { isContentType } from './known-content.js';
import { partContent, type PartContent } from './part-content.js';
import { partHead, type PartHead } from './part-head.js';

const MOST_PARTS = 500;
const DEEPEST = 20;
const LONGEST_BOUNDARY = 200;

/** A part that holds content, not parts. */
export interface Leaf {
  readonly head: PartHead;
  readonly content: PartContent;
  /** Its body, encoded as it came: a view of the mail. */
  readonly body: Buffer;
  readonly place: TextPart['place'];
  /** The outermost multipart/alternative around it, as a number of its own; null when there is none. */
  readonly alternative: number | null;
}

/** A mail taken apart. */
export interface WalkedMail {
  readonly head: PartHead;
  readonly leaves: readonly Leaf[];
}

interface Multipart {
  readonly type: string;
  readonly dashed: Buffer;
  parts: number;
  readonly alternative: number | null;
}

/**
 * Takes a mail apart without decoding or copying anything of it (RFC 2046 section 5.1), in one pass. Null where its
 * structure is one that readers disagree about (no closing boundary, none at all, boundaries inside headers, mails
 * in mails that are shown), or more than 500 parts, or deeper than 20: then somebody more thorough has to look.
 */
export function walkMail(raw: Buffer): WalkedMail | null {
  const head = partHead(raw, 0);
  if (!head) return null;
  const leaves: Leaf[] = [];
  const open: Multipart[] = [];
  for (let at: number | 'end' | null = enter(raw, head, open, leaves); at !== 'end';) {
    const next: PartHead | null = at === null || leaves.length >= MOST_PARTS ? null : partHead(raw, at);
    if (!next) return null;
    at = enter(raw, next, open, leaves);
  }
  return { head, leaves };
}

/** Goes into a multipart or past a leaf. Answers where the next part begins, `end` behind the last one, null when lost. */
function enter(raw: Buffer, head: PartHead, open: Multipart[], leaves: Leaf[]): number | 'end' | null {
  const content = partContent(head);
  const around = open.at(-1);
  if (around) around.parts += 1;
  if (content.type.startsWith('multipart/')) return intoMultipart(raw, head, content, open);
  // A mail in the mail that is to be shown is taken apart too by those who show it.
  if (content.boundary || isOdd(content, around === undefined)) return null;
  const end = around ? nextDelimiter(raw, head.end, around.dashed) : null;
  if (end === 'odd' || (around && !end)) return null;
  const body = raw.subarray(head.end, end?.at ?? raw.length);
  leaves.push({ head, content, body, place: placeIn(around), alternative: around?.alternative ?? null });
  return end ? leave(raw, end, open) : 'end';
}

// What is neither text that can be shown nor a file, and what is written in a way that has to be guessed at.
function isOdd({ type, disposition, encoding, filename }: PartContent, alone: boolean): boolean {
  if (!isContentType(type) || /["';,\s]/.test(encoding)) return true;
  if (type === 'message/rfc822') return alone || disposition === 'inline';
  return alone && type.startsWith('text/') && !filename && !/^text\/(plain|html|calendar|csv)$/.test(type);
}

function intoMultipart(raw: Buffer, head: PartHead, content: PartContent, open: Multipart[]): number | null {
  const { boundary, type } = content;
  if (!boundary || !isPlain(boundary) || type === 'multipart/' || open.length >= DEEPEST) return null;
  const dashed = Buffer.from(`--${boundary}`);
  const first = nextDelimiter(raw, head.end, dashed);
  if (!first || first === 'odd' || first.closes) return null;
  const around = open.at(-1);
  // The multipart around this one goes on before this one has begun.
  if (around && nextDelimiter(raw.subarray(0, first.next), head.end, around.dashed)) return null;
  const alternative = around?.alternative ?? (type === 'multipart/alternative' ? head.end : null);
  open.push({ type, dashed, parts: 0, alternative });
  return first.next;
}

// A boundary must not end in white space (RFC 2046 section 5.1.1), and what it is when it does nobody agrees on.
function isPlain(boundary: string): boolean {
  return boundary.length <= LONGEST_BOUNDARY && boundary.trimEnd() === boundary;
}

function placeIn(around: Multipart | undefined): TextPart['place'] {
  if (!around) return 'alone';
  if (around.type === 'multipart/alternative') return 'alternative';
  return around.parts === 1 ? 'first' : 'later';
}

function leave(raw: Buffer, end: Delimiter, open: Multipart[]): number | 'end' | null {
  for (let delimiter: Delimiter | 'odd' | null = end; delimiter && delimiter !== 'odd';) {
    if (!delimiter.closes) return delimiter.next;
    open.pop();
    const around = open.at(-1);
    if (!around) return 'end';
    delimiter = nextDelimiter(raw, delimiter.next, around.dashed);
  }
  return null;
}
