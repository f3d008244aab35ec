import { type Actor, type AuditDetails, type AuditEntry } from '@mailroom/kernel';

/** Everything that this lib writes into the audit log; each has a sentence in the pages. */
export const oauthAuditActions = [
  'client-created',
  'client-changed',
  'client-deleted',
  'client-failed',
  'client-recovered',
  'token-failed',
  'token-recovered',
  'secret-added',
  'secret-changed',
  'secret-removed',
  'certificate-created',
  'certificate-activated',
  'certificate-discarded',
  'key-imported',
  'key-removed',
  'token-connected',
  'token-reconnected',
  'token-requested',
  'token-identity-changed',
  'token-disconnected',
  'token-deleted',
  'device-login',
  'clients-exported',
  'clients-export-refused',
  'clients-export-reauthenticated',
  'clients-imported',
] as const;
export type OAuthAuditAction = (typeof oauthAuditActions)[number];

/** An entry about a client. Null as actor for what happens by itself. */
export function oauthAudit(
  action: OAuthAuditAction,
  client: { readonly id: string; readonly name: string },
  actor: Actor | null,
  details: AuditDetails = {},
): AuditEntry {
  return { action, subject: { kind: 'client', id: client.id, name: client.name }, actor, details };
}

/** How a token comes to be stored: by a consent, by a client asking for itself, or by a consent given on a device. */
export type TokenArrival = Extract<OAuthAuditAction, 'token-connected' | 'token-requested' | 'device-login'>;

/** An entry about a token. Null as actor for what happens by itself. */
export function tokenAudit(
  action: OAuthAuditAction,
  token: { readonly id: string; readonly mailbox: string },
  actor: Actor | null,
  details: AuditDetails = {},
): AuditEntry {
  return { action, subject: { kind: 'token', id: token.id, name: token.mailbox }, actor, details };
}

/** An entry about many clients at once, or about all; `name` says which where that is known. */
export function clientsAudit(
  action: OAuthAuditAction,
  actor: Actor,
  details: AuditDetails,
  name = '',
): AuditEntry {
  return { action, subject: { kind: 'client', id: null, name }, actor, details };
}
