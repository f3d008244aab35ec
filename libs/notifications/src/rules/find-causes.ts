import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type BannerKind, type Finding } from '../banners/banner.js';
import { accountNotFetching } from './account-not-fetching.js';
import { refreshTokenExpired } from './refresh-token-expired.js';
import { tokenExpired } from './token-expired.js';

const URGENCY: readonly BannerKind[] = ['refresh-token-expired', 'account-not-fetching', 'token-expired'];

/**
 * Everything worth a banner, the most urgent first. One finding per cause: a token breaks one rule at a time, and an
 * account that stands still because of a token with a finding has none of its own.
 */
export function findCauses(
  health: { tokens: readonly TokenHealthRow[]; accounts: readonly AccountHealthRow[] },
  now: Date,
): Finding[] {
  const ofTokens = health.tokens.flatMap(
    (token) => refreshTokenExpired(token, now) ?? tokenExpired(token, now) ?? [],
  );
  const ill = new Set(ofTokens.map(({ cause }) => cause));
  const ofAccounts = health.accounts
    .filter(({ tokenId }) => tokenId === null || !ill.has(`token:${tokenId}`))
    .flatMap((account) => accountNotFetching(account, now, healedAt(account, health.tokens)) ?? []);
  return [...ofTokens, ...ofAccounts].sort(byUrgency);
}

/** The tokens of accounts that stand still, where they are not among the ailing: they may have been reconnected just now. */
export function tokensBehind(
  accounts: readonly AccountHealthRow[],
  ailing: readonly Pick<TokenHealthRow, 'tokenId'>[],
  now: Date,
): string[] {
  const known = new Set(ailing.map(({ tokenId }) => tokenId));
  const standing = accounts.filter((account) => accountNotFetching(account, now) !== null);
  const ids = standing.flatMap(({ tokenId }) => (tokenId === null || known.has(tokenId) ? [] : [tokenId]));
  return [...new Set(ids)];
}

// A token that was just reconnected gets its accounts the patience of a fresh start.
function healedAt({ tokenId }: AccountHealthRow, tokens: readonly TokenHealthRow[]): Date | null {
  return tokens.find((token) => token.tokenId === tokenId && token.state === 'live')?.since ?? null;
}

function byUrgency(a: Finding, b: Finding): number {
  return URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || (a.cause < b.cause ? -1 : 1);
}
