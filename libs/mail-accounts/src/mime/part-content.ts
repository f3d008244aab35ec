import { parse } from 'node:path';
import { decodedWords } from './encoded-words.js';
import { firstValue } from './field-words.js';
import { libmime } from './libmime.js';
import type { PartHead } from './part-head.js';
import { structuredValue, type StructuredValue } from './structured-value.js';

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
  const disposition = structuredValue(firstValue(lines, 'content-disposition'));
  const stated = lines.some(({ key }) => key === 'content-type');
  const type = structuredValue(stated ? firstValue(lines, 'content-type') : usualType(disposition));
  const filename = disposition.params['filename'] || type.params['name'];
  const flowed = says(type.params['format'], 'flowed');
  return {
    type: lower(type.value),
    boundary: type.params['boundary'] || undefined,
    charset: type.params['charset'] || undefined,
    disposition: decodedWords(lower(disposition.value)),
    encoding: withoutComments(firstValue(lines, 'content-transfer-encoding')).toLowerCase().trim(),
    filename: filename ? decodedWords(filename) : undefined,
    flowed,
    delSp: flowed && says(type.params['delsp'], 'yes'),
  };
}

function usualType({ value, params }: StructuredValue): string {
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

// From the first bracket to the last, whatever is between them.
function withoutComments(value: string): string {
  const [start, end] = [value.indexOf('('), value.lastIndexOf(')')];
  return start >= 0 && end > start ? value.slice(0, start) + value.slice(end + 1) : value;
}
