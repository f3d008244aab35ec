import { textOf, type Argument } from '../arguments.js';
import { hearChanges } from '../hear-changes.js';
import { matcherOf } from '../search-keys.js';
import { type ImapSession } from '../session.js';

/** SEARCH and UID SEARCH, without RETURN options; CHARSET is accepted and taken for UTF-8. */
export function search(session: ImapSession, given: readonly Argument[], byUid: boolean): string {
  const selected = session.folder;
  const keys =
    'atom' in (given[0] ?? {}) && textOf(given[0]).toUpperCase() === 'CHARSET' ? given.slice(2) : given;
  const matches = matcherOf(keys, selected);
  const byChange = keys.some((key) => 'atom' in key && key.atom.toUpperCase() === 'MODSEQ');
  if (byChange) hearChanges(session);
  const found = selected.messages.filter(matches);
  const numbers = found.map(({ sequence, message }) => (byUid ? message.uid : sequence));
  const highest = Math.max(...found.map(({ message }) => message.change));
  // RFC 7162 section 3.1.5
  const last = byChange && found.length > 0 ? [`(MODSEQ ${highest})`] : [];
  session.connection.send(['* SEARCH', ...numbers, ...last].join(' '));
  return 'OK SEARCH completed';
}
