import { type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type BannerAction, type Finding } from '../banners/banner.js';
import { needsReconnect } from './refresh-token-expired.js';

/**
 * The access token is past its date and no new one has come: refreshing fails or nobody refreshes. Only for valid
 * clients whose admin wants to hear of it.
 */
export function tokenExpired(token: TokenHealthRow, now: Date): Finding | null {
  if (token.clientValidity !== 'valid' || !token.notifyOnExpiredToken) return null;
  if (token.accessExpiresAt > now) return null;
  return {
    kind: 'token-expired',
    cause: `token:${token.tokenId}`,
    severity: 'warning',
    params: {
      mailbox: token.mailbox,
      client: token.clientName,
      code: token.failure?.code ?? null,
      expiredAt: token.accessExpiresAt.toISOString(),
    },
    action: actionFor(token, now),
    concerns: [`token:${token.tokenId}`],
  };
}

// Connecting again cures a dead grant, not a provider that is down: there the page shows what it answers.
function actionFor(token: TokenHealthRow, now: Date): BannerAction {
  const { tokenId } = token;
  const path = `tokens/${tokenId}`;
  return needsReconnect(token, now) ? { kind: 'reconnect', tokenId, path } : { kind: 'open', path };
}
