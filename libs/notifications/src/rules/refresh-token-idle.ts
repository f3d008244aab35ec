import { type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type Finding } from '../banners/banner.js';

const NOTICE_MS = 14 * 86_400_000;

/**
 * The refresh token has not been used for so long that the provider will let it die within 14 days. Mailroom uses each
 * once a week, so something keeps it from doing that. Only for valid clients whose admin wants to hear of refresh tokens.
 */
export function refreshTokenIdle(token: TokenHealthRow, now: Date): Finding | null {
  const { clientValidity, notifyOnExpiredRefreshToken, diesOfInactivityAt: end, tokenId } = token;
  if (clientValidity !== 'valid' || !notifyOnExpiredRefreshToken || !end) return null;
  if (end.getTime() - now.getTime() > NOTICE_MS) return null;
  return {
    kind: 'refresh-token-idle',
    cause: `token:${tokenId}`,
    severity: 'warning',
    params: {
      mailbox: token.mailbox,
      client: token.clientName,
      code: token.failure?.code ?? null,
      diesAt: end.toISOString(),
    },
    action: { kind: 'open', path: `tokens/${tokenId}` },
    concerns: [`token:${tokenId}`],
  };
}
