import { shownTrust, trustCautions } from '@mailroom/kernel';
import { type ServerTraffic } from '../health/server-health.js';
import { type OutgoingServer } from './outgoing-server.js';
import { type ServerJson } from './server-schema.js';
import { settingsOf } from './server-settings.js';

const NOTHING: ServerTraffic = { queued: 0, failed: 0, oldestQueuedAt: null, missingCopies: null };

/** A server as the API answers it. */
export function serverJson(server: OutgoingServer, traffic: ServerTraffic = NOTHING): ServerJson {
  const { missingCopies } = traffic;
  const { sealedPassword, ownerId, ownerName, ...settings } = settingsOf(server);
  return {
    ...settings,
    id: server.id,
    state: server.state,
    tlsTrust: shownTrust(server.tlsTrust),
    cautions: trustCautions(server.security, server.tlsTrust),
    owner: ownerId === null ? null : { id: ownerId, name: ownerName },
    hasPassword: sealedPassword !== null,
    health: {
      state: server.failureCode !== null ? 'failing' : server.lastSuccessAt ? 'ok' : 'never',
      lastSuccessAt: iso(server.lastSuccessAt),
      failure: failureOf(server),
      notBefore: iso(server.notBefore),
      queued: traffic.queued,
      failed: traffic.failed,
      oldestQueuedAt: iso(traffic.oldestQueuedAt),
      missingCopies: missingCopies && { ...missingCopies, since: missingCopies.since.toISOString() },
    },
  };
}

function failureOf(server: OutgoingServer): ServerJson['health']['failure'] {
  const { failureCode: code, failureDisposition: disposition, failureAt } = server;
  const at = iso(failureAt);
  return code && disposition && at ? { code, params: server.failureParams ?? {}, disposition, at } : null;
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
