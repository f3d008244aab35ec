import { canonicalFlag } from '../../mail/folder.js';
import { textOf, textsOf, type Argument } from '../arguments.js';
import { Refusal } from '../refusal.js';
import { type ImapSession } from '../session.js';

/** STORE and UID STORE with FLAGS, +FLAGS, -FLAGS and their .SILENT forms. */
export function store(session: ImapSession, given: readonly Argument[], byUid: boolean): string {
  const selected = session.folder;
  if (selected.readOnly) throw Refusal.no('[READ-ONLY] Mailbox is read-only');
  const [, sign = '', silent] = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOf(given[1])) ?? fail();
  const named = given.slice(2).flatMap(textsOf).map(canonicalFlag);
  for (const { sequence, message } of selected.pick(textOf(given[0]), byUid)) {
    if (message.gone) continue;
    selected.folder.setFlags(message, changed([...message.flags], sign, named));
    selected.told(message);
    if (silent) continue;
    session.connection.send(
      `* ${sequence} FETCH (${byUid ? `UID ${message.uid} ` : ''}FLAGS (${[...message.flags].join(' ')}))`,
    );
  }
  return 'OK STORE completed';
}

function changed(flags: readonly string[], sign: string, named: readonly string[]): readonly string[] {
  if (sign === '+') return [...flags, ...named];
  return sign === '-' ? flags.filter((flag) => !named.includes(flag)) : named;
}

function fail(): never {
  throw Refusal.bad('Unknown STORE item');
}
