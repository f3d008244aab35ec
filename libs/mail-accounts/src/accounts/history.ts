import { wholeSecond } from '../mailbox/whole-second.js';
import { type MailAccount } from './mail-account.js';

/** Is a mail of that moment history, to be taken in without anybody being answered or told? */
export function isHistory(
  { quietImport, historyBefore }: Pick<MailAccount, 'quietImport' | 'historyBefore'>,
  receivedAt: Date,
): boolean {
  if (!quietImport || historyBefore === null) return false;
  return receivedAt < wholeSecond(historyBefore);
}

/** Do these settings open another mailbox, whose mail so far is history again? */
export function opensAnother(
  former: Pick<MailAccount, 'host' | 'login'>,
  settings: Pick<MailAccount, 'host' | 'login'>,
): boolean {
  return former.host !== settings.host || former.login !== settings.login;
}
