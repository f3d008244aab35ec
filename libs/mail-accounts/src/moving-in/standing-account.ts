import { movingNote, type MovingNote } from '@mailroom/kernel';
import { type NewAccount } from '../accounts/account-input.js';
import { type MailAccount } from '../accounts/mail-account.js';

type Mailbox = Pick<NewAccount, 'kind' | 'host' | 'login' | 'folders'>;

/** Do both open the same folder of one mailbox, by the same protocol and name? */
export function sameMailbox(one: Mailbox, other: Mailbox): boolean {
  return sameLogin(one, other) && folderOf(one) === folderOf(other);
}

/** The same, whatever the folder. */
export function sameLogin(one: Mailbox, other: Mailbox): boolean {
  return (
    (one.kind ?? 'imap') === (other.kind ?? 'imap') &&
    one.host.toLowerCase() === other.host.toLowerCase() &&
    one.login.toLowerCase() === other.login.toLowerCase()
  );
}

const COMPARED = [
  'port',
  'security',
  'auth',
  'disposition',
  'dispatching',
  'destination',
  'trustHeaders',
] as const;

/** Where an account that is here is set otherwise than the file says. It stays as it is. */
export function standsDifferently(here: MailAccount, there: NewAccount): MovingNote[] {
  return COMPARED.flatMap((setting) => {
    const wanted = there[setting];
    if (wanted === undefined || wanted === null || wanted === here[setting]) return [];
    return movingNote('differs-here', {
      setting,
      here: String(here[setting] ?? '–'),
      there: String(wanted),
    });
  });
}

// INBOX is INBOX however it is spelt (RFC 9051 section 5.1).
function folderOf({ folders }: Mailbox): string {
  const [folder = 'INBOX'] = folders ?? [];
  return folder.toUpperCase() === 'INBOX' ? 'INBOX' : folder;
}
