import { type Actor, type AuditDetails, type AuditEntry } from '@mailroom/kernel';

/** Everything that this lib writes into the audit log; each has a sentence in the pages. */
export const mailAccountAuditActions = [
  'account-created',
  'account-changed',
  'account-password-changed',
  'account-state-changed',
  'account-trust-changed',
  'account-set-back',
  'protocol-log-begun',
  'protocol-log-ended',
  'mail-discarded',
  'mail-forgotten',
  'quarantine-replayed',
  'quarantine-discarded',
] as const;

/** An entry about an account. */
export function accountAudit(
  action: (typeof mailAccountAuditActions)[number],
  { id, name }: { readonly id: string; readonly name: string },
  actor: Actor | null,
  details: AuditDetails = {},
): AuditEntry {
  return { action, subject: { kind: 'account', id, name }, actor, details };
}
