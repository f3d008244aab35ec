import { parse } from 'node:path';
import { firstValue, libmime } from './field-words.js';
import type { PartHead } from './part-head.js';

/** What a part's header says of its content (RFC 2045, RFC 2183). */
export interface PartContent {
  /** Lower case; empty when the header says something else. */
  readonly type: string;
  readonly boundary: string | undefined;
  readonly charset: string | undefined;
  /** `inline`, `attachment`, or whatever the header says; empty when it says nothing. */
  readonly disposition: string;
  readonly encoding: string;
  /** As it stands, decoded; undefined when the part has none. */
  readonly filename: string | undefined;
  readonly flowed: boolean;
  readonly delSp: boolean;
}

/** Reads a part's content fields, and makes of what is missing what mailparser makes of it. */
export function partContent({ lines }: PartHead): PartContent {
  const disposition = libmime.parseHeaderValue(firstValue(lines, 'content-disposition'));
  const stated = lines.some(({ key }) => key === 'content-type');
  const type = libmime.parseHeaderValue(stated ? firstValue(lines, 'content-type') : usualType(disposition));
  const filename = disposition.params['filename'] || type.params['name'];
  const flowed = says(type.params['format'], 'flowed');
  return {
    type: lower(type.value),
    boundary: type.params['boundary'] || undefined,
    charset: type.params['charset'] || undefined,
    disposition: decoded(lower(disposition.value)),
    encoding: withoutComments(firstValue(lines, 'content-transfer-encoding')).toLowerCase().trim(),
    filename: filename ? decoded(filename) : undefined,
    flowed,
    delSp: flowed && says(type.params['delsp'], 'yes'),
  };
}

type Structured = ReturnType<typeof libmime.parseHeaderValue>;

function usualType({ value, params }: Structured): string {
  const extension = parse(params['filename'] ?? '').ext.slice(1);
  if (extension) return libmime.detectMimeType(extension);
  return /^attachment$/i.test(value || '') ? 'application/octet-stream' : 'text/plain';
}

function lower(value: string | false): string {
  return (value || '').toLowerCase().trim();
}

function says(value: string | undefined, word: string): boolean {
  return value?.toLowerCase().trim() === word;
}

function decoded(text: string): string {
  try {
    return libmime.decodeWords(text);
  } catch {
    return text;
  }
}

// From the first bracket to the last, whatever is between them.
function withoutComments(value: string): string {
  const [start, end] = [value.indexOf('('), value.lastIndexOf(')')];
  return start >= 0 && end > start ? value.slice(0, start) + value.slice(end + 1) : value;
}
