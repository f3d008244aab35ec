import { type Provider } from '../providers/client-template.js';

const DAY_MS = 86_400_000;
/** Deaths that providers do not tell apart and dates do. */
export const namedDeaths = [
  'google-testing-seven-days',
  'google-six-months-unused',
  'microsoft-ninety-days-unused',
] as const;

/** What is known of a grant when it is refused. */
export interface GrantDates {
  readonly provider: Provider;
  readonly connectedAt: Date;
  /** When it last brought an access token. */
  readonly lastUsedAt: Date;
  /** When the provider refused it for the first time. */
  readonly refusedAt: Date;
}

/**
 * A better name for the end of a grant, where dates give one; else `code` as it was. Google's refresh tokens of an
 * application in Testing live for seven days from the consent and die with a plain `invalid_grant`, just like those that
 * nobody used for six months (developers.google.com, "Using OAuth 2.0 to Access Google APIs", refresh token expiration);
 * Microsoft's die after 90 days without use ("Refresh tokens in the Microsoft identity platform").
 */
export function nameDeath(
  code: string,
  { provider, connectedAt, lastUsedAt, refusedAt }: GrantDates,
): string {
  const age = daysBetween(connectedAt, refusedAt);
  const idle = daysBetween(lastUsedAt, refusedAt);
  if (provider === 'google' && code === 'invalid_grant') {
    if (age >= 6.5 && age <= 7.5) return 'google-testing-seven-days';
    if (idle >= 180) return 'google-six-months-unused';
  }
  const vague = code === 'invalid_grant' || code === 'AADSTS70008';
  return provider === 'microsoft' && vague && idle >= 90 ? 'microsoft-ninety-days-unused' : code;
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS;
}
