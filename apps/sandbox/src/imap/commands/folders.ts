import { type Folder } from '../../mail/folder.js';
import { standardFolders } from '../../mail/mailbox.js';
import { textOf, textsOf, type Argument } from '../arguments.js';
import { quoteName } from '../quote.js';
import { Refusal } from '../refusal.js';
import { hearChanges } from '../hear-changes.js';
import { Selected } from '../selected.js';
import { type ImapSession } from '../session.js';

const settable = '\\Answered \\Flagged \\Deleted \\Seen \\Draft';

/** LIST, with or without RETURN options: the special use is always told. */
export function list(session: ImapSession, given: readonly Argument[]): string {
  return listed(session, given, 'LIST');
}

/** LSUB: everything is subscribed. */
export function lsub(session: ImapSession, given: readonly Argument[]): string {
  return listed(session, given, 'LSUB');
}

function listed(session: ImapSession, given: readonly Argument[], verb: string): string {
  const [reference, pattern] = given.filter((argument, index) => !(index === 0 && 'list' in argument));
  const wanted = textOf(reference) + textsOf(pattern).join('');
  if (wanted === '') session.connection.send(`* ${verb} (\\Noselect) "/" ""`);
  const matches = new RegExp(
    `^${wanted
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/%/g, '[^/]*')}$`,
    'i',
  );
  for (const { name } of mailboxOf(session).folders.filter((folder) => matches.test(folder.name))) {
    const flags = ['\\HasNoChildren', standardFolders[name] ?? ''].filter(Boolean).join(' ');
    session.connection.send(`* ${verb} (${flags}) "/" ${quoteName(name)}`);
  }
  return `OK ${verb} completed`;
}

/** NAMESPACE (RFC 2342): personal folders only. */
export function namespace(session: ImapSession): string {
  session.connection.send('* NAMESPACE (("" "/")) NIL NIL');
  return 'OK NAMESPACE completed';
}

/** CREATE. */
export function create(session: ImapSession, given: readonly Argument[]): string {
  const name = textOf(given[0]).replace(/\/$/, '');
  if (mailboxOf(session).folder(name)) throw Refusal.no('[ALREADYEXISTS] Mailbox already exists');
  mailboxOf(session).create(name);
  return 'OK CREATE completed';
}

/** DELETE, but never INBOX. */
export function deleteFolder(session: ImapSession, given: readonly Argument[]): string {
  const folder = folderOf(session, given[0]);
  if (folder.name === 'INBOX') throw Refusal.no('[CANNOT] INBOX cannot be deleted');
  mailboxOf(session).delete(folder);
  return 'OK DELETE completed';
}

/** SUBSCRIBE and UNSUBSCRIBE change nothing: everything is subscribed. */
export function subscribe(): string {
  return 'OK Completed';
}

/** STATUS. */
export function status(session: ImapSession, given: readonly Argument[]): string {
  const folder = folderOf(session, given[0]);
  const items = textsOf(given[1]).map(
    (item) => `${item.toUpperCase()} ${statusItem(session, folder, item.toUpperCase())}`,
  );
  session.connection.send(`* STATUS ${quoteName(folder.name)} (${items.join(' ')})`);
  return 'OK STATUS completed';
}

function statusItem(session: ImapSession, folder: Folder, item: string): number {
  switch (item) {
    case 'MESSAGES':
      return folder.messages.length;
    case 'UIDNEXT':
      return folder.uidNext;
    case 'UIDVALIDITY':
      return folder.uidValidity;
    case 'UNSEEN':
      return folder.messages.filter(({ flags }) => !flags.has('\\Seen')).length;
    case 'SIZE':
      return folder.messages.reduce((sum, { raw }) => sum + raw.length, 0);
    case 'RECENT':
      return 0;
    case 'HIGHESTMODSEQ':
      hearChanges(session);
      return folder.lastChange;
    default:
      throw Refusal.bad('Unknown status item');
  }
}

/** SELECT and EXAMINE. */
export function select(session: ImapSession, given: readonly Argument[], readOnly: boolean): string {
  session.selected = null;
  const folder = folderOf(session, given[0]);
  if (
    given
      .slice(1)
      .flatMap(textsOf)
      .some((word) => word.toUpperCase() === 'CONDSTORE')
  )
    hearChanges(session);
  session.selected = new Selected(folder, readOnly);
  const unseen = folder.messages.findIndex(({ flags }) => !flags.has('\\Seen'));
  session.connection.send(
    `* FLAGS (${settable})`,
    `* OK [PERMANENTFLAGS (${readOnly ? '' : `${settable} \\*`})] Flags permitted.`,
    `* ${folder.messages.length} EXISTS`,
    '* 0 RECENT',
    ...(unseen < 0 ? [] : [`* OK [UNSEEN ${unseen + 1}] First unseen.`]),
    `* OK [UIDVALIDITY ${folder.uidValidity}] UIDs valid`,
    `* OK [UIDNEXT ${folder.uidNext}] Predicted next UID`,
    ...(session.house.condStore ? [`* OK [HIGHESTMODSEQ ${folder.lastChange}] Highest`] : []),
  );
  return readOnly ? 'OK [READ-ONLY] EXAMINE completed' : 'OK [READ-WRITE] SELECT completed';
}

/** CLOSE: expunges in silence what is marked as deleted. */
export function close(session: ImapSession): string {
  const { folder, readOnly } = session.selected ?? {};
  session.selected = null;
  if (folder && !readOnly)
    folder.remove(new Set(folder.messages.filter(({ flags }) => flags.has('\\Deleted'))));
  return 'OK CLOSE completed';
}

/** UNSELECT (RFC 3691). */
export function unselect(session: ImapSession): string {
  session.selected = null;
  return 'OK UNSELECT completed';
}

/** The folder an argument names. Throws `NO [NONEXISTENT]`, or the code given, when there is none. */
export function folderOf(session: ImapSession, name: Argument | undefined, code = 'NONEXISTENT'): Folder {
  const folder = mailboxOf(session).folder(textOf(name));
  if (!folder) throw Refusal.no(`[${code}] Mailbox does not exist`);
  return folder;
}

function mailboxOf(session: ImapSession): NonNullable<ImapSession['mailbox']> {
  if (!session.mailbox) throw Refusal.bad('Please authenticate first');
  return session.mailbox;
}
