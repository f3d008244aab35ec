import { outgoingProblem } from '../outgoing-problems.js';
import { type Security, type ServerAuth, type ServerState } from './outgoing-server.js';

/** Where a server is and how it is spoken to: what a stored credential is bound to. */
export interface ServerOrigin {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
}

/** How we sign in there. */
export interface ServerSignIn extends ServerOrigin {
  readonly auth: ServerAuth;
  readonly login: string;
}

const MICROSOFT = /(^|\.)(office365\.(com|us)|outlook\.com|outlook\.office\.com|partner\.outlook\.cn)$/;

const MOVES: Readonly<Record<ServerState, readonly ServerState[]>> = {
  draft: ['live', 'archived'],
  live: ['paused', 'archived'],
  paused: ['live', 'archived'],
  archived: ['paused'],
};

/**
 * The rules that hold whatever is stored: a token needs no password, somebody who signs in has a name, and Microsoft
 * takes mail on port 587 with STARTTLS only. Throws problem `login-missing`, `password-not-with-token` or
 * `microsoft-needs-starttls`.
 */
export function checkSignIn(server: ServerSignIn, passwordGiven: boolean): void {
  if (server.auth === 'token' && passwordGiven)
    throw outgoingProblem('password-not-with-token', { field: 'password' });
  if (server.auth !== 'none' && server.login === '')
    throw outgoingProblem('login-missing', { field: 'login' });
  if (MICROSOFT.test(server.host) && !(server.security === 'starttls' && server.port === 587)) {
    const field = server.security === 'starttls' ? 'port' : 'security';
    throw outgoingProblem('microsoft-needs-starttls', { field, params: { host: server.host } });
  }
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

function originOf({ host, port, security }: ServerOrigin): string {
  return `${host}:${port}:${security}`;
}
