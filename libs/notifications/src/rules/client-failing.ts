import { type ClientHealthRow } from '@mailroom/oauth-tokens';
import { type Finding } from '../banners/banner.js';

/** Trouble of the provider is worth a banner when it does not pass. */
const PATIENCE_MS = 15 * 60_000;

/**
 * The provider does not accept the client, or has not answered it for a quarter of an hour: none of its mailboxes gets a
 * token, and the one banner for all of them is this.
 */
export function clientFailing(client: ClientHealthRow, now: Date): Finding | null {
  const { validity, failure, clientId, name, mailboxes } = client;
  if (validity !== 'valid' || !failure) return null;
  const passes = failure.class === 'retry-later';
  if (passes && now.getTime() - failure.since.getTime() < PATIENCE_MS) return null;
  return {
    kind: passes ? 'provider-not-answering' : 'client-failing',
    cause: `client:${clientId}`,
    severity: passes ? 'warning' : 'critical',
    params: {
      client: name,
      code: failure.code,
      mailboxes: String(mailboxes),
      since: failure.since.toISOString(),
    },
    action: { kind: 'open', path: `clients/${clientId}` },
    concerns: [`client:${clientId}`],
    extent: mailboxes,
  };
}
