import {
  asInput,
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
import { newAccountSchema } from '../accounts/account-input.js';
import { unfinishedSettings } from '../accounts/account-settings.js';
import { type AccountReading, type MovedAccount } from './moved-account.js';

/**
 * A row of Odoo's `fetchmail.server`, by the technical names of its fields or their English labels. Odoo took what nobody
 * had read and marked it read (IMAP), or took and deleted (POP3). `now` is where mail begins to count in a mailbox in which
 * Odoo left what it had taken, unless the row says when it last fetched.
 */
export function readOdooIncoming(row: ForeignRow, now: Date): AccountReading {
  return readRow(row, row.text('name'), (reading) => read(reading, now));
}

const TYPES: Readonly<Record<string, 'imap' | 'pop3' | 'local' | 'google' | 'microsoft'>> = {
  imap: 'imap',
  'imap server': 'imap',
  pop: 'pop3',
  'pop server': 'pop3',
  local: 'local',
  'local server': 'local',
  gmail: 'google',
  'gmail oauth authentication': 'google',
  outlook: 'microsoft',
  'outlook oauth authentication': 'microsoft',
};

function read(reading: RowReading, now: Date): MovedAccount | null {
  const { row } = reading;
  const type = needed(row, 'server_type', 'Server Type');
  const known = TYPES[type.text.toLowerCase()];
  if (known === undefined) throw unknownValue(type);
  if (known === 'local') {
    reading.say('program-is-no-server');
    return null;
  }
  const provider = known === 'google' || known === 'microsoft' ? known : null;
  const kind = known === 'pop3' ? 'pop3' : 'imap';
  const tls = row.value('is_ssl', 'SSL/TLS');
  const security = provider !== null || yesOrNo(tls, false) ? 'tls' : 'none';
  const login = needed(row, 'user', 'Username');
  const host = needed(row, 'server', 'Server Name');
  const port = row.value('port');
  const input = asInput(newAccountSchema, {
    name: row.text('name') ?? login.text,
    kind,
    security,
    host: host.text,
    port: wholeNumber(port) || USUAL[kind][security],
    login: login.text,
    auth: provider === null ? 'password' : 'token',
    ...(kind === 'pop3' ? ({ disposition: 'delete', start: 'all' } as const) : leftThere(reading, now)),
  });
  reading.maps(row.value('name'), 'name', input.name);
  reading.maps(type, 'kind', kind);
  reading.maps(tls, 'security', security);
  // Rules between the settings refuse the row here, not in the middle of an import.
  unfinishedSettings(input);
  reading.maps(host, 'host', input.host);
  reading.maps(port, 'port', input.port);
  reading.maps(login, 'login', input.login);
  if (kind === 'pop3') reading.say('fetched-mail-is-deleted');
  if (security === 'none') reading.say('in-clear', { host: input.host });
  else reading.say('certificates-verified');
  passedBy(reading);
  const wish =
    provider === null
      ? null
      : { client: { by: 'provider', provider } as const, mailbox: login.text, host: host.text };
  return { input, state: stateOf(reading), wish, password: passwordOf(reading, provider), queue: null };
}

const USUAL = { imap: { tls: 993, none: 143 }, pop3: { tls: 995, none: 110 } } as const;

function leftThere(reading: RowReading, now: Date) {
  const last = reading.row.value('date', 'Last Fetch Date');
  // Mail servers date mail by the second.
  const since = (last && momentOf(last)) ?? new Date(Math.floor(now.getTime() / 1_000) * 1_000);
  const start = { since: since.toISOString() };
  reading.maps(last, 'start', start.since);
  reading.say('mail-since', { since: start.since });
  return { disposition: 'seen', start } as const;
}

// Odoo writes universal time without saying so.
function momentOf({ text }: ForeignValue): Date | null {
  const moment = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)
    ? new Date(`${text.replace(' ', 'T')}Z`)
    : null;
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}

function passwordOf(reading: RowReading, provider: string | null): Secret | null {
  const password = reading.row.value('password');
  if (!password || provider !== null) return null;
  reading.mapsSecret(password, 'password');
  return Secret.of(password.text);
}

function stateOf(reading: RowReading): MovedAccount['state'] {
  const { row } = reading;
  const active = row.value('active');
  const state = yesOrNo(active, true) ? 'draft' : 'archived';
  reading.maps(active, 'state', state);
  // Confirmed or not: it is tested anew here before it fetches anything.
  reading.maps(row.value('state', 'Status'), 'state', state);
  return state;
}

function passedBy(reading: RowReading): void {
  const { row } = reading;
  const record = row.value(
    'object_id',
    'object_id/id',
    'object_id/.id',
    'object_id/model',
    'Create a New Record',
  );
  if (record) reading.say('record-kind-not-kept', { record: record.text });
  if (row.value('original', 'Keep Original')) reading.say('originals-always-kept');
  if (!yesOrNo(row.value('attach', 'Keep Attachments'), true)) reading.say('attachments-always-kept');
  for (const secret of SECRETS.flatMap((name) => row.value(name) ?? []))
    reading.say('secret-left-behind', { column: secret.column });
  // The order of servers and what their programs were told: here mailboxes do not wait for each other.
  row.value('priority', 'Server Priority');
  row.value('configuration');
  row.value('script');
  row.value('server_type_info', 'Server Type Info');
}

const SECRETS = [
  'microsoft_outlook_refresh_token',
  'microsoft_outlook_access_token',
  'google_gmail_refresh_token',
  'google_gmail_access_token',
  'google_gmail_authorization_code',
];
