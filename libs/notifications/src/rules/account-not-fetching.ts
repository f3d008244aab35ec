import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';
import { lastSignOfLife } from './last-sign-of-life.js';
import { patienceMs } from './patience.js';

/**
 * A live account that fails, without a successful fetch for longer than it should. One that does not even fail is
 * `mailboxSilent`.
 */
export function accountNotFetching(
  account: AccountHealthRow,
  now: Date,
  tokenLiveSince: Date | null = null,
): Finding | null {
  const { failure } = account;
  const since = lastSignOfLife(account, tokenLiveSince);
  if (!failure || !since || now.getTime() - since.getTime() <= patienceMs(account)) return null;
  return {
    kind: 'account-not-fetching',
    cause: `account:${account.accountId}`,
    severity: 'critical',
    params: {
      account: account.name,
      code: failure.code,
      since: since.toISOString(),
      lastSuccessAt: account.lastSuccessAt?.toISOString() ?? null,
    },
    action: { kind: 'open', path: `accounts/${account.accountId}` },
  };
}
