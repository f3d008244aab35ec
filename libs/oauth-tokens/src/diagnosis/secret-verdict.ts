import { type TokenOutcome } from '../token-endpoint/token-outcome.js';

/**
 * What the answer to a made-up refresh token says of the secret that it came with (RFC 6749 section 5.2): who took
 * offence at the grant alone has taken the client for who it says it is. `unclear` where it says neither.
 */
export function secretVerdict(outcome: TokenOutcome): 'accepted' | 'refused' | 'unclear' {
  if (outcome.kind === 'tokens') return 'unclear';
  switch (outcome.signs.error) {
    case 'invalid_grant':
      return 'accepted';
    case 'invalid_client':
    case 'unauthorized_client':
      return 'refused';
    default:
      return 'unclear';
  }
}
