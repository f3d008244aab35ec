import { type Actor, type AuditDetails, type AuditEntry } from '@mailroom/kernel';

/** Everything that this lib writes into the audit log; each has a sentence in the pages. */
export const webServicesAuditActions = [
  'invoker-created',
  'invoker-changed',
  'invoker-secret-changed',
  'invoker-deleted',
  'webhook-created',
  'webhook-changed',
  'webhook-secret-renewed',
  'webhook-message-resent',
  'webhook-paused',
  'webhook-deleted',
] as const;

/** An entry about an invoker. */
export function invokerAudit(
  action: Extract<(typeof webServicesAuditActions)[number], `invoker-${string}`>,
  { id, name }: { readonly id: string; readonly name: string },
  actor: Actor,
  details: AuditDetails = {},
): AuditEntry {
  return { action, subject: { kind: 'invoker', id, name }, actor, details };
}

/** An entry about a webhook; nobody did it when `actor` is null. */
export function webhookAudit(
  action: Extract<(typeof webServicesAuditActions)[number], `webhook-${string}`>,
  { id, url }: { readonly id: string; readonly url: string },
  actor: Actor | null,
  details: AuditDetails = {},
): AuditEntry {
  return { action, subject: { kind: 'webhook', id, name: new URL(url).host }, actor, details };
}
