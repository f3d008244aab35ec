import { type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type Finding } from '../banners/banner.js';

/**
 * An admin disconnected the token, which is no alarm by itself: only when an account, a server or an invoker that is live
 * still stands on it. Only for valid clients whose admin wants to hear of refresh tokens.
 */
export function tokenDisconnected(token: TokenHealthRow): Finding | null {
  const { disconnection, clientValidity, notifyOnExpiredRefreshToken, failure, tokenId } = token;
  if (!disconnection?.isMissed || clientValidity !== 'valid' || !notifyOnExpiredRefreshToken) return null;
  return {
    kind: 'token-disconnected',
    cause: `token:${tokenId}`,
    severity: 'critical',
    params: {
      mailbox: token.mailbox,
      client: token.clientName,
      by: disconnection.by,
      at: failure?.at.toISOString() ?? null,
    },
    action: { kind: 'reconnect', tokenId, path: `tokens/${tokenId}` },
    concerns: [`token:${tokenId}`],
  };
}
