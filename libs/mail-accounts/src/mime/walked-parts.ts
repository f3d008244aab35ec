import { isBodyPart } from '../parsing/body-part.js';
import { fileName } from '../parsing/file-name.js';
import type { MailParts, PartSummary, TakeBytes } from '../parsing/mail-parts.js';
import { base64Size } from './base64-size.js';
import { fieldsOf } from './field-words.js';
import { leafBytes, leafText } from './leaf-text.js';
import { libmime } from './libmime.js';
import { walkMail, type Leaf } from './walk-mail.js';

const WANTED = new Set(['from', 'sender', 'reply-to', 'to', 'cc', 'subject']);
const CONTENT_ID = new Set(['content-id']);
const TEXT = 'text/plain';
const HTML = 'text/html';

interface Shown {
  readonly type: string;
  readonly text: string;
  readonly alternative: number | null;
}

/**
 * The parts of an ordinary mail, as mailparser would have them, at a fraction of the cost: nothing of an attachment is
 * decoded unless `take` asks for it. Null for mail that is out of the ordinary, which is mailparser's business.
 */
export function walkedParts(raw: Buffer, take?: TakeBytes): MailParts | null {
  const walked = walkMail(raw);
  const body = walked && bodyOf(walked.leaves.filter(isShown));
  if (!body) return null;
  const attached = walked.leaves.filter((leaf) => !isShown(leaf));
  for (const [index, leaf] of take ? attached.entries() : []) take?.(index, leafBytes(leaf));
  const { lines } = walked.head;
  return {
    headers: fieldsOf(lines, WANTED),
    headerLines: lines,
    ...body,
    attachments: attached.map(summaryOf),
  };
}

function isShown({ content: { type, disposition, filename }, place }: Leaf): boolean {
  return isBodyPart({ type, disposition, filename, place });
}

/** Null where text and HTML stand side by side, so that each of the two forms would have to be made of both. */
function bodyOf(leaves: readonly Leaf[]): { text: string | null; html: string | null } | null {
  const shown = leaves
    .map((leaf) => ({ type: leaf.content.type, text: leafText(leaf), alternative: leaf.alternative }))
    .filter(({ text }) => text !== '');
  const texts = shown.filter(({ type }) => type === TEXT);
  const htmls = shown.filter(({ type }) => type === HTML);
  if (texts.length > 0 && htmls.length > 0 && !areAlternatives(shown)) return null;
  return { text: joined(texts, '\n'), html: joined(htmls, '<br/>\n') };
}

function areAlternatives([first, ...others]: readonly Shown[]): boolean {
  const place = first?.alternative ?? null;
  return place !== null && others.every(({ alternative }) => alternative === place);
}

// PostgreSQL takes no NUL in text; whoever stores a body must not have to know.
function joined(parts: readonly Shown[], glue: string): string | null {
  const text = parts.map((part) => part.text).join(glue);
  return text.trim() === '' ? null : text.replaceAll('\0', '');
}

function summaryOf(leaf: Leaf, index: number): PartSummary {
  const { type, filename } = leaf.content;
  const guessed = type === 'application/octet-stream' && filename ? libmime.detectMimeType(filename) : '';
  return {
    index,
    filename: fileName(filename),
    contentType: guessed || type,
    size: sizeOf(leaf),
    contentId: contentIdOf(leaf),
  };
}

function sizeOf(leaf: Leaf): number {
  return leaf.content.encoding === 'base64' ? base64Size(leaf.body) : leafBytes(leaf).length;
}

function contentIdOf({ head }: Leaf): string | null {
  const value = fieldsOf(head.lines, CONTENT_ID).get('content-id');
  const id = typeof value === 'string' ? value.trim().replaceAll(/^<|>$/g, '').trim() : '';
  return id === '' ? null : id;
}
