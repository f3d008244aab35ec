import { type ClientFlow, type OAuthClient, type Validity } from '../clients/oauth-client.js';
import { type OAuthToken } from './oauth-token.js';
import { RENEWAL, type Renewal } from './renewal.js';

type Kept = Omit<OAuthToken, 'sealedAccess' | 'sealedRefresh' | 'leaseEpoch' | 'leaseUntil' | 'unanswered'>;

/** A token with what matters of its client, as lists and health know it: everything but what opens doors. */
export interface ListedToken
  extends Kept, Pick<OAuthClient, 'notifyOnExpiredToken' | 'notifyOnExpiredRefreshToken'> {
  /** Whose token it is; the client's name where it is the application's own and opens many mailboxes. */
  readonly mailbox: string;
  readonly clientName: string;
  readonly clientFlow: ClientFlow;
  readonly clientTemplate: string;
  readonly clientValidity: Validity;
  readonly renewal: Renewal;
}

/** Tokens with their clients; the names that the statements below go by. */
export const TOKENS = `
  mailroom.oauth_token token join mailroom.oauth_client client on client.id = token.client_id`;

/**
 * The state as of `now`, a parameter: what nothing can renew is dead as soon as its access token ends.
 */
export function stateAt(now: string): string {
  return `case when ${RENEWAL} = 'none' and token.access_expires_at <= ${now}::timestamptz then 'reconnect'
               else token.state end`;
}

/** The columns of a ListedToken. The sealed ones are not read, only whether they are there. */
export function listedColumns(now: string): string {
  return `
    token.id, token.client_id as "clientId", client.name as "clientName", client.flow as "clientFlow", client.template as "clientTemplate",
    client.validity as "clientValidity", client.notify_on_expired_token as "notifyOnExpiredToken",
    client.notify_on_expired_refresh_token as "notifyOnExpiredRefreshToken",
    case when client.flow = 'client-credentials' then client.name else token.mailbox end as mailbox, token.subject, token.tenant_id as "tenantId", token.object_id as "objectId", token.scope,
    ${stateAt(now)} as state,
    case when ${stateAt(now)} = token.state then token.since else token.access_expires_at end as since,
    token.access_obtained_at as "accessObtainedAt", token.access_expires_at as "accessExpiresAt",
    ${RENEWAL} as renewal, token.refresh_obtained_at as "refreshObtainedAt",
    token.refresh_expires_at as "refreshExpiresAt", token.refresh_due_at as "refreshDueAt", token.attempts,
    token.first_strike_at as "firstStrikeAt", token.failure_code as "failureCode",
    token.failure_class as "failureClass", token.failure_at as "failureAt",
    token.connected_at as "connectedAt", token.connected_by as "connectedBy"`;
}
