import { type Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type OAuthClient } from './oauth-client.js';

/**
 * What a changed client means for its tokens: under a new origin of the token endpoint they need a new consent, because
 * a refresh token goes only where it came from; otherwise, and where nobody consents, whatever failed is tried again at
 * once. Where they may be shown to new mail servers, the access tokens at hand are not used any more: the next come with
 * what proves the client now. What was held against the client itself is forgotten.
 */
export async function tellTokensOfChange(
  database: Database,
  tx: EntityManager,
  client: Pick<OAuthClient, 'id' | 'flow' | 'updatedAt'>,
  { newOrigin = false, newHosts = false }: { newOrigin?: boolean; newHosts?: boolean } = {},
): Promise<void> {
  await database.query(NO_FAILURE, [client.id], tx);
  const needsConsent = newOrigin && client.flow === 'authorization-code';
  await database.query(needsConsent ? NEEDS_CONSENT : TRY_AGAIN, [client.id], tx);
  if (newHosts) await database.query(ACCESS_ENDS, [client.id, client.updatedAt], tx);
}

const NEEDS_CONSENT = `
  update mailroom.oauth_token
     set state = 'reconnect', since = mailroom.now(), lease_epoch = lease_epoch + 1, lease_until = null,
         sealed_refresh = null, refresh_due_at = null, failure_code = 'token-endpoint-changed', failure_class = 'reconnect',
         failure_at = mailroom.now()
   where client_id = $1 and state <> 'reconnect'`;

const TRY_AGAIN = `
  update mailroom.oauth_token set attempts = 0, refresh_due_at = mailroom.now()
   where client_id = $1 and state <> 'reconnect' and attempts > 0`;

const ACCESS_ENDS = `
  update mailroom.oauth_token
     set access_expires_at = least(access_expires_at, mailroom.now()), access_void_before = $2,
         refresh_due_at = case when state = 'reconnect' then refresh_due_at else mailroom.now() end
   where client_id = $1`;

const NO_FAILURE = `
  update mailroom.oauth_client
     set failures = 0, failure_code = null, failure_class = null, failure_at = null, failed_token_id = null,
         failing_since = null, not_before = null
   where id = $1`;
