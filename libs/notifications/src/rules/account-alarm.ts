import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';
import { accountNotFetching } from './account-not-fetching.js';
import { accountSetBack } from './account-set-back.js';
import { accountThrottled } from './account-throttled.js';
import { adminActionForAccount } from './admin-action-needed.js';
import { mailboxQuiet } from './mailbox-quiet.js';
import { mailboxSilent } from './mailbox-silent.js';

/** The most urgent thing that is wrong with an account, if anything. `tokenLiveSince`: its token was connected anew then. */
export function accountAlarm(
  account: AccountHealthRow,
  now: Date,
  tokenLiveSince: Date | null = null,
): Finding | null {
  return (
    adminActionForAccount(account) ??
    accountThrottled(account, now, tokenLiveSince) ??
    accountNotFetching(account, now, tokenLiveSince) ??
    mailboxSilent(account, now, tokenLiveSince) ??
    accountSetBack(account) ??
    mailboxQuiet(account, now)
  );
}
