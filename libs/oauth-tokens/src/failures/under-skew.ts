import { clocksDiffer } from '../token-endpoint/clock-skew.js';
import { type TokenFailure } from './token-failure.js';

/**
 * The failure, as far as it can be believed: an uncertain sign is none while the clocks differ, because providers refuse
 * with the same `invalid_grant` what is dated wrongly. It is tried again instead, as `clock-differs`.
 */
export function underSkew(failure: TokenFailure, skewMs: number | undefined): TokenFailure {
  if (failure.certain || !clocksDiffer(skewMs)) return failure;
  return { class: 'retry-later', code: 'clock-differs', certain: true };
}
