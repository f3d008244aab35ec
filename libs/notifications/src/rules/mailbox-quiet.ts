import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';
import { latest } from './last-sign-of-life.js';

const DAY_MS = 86_400_000;

/** A live account that fetches well and to which no mail has come for as many days as its admin finds odd. Off unless set. */
export function mailboxQuiet(account: AccountHealthRow, now: Date): Finding | null {
  const { state, failure, quietAfterDays, lastTakenAt, liveSince } = account;
  const since = latest(lastTakenAt, liveSince);
  if (state !== 'live' || failure || quietAfterDays === null || !since) return null;
  if (now.getTime() - since.getTime() <= quietAfterDays * DAY_MS) return null;
  return {
    kind: 'mailbox-quiet',
    cause: `account:${account.accountId}`,
    severity: 'warning',
    params: { account: account.name, since: since.toISOString(), days: String(quietAfterDays) },
    action: { kind: 'open', path: `accounts/${account.accountId}` },
  };
}
