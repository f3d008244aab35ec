import { type components } from '../api/schema.gen.js';
import { type MailHost, type Server } from '../api/shapes.js';
import { words } from '../i18n/words.js';

type Schemas = components['schemas'];

/** What stands in the form of a server. */
export interface ServerFields {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly security: MailHost['security'];
  readonly auth: Server['auth'];
  readonly login: string;
  readonly password: string;
  readonly tokenId: string;
  readonly fromFilter: string;
  readonly priority: number;
  readonly isFallback: boolean;
  readonly comment: string;
}

/** An empty form. */
export const emptyServer: ServerFields = {
  name: '',
  host: '',
  port: 587,
  security: 'starttls',
  auth: 'password',
  login: '',
  password: '',
  tokenId: '',
  fromFilter: '',
  priority: 10,
  isFallback: false,
  comment: '',
};

/** The form of a server. Its password never comes back. */
export function fieldsOf(server: Server): ServerFields {
  const { name, host, port, security, auth, login, tokenId, fromFilter, priority, isFallback, comment } =
    server;
  return {
    name,
    host,
    port,
    security,
    auth,
    login,
    fromFilter,
    priority,
    isFallback,
    comment,
    password: '',
    tokenId: tokenId ?? '',
  };
}

/** The form as the API takes it: only the credentials of the chosen way to sign in; an empty password is the stored one. */
function serverInput(fields: ServerFields) {
  const { password, tokenId, login, ...rest } = fields;
  return {
    ...rest,
    login: fields.auth === 'none' ? '' : login,
    tokenId: fields.auth === 'token' && tokenId !== '' ? tokenId : null,
    ...(fields.auth === 'password' && password !== '' ? { password } : {}),
  };
}

/** A new server as the API takes it, to be used at once. */
export function newServer(fields: ServerFields): Schemas['NewServer'] {
  return { ...serverInput(fields), state: 'live' };
}

/**
 * What to change: what differs. With `tokenAgain` the token is named although it is the same: it was chosen once more
 * for another host.
 */
export function serverChange(
  fields: ServerFields,
  server: Server,
  tokenAgain: boolean,
): Schemas['ServerChange'] {
  const before = new Map<string, unknown>(Object.entries(serverInput(fieldsOf(server))));
  const now = serverInput(fields);
  const changed = Object.fromEntries(
    Object.entries(now).filter(([name, value]) => value !== before.get(name)),
  );
  return tokenAgain ? { ...changed, tokenId: now.tokenId } : changed;
}

/** The parts of the form that a test needs. */
export function serverTrial(fields: ServerFields, id?: string): Schemas['ServerTrial'] {
  const { name: _, priority: __, isFallback: ___, comment: ____, ...trial } = serverInput(fields);
  return { ...trial, ...(id === undefined ? {} : { id }) };
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

/** The rules of the form that need no server. */
export const validServer = {
  name: filled,
  host: filled,
  login: (value: string, { auth }: ServerFields) => (auth === 'none' ? null : filled(value)),
  tokenId: (value: string, { auth }: ServerFields) => (auth === 'token' ? filled(value) : null),
};
