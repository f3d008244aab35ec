import { type Token } from '../api/shapes.js';
import { useNow } from '../furniture/moment-text.js';
import { StateBadge } from '../furniture/state-badge.js';
import { tokenStatus } from './token-status.js';

/** The state of a token: *Token valid* in green, or what it is instead. */
export function TokenBadge({ token }: { token: Token }) {
  const { tone, word } = tokenStatus(token, useNow());
  return <StateBadge tone={tone}>{word}</StateBadge>;
}
