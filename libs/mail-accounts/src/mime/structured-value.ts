import { libmime } from './libmime.js';

/** A value with parameters (RFC 2045 section 5.1), their names in lower case. */
export type StructuredValue = ReturnType<typeof libmime.parseHeaderValue>;

const FIRST = /^([^\s;"\\]*)(?:\s*;\s*|$)/y;
const PARAMETER = /([\w-]+)\s*=\s*(?:"([^"\\]*)"|([^\s;"\\]+))\s*(?:;\s*|$)/y;

/** Reads a trimmed value with its parameters as libmime does, which is asked where it is not as plain as nearly all are. */
export function structuredValue(text: string): StructuredValue {
  FIRST.lastIndex = 0;
  const value = FIRST.exec(text)?.[1];
  const params: StructuredValue['params'] = {};
  let at = FIRST.lastIndex;
  while (at < text.length && value !== undefined) {
    PARAMETER.lastIndex = at;
    const [, name, quoted, bare = ''] = PARAMETER.exec(text) ?? [];
    if (name === undefined) return libmime.parseHeaderValue(text);
    params[name.toLowerCase()] = quoted ?? bare;
    at = PARAMETER.lastIndex;
  }
  return value === undefined ? libmime.parseHeaderValue(text) : { value, params };
}
