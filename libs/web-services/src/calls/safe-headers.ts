/** Headers of an answer that say something about it and hold nothing that opens doors: no cookies, no challenges. */
const SAFE = new Set([
  'content-language',
  'content-type',
  'date',
  'deprecation',
  'etag',
  'last-modified',
  'link',
  'location',
  'request-id',
  'retry-after',
  'sunset',
  'x-correlation-id',
  'x-request-id',
]);
const RATE_LIMIT = /^(x-)?rate-?limit(-[a-z-]+)?$/;

/** The safe ones among the headers of an answer, by lower-case name. */
export function safeHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => SAFE.has(name) || RATE_LIMIT.test(name)));
}
