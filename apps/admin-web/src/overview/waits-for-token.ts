import { type Token } from '../api/shapes.js';

/** What of an account or server tells whether its token is its trouble. */
interface Standing {
  readonly tokenId: string | null;
  readonly health: { readonly failure: { readonly code: string } | null };
}

/** Does it fail for nothing but one of these tokens, so that the token's own cause says it all? */
export function waitsForToken(
  { tokenId, health }: Standing,
  illTokens: readonly Pick<Token, 'id'>[],
): boolean {
  return health.failure?.code === 'token-needs-reconnect' && illTokens.some(({ id }) => id === tokenId);
}
