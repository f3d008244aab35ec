import { type StoredMessage } from '../../mail/folder.js';
import { textOf, textsOf, type Argument } from '../arguments.js';
import { sectionOf } from '../body-section.js';
import { bodyStructureOf } from '../body-structure.js';
import { envelopeOf } from '../envelope.js';
import { parseHeader } from '../header.js';
import { internalDate } from '../internal-date.js';
import { parseMime, split } from '../mime-tree.js';
import { Refusal } from '../refusal.js';
import { hearChanges } from '../hear-changes.js';
import { type Numbered, type Selected } from '../selected.js';
import { type ImapSession } from '../session.js';

type Part = string | Buffer;

const macros: Readonly<Record<string, readonly string[]>> = {
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
};

/** FETCH and UID FETCH: one answer per message, in order, at the pace of the client. */
export async function fetchMessages(
  session: ImapSession,
  given: readonly Argument[],
  byUid: boolean,
): Promise<string> {
  const selected = session.folder;
  const since = changedSince(session, given[2]);
  const asked = itemsOf(session, given[1], { byUid, changes: since !== null });
  for (const numbered of selected.pick(textOf(given[0]), byUid)) {
    if (since !== null && numbered.message.change <= since) continue;
    if (!session.connection.isOpen) break;
    // It went while the answer was on its way, or before: there is nothing to send.
    if (numbered.message.gone) continue;
    await session.connection.sendMessage(answerFor(numbered, asked, selected));
  }
  return 'OK FETCH completed';
}

/** The fetch modifier of RFC 7162 section 3.1.4.1: only messages that changed after it. */
function changedSince(session: ImapSession, modifiers: Argument | undefined): number | null {
  if (!modifiers) return null;
  const [name = '', value = ''] = textsOf(modifiers);
  if (name.toUpperCase() !== 'CHANGEDSINCE') throw Refusal.bad('Unknown fetch modifier');
  hearChanges(session);
  return Number(value);
}

function itemsOf(
  session: ImapSession,
  argument: Argument | undefined,
  { byUid, changes }: { byUid: boolean; changes: boolean },
): string[] {
  const words = textsOf(argument).map((word) => word.replace(/^[^[]*/, (name) => name.toUpperCase()));
  const items = words.flatMap((word) => macros[word] ?? [word]);
  if (items.includes('MODSEQ')) hearChanges(session);
  if (byUid && !items.includes('UID')) items.unshift('UID');
  return changes && !items.includes('MODSEQ') ? [...items, 'MODSEQ'] : items;
}

function answerFor({ sequence, message }: Numbered, asked: readonly string[], selected: Selected): Part[] {
  const marks =
    !selected.readOnly &&
    !message.flags.has('\\Seen') &&
    asked.some((item) => /^(BODY\[|RFC822$|RFC822\.TEXT$)/.test(item));
  if (marks) selected.folder.setFlags(message, [...message.flags, '\\Seen']);
  const items = marks && !asked.includes('FLAGS') ? [...asked, 'FLAGS'] : asked;
  if (items.includes('FLAGS')) selected.told(message);
  const parts = items.map((item) => itemOf(message, item));
  return [
    `* ${sequence} FETCH (`,
    ...parts.flatMap((part, index) => (index === 0 ? part : [' ', ...part])),
    ')\r\n',
  ];
}

function itemOf(message: StoredMessage, item: string): Part[] {
  const section = /^BODY(?:\.PEEK)?\[(.*)\](?:<(\d+)\.(\d+)>)?$/s.exec(item);
  if (section) return sectionItem(message.raw, section[1] ?? '', section[2], section[3]);
  switch (item) {
    case 'UID':
      return [`UID ${message.uid}`];
    case 'FLAGS':
      return [`FLAGS (${[...message.flags].join(' ')})`];
    case 'MODSEQ':
      return [`MODSEQ (${message.change})`];
    case 'RFC822.SIZE':
      return [`RFC822.SIZE ${message.raw.length}`];
    case 'INTERNALDATE':
      return [`INTERNALDATE "${internalDate(message.internalDate)}"`];
    case 'ENVELOPE':
      return [`ENVELOPE ${envelopeOf(parseHeader(split(message.raw).header.toString('latin1')))}`];
    case 'BODYSTRUCTURE':
      return [`BODYSTRUCTURE ${bodyStructureOf(parseMime(message.raw))}`];
    case 'BODY':
      return [`BODY ${bodyStructureOf(parseMime(message.raw), false)}`];
    case 'RFC822':
      return [`RFC822 {${message.raw.length}}\r\n`, message.raw];
    case 'RFC822.HEADER':
      return literal('RFC822.HEADER', split(message.raw).header);
    case 'RFC822.TEXT':
      return literal('RFC822.TEXT', split(message.raw).body);
    default:
      throw Refusal.bad(`Unknown fetch item ${item}`);
  }
}

function sectionItem(raw: Buffer, section: string, from?: string, length?: string): Part[] {
  const name = `BODY[${section}]${from === undefined ? '' : `<${from}>`}`;
  const whole = sectionOf(raw, section);
  if (whole === null) return [`${name} NIL`];
  return literal(
    name,
    from === undefined ? whole : whole.subarray(Number(from), Number(from) + Number(length)),
  );
}

function literal(name: string, bytes: Buffer): Part[] {
  return [`${name} {${bytes.length}}\r\n`, bytes];
}
