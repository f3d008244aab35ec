import { decodeUuencode, isUuencodedLine } from '../../mime/uuencoded.js';

const MOST_FILES = 100;
const BEGIN = /^begin [0-7]{3,4} (\S[^\n]{0,254})$/;

/** A file that stood in the text, and what is left of the text. */
export interface UuencodedFiles {
  readonly text: string;
  readonly files: readonly { readonly filename: string; readonly bytes: Buffer }[];
}

/**
 * Takes uuencoded files out of a text: each from its `begin 644 name` to its `end`, where every line between the two is
 * what it should be; anything else stays text. At most 100. Null where there is none.
 */
export function uuencodedFiles(text: string): UuencodedFiles | null {
  if (!text.includes('begin ') || !/^begin [0-7]{3}/m.test(text)) return null;
  const lines = text.split('\n');
  const kept: string[] = [];
  const files: { filename: string; bytes: Buffer }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, filename] = BEGIN.exec(lines[at] ?? '') ?? [];
    const end = filename !== undefined && files.length < MOST_FILES ? endOf(lines, at + 1) : null;
    if (end === null) kept.push(lines[at] ?? '');
    else {
      const encoded = Buffer.from(lines.slice(at + 1, end).join('\n'), 'latin1');
      files.push({ filename: (filename ?? '').trim(), bytes: decodeUuencode(encoded) });
      at = end;
    }
  }
  return files.length === 0 ? null : { text: kept.join('\n'), files };
}

/** The line that says `end`; null where another than an encoded line comes first. */
function endOf(lines: readonly string[], from: number): number | null {
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/\r$/, '');
    if (line.trim() === 'end') return at > from ? at : null;
    // The line that counts nothing, with or without its mark.
    if (line.trim() !== '' && line.trim() !== '`' && !isUuencodedLine(Buffer.from(line, 'latin1')))
      return null;
  }
  return null;
}
