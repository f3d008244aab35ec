import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';

const MISSED_POLLS = 3;
const LEAST_SECONDS = 15 * 60;

/**
 * A live account without a successful fetch for longer than it should: three polls, and at least 15 minutes. Counted
 * from the last success, from the last mail taken (a first fetch of thousands succeeds at its end), or from when it went
 * live again after a pause, or its token after a reconnect.
 */
export function accountNotFetching(
  account: AccountHealthRow,
  now: Date,
  tokenLiveSince: Date | null = null,
): Finding | null {
  if (account.state !== 'live') return null;
  const since = latest(account.lastSuccessAt, account.lastTakenAt, account.liveSince, tokenLiveSince);
  const patience = Math.max(MISSED_POLLS * account.pollSeconds, LEAST_SECONDS) * 1_000;
  if (!since || now.getTime() - since.getTime() <= patience) return null;
  return {
    kind: 'account-not-fetching',
    cause: `account:${account.accountId}`,
    severity: 'critical',
    params: {
      account: account.name,
      code: account.failure?.code ?? null,
      since: since.toISOString(),
      lastSuccessAt: account.lastSuccessAt?.toISOString() ?? null,
    },
    action: { kind: 'open', path: `accounts/${account.accountId}` },
  };
}

function latest(...instants: readonly (Date | null)[]): Date | null {
  return instants.reduce((a, b) => (!a || (b && b > a) ? b : a), null);
}
