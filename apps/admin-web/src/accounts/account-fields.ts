import { type components } from '../api/schema.gen.js';
import { type Account, type MailHost } from '../api/shapes.js';
import { usualPort } from '../furniture/usual-port.js';
import { words } from '../i18n/words.js';
import { type TrustFields, trustFieldsOf, trustOf, usualTrust, validTrust } from './tls-trust.js';

type Schemas = components['schemas'];
type NewAccount = Schemas['NewAccount'];

const MEGABYTE = 1_048_576;

/** Which mail counts at the first fetch, as a form has it. */
export interface StartFields {
  readonly start: 'new' | 'all' | 'since';
  /** `YYYY-MM-DD`; only with `since`. */
  readonly since: string;
  /** Mail of the time before arrives as history; not with `new`. */
  readonly quietImport: boolean;
}

/** What happens on the mail server to a mail that is safely with the helpdesk, as a form has it. */
export interface DispositionFields {
  readonly disposition: Account['disposition'];
  readonly moveTo: string;
}

/** What stands in the form of an account. */
export interface AccountFields extends DispositionFields, TrustFields {
  readonly name: string;
  readonly address: string;
  readonly kind: Account['kind'];
  readonly host: string;
  readonly port: number;
  readonly security: MailHost['security'];
  readonly auth: Account['auth'];
  readonly login: string;
  readonly password: string;
  readonly tokenId: string;
  readonly folders: string[];
  readonly sizeLimitMb: number;
  readonly batchMessages: number;
  readonly batchMb: number;
  readonly pollSeconds: number;
  readonly push: boolean;
  /** Minutes; 0 never, empty by the poll interval. */
  readonly silentAfterMinutes: number | '';
  /** Days; empty never. */
  readonly quietAfterDays: number | '';
  readonly comment: string;
}

/** An empty form. */
export const emptyAccount: AccountFields & StartFields = {
  ...usualTrust,
  name: '',
  address: '',
  kind: 'imap',
  host: '',
  port: 993,
  security: 'tls',
  auth: 'password',
  login: '',
  password: '',
  tokenId: '',
  folders: ['INBOX'],
  disposition: 'seen',
  moveTo: '',
  sizeLimitMb: 50,
  batchMessages: 2_000,
  batchMb: 512,
  pollSeconds: 60,
  push: true,
  silentAfterMinutes: '',
  quietAfterDays: '',
  comment: '',
  start: 'new',
  since: '',
  quietImport: true,
};

/** The form of an account. Its password never comes back. */
export function fieldsOf(account: Account): AccountFields {
  const {
    batchMessages,
    name,
    address,
    kind,
    host,
    port,
    security,
    auth,
    login,
    folders,
    disposition,
    pollSeconds,
    push,
    comment,
  } = account;
  return {
    batchMessages,
    batchMb: Math.round(account.batchBytes / MEGABYTE),
    ...trustFieldsOf(account.tlsTrust),
    name,
    address,
    kind,
    host,
    port,
    security,
    auth,
    login,
    folders,
    disposition,
    pollSeconds,
    push,
    comment,
    password: '',
    tokenId: account.tokenId ?? '',
    silentAfterMinutes: account.silentAfterMinutes ?? '',
    quietAfterDays: account.quietAfterDays ?? '',
    moveTo: account.moveTo ?? '',
    sizeLimitMb: Math.round((account.sizeLimitBytes / MEGABYTE) * 10) / 10,
  };
}

/**
 * The form once another protocol was chosen: the port follows where it is the usual one, and what POP3 cannot do to mail
 * becomes leaving it.
 */
export function withProtocol(fields: AccountFields, kind: Account['kind']): Partial<AccountFields> {
  const { port, security, disposition } = fields;
  const isUsual = port === usualPort(fields.kind, security);
  return {
    kind,
    port: isUsual ? usualPort(kind, security) : port,
    disposition: dispositionWithin(kind, disposition),
  };
}

/** What a protocol can do to mail: POP3 leaves it where it cannot mark or move it. */
export function dispositionWithin(
  kind: Account['kind'],
  disposition: Account['disposition'],
): Account['disposition'] {
  return kind === 'pop3' && disposition !== 'delete' ? 'leave' : disposition;
}

/**
 * The form as the API takes it: only the credentials of the chosen way to sign in (an empty password is the stored one),
 * and folders and push only where the protocol has them.
 */
function accountInput(fields: AccountFields) {
  const { password, tokenId, moveTo, sizeLimitMb, batchMb, address, folders, push, ...rest } = fields;
  const { trust, certificates, sha256, ...plain } = rest;
  return {
    ...plain,
    ...(fields.kind === 'imap' ? { folders, push } : {}),
    ...(address === '' ? {} : { address }),
    moveTo: fields.disposition === 'move' ? moveTo : null,
    sizeLimitBytes: Math.round(sizeLimitMb * MEGABYTE),
    batchBytes: batchMb * MEGABYTE,
    tlsTrust: trustOf({ trust, certificates, sha256 }),
    silentAfterMinutes: numberOrNull(fields.silentAfterMinutes),
    quietAfterDays: numberOrNull(fields.quietAfterDays),
    tokenId: fields.auth === 'token' && tokenId !== '' ? tokenId : null,
    ...(fields.auth === 'password' && password !== '' ? { password } : {}),
  };
}

function numberOrNull(value: number | ''): number | null {
  return value === '' ? null : value;
}

/**
 * What to change: what differs. With `tokenAgain` the token is named although it is the same: it was chosen once more
 * for another server.
 */
export function accountChanges(
  fields: AccountFields,
  account: Account,
  tokenAgain: boolean,
): Schemas['AccountChanges'] {
  const before = new Map<string, unknown>(Object.entries(accountInput(fieldsOf(account))));
  const now = accountInput(fields);
  const changed = Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))),
  );
  return tokenAgain ? { ...changed, tokenId: now.tokenId } : changed;
}

/** The form as it is judged while it is filled in, without its password; with `id` what is left out is that account's. */
export function accountDraft(
  fields: AccountFields & Partial<StartFields>,
  id?: string,
): Schemas['AccountDraft'] {
  const { password: _, ...draft } = accountTrial(fields, id);
  return draft;
}

/**
 * The form as a test takes it; with `id` an empty password is that account's. Which mail counts is asked of new accounts
 * only, and is no part of a test.
 */
export function accountTrial(
  fields: AccountFields & Partial<StartFields>,
  id?: string,
): Schemas['AccountTrial'] {
  const { start: _, since: __, quietImport: ___, ...tried } = fields;
  return { ...accountInput(tried), ...(id === undefined ? {} : { id }) };
}

/** The start as the API takes it. */
export function startOf({
  start,
  since,
}: Omit<StartFields, 'quietImport'>): 'new' | 'all' | { since: string } {
  return start === 'since' ? { since: new Date(`${since}T00:00:00`).toISOString() } : start;
}

/** Does mail of the time before arrive as history? Where only new mail counts there is none. */
export function quietly({ start, quietImport }: Omit<StartFields, 'since'>): boolean {
  return start !== 'new' && quietImport;
}

/** A new account as the API takes it. */
export function newAccount({
  start,
  since,
  quietImport,
  ...fields
}: AccountFields & StartFields): NewAccount {
  return {
    ...accountInput(fields),
    start: startOf({ start, since }),
    ...(quietly({ start, quietImport }) ? { quietImport } : {}),
  };
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

/** The rules of a disposition. */
export const validDisposition = {
  moveTo: (value: string, { disposition }: DispositionFields) =>
    disposition === 'move' ? filled(value) : null,
};

/** The rules of a start. */
export const validStart = {
  since: (value: string, { start }: Pick<StartFields, 'start'>) => (start === 'since' ? filled(value) : null),
};

/** The rules of the form that need no server. */
export const validAccount = {
  name: filled,
  host: filled,
  login: filled,
  tokenId: (value: string, { auth }: AccountFields) => (auth === 'token' ? filled(value) : null),
  ...validDisposition,
  ...validTrust,
};
