import { retryDelay, type Disposition } from '@mailroom/kernel';
import { type ClientTemplate } from '../providers/client-template.js';
import { type OAuthToken, type TokenState } from '../tokens/oauth-token.js';
import { type TokenFailure } from './token-failure.js';

/** Two plain refusals count as one death when they are at least this far apart. */
const SECOND_LOOK_MS = 60_000;

/** What a failed refresh leaves behind on a token. */
export interface Aftermath {
  readonly state: TokenState;
  readonly failureClass: Disposition;
  readonly failureCode: string;
  readonly firstStrikeAt: Date | null;
  readonly attempts: number;
  /** How long to leave the provider alone, in ms; null when only a new consent can help. */
  readonly waitMs: number | null;
}

/** What the verdict on a failure is weighed against. */
export interface Circumstances {
  readonly token: Pick<OAuthToken, 'state' | 'attempts' | 'firstStrikeAt'>;
  readonly rotation: ClientTemplate['rotation'];
  /** An earlier refresh was sent and its answer never came. */
  readonly doubtful: boolean;
  readonly retryAfterMs?: number | undefined;
  /** By the clock of the database, which is one for all processes. */
  readonly now: Date;
  readonly chance?: () => number;
}

/**
 * What a failed refresh means for a token. Only a definite death turns it to `reconnect`: a listed code; a plain
 * `invalid_grant` twice, 60 s apart; or one `invalid_grant` under strict rotation after a refresh whose answer was lost,
 * because then the stored refresh token was spent by that one.
 */
export function afterFailure(failure: TokenFailure, circumstances: Circumstances): Aftermath {
  const { token, rotation, doubtful, now } = circumstances;
  if (failure.class !== 'reconnect') return delayed(failure, circumstances);
  if (failure.certain) return dead(failure.code, circumstances);
  if (rotation === 'strict' && doubtful) return dead('refresh-answer-lost', circumstances);
  const since = token.firstStrikeAt;
  if (since && now.getTime() - since.getTime() >= SECOND_LOOK_MS) return dead(failure.code, circumstances);
  return suspected(failure.code, circumstances);
}

function dead(failureCode: string, { token }: Circumstances): Aftermath {
  const { firstStrikeAt, attempts } = token;
  return {
    state: 'reconnect',
    failureClass: 'reconnect',
    failureCode,
    firstStrikeAt,
    attempts: attempts + 1,
    waitMs: null,
  };
}

function suspected(failureCode: string, { token, now, chance = Math.random }: Circumstances): Aftermath {
  const firstStrikeAt = token.firstStrikeAt ?? now;
  const secondLook = Math.max(firstStrikeAt.getTime() + SECOND_LOOK_MS - now.getTime(), 0);
  return {
    state: token.state === 'reconnect' ? 'reconnect' : 'suspected',
    failureClass: 'reconnect',
    failureCode,
    firstStrikeAt,
    attempts: token.attempts + 1,
    waitMs: Math.round(secondLook + 1_000 + 14_000 * chance()),
  };
}

function delayed(failure: TokenFailure, { token, retryAfterMs = 0, chance }: Circumstances): Aftermath {
  const attempts = token.attempts + 1;
  const own = retryDelay(attempts, pace(failure.class), chance);
  return {
    state: token.state,
    failureClass: failure.class,
    failureCode: failure.code,
    firstStrikeAt: token.firstStrikeAt,
    attempts,
    waitMs: Math.max(own, retryAfterMs),
  };
}

// What only a person can mend is looked at again at leisure: it may have been mended.
function pace(disposition: Disposition): { base: number; cap: number } {
  if (disposition === 'retry-later') return { base: 10_000, cap: 600_000 };
  return { base: 300_000, cap: 3_600_000 };
}
