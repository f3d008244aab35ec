import { type Actor, type AuditDetails, type AuditEntry } from '@mailroom/kernel';

/** Everything that this lib writes into the audit log; each has a sentence in the pages. */
export const webServicesAuditActions = [
  'invoker-created',
  'invoker-changed',
  'invoker-secret-changed',
  'invoker-deleted',
] as const;

/** An entry about an invoker. */
export function invokerAudit(
  action: (typeof webServicesAuditActions)[number],
  { id, name }: { readonly id: string; readonly name: string },
  actor: Actor,
  details: AuditDetails = {},
): AuditEntry {
  return { action, subject: { kind: 'invoker', id, name }, actor, details };
}
