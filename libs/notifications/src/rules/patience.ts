import { type AccountHealthRow } from '@mailroom/mail-accounts';

const MISSED_POLLS = 3;
const LEAST_SECONDS = 15 * 60;

/** For how long an account may go without a successful fetch: three polls, and at least 15 minutes. */
export function patienceMs({ pollSeconds }: Pick<AccountHealthRow, 'pollSeconds'>): number {
  return Math.max(MISSED_POLLS * pollSeconds, LEAST_SECONDS) * 1_000;
}
