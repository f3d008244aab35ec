import {
  asInput,
  needed,
  readRow,
  Secret,
  unknownValue,
  yesOrNo,
  znunyValidity,
  type ForeignRow,
  type ForeignValue,
  type RowReading,
} from '@mailroom/kernel';
import { type TokenWish } from '@mailroom/oauth-tokens';
import { newAccountSchema } from '../accounts/account-input.js';
import { unfinishedSettings } from '../accounts/account-settings.js';
import { queueIn, type AccountReading, type MovedAccount } from './moved-account.js';

/**
 * A row of Znuny's `mail_account`, by the names of its columns or those of `MailAccountGet`. Znuny knows no ports, deletes
 * what it has processed and verifies no certificate.
 */
export function readZnunyAccount(row: ForeignRow): AccountReading {
  const login = row.text('login');
  const host = row.text('host');
  return readRow(row, login && host ? `${login} @ ${host}` : (login ?? host), read);
}

const TYPES = {
  imap: { kind: 'imap', security: 'none', port: 143 },
  imaps: { kind: 'imap', security: 'tls', port: 993 },
  imaptls: { kind: 'imap', security: 'starttls', port: 143 },
  pop3: { kind: 'pop3', security: 'none', port: 110 },
  pop3s: { kind: 'pop3', security: 'tls', port: 995 },
  pop3tls: { kind: 'pop3', security: 'starttls', port: 110 },
} as const;
const isKnown = (name: string): name is keyof typeof TYPES => name in TYPES;

/** What Znuny stores where a password would be, when a token is used instead. */
const NO_PASSWORD = /^(OAuth2Token|dummy-password-placeholder)$/i;

function read(reading: RowReading): MovedAccount | null {
  const { row } = reading;
  const type = needed(row, 'account_type', 'Type');
  const login = needed(row, 'login');
  const host = needed(row, 'host');
  const name = type.text.toLowerCase();
  if (name === 'msgraph') {
    reading.say('use-imap-instead');
    return null;
  }
  if (!isKnown(name)) throw unknownValue(type);
  const { kind, security, port } = TYPES[name];
  reading.maps(type, 'kind', `${kind}, ${security}, port ${port}`);
  const sign = signIn(reading, kind);
  const input = asInput(newAccountSchema, {
    name: login.text.includes('@') ? login.text : `${login.text} @ ${host.text}`,
    kind,
    security,
    port,
    host: host.text,
    login: login.text,
    auth: sign.wish ? 'token' : 'password',
    disposition: 'delete',
    start: 'all',
    ...foldersOf(reading, kind),
    ...dispatchOf(reading),
    ...trustOf(reading),
    ...commentOf(reading),
  });
  // Rules between the settings refuse the row here, not in the middle of an import.
  unfinishedSettings(input);
  reading.maps(host, 'host', input.host);
  reading.maps(login, 'login', input.login);
  reading.say('fetched-mail-is-deleted');
  if (security === 'none') reading.say('in-clear', { host: input.host });
  else reading.say('certificates-verified');
  const queue = input.dispatching === 'account' ? (queueIn(row)?.text ?? null) : null;
  return { input, state: stateOf(reading), ...sign, queue };
}

function signIn(reading: RowReading, kind: string): Pick<MovedAccount, 'wish' | 'password'> {
  const { row } = reading;
  const type = row.value('authentication_type');
  const client = clientOf(row);
  const password = row.value('pw', 'password');
  const host = row.text('host') ?? '';
  if (type?.text.toLowerCase() === 'oauth2_token') {
    reading.maps(type, 'auth', 'token');
    const { named, by } = client;
    reading.maps(named, 'tokenId', null);
    if (kind === 'pop3') reading.say('split-hosts-not-needed');
    return { wish: { client: by, mailbox: row.text('login') ?? '', host }, password: null };
  }
  if (type && type.text.toLowerCase() !== 'password') throw unknownValue(type);
  reading.maps(type, 'auth', 'password');
  if (!password || NO_PASSWORD.test(password.text)) return { wish: null, password: null };
  reading.mapsSecret(password, 'password');
  return { wish: null, password: Secret.of(password.text) };
}

function clientOf(row: ForeignRow): { named: ForeignValue | null; by: TokenWish['client'] } {
  const number = row.value('oauth2_token_config_id');
  const name = row.value('oauth2_token_config_name', 'oauth2_token_config');
  return {
    named: name ?? number,
    by: name ? { by: 'name', name: name.text } : { by: 'number', number: number?.text ?? '?' },
  };
}

function foldersOf(reading: RowReading, kind: 'imap' | 'pop3'): { folders?: string[] } {
  const folder = reading.row.value('imap_folder');
  if (kind === 'pop3' || !folder) return {};
  reading.maps(folder, 'folders', folder.text);
  return { folders: [folder.text] };
}

function dispatchOf(reading: RowReading): { dispatching: 'account' | 'recipient' } {
  const { row } = reading;
  const by = row.value('dispatching_by');
  const queue = row.value('queue_id');
  // As Znuny stores it: no queue, then the address decides.
  const dispatching =
    (by?.text ?? (queue?.text === '0' ? 'From' : 'Queue')) === 'From' ? 'recipient' : 'account';
  reading.maps(by ?? queue, 'dispatching', dispatching);
  if (dispatching === 'recipient') reading.say('routes-needed');
  return { dispatching };
}

function trustOf(reading: RowReading): { trustHeaders: boolean } {
  const trusted = reading.row.value('trusted');
  const trustHeaders = yesOrNo(trusted, false);
  reading.maps(trusted, 'trustHeaders', trustHeaders);
  if (trustHeaders) reading.say('voucher-missing');
  return { trustHeaders };
}

function commentOf(reading: RowReading): { comment?: string } {
  const comment = reading.row.value('comments', 'comment');
  reading.maps(comment, 'comment', comment?.text ?? null);
  return comment ? { comment: comment.text } : {};
}

function stateOf(reading: RowReading): MovedAccount['state'] {
  const validity = reading.row.value('valid_id', 'valid', 'validity');
  const state = znunyValidity(validity);
  if (state === null) reading.say('validity-unknown', { validity: validity?.text ?? '' });
  reading.maps(validity, 'state', state ?? 'archived');
  return state ?? 'archived';
}
