import { normalAddress, VERIFIED } from '@mailroom/kernel';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type AccountChanges, type NewAccount } from './account-input.js';
import { type MailAccount } from './mail-account.js';
import { originOf } from './origin.js';

const SETTINGS = [
  'name',
  'kind',
  'host',
  'port',
  'security',
  'tlsTrust',
  'login',
  'address',
  'auth',
  'tokenId',
  'folders',
  'disposition',
  'moveTo',
  'startFrom',
  'startSince',
  'quietImport',
  'sizeLimitBytes',
  'batchMessages',
  'batchBytes',
  'pollSeconds',
  'push',
  'destination',
  'silentAfterMinutes',
  'quietAfterDays',
  'dispatching',
  'trustHeaders',
  'trustedHop',
  'trustedDomains',
  'verifyMail',
  'comment',
] as const;
const SIGN_IN = [
  'kind',
  'host',
  'port',
  'security',
  'tlsTrust',
  'login',
  'auth',
  'tokenId',
  'folders',
  'disposition',
  'moveTo',
] as const;

// No session goes by these.
const UNSEEN: ReadonlySet<string> = new Set(['name', 'comment', 'silentAfterMinutes', 'quietAfterDays']);

type Setting = (typeof SETTINGS)[number];
/** What admins set on an account, secrets aside. */
export type AccountSettings = Pick<MailAccount, Setting>;

/** The settings in a row. */
export function settingsOf(row: AccountSettings): AccountSettings {
  return Object.fromEntries(SETTINGS.map((name) => [name, row[name]])) as unknown as AccountSettings;
}

// Hosts that show a token to nobody but themselves: their sign-in never goes without TLS from the first byte.
const TLS_ONLY = /(^|\.)(office365\.(com|us)|outlook\.com|outlook\.cn|gmail\.com|googlemail\.com)$/;

/** The settings of a new account. Problems: those of `checked`, `token-required`, `address-required`. */
export function newSettings(input: NewAccount): AccountSettings {
  return complete(unfinishedSettings({ ...input, address: input.address ?? addressOf(input.login) }));
}

/** The same for an account that comes from elsewhere: its address, where the login is none, and its token may still be missing. */
export function unfinishedSettings(input: NewAccount): AccountSettings {
  return checked({
    name: input.name,
    kind: input.kind ?? 'imap',
    host: input.host,
    port: input.port,
    security: input.security,
    tlsTrust: input.tlsTrust ?? VERIFIED,
    login: input.login,
    address: input.address ?? (isAddress(input.login) ? addressOf(input.login) : ''),
    auth: input.auth,
    tokenId: input.tokenId ?? null,
    folders: input.folders ?? ['INBOX'],
    disposition: input.disposition,
    moveTo: input.moveTo ?? null,
    ...startOf(input.start),
    quietImport: input.quietImport ?? false,
    sizeLimitBytes: input.sizeLimitBytes ?? 52_428_800,
    batchMessages: input.batchMessages ?? 2_000,
    batchBytes: input.batchBytes ?? 536_870_912,
    pollSeconds: input.pollSeconds ?? 60,
    push: input.push ?? true,
    destination: input.destination ?? null,
    silentAfterMinutes: input.silentAfterMinutes ?? null,
    quietAfterDays: input.quietAfterDays ?? null,
    dispatching: input.dispatching ?? 'account',
    trustHeaders: input.trustHeaders ?? false,
    trustedHop: input.trustedHop ?? null,
    trustedDomains: input.trustedDomains ?? [],
    verifyMail: input.verifyMail ?? false,
    comment: input.comment ?? '',
  });
}

/**
 * The settings after a change. A token, like a password, belongs to the server that it was chosen for: problem
 * `token-required-for-new-origin` when it is not named again. Besides: those of `checkSettings`.
 */
export function changedSettings(former: AccountSettings, changes: AccountChanges): AccountSettings {
  const { start, password: _, ...plain } = changes;
  const said = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const settings = complete({
    ...settingsOf(former),
    ...(changes.kind === 'pop3' && former.kind !== 'pop3' ? { folders: ['INBOX'] } : {}),
    ...said,
    ...(start === undefined ? {} : startOf(start)),
  });
  const moved = originOf(former) !== originOf(settings);
  if (moved && settings.auth === 'token' && changes.tokenId === undefined) {
    throw mailAccountProblem('token-required-for-new-origin', { field: 'tokenId' });
  }
  return settings;
}

/** Does the change touch how the mailbox is opened and left, so that it has to be tried before mail is fetched so? */
export function needsCheck(former: AccountSettings, settings: AccountSettings): boolean {
  return differ(former, settings, SIGN_IN);
}

/** Does the change touch anything that a running session goes by? */
export function needsRestart(former: AccountSettings, settings: AccountSettings): boolean {
  return differ(
    former,
    settings,
    SETTINGS.filter((name) => !UNSEEN.has(name)),
  );
}

function differ(one: AccountSettings, other: AccountSettings, names: readonly Setting[]): boolean {
  return names.some((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}

/** The settings, where nothing is missing. Throws `address-required` or `token-required`, and what `checked` throws. */
function complete(settings: AccountSettings): AccountSettings {
  const { address, login, auth, tokenId } = settings;
  if (address === '') throw mailAccountProblem('address-required', { field: 'address', params: { login } });
  if (auth === 'token' && tokenId === null) throw mailAccountProblem('token-required', { field: 'tokenId' });
  return checked(settings);
}

/**
 * Rules between the settings. Throws `token-needs-tls`, `move-folder-required`,
 * `move-folder-is-source`, `disposition-needs-imap` or `folders-need-imap`; drops what protocol, security, way to sign in
 * and disposition have no use for.
 */
function checked(settings: AccountSettings): AccountSettings {
  const token = settings.auth === 'token';
  if (token && settings.security !== 'tls' && TLS_ONLY.test(settings.host)) {
    throw mailAccountProblem('token-needs-tls', { field: 'security', params: { host: settings.host } });
  }
  const moves = settings.disposition === 'move';
  if (moves && settings.moveTo === null)
    throw mailAccountProblem('move-folder-required', { field: 'moveTo' });
  if (moves && settings.folders.some((folder) => folder === settings.moveTo)) {
    throw mailAccountProblem('move-folder-is-source', { field: 'moveTo' });
  }
  return withinProtocol({
    ...settings,
    tlsTrust: settings.security === 'none' ? VERIFIED : settings.tlsTrust,
    tokenId: token ? settings.tokenId : null,
    moveTo: moves ? settings.moveTo : null,
  });
}

// POP3 knows neither folders nor flags (RFC 1939), and tells nobody of new mail.
function withinProtocol(settings: AccountSettings): AccountSettings {
  const { kind, disposition, folders } = settings;
  if (kind !== 'pop3') return settings;
  if (disposition === 'seen' || disposition === 'move') {
    throw mailAccountProblem('disposition-needs-imap', { field: 'disposition', params: { disposition } });
  }
  if (folders.length !== 1 || folders[0] !== 'INBOX') {
    throw mailAccountProblem('folders-need-imap', { field: 'folders' });
  }
  return { ...settings, push: false };
}

function startOf(start: NewAccount['start']): Pick<AccountSettings, 'startFrom' | 'startSince'> {
  return typeof start === 'string'
    ? { startFrom: start, startSince: null }
    : { startFrom: 'since', startSince: new Date(start.since) };
}

function isAddress(login: string): boolean {
  try {
    return normalAddress(login) !== '';
  } catch {
    return false;
  }
}

function addressOf(login: string): string {
  try {
    return normalAddress(login);
  } catch (cause) {
    throw mailAccountProblem('address-required', { field: 'address', params: { login }, cause });
  }
}
