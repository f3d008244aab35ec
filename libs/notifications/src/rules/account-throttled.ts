import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';
import { lastSignOfLife } from './last-sign-of-life.js';
import { patienceMs } from './patience.js';

const LIMITS = new Set(['mailbox-throttled', 'mailbox-bandwidth-exceeded', 'mailbox-connection-limit']);
/** A pause that is at least so long is worth a word when it begins; shorter ones when they add up. */
const LONG_MS = 15 * 60_000;

/**
 * The provider lets a live account wait because of its limits, which is neither a failure of the account nor silence: a
 * long pause at once, short ones when nothing was fetched for longer than it should. Fetching goes on by itself.
 */
export function accountThrottled(
  account: AccountHealthRow,
  now: Date,
  tokenLiveSince: Date | null = null,
): Finding | null {
  const { failure, notBefore } = account;
  const since = lastSignOfLife(account, tokenLiveSince);
  if (!since || !isHeldOff(account, now)) return null;
  const pause = notBefore && notBefore > now ? notBefore.getTime() - (failure?.at ?? now).getTime() : 0;
  if (pause < LONG_MS && now.getTime() - since.getTime() <= patienceMs(account)) return null;
  return {
    kind: 'account-throttled',
    cause: `account:${account.accountId}`,
    severity: 'warning',
    params: {
      account: account.name,
      code: failure?.code ?? 'mailbox-throttled',
      since: since.toISOString(),
      until: notBefore?.toISOString() ?? null,
    },
    action: { kind: 'open', path: `accounts/${account.accountId}` },
  };
}

// Accounts that share a limit wait with the one that met it, without a failure of their own.
function isHeldOff({ failure, notBefore }: AccountHealthRow, now: Date): boolean {
  if (failure) return LIMITS.has(failure.code);
  return notBefore !== null && notBefore > now;
}
