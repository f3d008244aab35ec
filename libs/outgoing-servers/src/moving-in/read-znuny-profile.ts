import {
  kernelProblem,
  needed,
  readRow,
  Secret,
  unknownValue,
  wholeNumber,
  yesOrNo,
  znunyValidity,
  type ForeignRow,
  type ForeignValue,
  type RowReading,
} from '@mailroom/kernel';
import { type TokenWish } from '@mailroom/oauth-tokens';
import { serverInput, type MovedServer, type ServerReading } from './moved-server.js';

/** An outbound e-mail profile of Znuny: a row of `sendmail_config`, or an entry of `SendmailConfig::GetAll`. */
export function readZnunyProfile(row: ForeignRow): ServerReading {
  return readRow(row, row.text('auth_user', 'host', 'sendmail_module'), read);
}

const MODULES = {
  smtp: { security: 'none', port: 25 },
  smtps: { security: 'tls', port: 465 },
  smtptls: { security: 'starttls', port: 587 },
} as const;
const isKnown = (name: string): name is keyof typeof MODULES => name in MODULES;
const NO_SERVER = new Set(['sendmail', 'donotsendemail', 'test']);

function read(reading: RowReading): MovedServer | null {
  const { row } = reading;
  const module = needed(row, 'sendmail_module');
  const name = module.text.split('::').at(-1)?.toLowerCase() ?? '';
  if (NO_SERVER.has(name) || name === 'msgraph') {
    reading.say(name === 'msgraph' ? 'use-smtp-instead' : 'program-is-no-server');
    return null;
  }
  if (!isKnown(name)) throw unknownValue(module);
  const { security, port } = MODULES[name];
  const host = needed(row, 'host');
  const login = row.value('auth_user');
  const said = row.value('port');
  const comment = row.value('comments', 'comment');
  const isFallback = yesOrNo(row.value('is_fallback_config'), false);
  const filter = row.value('email_addresses');
  const sign = signIn(reading, login?.text ?? '', host.text);
  const input = serverInput({
    name: login?.text ?? host.text,
    host: host.text,
    port: wholeNumber(said) ?? port,
    security,
    auth: sign.auth,
    login: sign.auth === 'none' ? '' : (login?.text ?? ''),
    // A fallback takes every sender that no profile lists, and its own list was dropped there as well.
    fromFilter: isFallback || !filter ? '' : addressesOf(filter),
    isFallback,
    ...(comment ? { comment: comment.text } : {}),
  });
  reading.maps(module, 'security', input.security);
  reading.maps(host, 'host', input.host);
  reading.maps(said, 'port', input.port);
  if (sign.auth !== 'none') reading.maps(login, 'login', input.login);
  reading.maps(filter, 'fromFilter', input.fromFilter ?? '');
  reading.maps(row.value('is_fallback_config'), 'isFallback', isFallback);
  reading.maps(comment, 'comment', comment?.text ?? null);
  passedBy(reading, input);
  return { input, state: stateOf(reading), wish: sign.wish, password: sign.password };
}

interface SignIn extends Pick<MovedServer, 'wish' | 'password'> {
  readonly auth: 'none' | 'password' | 'token';
}

function signIn(reading: RowReading, mailbox: string, host: string): SignIn {
  const { row } = reading;
  const type = row.value('authentication_type');
  const password = row.value('auth_password');
  switch (type?.text.toLowerCase() ?? (mailbox === '' ? 'none' : 'password')) {
    case 'none':
      reading.maps(type, 'auth', 'none');
      return { auth: 'none', wish: null, password: null };
    case 'oauth2_token': {
      reading.maps(type, 'auth', 'token');
      return { auth: 'token', wish: { client: clientOf(reading), mailbox, host }, password: null };
    }
    case 'password':
      reading.maps(type, 'auth', 'password');
      if (password) reading.mapsSecret(password, 'password');
      return { auth: 'password', wish: null, password: password && Secret.of(password.text) };
    default:
      throw unknownValue(type as ForeignValue);
  }
}

function clientOf(reading: RowReading): TokenWish['client'] {
  const number = reading.row.value('oauth2_token_config_id');
  const name = reading.row.value('oauth2_token_config_name', 'oauth2_token_config');
  reading.maps(name ?? number, 'tokenId', null);
  return name ? { by: 'name', name: name.text } : { by: 'number', number: number?.text ?? '?' };
}

// A JSON list in the database and in CSV, a list in YAML that arrives as one.
function addressesOf(filter: ForeignValue): string {
  if (!filter.text.startsWith('[')) return filter.text;
  try {
    const list: unknown = JSON.parse(filter.text);
    if (Array.isArray(list) && list.every((entry) => typeof entry === 'string')) return list.join(', ');
  } catch {
    // Said below.
  }
  throw kernelProblem('row-value-unknown', {
    field: filter.column,
    params: { column: filter.column, value: filter.text.slice(0, 80) },
  });
}

function passedBy(reading: RowReading, { security, host }: MovedServer['input']): void {
  const skipped = yesOrNo(reading.row.value('skip_ssl_verification'), false);
  if (security === 'none') reading.say('in-clear', { host });
  else if (skipped) reading.say('certificates-were-skipped', { host });
  else reading.say('certificates-verified');
  // Deadlines are the same for every server here.
  reading.row.value('timeout');
  reading.row.value('cmd');
}

function stateOf(reading: RowReading): MovedServer['state'] {
  const validity = reading.row.value('valid_id', 'valid', 'validity');
  const state = znunyValidity(validity);
  if (state === null) reading.say('validity-unknown', { validity: validity?.text ?? '' });
  reading.maps(validity, 'state', state ?? 'archived');
  return state ?? 'archived';
}
