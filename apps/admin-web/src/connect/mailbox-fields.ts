import {
  dispositionWithin,
  type DispositionFields,
  quietly,
  startOf,
  type StartFields,
  validDisposition,
  validStart,
} from '../accounts/account-fields.js';
import { type components } from '../api/schema.gen.js';
import {
  type Account,
  type ClientTemplate,
  type MailboxProposal,
  type MailHost,
  type Token,
} from '../api/shapes.js';
import { words } from '../i18n/words.js';

type ConnectMailbox = components['schemas']['ConnectMailbox'];

/** What stands in the form that sets up a mailbox: both directions at once. */
export interface MailboxFields extends DispositionFields, StartFields {
  readonly name: string;
  readonly address: string;
  /** Where a password signs in; empty with a token. */
  readonly password: string;
  /** Who signs in with the password; empty for the address. */
  readonly login: string;
  readonly incoming: boolean;
  readonly kind: Account['kind'];
  readonly imapHost: string;
  readonly imapPort: number;
  readonly imapSecurity: MailHost['security'];
  readonly folders: string[];
  /** An id of the helpdesk's; empty for its own choice. */
  readonly destination: string;
  readonly outgoing: boolean;
  readonly smtpHost: string;
  readonly smtpPort: number;
  readonly smtpSecurity: MailHost['security'];
  readonly fromFilter: string;
}

const UNKNOWN = {
  imap: { host: '', port: 993, security: 'tls' },
  pop: { host: '', port: 995, security: 'tls' },
  smtp: { host: '', port: 587, security: 'starttls' },
} as const;

/**
 * The form for a fresh token, or without one for a password: hosts from the template, addresses from what was `typed` before,
 * else from the identity. The token of an application is nobody's, so that its mailbox has to be typed.
 */
export function mailboxFields(
  token: Token | null,
  template: ClientTemplate | undefined,
  typed: string | null = null,
): MailboxFields {
  const own = token === null || token.clientFlow === 'client-credentials' ? '' : token.mailbox;
  const mailbox = typed ?? own;
  const { imap, smtp } = template?.mail ?? UNKNOWN;
  return {
    name: mailbox,
    address: mailbox,
    password: '',
    login: '',
    incoming: true,
    kind: 'imap',
    outgoing: true,
    imapHost: imap.host,
    imapPort: imap.port,
    imapSecurity: imap.security,
    folders: ['INBOX'],
    destination: '',
    disposition: 'seen',
    moveTo: '',
    start: 'new',
    since: '',
    quietImport: true,
    smtpHost: smtp.host,
    smtpPort: smtp.port,
    smtpSecurity: smtp.security,
    fromFilter: mailbox,
  };
}

/** The form once another protocol was chosen: with the template's host for it, and what it can do to mail. */
export function withProtocol(
  { disposition }: MailboxFields,
  kind: Account['kind'],
  template: ClientTemplate | undefined,
): Partial<MailboxFields> {
  const { imap, pop } = template?.mail ?? UNKNOWN;
  const { host, port, security } = kind === 'pop3' ? pop : imap;
  const place = { imapHost: host, imapPort: port, imapSecurity: security };
  return { kind, ...place, disposition: dispositionWithin(kind, disposition) };
}

/** Where mail is fetched, as typed. */
export function imapOf({ imapHost: host, imapPort: port, imapSecurity: security }: MailboxFields): MailHost {
  return { host, port, security };
}

/** Where mail leaves, as typed. */
export function smtpOf({ smtpHost: host, smtpPort: port, smtpSecurity: security }: MailboxFields): MailHost {
  return { host, port, security };
}

/** The form as the API takes it; hosts only where they are not the template's. */
export function connectInput(
  fields: MailboxFields,
  token: Token | null,
  template: ClientTemplate | undefined,
): ConnectMailbox {
  const { name, address, incoming, outgoing, kind, fromFilter, destination } = fields;
  const known = kind === 'pop3' ? template?.mail?.pop : template?.mail?.imap;
  return {
    ...signInOf(fields, token),
    name,
    ...(address === '' || address === token?.mailbox ? {} : { address }),
    incoming: incoming
      ? { ...fetchingOf(fields), start: startOf(fields), ...(quietly(fields) ? { quietImport: true } : {}) }
      : null,
    outgoing: outgoing ? { fromFilter } : null,
    ...(incoming && destination !== '' ? { destination } : {}),
    ...(incoming && differ(imapOf(fields), known) ? { [kind]: imapOf(fields) } : {}),
    ...(outgoing && differ(smtpOf(fields), template?.mail?.smtp) ? { smtp: smtpOf(fields) } : {}),
  };
}

/** The form as it is judged while it is filled in, without its password. */
export function mailboxDraft(
  fields: MailboxFields,
  token: Token | null,
  template: ClientTemplate | undefined,
): components['schemas']['MailboxDraft'] {
  const begins = fields.start === 'since' && fields.since === '' ? { start: 'new' as const } : {};
  const { password: _, ...draft } = connectInput({ ...fields, ...begins }, token, template);
  return draft;
}

function signInOf({ password, login }: MailboxFields, token: Token | null) {
  if (token) return { tokenId: token.id };
  return { password, ...(login.trim() === '' ? {} : { login: login.trim() }) };
}

/** The incoming side as a test takes it: signed in to with the token or the password, as the mailbox. */
export function incomingTrial(fields: MailboxFields, tokenId: string | null) {
  const { address } = fields;
  return { ...imapOf(fields), address, ...tried(fields, tokenId), ...fetchingOf(fields) };
}

/** The outgoing side as a test takes it. */
export function outgoingTrial(fields: MailboxFields, tokenId: string | null) {
  return { ...smtpOf(fields), ...tried(fields, tokenId), fromFilter: fields.fromFilter };
}

function tried({ address, login, password }: MailboxFields, tokenId: string | null) {
  if (tokenId !== null) return { login: address, auth: 'token' as const, tokenId };
  return { login: login.trim() || address, auth: 'password' as const, tokenId: null, password };
}

/** The form once its servers were found: those of the best proposal for what is fetched by. */
export function withProposal(
  { kind }: Pick<MailboxFields, 'kind'>,
  items: readonly MailboxProposal[],
): Partial<MailboxFields> {
  const found = items.find((proposal) => proposal.kind === kind);
  if (!found) return {};
  const { host, port, security, smtp } = found;
  return {
    imapHost: host,
    imapPort: port,
    imapSecurity: security,
    ...(smtp ? { smtpHost: smtp.host, smtpPort: smtp.port, smtpSecurity: smtp.security } : {}),
  };
}

/** How mail is fetched and left, as the API takes it. */
export function fetchingOf({ kind, folders, disposition, moveTo }: MailboxFields) {
  return {
    ...(kind === 'pop3' ? { kind } : { folders }),
    disposition,
    ...(disposition === 'move' ? { moveTo } : {}),
  };
}

function differ(typed: MailHost, known: MailHost | undefined): boolean {
  return typed.host !== known?.host || typed.port !== known.port || typed.security !== known.security;
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

/** The rules of the form that need no server; with a password there has to be one. */
export const validMailbox = (byPassword: boolean) => ({
  name: filled,
  address: filled,
  password: (value: string) => (byPassword && value === '' ? words.rules.required : null),
  imapHost: (value: string, { incoming }: MailboxFields) => (incoming ? filled(value) : null),
  smtpHost: (value: string, { outgoing }: MailboxFields) => (outgoing ? filled(value) : null),
  moveTo: (value: string, fields: MailboxFields) =>
    fields.incoming ? validDisposition.moveTo(value, fields) : null,
  since: (value: string, fields: MailboxFields) => (fields.incoming ? validStart.since(value, fields) : null),
});
