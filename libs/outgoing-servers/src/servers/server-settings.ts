import { normalDomain, Secret, SecretBox } from '@mailroom/kernel';
import { isIP } from 'node:net';
import { outgoingProblem } from '../outgoing-problems.js';
import { normalFromFilter } from '../routing/from-filter.js';
import { type OutgoingServer } from './outgoing-server.js';
import { checkComplete, checkSignIn, passwordPlace, sameOrigin } from './server-rules.js';
import { type NewServer, type ServerChange } from './server-schema.js';

/** The columns that an admin sets, checked and sealed. */
export type ServerSettings = Pick<
  OutgoingServer,
  | 'name'
  | 'host'
  | 'port'
  | 'security'
  | 'auth'
  | 'login'
  | 'sealedPassword'
  | 'tokenId'
  | 'fromFilter'
  | 'priority'
  | 'isFallback'
  | 'comment'
>;

/** The settings of a new server with this id. Problems: those of `server-rules` and `from-filter-invalid`. */
export function newSettings(id: string, values: NewServer, box: SecretBox): ServerSettings {
  const { password, state, fromFilter, ...rest } = values;
  const server = { ...rest, host: normalHost(values.host) };
  checkSignIn(server, password !== undefined);
  const settings = {
    ...server,
    fromFilter: normalFromFilter(fromFilter ?? proposedFilter(values.login)),
    tokenId: values.auth === 'token' ? values.tokenId : null,
    sealedPassword: values.auth === 'password' ? sealed(id, server, password, box) : null,
  };
  if (state === 'live') checkComplete(settings);
  return settings;
}

/**
 * The settings after a change. A stored credential stays with its origin: another host, port or security demands the
 * password again (problem `password-needed-again`) or the token to be named again (`token-needed-again`).
 */
export function changedSettings(
  server: OutgoingServer,
  change: ServerChange,
  box: SecretBox,
): ServerSettings {
  const { password, ...values } = withoutGaps(change);
  const next = { ...settingsOf(server), ...values, host: normalHost(values.host ?? server.host) };
  checkSignIn(next, password !== undefined);
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
  server: Pick<ServerSettings, 'host' | 'port' | 'security'>,
  password: string | undefined,
  box: SecretBox,
): string | null {
  return password === undefined ? null : box.seal(Secret.of(password), passwordPlace(id, server));
}

function settingsOf(server: OutgoingServer): ServerSettings {
  const { name, host, port, security, auth, login, sealedPassword, tokenId } = server;
  const { fromFilter, priority, isFallback, comment } = server;
  return {
    name,
    host,
    port,
    security,
    auth,
    login,
    sealedPassword,
    tokenId,
    fromFilter,
    priority,
    isFallback,
    comment,
  };
}

function proposedFilter(login: string): string {
  return login.includes('@') ? login : '';
}

function normalHost(host: string): string {
  return isIP(host) > 0 ? host : (normalDomain(host) ?? host);
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutGaps<T extends object>(change: T): Given<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Given<T>;
}
