import { textOf, type Argument } from '../arguments.js';
import { Refusal } from '../refusal.js';
import { type ImapSession } from '../session.js';

/** EXPUNGE, and UID EXPUNGE for the messages named (RFC 4315): what is marked \Deleted leaves for good. */
export function expunge(session: ImapSession, given: readonly Argument[] = []): string {
  const selected = session.folder;
  if (selected.readOnly) throw Refusal.no('[READ-ONLY] Mailbox is read-only');
  const named = given.length > 0 ? selected.pick(textOf(given[0]), true) : selected.messages;
  selected.folder.remove(
    new Set(named.map(({ message }) => message).filter(({ flags }) => flags.has('\\Deleted'))),
  );
  return 'OK EXPUNGE completed';
}
