import { normalDomain, Secret, SecretBox, VERIFIED, type TlsTrust } from '@mailroom/kernel';
import { isIP } from 'node:net';
import { outgoingProblem } from '../outgoing-problems.js';
import { normalFromFilter } from '../routing/from-filter.js';
import { type OutgoingServer, type Security } from './outgoing-server.js';
import {
  checkComplete,
  checkSignIn,
  checkUse,
  passwordPlace,
  sameOrigin,
  type ServerOrigin,
} from './server-rules.js';
import { type NewServer, type ServerChange } from './server-schema.js';
import { usualLimits } from './usual-limits.js';

const COLUMNS = [
  'name',
  'host',
  'port',
  'security',
  'tlsTrust',
  'auth',
  'login',
  'sealedPassword',
  'tokenId',
  'fromFilter',
  'priority',
  'purpose',
  'ownerId',
  'ownerName',
  'isFallback',
  'sizeLimitBytes',
  'ratePerMinute',
  'ratePerHour',
  'ratePerDay',
  'recipientsPerDay',
  'connections',
  'saveToSent',
  'comment',
] as const satisfies readonly (keyof OutgoingServer)[];

/** The columns that an admin sets, checked and sealed. */
export type ServerSettings = Pick<OutgoingServer, (typeof COLUMNS)[number]>;

/** The settings of a new server with this id. Problems: those of `server-rules` and `from-filter-invalid`. */
export function newSettings(id: string, values: NewServer, box: SecretBox): ServerSettings {
  const { password, state, fromFilter, owner = null, ...rest } = values;
  const server = { ...rest, host: normalHost(values.host), tlsTrust: trustOf(values) };
  checkSignIn(server, password !== undefined);
  const { host, login } = server;
  const settings = {
    ...usualLimits({ host, login, personal: owner !== null }),
    sizeLimitBytes: null,
    saveToSent: false,
    purpose: 'transactional' as const,
    ...withoutGaps(server),
    ...ownerColumns(owner),
    fromFilter: normalFromFilter(fromFilter ?? proposedFilter(login)),
    tokenId: values.auth === 'token' ? values.tokenId : null,
    sealedPassword: values.auth === 'password' ? sealed(id, server, password, box) : null,
  };
  checkUse(settings);
  if (state === 'live') checkComplete(settings);
  return settings;
}

/**
 * The settings after a change. A stored credential stays with its origin: another host, port or security demands the
 * password again (problem `password-needed-again`) or the token to be named again (`token-needed-again`); so does another
 * trust.
 */
export function changedSettings(
  server: OutgoingServer,
  change: ServerChange,
  box: SecretBox,
): ServerSettings {
  const { password, owner, ...values } = withoutGaps(change);
  const given = { ...settingsOf(server), ...values, ...(owner === undefined ? {} : ownerColumns(owner)) };
  const next = { ...given, host: normalHost(given.host), tlsTrust: trustOf(given) };
  checkSignIn(next, password !== undefined);
  checkUse(next);
  const moved = !sameOrigin(server, next);
  const settings = {
    ...next,
    fromFilter: normalFromFilter(next.fromFilter),
    tokenId: next.auth === 'token' ? keptToken(server, change, moved) : null,
    sealedPassword: next.auth === 'password' ? keptPassword(server, next, password, moved, box) : null,
  };
  if (server.state === 'live') checkComplete(settings);
  return settings;
}

function keptToken(server: OutgoingServer, change: ServerChange, moved: boolean): string | null {
  if (change.tokenId !== undefined) return change.tokenId;
  if (moved && server.tokenId !== null) throw outgoingProblem('token-needed-again', { field: 'tokenId' });
  return server.tokenId;
}

function keptPassword(
  server: OutgoingServer,
  next: ServerSettings,
  password: string | undefined,
  moved: boolean,
  box: SecretBox,
): string | null {
  if (password !== undefined) return sealed(server.id, next, password, box);
  if (moved && server.sealedPassword !== null)
    throw outgoingProblem('password-needed-again', { field: 'password' });
  return server.sealedPassword;
}

function sealed(
  id: string,
  server: ServerOrigin,
  password: string | undefined,
  box: SecretBox,
): string | null {
  return password === undefined ? null : box.seal(Secret.of(password), passwordPlace(id, server));
}

/** The columns of a server that an admin sets, as they stand. */
export function settingsOf(server: OutgoingServer): ServerSettings {
  return Object.fromEntries(COLUMNS.map((column) => [column, server[column]])) as unknown as ServerSettings;
}

// Where nothing is encrypted there is nobody to believe.
function trustOf({ security, tlsTrust }: { security: Security; tlsTrust?: TlsTrust | undefined }): TlsTrust {
  return security === 'none' ? VERIFIED : (tlsTrust ?? VERIFIED);
}

function ownerColumns(owner: NewServer['owner'] | null): Pick<ServerSettings, 'ownerId' | 'ownerName'> {
  return { ownerId: owner?.id ?? null, ownerName: owner?.name ?? '' };
}

function proposedFilter(login: string): string {
  return login.includes('@') ? login : '';
}

function normalHost(host: string): string {
  return isIP(host) > 0 ? host : (normalDomain(host) ?? host);
}

type Optional<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Key : never }[keyof T];
type Given<T> = Omit<T, Optional<T>> & { [Key in Optional<T>]?: Exclude<T[Key], undefined> };

function withoutGaps<T extends object>(change: T): Given<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Given<T>;
}
