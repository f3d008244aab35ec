import { type OAuthToken } from './oauth-token.js';

const LEAST_MARGIN_MS = 60_000;
const MOST_MARGIN_MS = 600_000;

/** From when to when an access token is good. */
export type Life = Pick<OAuthToken, 'accessObtainedAt' | 'accessExpiresAt'>;

/**
 * `usable`: hand it out. `refresh-ahead`: hand it out if refreshing does not work at once. `must-refresh`: too close
 * to its end (or past it) to start anything with; handed out only when no new one is to be had.
 */
export type RefreshDecision = 'usable' | 'refresh-ahead' | 'must-refresh';

/** What to do with an access token at this instant. */
export function decideRefresh(life: Life, now: Date): RefreshDecision {
  const left = life.accessExpiresAt.getTime() - now.getTime();
  const margin = refreshMargin(life);
  if (left > margin) return 'usable';
  return left > margin / 2 ? 'refresh-ahead' : 'must-refresh';
}

/** How long before its end a token is renewed, in ms: 10 % of its life, from 60 s to 10 min, never more than half of it. */
export function refreshMargin({ accessObtainedAt, accessExpiresAt }: Life): number {
  const life = Math.max(0, accessExpiresAt.getTime() - accessObtainedAt.getTime());
  return Math.min(Math.max(LEAST_MARGIN_MS, Math.min(life / 10, MOST_MARGIN_MS)), life / 2);
}

/**
 * When to renew without being asked: up to half a margin before the margin begins, so that tokens which were connected
 * together are not renewed together.
 */
export function refreshDue(life: Life, chance: () => number = Math.random): Date {
  const margin = refreshMargin(life);
  return new Date(life.accessExpiresAt.getTime() - margin - (margin / 2) * chance());
}
