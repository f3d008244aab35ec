import { type Invoker } from '../invokers/invoker.js';
import { fillBody, readBodyTemplate } from '../templates/fill-body.js';
import { fillHeader } from '../templates/fill-header.js';
import { fillPath } from '../templates/fill-path.js';
import { type Payload } from '../templates/payload.js';
import { webServicesProblem } from '../web-services-problems.js';

/** A request as it leaves. */
export interface FilledRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What only a request may hold: the access token, and the secret headers by lower-case name. */
export interface Confidential {
  readonly accessToken: string;
  readonly secretHeader: (name: string) => string;
}

/** Stands where a secret would, for eyes. */
export const VEIL = '•••';
/** Shows no secret. */
export const veiled: Confidential = { accessToken: VEIL, secretHeader: () => VEIL };

/** What a request is made from. */
export type RequestTemplates = Pick<
  Invoker,
  'method' | 'baseUrl' | 'path' | 'headers' | 'body' | 'authentication'
>;

/**
 * Fills an invoker's templates. Without a template for the body, POST, PUT and PATCH send the payload as JSON, DELETE and
 * GET send none. Problems `template-value-missing`, `template-value-refused`, `payload-not-json`.
 */
export function fillRequest(
  invoker: RequestTemplates,
  payload: Payload,
  confidential: Confidential,
): FilledRequest {
  const body = bodyOf(invoker, payload);
  return {
    method: invoker.method,
    url: new URL(joined(invoker.baseUrl, fillPath(invoker.path, payload))),
    headers: { ...headersBefore(invoker, body, confidential), ...headersOf(invoker, payload, confidential) },
    body,
  };
}

/** A base URL and what follows it, with one slash between them. */
export function joined(baseUrl: string, path: string): string {
  if (path === '' || path.startsWith('?')) return baseUrl + path;
  return `${baseUrl}/${path.replace(/^\/+/, '')}`;
}

function bodyOf({ method, body }: RequestTemplates, payload: Payload): string | undefined {
  if (body === null && (method === 'GET' || method === 'DELETE')) return undefined;
  const template = body === null ? undefined : readBodyTemplate(body);
  return asJson(template === undefined ? payload : fillBody(template, payload));
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    // A cycle or a BigInt.
    throw webServicesProblem('payload-not-json', { field: 'payload', cause });
  }
}

function headersBefore(invoker: RequestTemplates, body: string | undefined, { accessToken }: Confidential) {
  const named = new Set(invoker.headers.map(({ name }) => name.toLowerCase()));
  return {
    ...(named.has('accept') ? {} : { accept: 'application/json' }),
    ...(body === undefined || named.has('content-type') ? {} : { 'content-type': 'application/json' }),
    ...(invoker.authentication === 'bearer' ? { authorization: `Bearer ${accessToken}` } : {}),
  };
}

function headersOf(invoker: RequestTemplates, payload: Payload, { accessToken, secretHeader }: Confidential) {
  return Object.fromEntries(
    invoker.headers.map(({ name, value }) => [
      name,
      value === null ? secretHeader(name.toLowerCase()) : fillHeader(value, payload, accessToken),
    ]),
  );
}
