import { type Token } from '../api/shapes.js';
import { type Tone } from '../furniture/state-badge.js';
import { fill } from '../i18n/fill.js';
import { words } from '../i18n/words.js';

/** Of a client that has no token. */
export const noTokenYet = words.tokens.status.missing;

/** A token in the words admins know: the badge, and one line each for access and refresh token. */
export interface TokenStatus {
  readonly tone: Tone;
  readonly word: string;
  readonly access: string;
  readonly refresh: string;
}

type Seen = Pick<
  Token,
  'state' | 'accessExpiresAt' | 'refreshExpiresAt' | 'renewal' | 'failure' | 'nextRefreshAt'
>;

const { status } = words.tokens;

/** What a token looks like now. */
export function tokenStatus(token: Seen, now: Date): TokenStatus {
  return { ...badge(token, now), access: access(token, now), refresh: refresh(token, now) };
}

function badge(token: Seen, now: Date): Pick<TokenStatus, 'tone' | 'word'> {
  switch (token.state) {
    case 'reconnect':
      return {
        tone: 'bad',
        word: token.failure?.code === 'disconnected' ? status.disconnected : status.reconnect,
      };
    case 'suspected':
      return { tone: 'waiting', word: status.suspected };
    case 'live':
      return isPast(token.accessExpiresAt, now)
        ? { tone: 'waiting', word: status.expired }
        : { tone: 'good', word: status.valid };
  }
}

function access({ accessExpiresAt, failure }: Seen, now: Date): string {
  const line = fill(isPast(accessExpiresAt, now) ? status.accessExpired : status.accessUntil, {
    at: accessExpiresAt,
  });
  return failure ? `${line} ${status.requestFailed}` : line;
}

function refresh(token: Seen, now: Date): string {
  if (token.renewal === 'client') return status.refreshNotConfigured;
  if (token.renewal === 'none') return status.refreshMissing;
  if (token.state === 'reconnect') return status.refreshDead;
  if (token.state === 'suspected') return fill(status.refreshSuspected, { at: token.nextRefreshAt });
  const line = refreshEnd(token, now);
  return token.failure ? `${status.refreshFailed} ${line}` : line;
}

function refreshEnd({ refreshExpiresAt }: Seen, now: Date): string {
  if (!refreshExpiresAt) return status.refreshWithoutDate;
  return fill(isPast(refreshExpiresAt, now) ? status.refreshExpired : status.refreshUntil, {
    at: refreshExpiresAt,
  });
}

/** Is this instant behind us? */
export function isPast(at: string, now: Date): boolean {
  return new Date(at) <= now;
}
