import { type components } from '../api/schema.gen.js';
import { type Invoker } from '../api/shapes.js';
import { words } from '../i18n/words.js';

type Schemas = components['schemas'];

/** A header under edit. The value of a stored secret is empty until somebody types another. */
export interface HeaderField {
  /** For React alone: rows come and go. */
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  readonly stored: boolean;
}

/** What stands in the form of an invoker. */
export interface InvokerFields {
  readonly name: string;
  readonly baseUrl: string;
  readonly method: Invoker['method'];
  readonly path: string;
  readonly authentication: Invoker['authentication'];
  readonly tokenId: string;
  readonly headers: readonly HeaderField[];
  readonly body: string;
  readonly timeoutMs: number;
  readonly maxKib: number;
  readonly caCertificate: string;
  readonly comment: string;
}

/** An empty form. */
export const emptyInvoker: InvokerFields = {
  name: '',
  baseUrl: '',
  method: 'POST',
  path: '',
  authentication: 'bearer',
  tokenId: '',
  headers: [],
  body: '',
  timeoutMs: 10_000,
  maxKib: 1_024,
  caCertificate: '',
  comment: '',
};

let rows = 0;

/** One more header, empty. */
export function emptyHeader(): HeaderField {
  return { key: `new-${(rows += 1)}`, name: '', value: '', secret: false, stored: false };
}

/** The form of an invoker. Its secrets never come back. */
export function fieldsOf(invoker: Invoker): InvokerFields {
  const { name, baseUrl, method, path, authentication, timeoutMs, comment } = invoker;
  return {
    name,
    baseUrl,
    method,
    path,
    authentication,
    timeoutMs,
    comment,
    tokenId: invoker.tokenId ?? '',
    headers: invoker.headers.map((header) => ({
      ...header,
      key: header.name,
      value: header.value ?? '',
      stored: header.secret,
    })),
    body: invoker.body ?? '',
    maxKib: Math.round(invoker.maxBytes / 1_024),
    caCertificate: invoker.caCertificate ?? '',
  };
}

/** The form as the API takes it: no token where none is sent, no body with GET, and an empty secret is the stored one. */
function invokerInput(fields: InvokerFields) {
  const { tokenId, headers, body, maxKib, caCertificate, ...rest } = fields;
  return {
    ...rest,
    tokenId: fields.authentication === 'none' || tokenId === '' ? null : tokenId,
    headers: headers.map(({ name, value, secret }) => ({
      name,
      secret,
      ...(value === '' ? {} : { value }),
    })),
    body: body.trim() === '' || fields.method === 'GET' ? null : body,
    maxBytes: maxKib * 1_024,
    caCertificate: caCertificate.trim() === '' ? null : caCertificate,
  };
}

/** The form as it is judged while it is filled in; with `id` what is left out is that invoker's. */
export function invokerDraft(fields: InvokerFields, id?: string): Schemas['InvokerDraft'] {
  return {
    ...invokerInput(fields),
    headers: fields.headers.map(draftHeader),
    ...(id === undefined ? {} : { id }),
  };
}

// Secrets leave when they are stored, and not before. What is not typed yet must not hide what is wrong elsewhere.
function draftHeader({ name, value, secret, stored }: HeaderField, index: number) {
  const known = { name: name === '' ? `X-${index}` : name, secret };
  if (secret && stored && value === '') return known;
  return { ...known, value: secret || value === '' ? 'nothing' : value };
}

/** A new invoker as the API takes it, to be called at once. */
export function newInvoker(fields: InvokerFields): Schemas['NewInvoker'] {
  return { ...invokerInput(fields), state: 'live' };
}

/**
 * What to change: what differs. With `tokenAgain` the token is named although it is the same: it was chosen once more for
 * another server.
 */
export function invokerChanges(
  fields: InvokerFields,
  invoker: Invoker,
  tokenAgain: boolean,
): Schemas['InvokerChanges'] {
  const before = new Map<string, unknown>(Object.entries(invokerInput(fieldsOf(invoker))));
  const now = invokerInput(fields);
  const changed = Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))),
  );
  return tokenAgain ? { ...changed, tokenId: now.tokenId } : changed;
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

/** The rules of the form that need no server. */
export const validInvoker = {
  name: filled,
  baseUrl: filled,
  tokenId: (value: string, { authentication }: InvokerFields) =>
    authentication === 'none' ? null : filled(value),
  headers: {
    name: filled,
    value: (value: string, { headers }: InvokerFields, path: string) => {
      const header = headers[Number(path.split('.')[1])];
      return header?.stored && header.secret ? null : filled(value);
    },
  },
};
