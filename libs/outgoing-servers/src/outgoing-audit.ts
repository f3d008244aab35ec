import { type Actor, type AuditDetails, type AuditEntry } from '@mailroom/kernel';

/** Everything that this lib writes into the audit log; each has a sentence in the pages. */
export const outgoingAuditActions = [
  'server-created',
  'server-changed',
  'server-password-changed',
  'server-trust-changed',
  'server-state-changed',
  'server-deleted',
  'test-mail-sent',
  'outbox-retried',
  'outbox-cancelled',
  'sent-copies-forgotten',
  'servers-reordered',
  'sender-policy-changed',
] as const;

/** An entry about a server. */
export function serverAudit(
  action: (typeof outgoingAuditActions)[number],
  { id, name }: { readonly id: string; readonly name: string },
  actor: Actor,
  details: AuditDetails = {},
): AuditEntry {
  return { action, subject: { kind: 'server', id, name }, actor, details };
}

/** An entry about many mails of the outbox: those of one server, or of any. */
export function outboxAudit(
  act: 'retry' | 'cancel',
  server: { readonly id: string; readonly name: string } | null,
  actor: Actor,
  details: AuditDetails,
): AuditEntry {
  const subject = { kind: 'server', id: server?.id ?? null, name: server?.name ?? 'All outgoing servers' };
  return { action: act === 'retry' ? 'outbox-retried' : 'outbox-cancelled', subject, actor, details };
}

/** An entry about the order of all servers. */
export function orderAudit(actor: Actor): AuditEntry {
  const subject = { kind: 'settings', id: null, name: 'Outgoing servers' };
  return { action: 'servers-reordered', subject, actor, details: {} };
}

/** An entry about the one sender policy. */
export function policyAudit(actor: Actor, details: AuditDetails): AuditEntry {
  const subject = { kind: 'settings', id: null, name: 'Sender policy' };
  return { action: 'sender-policy-changed', subject, actor, details };
}
