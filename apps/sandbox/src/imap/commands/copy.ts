import { textOf, type Argument } from '../arguments.js';
import { Refusal } from '../refusal.js';
import { writeSequenceSet } from '../sequence-set.js';
import { type ImapSession } from '../session.js';
import { folderOf } from './folders.js';

/** COPY and UID COPY, with COPYUID (RFC 4315). */
export function copy(session: ImapSession, given: readonly Argument[], byUid: boolean): string {
  const { code } = copied(session, given, byUid);
  return `OK ${code}COPY completed`;
}

/** MOVE and UID MOVE (RFC 6851): COPYUID comes untagged, before the EXPUNGEs. */
export function move(session: ImapSession, given: readonly Argument[], byUid: boolean): string {
  const selected = session.folder;
  if (selected.readOnly) throw Refusal.no('[READ-ONLY] Mailbox is read-only');
  const { code, messages } = copied(session, given, byUid);
  if (code) session.connection.send(`* OK ${code}Moved`);
  selected.folder.remove(new Set(messages));
  return 'OK MOVE completed';
}

function copied(session: ImapSession, given: readonly Argument[], byUid: boolean) {
  const selected = session.folder;
  const target = folderOf(session, given[1], 'TRYCREATE');
  const messages = selected
    .pick(textOf(given[0]), byUid)
    .map(({ message }) => message)
    .filter(({ gone }) => !gone);
  const copies = messages.map(({ raw, flags, internalDate }) => target.append(raw, flags, internalDate));
  const [from, to] = [messages, copies].map((list) => writeSequenceSet(list.map(({ uid }) => uid)));
  return { messages, code: messages.length > 0 ? `[COPYUID ${target.uidValidity} ${from} ${to}] ` : '' };
}
