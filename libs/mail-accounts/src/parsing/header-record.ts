import { isUtf8 } from 'node:buffer';

/** Headers by lower-cased name, each with its values in order of appearance. */
export type HeaderRecord = Readonly<Record<string, readonly string[]>>;

/** A header field as mailparser keeps it: one character per byte, folds and name included. */
export interface HeaderLine {
  readonly key: string;
  readonly line: string;
}

const NAME = /^[!-9;-~]+$/;
const fallback = new TextDecoder('windows-1252');

/** Unfolded values by name. Names that are none (RFC 5322 section 2.2) are left out. */
export function headerRecord(lines: readonly HeaderLine[]): HeaderRecord {
  const values = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const name = key.toLowerCase();
    if (!NAME.test(name) || name === '__proto__') continue;
    const value = unfold(decode(line.slice(line.indexOf(':') + 1)));
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}

/** The first value of a header, or undefined. */
export function firstOf(headers: HeaderRecord, name: string): string | undefined {
  return headers[name]?.[0];
}

/** Text of a header's raw bytes: UTF-8 where it is that (RFC 6532), else what Western mailers mean. */
export function decode(binary: string): string {
  const bytes = Buffer.from(binary, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : fallback.decode(bytes);
}

function unfold(value: string): string {
  return value
    .replace(/\r?\n(?=[ \t])/g, '')
    .replaceAll(/[\0\r\n]/g, ' ')
    .trim();
}
