import { randomUUID } from 'node:crypto';
import { newCorrelation } from './correlation.js';

/** The header that brings the id of a request, and takes it back. */
export const CORRELATION_HEADER = 'x-request-id';

const WELL_FORMED = /^[\w.:-]{8,64}$/;
/** W3C Trace Context, section 3.2.2: the trace-id is the second field, and never all zeros. */
const TRACEPARENT = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}(?:-|$)/;

const KNOWN = Symbol.for('mailroom.correlation');

/** The parts of a request that are read, alike in Node, Express and Fastify (where Node's own is `raw`). */
interface IncomingRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw?: object;
  readonly method?: string;
}

/** The id that these headers bring: of `x-request-id`, else the trace-id of `traceparent`, if well-formed. */
export function broughtCorrelation(headers: IncomingRequest['headers']): string | null {
  const asked = headers[CORRELATION_HEADER];
  if (typeof asked === 'string' && WELL_FORMED.test(asked)) return asked;
  const parent = headers['traceparent'];
  return typeof parent === 'string' ? (TRACEPARENT.exec(parent)?.[1] ?? null) : null;
}

/**
 * The correlation id of this request, always the same for one request: brought along, or made here. For a host that logs
 * requests itself (`genReqId` of pino-http).
 */
export function requestCorrelation(request: object): string {
  const { raw = request, headers } = request as IncomingRequest;
  const marked = raw as { [KNOWN]?: string };
  return (marked[KNOWN] ??= broughtCorrelation(headers) ?? randomUUID());
}

/**
 * Middleware as Express has it, for all routes of a host: what the request brings about, the host's own outgoing mail included, is
 * logged under its id, and the answer says the id in `x-request-id`. Mailroom's own routes do that by themselves.
 */
export function correlate(
  request: object,
  response: { setHeader(name: string, value: string): unknown },
  next: () => void,
): void {
  const id = requestCorrelation(request);
  response.setHeader(CORRELATION_HEADER, id);
  newCorrelation({}, next, id);
}
