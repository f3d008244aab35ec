import { type ServerHealthRow } from '@mailroom/outgoing-servers';
import { type Finding } from '../banners/banner.js';

const FAILING_MS = 15 * 60_000;
const STUCK_MS = 60 * 60_000;

/**
 * What is wrong with a live server, if anything. It fails: at once where only a person can help, after mail has waited for
 * 15 minutes where it may pass by itself. Or it does not even fail, and for an hour mail has waited and none has left; mail
 * that waits longer while other mail leaves is only in the queue.
 */
export function serverAlarm(server: ServerHealthRow, now: Date): Finding | null {
  if (server.state !== 'live') return null;
  const { failure, oldestQueuedAt } = server;
  const waited = oldestQueuedAt ? now.getTime() - oldestQueuedAt.getTime() : 0;
  if (failure) {
    const passes = failure.disposition === 'retry-later' && waited <= FAILING_MS;
    return passes ? null : finding('server-failing', server, failure.code);
  }
  return waited > STUCK_MS && isIdle(server, now) ? finding('outbox-stuck', server, null) : null;
}

function isIdle({ lastSuccessAt }: ServerHealthRow, now: Date): boolean {
  return !lastSuccessAt || now.getTime() - lastSuccessAt.getTime() > STUCK_MS;
}

function finding(
  kind: 'server-failing' | 'outbox-stuck',
  { serverId, name, queued, failure, oldestQueuedAt }: ServerHealthRow,
  code: string | null,
): Finding {
  return {
    kind,
    cause: `server:${serverId}`,
    severity: 'critical',
    params: {
      server: name,
      code,
      queued: String(queued),
      since: (oldestQueuedAt ?? failure?.at)?.toISOString() ?? null,
    },
    action: { kind: 'open', path: `servers/${serverId}` },
    concerns: [`server:${serverId}`],
    extent: queued,
  };
}
