import type { EmailAddress } from 'mailparser';
import { decodedWords } from './encoded-words.js';

const LONGEST = 4_096;
/** Atoms or quoted words without anything that may mean more than it says, before an address in its brackets; or that alone. */
const MAILBOX =
  /(?:(?:([\w=?.*+/!'-][\w=?.*+/!' -]*)|"([\w.,+/!'-][\w.,+/!' -]*)" *)?<([\w.+=-]+@(?!xn--)[\w-]+(?:\.[\w-]+)*)>|([\w.+=-]+@(?!xn--)[\w-]+(?:\.[\w-]+)*))(?: *, *|$)/iy;

/**
 * The mailboxes of an address field as mailparser reads them, where it is as plain as nearly all are; null for what it has to be
 * asked: comments, groups, routes, escapes, names or addresses that are none.
 */
export function plainMailboxes(value: string): EmailAddress[] | null {
  if (value === '' || value.length > LONGEST) return null;
  const mailboxes: EmailAddress[] = [];
  for (let at = 0; at < value.length; at = MAILBOX.lastIndex) {
    MAILBOX.lastIndex = at;
    const [, atoms = '', quoted, bracketed, bare = ''] = MAILBOX.exec(value) ?? [];
    const address = bracketed ?? bare;
    if (address === '') return null;
    mailboxes.push({ name: decodedWords((quoted ?? atoms).trim()), address });
  }
  return mailboxes;
}
