import { decodeText } from './charsets/decode-text.js';

/** Headers by lower-cased name, each with its values in order of appearance. */
export type HeaderRecord = Readonly<Record<string, readonly string[]>>;

/** A header field as mailparser keeps it: one character per byte, folds and name included. */
export interface HeaderLine {
  readonly key: string;
  readonly line: string;
}

const NAME = /^[!-9;-~]+$/;
const ASCII = /^[\t\r\n -~]*$/;

/** Unfolded values by name. Names that are none (RFC 5322 section 2.2) are left out. */
export function headerRecord(lines: readonly HeaderLine[]): HeaderRecord {
  const record: Record<string, string[]> = {};
  for (const { key, line } of lines) {
    const name = key.toLowerCase();
    if (!NAME.test(name) || name === '__proto__') continue;
    const value = valueOf(line.slice(line.indexOf(':') + 1));
    // There are headers that are named as what every object has.
    if (Object.hasOwn(record, name)) record[name]?.push(value);
    else record[name] = [value];
  }
  return record;
}

/** The first value of a header, or undefined. */
export function firstOf(headers: HeaderRecord, name: string): string | undefined {
  return headers[name]?.[0];
}

// ASCII, which nearly all headers are, is what it says already.
function valueOf(bytes: string): string {
  if (!ASCII.test(bytes)) return unfold(decodeText(Buffer.from(bytes, 'latin1')));
  return bytes.includes('\n') || bytes.includes('\r') ? unfold(bytes) : bytes.trim();
}

function unfold(value: string): string {
  return value
    .replace(/\r?\n(?=[ \t])/g, '')
    .replaceAll(/[\0\r\n]/g, ' ')
    .trim();
}
