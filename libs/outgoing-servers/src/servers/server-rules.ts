import { trustWord, type TlsTrust } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type Purpose, type Security, type ServerAuth, type ServerState } from './outgoing-server.js';
import { keepsSent, providerOf } from './server-provider.js';

/** Where a server is and how it is spoken to: what a stored credential is bound to. */
export interface ServerOrigin {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly tlsTrust: TlsTrust;
}

/** How we sign in there. */
export interface ServerSignIn extends ServerOrigin {
  readonly auth: ServerAuth;
  readonly login: string;
}

const MOVES: Readonly<Record<ServerState, readonly ServerState[]>> = {
  draft: ['live', 'archived'],
  live: ['paused', 'archived'],
  paused: ['live', 'archived'],
  archived: ['paused'],
};

const MAILBOX = /^[^\s@]+@[^\s@]+$/;

/**
 * The rules that hold whatever is stored: a token needs no password, somebody who signs in has a name (at Microsoft and
 * Google that of a mailbox), Microsoft takes mail on port 587 with STARTTLS only, and Google takes none in the clear.
 * Throws problem `login-missing`, `login-no-mailbox`, `password-not-with-token`, `microsoft-needs-starttls` or
 * `google-needs-tls`.
 */
export function checkSignIn(server: Omit<ServerSignIn, 'tlsTrust'>, passwordGiven: boolean): void {
  const { auth, login, host, port, security } = server;
  if (auth === 'token' && passwordGiven)
    throw outgoingProblem('password-not-with-token', { field: 'password' });
  if (auth !== 'none' && login === '') throw outgoingProblem('login-missing', { field: 'login' });
  const provider = providerOf(host);
  if (provider !== null && auth === 'token' && !MAILBOX.test(login))
    throw outgoingProblem('login-no-mailbox', { field: 'login', params: { host } });
  if (provider === 'microsoft' && !(security === 'starttls' && port === 587)) {
    const field = security === 'starttls' ? 'port' : 'security';
    throw outgoingProblem('microsoft-needs-starttls', { field, params: { host } });
  }
  if (provider === 'google' && security === 'none')
    throw outgoingProblem('google-needs-tls', { field: 'security', params: { host } });
}

/**
 * What a server may be used for. Bulk mail and somebody's own server are nobody's fallback (problem
 * `fallback-not-for-all`), and Microsoft and Google put a copy into Sent themselves (`provider-keeps-sent`).
 */
export function checkUse(server: {
  readonly host: string;
  readonly saveToSent: boolean;
  readonly purpose: Purpose;
  readonly ownerId: string | null;
  readonly isFallback: boolean;
}): void {
  const { host, purpose, ownerId, isFallback, saveToSent } = server;
  if (isFallback && (purpose === 'bulk' || ownerId !== null))
    throw outgoingProblem('fallback-not-for-all', { field: 'isFallback' });
  if (saveToSent && keepsSent(host))
    throw outgoingProblem('provider-keeps-sent', { field: 'saveToSent', params: { host } });
}

/** May a server go from one state to the other? To stay is always allowed. Throws problem `server-state-refused`. */
export function checkMove(from: ServerState, to: ServerState): void {
  if (from !== to && !MOVES[from].includes(to))
    throw outgoingProblem('server-state-refused', { field: 'state', params: { from, to } });
}

/** A live server has what it signs in with. Throws problem `server-incomplete` that says what is missing. */
export function checkComplete(server: {
  auth: ServerAuth;
  sealedPassword: string | null;
  tokenId: string | null;
}): void {
  const missing =
    (server.auth === 'token' && server.tokenId === null && 'token') ||
    (server.auth === 'password' && server.sealedPassword === null && 'password');
  if (missing) throw outgoingProblem('server-incomplete', { field: 'state', params: { missing } });
}

/** True when a credential for one may be shown to the other. */
export function sameOrigin(one: ServerOrigin, other: ServerOrigin): boolean {
  return originOf(one) === originOf(other);
}

/** What the envelope of a server's password is bound to. */
export function passwordPlace(id: string, server: ServerOrigin): string {
  return `outgoing_server:${id}:password:${originOf(server)}`;
}

function originOf({ host, port, security, tlsTrust }: ServerOrigin): string {
  const trust = trustWord(tlsTrust);
  return [host, port, security, ...(trust === '' ? [] : [trust])].join(':');
}
