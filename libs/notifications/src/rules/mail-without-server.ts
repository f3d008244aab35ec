import { type UnroutedMail } from '@mailroom/outgoing-servers';
import { type Finding } from '../banners/banner.js';

const PATIENCE_MS = 60 * 60_000;

/** For an hour mail has waited that no server has taken up: none fits its sender, or no instance sends at all. */
export function mailWithoutServer(mail: UnroutedMail | null, now: Date): Finding | null {
  if (!mail || now.getTime() - mail.oldestAt.getTime() <= PATIENCE_MS) return null;
  return {
    kind: 'mail-without-server',
    cause: 'outbox',
    severity: 'critical',
    params: { queued: String(mail.queued), since: mail.oldestAt.toISOString(), code: mail.code },
    action: { kind: 'open', path: 'outbox' },
    extent: mail.queued,
  };
}
