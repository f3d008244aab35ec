import { type Actor, type AuditDetails, type AuditEntry } from '@mailroom/kernel';
import { type Finding } from './banners/banner.js';

/** Everything that this lib writes into the audit log; each has a sentence in the pages. */
export const notificationsAuditActions = ['banner-snoozed', 'banner-woken'] as const;

/** An entry about a banner, called by what it is about. */
export function bannerAudit(
  action: (typeof notificationsAuditActions)[number],
  { kind, cause, params }: Finding,
  actor: Actor,
  details: AuditDetails,
): AuditEntry {
  const { mailbox, account, server, client, host } = params;
  const name = mailbox ?? account ?? server ?? client ?? host ?? kind;
  return { action, subject: { kind: 'banner', id: cause, name }, actor, details };
}
