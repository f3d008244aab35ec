import {
  needed,
  readRow,
  Secret,
  unknownValue,
  wholeNumber,
  yesOrNo,
  type ForeignRow,
  type ForeignValue,
  type RowReading,
} from '@mailroom/kernel';
import { serverInput, type MovedServer, type ServerReading } from './moved-server.js';

/** A row of Odoo's `ir.mail_server`, by the technical names of its fields or their English labels. */
export function readOdooOutgoing(row: ForeignRow): ServerReading {
  return readRow(row, row.text('name', 'Description'), read);
}

const SIGN_INS: Readonly<Record<string, 'login' | 'certificate' | 'cli' | 'google' | 'microsoft'>> = {
  login: 'login',
  username: 'login',
  certificate: 'certificate',
  'ssl certificate': 'certificate',
  cli: 'cli',
  'command line interface': 'cli',
  gmail: 'google',
  'gmail oauth authentication': 'google',
  outlook: 'microsoft',
  'outlook oauth authentication': 'microsoft',
};

const MEBIBYTE = 1_048_576;

function read(reading: RowReading): MovedServer | null {
  const { row } = reading;
  const type = row.value('smtp_authentication', 'Authenticate with');
  const known = SIGN_INS[type?.text.toLowerCase() ?? 'login'];
  if (known === undefined) throw unknownValue(type as ForeignValue);
  if (known === 'cli' || known === 'certificate') {
    reading.say(known === 'cli' ? 'program-is-no-server' : 'certificate-sign-in');
    return null;
  }
  const provider = known === 'login' ? null : known;
  const host = needed(row, 'smtp_host', 'SMTP Server');
  const port = row.value('smtp_port', 'SMTP Port');
  const login = row.value('smtp_user', 'Username');
  const encryption = row.value('smtp_encryption', 'Connection Encryption', 'Connection Security');
  const security = securityOf(encryption);
  const filter = row.value('from_filter', 'FROM Filtering', 'FROM Filter');
  const priority = row.value('sequence', 'Priority');
  const size = row.value('max_email_size', 'Max Email Size');
  const auth = provider ? 'token' : login ? 'password' : 'none';
  const bytes = sizeOf(size);
  const input = serverInput({
    name: row.text('name', 'Description') ?? host.text,
    host: host.text,
    port: wholeNumber(port) ?? 25,
    security,
    auth,
    login: login?.text ?? '',
    // An empty filter takes every sender, there as here.
    fromFilter: filter?.text ?? '',
    priority: Math.min(wholeNumber(priority) ?? 10, 10_000),
    ...(bytes === null ? {} : { sizeLimitBytes: bytes }),
  });
  reading.maps(row.value('name', 'Description'), 'name', input.name);
  reading.maps(host, 'host', input.host);
  reading.maps(port, 'port', input.port);
  reading.maps(encryption, 'security', security);
  reading.maps(type, 'auth', auth);
  reading.maps(login, 'login', input.login);
  reading.maps(filter, 'fromFilter', input.fromFilter ?? '');
  reading.maps(priority, 'priority', input.priority);
  if (bytes !== null) reading.maps(size, 'sizeLimitBytes', bytes);
  passedBy(reading, input, encryption);
  const wish = provider && {
    client: { by: 'provider', provider } as const,
    mailbox: login?.text ?? '',
    host: host.text,
  };
  return { input, state: stateOf(reading), wish, password: passwordOf(reading, auth) };
}

function securityOf(encryption: ForeignValue | null): 'none' | 'starttls' | 'tls' {
  const word = encryption?.text.toLowerCase() ?? 'none';
  if (word === 'none') return 'none';
  if (/^(starttls(_strict)?$|tls \(starttls\))/.test(word)) return 'starttls';
  if (/^(ssl(_strict)?$|ssl\/tls)/.test(word)) return 'tls';
  throw unknownValue(encryption as ForeignValue);
}

// Odoo writes megabytes, with or without a fraction; none is no limit.
function sizeOf(size: ForeignValue | null): number | null {
  if (!size) return null;
  const megabytes = Number(size.text.replace(',', '.'));
  if (!Number.isFinite(megabytes) || megabytes < 0) throw unknownValue(size);
  return megabytes === 0 ? null : Math.min(Math.round(megabytes * MEBIBYTE), 1_024 * MEBIBYTE);
}

function passwordOf(reading: RowReading, auth: string): Secret | null {
  const password = reading.row.value('smtp_pass', 'Password');
  if (!password || auth !== 'password') return null;
  reading.mapsSecret(password, 'password');
  return Secret.of(password.text);
}

function stateOf(reading: RowReading): MovedServer['state'] {
  const active = reading.row.value('active');
  const state = yesOrNo(active, true) ? 'draft' : 'archived';
  reading.maps(active, 'state', state);
  return state;
}

function passedBy(
  reading: RowReading,
  { security, host }: MovedServer['input'],
  encryption: ForeignValue | null,
): void {
  const { row } = reading;
  if (security === 'none') reading.say('in-clear', { host });
  else if (/strict|validation/i.test(encryption?.text ?? '')) reading.say('certificates-verified');
  else reading.say('certificates-were-skipped', { host });
  const owner = row.value('owner_user_id', 'owner_user_id/id', 'owner_user_id/.id', 'Owner');
  if (owner) reading.say('owner-not-kept', { owner: owner.text });
  for (const secret of SECRETS.flatMap((name) => row.value(name) ?? []))
    reading.say('secret-left-behind', { column: secret.column });
  // What its program wrote down, and texts that its forms computed.
  for (const name of ['smtp_debug', 'Debugging', 'smtp_authentication_info', 'Authentication Info'])
    row.value(name);
}

const SECRETS = [
  'smtp_ssl_private_key',
  'smtp_ssl_certificate',
  'microsoft_outlook_refresh_token',
  'microsoft_outlook_access_token',
  'google_gmail_refresh_token',
  'google_gmail_access_token',
  'google_gmail_authorization_code',
];
