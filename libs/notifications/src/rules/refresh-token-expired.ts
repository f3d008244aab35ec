import { type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type Finding } from '../banners/banner.js';

/**
 * The token cannot renew itself any more (grant dead, no way to a new one, refresh token past its date): somebody has to
 * connect it again. Only for valid clients whose admin wants to hear of it.
 */
export function refreshTokenExpired(token: TokenHealthRow, now: Date): Finding | null {
  if (token.clientValidity !== 'valid' || !token.notifyOnExpiredRefreshToken) return null;
  if (!needsReconnect(token, now)) return null;
  return {
    kind: 'refresh-token-expired',
    cause: `token:${token.tokenId}`,
    severity: 'critical',
    params: {
      mailbox: token.mailbox,
      client: token.clientName,
      code: token.failure?.code ?? null,
      expiresAt: token.accessExpiresAt.toISOString(),
    },
    action: { kind: 'reconnect', tokenId: token.tokenId, path: `tokens/${token.tokenId}` },
    concerns: [`token:${token.tokenId}`],
  };
}

/** True when no refresh can succeed without a person. */
export function needsReconnect(token: TokenHealthRow, now: Date): boolean {
  if (token.state === 'reconnect' || token.renewal === 'none') return true;
  return token.refreshExpiresAt !== null && token.refreshExpiresAt <= now;
}
