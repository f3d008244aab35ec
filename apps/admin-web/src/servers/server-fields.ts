import { type components } from '../api/schema.gen.js';
import { type MailHost, type Server } from '../api/shapes.js';
import { trustFieldsOf, type TrustFields, trustOf, usualTrust, validTrust } from '../accounts/tls-trust.js';
import { words } from '../i18n/words.js';

type Schemas = components['schemas'];

/** A limit as it is typed; empty is none. */
type Limit = number | '';

/** What stands in the form of a server. */
export interface ServerFields extends TrustFields {
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
  readonly purpose: Server['purpose'];
  readonly ownerId: string;
  readonly ownerName: string;
  readonly isFallback: boolean;
  readonly sizeLimitMb: Limit;
  readonly ratePerMinute: Limit;
  readonly ratePerHour: Limit;
  readonly ratePerDay: Limit;
  readonly recipientsPerDay: Limit;
  readonly connections: Limit;
  readonly saveToSent: boolean;
  readonly comment: string;
}

const MEGABYTE = 1_048_576;
const USUAL_CONNECTIONS = 5;

/** An empty form. */
export const emptyServer: ServerFields = {
  ...usualTrust,
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
  purpose: 'transactional',
  ownerId: '',
  ownerName: '',
  isFallback: false,
  sizeLimitMb: '',
  ratePerMinute: '',
  ratePerHour: '',
  ratePerDay: '',
  recipientsPerDay: '',
  connections: '',
  saveToSent: false,
  comment: '',
};

/** The form of a server. Its password never comes back. */
export function fieldsOf(server: Server): ServerFields {
  const { name, host, port, security, auth, login, fromFilter, priority, purpose, owner } = server;
  const { isFallback, ratePerMinute, ratePerHour, ratePerDay, recipientsPerDay } = server;
  const { connections, saveToSent, comment } = server;
  return {
    ...trustFieldsOf(server.tlsTrust),
    name,
    host,
    port,
    security,
    auth,
    login,
    fromFilter,
    priority,
    purpose,
    isFallback,
    connections,
    saveToSent,
    comment,
    password: '',
    tokenId: server.tokenId ?? '',
    ownerId: owner?.id ?? '',
    ownerName: owner?.name ?? '',
    sizeLimitMb: server.sizeLimitBytes === null ? '' : server.sizeLimitBytes / MEGABYTE,
    ratePerMinute: ratePerMinute ?? '',
    ratePerHour: ratePerHour ?? '',
    ratePerDay: ratePerDay ?? '',
    recipientsPerDay: recipientsPerDay ?? '',
  };
}

/** The form as the API takes it: only the credentials of the chosen way to sign in; an empty password is the stored one. */
function serverInput(fields: ServerFields) {
  const { name, host, port, security, auth, fromFilter, priority, purpose, isFallback } = fields;
  const { saveToSent, comment, password, tokenId, sizeLimitMb, connections } = fields;
  return {
    name,
    host,
    port,
    security,
    auth,
    fromFilter,
    priority,
    purpose,
    isFallback,
    saveToSent,
    comment,
    tlsTrust: trustOf(fields),
    login: auth === 'none' ? '' : fields.login,
    tokenId: auth === 'token' && tokenId !== '' ? tokenId : null,
    owner: ownerOf(fields),
    sizeLimitBytes: sizeLimitMb === '' ? null : Math.round(sizeLimitMb * MEGABYTE),
    ratePerMinute: limitOf(fields.ratePerMinute),
    ratePerHour: limitOf(fields.ratePerHour),
    ratePerDay: limitOf(fields.ratePerDay),
    recipientsPerDay: limitOf(fields.recipientsPerDay),
    connections: connections === '' ? USUAL_CONNECTIONS : connections,
    ...(auth === 'password' && password !== '' ? { password } : {}),
  };
}

// Nought is no word for “no limit”: the server says so at the field.
const limitOf = (typed: Limit): number | null => (typed === '' ? null : typed);

function ownerOf({ ownerId, ownerName }: ServerFields): Server['owner'] {
  const id = ownerId.trim();
  return id === '' ? null : { id, name: ownerName.trim() };
}

/** A new server as the API takes it, to be used at once. Limits that stay empty are those of the provider. */
export function newServer(fields: ServerFields): Schemas['NewServer'] {
  const { ratePerMinute, ratePerHour, ratePerDay, recipientsPerDay, connections, ...input } =
    serverInput(fields);
  return {
    ...input,
    state: 'live',
    ...(ratePerMinute !== null && { ratePerMinute }),
    ...(ratePerHour !== null && { ratePerHour }),
    ...(ratePerDay !== null && { ratePerDay }),
    ...(recipientsPerDay !== null && { recipientsPerDay }),
    ...(fields.connections !== '' && { connections }),
  };
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
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))),
  );
  return tokenAgain ? { ...changed, tokenId: now.tokenId } : changed;
}

/** The parts of the form that a test needs. */
export function serverTrial(fields: ServerFields, id?: string): Schemas['ServerTrial'] {
  const { host, port, security, tlsTrust, auth, login, tokenId, fromFilter, password } = serverInput(fields);
  return {
    host,
    port,
    security,
    tlsTrust,
    auth,
    login,
    tokenId,
    fromFilter,
    ...(password !== undefined && { password }),
    ...(id !== undefined && { id }),
  };
}

/** What the server's rules are asked about as one types. Nothing secret goes along. */
export function serverDraft(fields: ServerFields): Schemas['ServerDraft'] {
  const { name, host, port, security, auth, login, fromFilter, purpose, owner, isFallback, saveToSent } =
    serverInput(fields);
  return {
    ...(name.trim() === '' ? {} : { name }),
    ...measuresOf(fields),
    host: host.trim(),
    port: Number(port) || 0,
    security,
    auth,
    login: login.trim(),
    fromFilter,
    purpose,
    owner,
    isFallback,
    saveToSent,
    hasPassword: false,
  };
}

/** Its numbers, as far as they are typed, and its comment. */
function measuresOf(fields: ServerFields) {
  const {
    priority,
    sizeLimitBytes,
    ratePerMinute,
    ratePerHour,
    ratePerDay,
    recipientsPerDay,
    connections,
    comment,
  } = serverInput(fields);
  const limits = { sizeLimitBytes, ratePerMinute, ratePerHour, ratePerDay, recipientsPerDay, connections };
  return { ...limits, comment, ...(typeof priority === 'number' && { priority }) };
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

/** The rules of the form that need no server. */
export const validServer = {
  ...validTrust,
  name: filled,
  host: filled,
  login: (value: string, { auth }: ServerFields) => (auth === 'none' ? null : filled(value)),
  tokenId: (value: string, { auth }: ServerFields) => (auth === 'token' ? filled(value) : null),
};
