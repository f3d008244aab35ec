import { findBoundary } from './find-boundary.js';
import { mendHead } from './mend-head.js';
import { partBegin, partEnd, type PartBegin } from './part-extent.js';

const MOST_PARTS = 2_000;
const DEEPEST = 50;
const SEARCHED = 262_144;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The mail with a structure that can be read, where it shows what is meant: a multipart that declares no boundary, or
 * another one than it uses, gets the one that it uses; without any it is the text that it is; one that ends nowhere ends
 * where what is around it goes on. Headers of parts: see `mendHead`. Sound mail comes back as it is, without a copy.
 */
export function mendMail(raw: Buffer): Buffer {
  const edits: Edit[] = [];
  const open: string[] = [];
  let begin: PartBegin | null = partBegin(raw, 0, open);
  for (let parts = 0; begin && parts < MOST_PARTS && open.length < DEEPEST; parts += 1) {
    const head = raw.toString('latin1', begin.from, begin.end);
    const end = partEnd(raw, begin.body, open);
    const mended = withBoundary(
      mendHead(head, open.length === 0),
      raw.subarray(begin.body, end?.from ?? raw.length),
    );
    const text = begin.blank ? mended.head : `${mended.head}\r\n`;
    if (mended.head !== head || !begin.blank) edits.push({ from: begin.from, to: begin.end, text });
    if (mended.boundary !== null) {
      open.push(mended.boundary);
      edits.push(...opening(raw, begin.body, mended.boundary));
    }
    begin = nextBegin(raw, begin.body, open, edits);
  }
  return withEdits(raw, edits);
}

/** What a multipart that is closed and never opened lacks. Its part may have a header. */
function opening(raw: Buffer, body: number, boundary: string): Edit[] {
  const end = partEnd(raw, body, [boundary]);
  if (!end?.closes || raw.toString('latin1', body, end.from).trim() === '') return [];
  const blank = /^content-[a-z-]+[ \t]*:/i.test(raw.toString('latin1', body, body + 80)) ? '' : '\r\n';
  return [{ from: body, to: body, text: `--${boundary}\r\n${blank}` }];
}

function nextBegin(raw: Buffer, from: number, open: string[], edits: Edit[]): PartBegin | null {
  for (let end = partEnd(raw, from, open); end; end = partEnd(raw, end.next, open)) {
    const unclosed = open.slice(end.index + 1).toReversed();
    const text = unclosed.map((boundary) => `--${boundary}--\r\n`).join('');
    if (text !== '') edits.push({ from: end.from, to: end.from, text });
    open.length = end.closes ? end.index : end.index + 1;
    if (!end.closes) return partBegin(raw, end.next, open);
  }
  return null;
}

function withBoundary(head: string, body: Buffer): { head: string; boundary: string | null } {
  const [field = ''] = /^content-type[ \t]*:[^\n]*\n?(?:[ \t][^\n]*\n?)*/im.exec(head) ?? [];
  if (!/^[^:]*:\s*multipart\//i.test(field) || field.length > 8_192) return { head, boundary: null };
  const [, quoted, bare] = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(field) ?? [];
  const declared = quoted ?? bare ?? null;
  if (declared !== null && isUsed(body, declared)) return { head, boundary: declared };
  const text = body.toString('latin1', 0, SEARCHED);
  const used = findBoundary(text);
  if (used === null && text.trim() === '') return { head, boundary: declared };
  const mended =
    used === null
      ? field.replace(/multipart\/[^\s;]*/i, 'text/plain')
      : `${withoutBoundary(field)}; boundary="${used}"\r\n`;
  return { head: head.replace(field, () => mended), boundary: used };
}

function isUsed(body: Buffer, boundary: string): boolean {
  const dashed = Buffer.from(`--${boundary}`, 'latin1');
  return (
    body.subarray(0, dashed.length).equals(dashed) ||
    body.includes(Buffer.concat([Buffer.from('\n'), dashed]))
  );
}

function withoutBoundary(field: string): string {
  return field.replaceAll(/;?\s*\bboundary\*?\d*\*?\s*=\s*(?:"[^"]*"?|[^\s;]*)/gi, '').replace(/[;\s]+$/, '');
}

function withEdits(raw: Buffer, edits: readonly Edit[]): Buffer {
  if (edits.length === 0) return raw;
  const pieces: Buffer[] = [];
  let copied = 0;
  for (const { from, to, text } of edits) {
    pieces.push(raw.subarray(copied, from), Buffer.from(text, 'latin1'));
    copied = to;
  }
  return Buffer.concat([...pieces, raw.subarray(copied)]);
}
