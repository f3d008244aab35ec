import {
  type DispositionFields,
  startOf,
  type StartFields,
  validDisposition,
  validStart,
} from '../accounts/account-fields.js';
import { type components } from '../api/schema.gen.js';
import { type ClientTemplate, type MailHost, type Token } from '../api/shapes.js';
import { words } from '../i18n/words.js';

type ConnectMailbox = components['schemas']['ConnectMailbox'];

/** What stands in the form that sets up a mailbox: both directions at once. */
export interface MailboxFields extends DispositionFields, StartFields {
  readonly name: string;
  readonly address: string;
  readonly incoming: boolean;
  readonly imapHost: string;
  readonly imapPort: number;
  readonly imapSecurity: MailHost['security'];
  readonly folders: string[];
  readonly outgoing: boolean;
  readonly smtpHost: string;
  readonly smtpPort: number;
  readonly smtpSecurity: MailHost['security'];
  readonly fromFilter: string;
}

const UNKNOWN = {
  imap: { host: '', port: 993, security: 'tls' },
  smtp: { host: '', port: 587, security: 'starttls' },
} as const;

/**
 * The form for a fresh token: hosts from the template, addresses from what was `typed` before, else from the identity. The
 * token of an application is nobody's, so that its mailbox has to be typed.
 */
export function mailboxFields(
  token: Token,
  template: ClientTemplate | undefined,
  typed: string | null = null,
): MailboxFields {
  const mailbox = typed ?? (token.clientFlow === 'client-credentials' ? '' : token.mailbox);
  const { imap, smtp } = template?.mail ?? UNKNOWN;
  return {
    name: mailbox,
    address: mailbox,
    incoming: true,
    outgoing: true,
    imapHost: imap.host,
    imapPort: imap.port,
    imapSecurity: imap.security,
    folders: ['INBOX'],
    disposition: 'seen',
    moveTo: '',
    start: 'new',
    since: '',
    smtpHost: smtp.host,
    smtpPort: smtp.port,
    smtpSecurity: smtp.security,
    fromFilter: mailbox,
  };
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
  token: Token,
  template: ClientTemplate | undefined,
): ConnectMailbox {
  const { name, address, incoming, outgoing, folders, disposition, moveTo, fromFilter } = fields;
  const move = disposition === 'move' ? { moveTo } : {};
  return {
    tokenId: token.id,
    name,
    ...(address === '' || address === token.mailbox ? {} : { address }),
    incoming: incoming ? { folders, disposition, ...move, start: startOf(fields) } : null,
    outgoing: outgoing ? { fromFilter } : null,
    ...(incoming && differ(imapOf(fields), template?.mail?.imap) ? { imap: imapOf(fields) } : {}),
    ...(outgoing && differ(smtpOf(fields), template?.mail?.smtp) ? { smtp: smtpOf(fields) } : {}),
  };
}

function differ(typed: MailHost, known: MailHost | undefined): boolean {
  return typed.host !== known?.host || typed.port !== known.port || typed.security !== known.security;
}

const filled = (value: string) => (value.trim() === '' ? words.rules.required : null);

/** The rules of the form that need no server. */
export const validMailbox = {
  name: filled,
  address: filled,
  imapHost: (value: string, { incoming }: MailboxFields) => (incoming ? filled(value) : null),
  smtpHost: (value: string, { outgoing }: MailboxFields) => (outgoing ? filled(value) : null),
  moveTo: (value: string, fields: MailboxFields) =>
    fields.incoming ? validDisposition.moveTo(value, fields) : null,
  since: (value: string, fields: MailboxFields) => (fields.incoming ? validStart.since(value, fields) : null),
};
