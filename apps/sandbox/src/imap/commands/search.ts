import { textOf, type Argument } from '../arguments.js';
import { matcherOf } from '../search-keys.js';
import { type ImapSession } from '../session.js';

/** SEARCH and UID SEARCH, without RETURN options; CHARSET is accepted and taken for UTF-8. */
export function search(session: ImapSession, given: readonly Argument[], byUid: boolean): string {
  const selected = session.folder;
  const keys =
    'atom' in (given[0] ?? {}) && textOf(given[0]).toUpperCase() === 'CHARSET' ? given.slice(2) : given;
  const matches = matcherOf(keys, selected);
  const found = selected.messages
    .filter(matches)
    .map(({ sequence, message }) => (byUid ? message.uid : sequence));
  session.connection.send(['* SEARCH', ...found].join(' '));
  return 'OK SEARCH completed';
}
