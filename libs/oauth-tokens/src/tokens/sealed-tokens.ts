import { type ClientAccess } from '../clients/client-access.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { type Life, refreshDue } from './decide-refresh.js';
import { type TokenSeals } from './token-seals.js';

/** Assumed where a provider does not say how long an access token is good. Short: a refused token costs more. */
const UNSTATED_LIFE_SECONDS = 1_800;

/** A provider's answer, ready to be stored. */
export interface SealedTokens extends Life {
  readonly sealedAccess: string;
  /** Null when the answer brought no refresh token: the one in store stays. */
  readonly sealedRefresh: string | null;
  readonly refreshExpiresAt: Date | null;
  readonly refreshDueAt: Date;
  /** Null when the answer does not say: the scope in store stays. */
  readonly scope: string | null;
}

/** Seals what a provider answered for the token `tokenId`. */
export function sealTokens(
  seals: TokenSeals,
  place: { readonly tokenId: string; readonly client: ClientAccess },
  tokens: TokenResponse,
  now: Date,
): SealedTokens {
  const life = {
    accessObtainedAt: now,
    accessExpiresAt: later(now, tokens.expires_in ?? UNSTATED_LIFE_SECONDS),
  };
  const { refresh_token_expires_in, refresh_expires_in } = tokens;
  // A client that asks by itself asks again: what it was given besides would only grow old.
  const refresh = place.client.flow === 'authorization-code' ? tokens.refresh_token : undefined;
  const refreshLife = refresh_token_expires_in ?? refresh_expires_in ?? 0;
  return {
    ...life,
    sealedAccess: seals.sealAccess(place.tokenId, tokens.access_token),
    sealedRefresh:
      refresh === undefined ? null : seals.sealRefresh(place.tokenId, place.client.tokenEndpoint, refresh),
    // Zero is how some providers say "without end".
    refreshExpiresAt: refreshLife > 0 ? later(now, refreshLife) : null,
    refreshDueAt: refreshDue(life),
    scope: tokens.scope ?? null,
  };
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}
