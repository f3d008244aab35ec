import { type Account } from '../api/shapes.js';
import { StateBadge } from '../furniture/state-badge.js';
import { accountStatus } from './account-status.js';

/** The state of an account in a word. */
export function AccountBadge({ account }: { account: Account }) {
  const { tone, word } = accountStatus(account);
  return <StateBadge tone={tone}>{word}</StateBadge>;
}
