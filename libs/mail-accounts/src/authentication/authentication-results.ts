import { withoutComments } from './without-comments.js';

const LONGEST = 16_384;
const RESULTS_AT_MOST = 50;

/** One `method=result` with what it says of itself, names lower case: `header.d`, `smtp.mailfrom`. */
export interface NamedResult {
  readonly method: string;
  readonly result: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** An Authentication-Results header (RFC 8601 section 2.2). */
export interface AuthenticationResults {
  /** The authserv-id, lower case; null where the server left it out, as Exchange Online does. */
  readonly server: string | null;
  readonly results: readonly NamedResult[];
}

/** Reads a header's value as far as it can be read; at most 50 results. Never throws, takes linear time. */
export function authenticationResults(value: string): AuthenticationResults {
  const parts = withoutComments(value.slice(0, LONGEST))
    .split(';')
    .map((part) => part.replaceAll(/\s*=\s*/g, '=').trim());
  const [first = '', ...others] = parts;
  const anonymous = first.includes('=');
  const results = (anonymous ? parts : others).flatMap(namedResult).slice(0, RESULTS_AT_MOST);
  const server = anonymous ? null : (first.split(/\s+/)[0]?.toLowerCase() ?? '');
  return { server: server === '' ? null : server, results };
}

function namedResult(part: string): NamedResult[] {
  const [head = '', ...words] = part.split(/\s+/);
  const [name, result] = pair(head);
  if (name === '' || result === '') return [];
  const properties = new Map(words.map(pair));
  return [{ method: name.split('/')[0] ?? '', result: result.toLowerCase(), properties }];
}

function pair(word: string): [string, string] {
  const equals = word.indexOf('=');
  return equals < 1 ? ['', ''] : [word.slice(0, equals).toLowerCase(), word.slice(equals + 1)];
}
