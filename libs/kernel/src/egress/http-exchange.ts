import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type LookupFunction } from 'node:net';
import { kernelProblem } from '../problems/kernel-problems.js';
import { Problem } from '../problems/problem.js';
import { certificateFault } from './certificate-fault.js';
import { type Destination } from './destination.js';

/** What is sent, and how much and how long may come back. */
export interface HttpExchange {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** PEM: over TLS only certificates of these authorities are believed, and of no others. */
  readonly ca?: string;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1_048_576;

/**
 * Speaks HTTP to exactly `destination`. Answers the status as it came, redirects included.
 * Problems: `host-unreachable` (also when nobody took the connection in time), `host-certificate-refused` (`fault`),
 * `deadline-exceeded`, `answer-too-large`.
 */
export async function httpExchange(
  url: URL,
  destination: Destination,
  exchange: HttpExchange,
): Promise<Response> {
  const deadline = AbortSignal.timeout(exchange.timeoutMs ?? TIMEOUT_MS);
  const signal = exchange.signal ? AbortSignal.any([deadline, exchange.signal]) : deadline;
  let connected = false;
  const heard = (): void => void (connected = true);
  try {
    const answer = await send(url, destination, { ...exchange, signal }, heard);
    const body = await readBody(answer, exchange.maxBytes ?? MAX_BYTES);
    return new Response(emptyStatus(answer.statusCode) ? null : body, {
      status: answer.statusCode ?? 502,
      headers: headersOf(answer),
    });
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw failure(url.hostname, connected && deadline.aborted, cause);
  }
}

function send(
  url: URL,
  to: Destination,
  exchange: HttpExchange,
  connected: () => void,
): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_host, options, done) =>
    options.all
      ? done(null, [{ address: to.address, family: to.family }])
      : done(null, to.address, to.family);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, signal, ca } = exchange;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    request(url, {
      method,
      headers: { ...headers, ...length },
      lookup,
      signal,
      agent: false,
      ...(ca === undefined ? {} : { ca }),
    })
      .on('socket', (socket) => socket.once('connect', connected))
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw kernelProblem('answer-too-large', { params: { maxBytes } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  }
  return headers;
}

function failure(host: string, late: boolean, cause: unknown): Problem {
  const fault = late ? null : certificateFault(cause);
  if (fault !== null)
    return kernelProblem('host-certificate-refused', {
      params: { host, fault },
      disposition: 'ask-admin',
      cause,
    });
  const code = late ? 'deadline-exceeded' : 'host-unreachable';
  return kernelProblem(code, { params: { host }, disposition: 'retry-later', cause });
}

function emptyStatus(status: number | undefined): boolean {
  return status === 204 || status === 205 || status === 304;
}
