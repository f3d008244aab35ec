import { type Client } from '../clients/client-answer.js';
import { oauthProblem } from '../oauth-problems.js';

/** Is the client switched on, and is nothing missing? Problems `client-not-valid`, `client-incomplete` (`missing`). */
export function requireComplete(client: Client): void {
  const { id: clientId, validity, flow, clientAuthentication, key, secrets, authorizationEndpoint } = client;
  const disposition = 'fix-client';
  if (validity !== 'valid') throw oauthProblem('client-not-valid', { params: { clientId }, disposition });
  const signs = clientAuthentication === 'private-key-jwt' || flow === 'jwt-bearer';
  const missing =
    (signs && key === null && 'key') ||
    (flow === 'client-credentials' && !signs && secrets.length === 0 && 'secret') ||
    (flow === 'authorization-code' && authorizationEndpoint === null && 'authorizationEndpoint');
  if (missing) throw oauthProblem('client-incomplete', { params: { missing }, disposition });
}

/**
 * Does the provider still take what the client proves itself with, by the dates that admins entered and by what it said
 * last? Problems `secret-expired` (`at`), `secret-refused` (`at`), `certificate-expired` (`at`).
 */
export function requireProof({ clientAuthentication, key, secrets }: Client, now: Date): void {
  const past = (at: string | null | undefined): at is string => typeof at === 'string' && new Date(at) <= now;
  const disposition = 'fix-client';
  if (clientAuthentication === 'private-key-jwt') {
    const at = key?.certificate?.expiresAt;
    if (past(at)) throw oauthProblem('certificate-expired', { params: { at }, disposition });
    return;
  }
  const newest = secrets.at(-1);
  if (
    newest === undefined ||
    secrets.some(({ expiresAt, refusedAt }) => !past(expiresAt) && refusedAt === null)
  )
    return;
  const { expiresAt, refusedAt } = newest;
  if (past(expiresAt)) throw oauthProblem('secret-expired', { params: { at: expiresAt }, disposition });
  throw oauthProblem('secret-refused', { params: { at: refusedAt }, disposition });
}
