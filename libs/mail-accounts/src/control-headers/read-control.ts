import { type HeaderRecord } from '../parsing/header-record.js';
import { decodedWords } from './decoded-words.js';
import { type ControlHeaders, type MailControl } from './mail-control.js';

const LONGEST = 1_000;
const FIELDS_AT_MOST = 100;
const FOLLOW_UP = 'followup-';
const FIELD = 'dynamicfield-';

/** Names of the control headers among these; `prefixes` are lower case and end in a hyphen. */
export function controlNames(headers: HeaderRecord, prefixes: readonly string[]): readonly string[] {
  return Object.keys(headers).filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
}

/** The headers without these. */
export function withoutHeaders(headers: HeaderRecord, names: readonly string[]): HeaderRecord {
  const gone = new Set(names);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !gone.has(name)));
}

/** What the control headers `names` say; null when there are none. Of several with one name the first counts. */
export function readControl(
  headers: HeaderRecord,
  names: readonly string[],
  prefixes: readonly string[],
): ControlHeaders | null {
  if (names.length === 0) return null;
  const said = new Map<string, string>();
  for (const name of names) {
    const value = decodedWords(headers[name]?.[0] ?? '')
      .slice(0, LONGEST)
      .trim();
    const prefix = prefixes.find((one) => name.startsWith(one)) ?? '';
    const key = name.slice(prefix.length);
    if (value !== '' && !said.has(key)) said.set(key, value);
  }
  return { opening: control(said, ''), followUp: control(said, FOLLOW_UP) };
}

function control(said: ReadonlyMap<string, string>, twin: string): MailControl {
  const text = (name: string): string | null => said.get(`${twin}${name}`) ?? null;
  const yes = (name: string): boolean => /^(yes|true|1)$/i.test(text(name) ?? '');
  return {
    queue: text('queue'),
    ignore: yes('ignore'),
    priority: text('priority'),
    state: text('state'),
    statePendingTime: text('state-pendingtime'),
    lock: text('lock'),
    owner: text('owner'),
    ownerId: text('ownerid'),
    responsible: text('responsible'),
    responsibleId: text('responsibleid'),
    type: text('type'),
    service: text('service'),
    sla: text('sla'),
    title: text('title'),
    customerNumber: text('customerno'),
    customerUser: text('customeruser'),
    senderType: text('sendertype'),
    visibleForCustomer: text('isvisibleforcustomer') === null ? null : yes('isvisibleforcustomer'),
    loop: yes('loop'),
    dynamicFields: fields(said, `${twin}${FIELD}`),
  };
}

function fields(said: ReadonlyMap<string, string>, start: string): Record<string, string> {
  const found = [...said].filter(([name]) => name.startsWith(start) && name.length > start.length);
  return Object.fromEntries(
    found.slice(0, FIELDS_AT_MOST).map(([name, value]) => [name.slice(start.length), value]),
  );
}
