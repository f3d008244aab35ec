import { type InvokerFields } from './invoker-fields.js';

/** Stands where a secret would. */
export const VEIL = '•••';

const ACCESS_TOKEN = /\{accessToken\}|<OTRS_OAUTH2_TOKEN>/g;
const METHODS_OF_PAYLOAD: readonly string[] = ['POST', 'PUT', 'PATCH'];

/** A request with its placeholders still open and its secrets veiled. */
export interface RequestPreview {
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** A template of its own, the payload as it comes, or nothing. */
  readonly body: { readonly template: string } | 'payload' | null;
}

type Previewed = Pick<InvokerFields, 'baseUrl' | 'path' | 'method' | 'authentication' | 'headers' | 'body'>;

/** The request that an invoker would send. */
export function previewOf(fields: Previewed): RequestPreview {
  const body = bodyOf(fields);
  const named = new Set(fields.headers.map(({ name }) => name.toLowerCase()));
  const ownHeaders = fields.headers
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, value, secret }) => [name, secret ? VEIL : veiled(value)] as const);
  return {
    url: urlOf(fields),
    headers: [
      ...(named.has('accept') ? [] : [['accept', 'application/json'] as const]),
      ...(body === null || named.has('content-type') ? [] : [['content-type', 'application/json'] as const]),
      ...(fields.authentication === 'bearer' ? [['authorization', `Bearer ${VEIL}`] as const] : []),
      ...ownHeaders,
    ],
    body,
  };
}

function urlOf({ baseUrl, path }: Previewed): string {
  const base = (baseUrl.trim() || 'https://…').replace(/\/+$/, '');
  return path === '' || path.startsWith('?') ? base + path : `${base}/${path.replace(/^\/+/, '')}`;
}

function bodyOf({ method, body }: Previewed): RequestPreview['body'] {
  if (method === 'GET') return null;
  if (body.trim() !== '') return { template: pretty(body) };
  return METHODS_OF_PAYLOAD.includes(method) ? 'payload' : null;
}

function veiled(value: string): string {
  return value.replace(ACCESS_TOKEN, VEIL);
}

/** JSON with a line for each member; other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
