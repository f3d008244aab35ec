import { type Actor, type AuditDetails, type AuditEntry } from '@mailroom/kernel';

/** What the rules and routes write into the audit log; each has a sentence in the pages. */
export const mailRulesAuditActions = [
  'recipient-route-created',
  'recipient-route-changed',
  'recipient-route-deleted',
  'mail-rule-created',
  'mail-rule-changed',
  'mail-rule-deleted',
  'mail-rules-reordered',
] as const;

/** An entry about a rule or a route. */
export function rulesAudit(
  action: (typeof mailRulesAuditActions)[number],
  subject: { readonly kind: 'mail-rule' | 'recipient-route'; readonly id: string; readonly name: string },
  actor: Actor,
  details: AuditDetails = {},
): AuditEntry {
  return { action, subject, actor, details };
}
