import { type ServerTraffic } from '../health/server-health.js';
import { type OutgoingServer } from './outgoing-server.js';
import { type ServerJson } from './server-schema.js';

const NOTHING: ServerTraffic = { queued: 0, failed: 0, oldestQueuedAt: null };

/** A server as the API answers it. */
export function serverJson(server: OutgoingServer, traffic: ServerTraffic = NOTHING): ServerJson {
  return {
    id: server.id,
    name: server.name,
    host: server.host,
    port: server.port,
    security: server.security,
    auth: server.auth,
    login: server.login,
    tokenId: server.tokenId,
    fromFilter: server.fromFilter,
    priority: server.priority,
    isFallback: server.isFallback,
    state: server.state,
    comment: server.comment,
    hasPassword: server.sealedPassword !== null,
    health: {
      state: server.failureCode !== null ? 'failing' : server.lastSuccessAt ? 'ok' : 'never',
      lastSuccessAt: iso(server.lastSuccessAt),
      failure: failureOf(server),
      notBefore: iso(server.notBefore),
      queued: traffic.queued,
      failed: traffic.failed,
      oldestQueuedAt: iso(traffic.oldestQueuedAt),
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
