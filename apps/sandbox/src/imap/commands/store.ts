import { canonicalFlag } from '../../mail/folder.js';
import { textOf, textsOf, type Argument } from '../arguments.js';
import { hearChanges } from '../hear-changes.js';
import { Refusal } from '../refusal.js';
import { type Numbered } from '../selected.js';
import { writeSequenceSet } from '../sequence-set.js';
import { type ImapSession } from '../session.js';

/**
 * STORE and UID STORE with FLAGS, +FLAGS, -FLAGS and their .SILENT forms; with UNCHANGEDSINCE those that changed later are
 * left as they are and named as MODIFIED (RFC 7162 section 3.1.3).
 */
export function store(session: ImapSession, given: readonly Argument[], byUid: boolean): string {
  const selected = session.folder;
  if (selected.readOnly) throw Refusal.no('[READ-ONLY] Mailbox is read-only');
  const limit = unchangedSince(session, given[1]);
  const [item, ...flags] = given.slice(limit === Infinity ? 1 : 2);
  const [, sign = '', silent] = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOf(item)) ?? fail();
  const named = flags.flatMap(textsOf).map(canonicalFlag);
  const there = selected.pick(textOf(given[0]), byUid).filter(({ message }) => !message.gone);
  const late = there.filter(({ message }) => message.change > limit);
  for (const numbered of there.filter((each) => !late.includes(each))) {
    const { message } = numbered;
    selected.folder.setFlags(message, changed([...message.flags], sign, named));
    selected.told(message);
    const items = [
      ...(silent ? [] : [`FLAGS (${[...message.flags].join(' ')})`]),
      ...number(session, numbered),
    ];
    if (items.length > 0) tell(session, numbered, byUid, items);
  }
  const modified = late.map(({ sequence, message }) => (byUid ? message.uid : sequence));
  return `OK ${modified.length > 0 ? `[MODIFIED ${writeSequenceSet(modified)}] ` : ''}STORE completed`;
}

function unchangedSince(session: ImapSession, modifiers: Argument | undefined): number {
  if (!modifiers || !('list' in modifiers)) return Infinity;
  const [name = '', value = ''] = textsOf(modifiers);
  if (name.toUpperCase() !== 'UNCHANGEDSINCE') throw Refusal.bad('Unknown store modifier');
  hearChanges(session);
  return Number(value);
}

function number({ hearsChanges }: ImapSession, { message }: Numbered): string[] {
  return hearsChanges ? [`MODSEQ (${message.change})`] : [];
}

function tell(
  { connection }: ImapSession,
  { sequence, message }: Numbered,
  byUid: boolean,
  items: readonly string[],
): void {
  connection.send(`* ${sequence} FETCH (${[...(byUid ? [`UID ${message.uid}`] : []), ...items].join(' ')})`);
}

function changed(flags: readonly string[], sign: string, named: readonly string[]): readonly string[] {
  if (sign === '+') return [...flags, ...named];
  return sign === '-' ? flags.filter((flag) => !named.includes(flag)) : named;
}

function fail(): never {
  throw Refusal.bad('Unknown STORE item');
}
