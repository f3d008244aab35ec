import { type TokenOutcome } from '../token-endpoint/token-outcome.js';

/**
 * What the answer to a made-up refresh token says of the secret that it came with (RFC 6749 section 5.2): who took
 * offence at the grant alone has taken the client for who it says it is. `unclear` where it says neither.
 */
export function secretVerdict(outcome: TokenOutcome): 'accepted' | 'refused' | 'unclear' {
  const error = outcome.kind === 'failure' ? outcome.signs.error : undefined;
  if (error === 'invalid_grant') return 'accepted';
  return error === 'invalid_client' || error === 'unauthorized_client' ? 'refused' : 'unclear';
}
