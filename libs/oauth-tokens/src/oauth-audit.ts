import { type Actor, type AuditDetails, type AuditEntry } from '@mailroom/kernel';

/** Everything that this lib writes into the audit log; each has a sentence in the pages. */
export const oauthAuditActions = [
  'client-created',
  'client-changed',
  'client-deleted',
  'client-failed',
  'client-recovered',
  'secret-added',
  'secret-changed',
  'secret-removed',
  'certificate-created',
  'certificate-activated',
  'certificate-discarded',
  'key-imported',
  'key-removed',
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
