import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';
import { lastSignOfLife } from './last-sign-of-life.js';

const MISSED_POLLS = 4;
const LEAST_MINUTES = 60;

/**
 * The dead man's alarm: a live account that neither fetches nor fails, because nobody works, or a session hangs. After
 * what the account says (0: never), else after four polls, and at least an hour.
 */
export function mailboxSilent(
  account: AccountHealthRow,
  now: Date,
  tokenLiveSince: Date | null = null,
): Finding | null {
  const { silentAfterMinutes, pollSeconds, failure } = account;
  const minutes = silentAfterMinutes ?? Math.max((MISSED_POLLS * pollSeconds) / 60, LEAST_MINUTES);
  const since = lastSignOfLife(account, tokenLiveSince);
  if (failure || minutes === 0 || !since) return null;
  if (now.getTime() - since.getTime() <= minutes * 60_000) return null;
  return {
    kind: 'mailbox-silent',
    cause: `account:${account.accountId}`,
    severity: 'critical',
    params: { account: account.name, since: since.toISOString() },
    action: { kind: 'open', path: `accounts/${account.accountId}` },
  };
}
