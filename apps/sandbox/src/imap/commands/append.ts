import { textOf, textsOf, type Argument } from '../arguments.js';
import { parseImapDate } from '../internal-date.js';
import { Refusal } from '../refusal.js';
import { type ImapSession } from '../session.js';
import { folderOf } from './folders.js';

/** APPEND with optional flags and date; the bytes are kept as they come. Answers APPENDUID (RFC 4315). */
export function append(session: ImapSession, given: readonly Argument[]): string {
  const folder = folderOf(session, given[0], 'TRYCREATE');
  const message = given.at(-1);
  if (given.length < 2 || !message || !('string' in message)) throw Refusal.bad('Missing message');
  const options = given.slice(1, -1);
  const flags = options.flatMap((option) => ('list' in option ? textsOf(option) : []));
  const date = options.flatMap((option) => ('string' in option ? [parseImapDate(textOf(option))] : []))[0];
  if (date === null) throw Refusal.bad('Invalid date');
  const { uid } = folder.append(message.string, flags, date);
  return `OK [APPENDUID ${folder.uidValidity} ${uid}] APPEND completed`;
}
