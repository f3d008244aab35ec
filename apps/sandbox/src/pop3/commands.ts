import { type Dropped } from './maildrop.js';
import { Refused } from './refused.js';
import { auth, pass, user } from './sign-in.js';
import { type Pop3Session } from './session.js';
import { stuffed, topOf } from './wire-form.js';

/** One command: when it may be said, and what it does. It answers what follows +OK, or null when it answered itself. */
export interface Pop3Command {
  readonly when: 'before' | 'after' | 'always';
  readonly run: (session: Pop3Session, given: string) => string | null | Promise<string | null>;
}

/** Every command there is (RFC 1939, 2449, 2595, 5034), by name. */
export const commands: Readonly<Record<string, Pop3Command>> = {
  CAPA: { when: 'always', run: capa },
  QUIT: { when: 'always', run: quit },
  STLS: { when: 'before', run: startTls },
  USER: { when: 'before', run: user },
  PASS: { when: 'before', run: pass },
  AUTH: { when: 'before', run: auth },
  NOOP: { when: 'after', run: () => '' },
  STAT: { when: 'after', run: stat },
  LIST: { when: 'after', run: (session, given) => listing(session, given, ({ lines }) => `${lines.length}`) },
  UIDL: { when: 'after', run: (session, given) => listing(session, given, ({ uidl }) => uidl) },
  RETR: { when: 'after', run: retrieve },
  TOP: { when: 'after', run: top },
  DELE: { when: 'after', run: remove },
  RSET: { when: 'after', run: reset },
};

function capa({ connection, house, maildrop }: Pop3Session): null {
  const startTls = house.startTls && !connection.isSecure && !maildrop ? ['STLS'] : [];
  const spoken =
    house.grants.usualProfile === 'microsoft' ? [] : ['RESP-CODES', 'AUTH-RESP-CODE', 'PIPELINING'];
  connection.send('+OK', 'TOP', 'UIDL', ...spoken, 'SASL PLAIN XOAUTH2', 'USER', ...startTls, '.');
  return null;
}

function quit(session: Pop3Session): string {
  session.maildrop?.update();
  session.leaving = true;
  return 'Bye';
}

function startTls(session: Pop3Session): string {
  const { house, connection } = session;
  if (!house.startTls || connection.isSecure) throw new Refused('TLS is not offered.');
  session.afterAnswer = () => connection.upgrade(house.secureContext);
  return 'Begin TLS negotiation now.';
}

function stat({ drop }: Pop3Session): string {
  const bytes = drop.listed.reduce((sum, [, { lines }]) => sum + lines.length, 0);
  return `${drop.listed.length} ${bytes}`;
}

function listing(session: Pop3Session, given: string, word: (one: Dropped) => string): string | null {
  if (given !== '') return `${Number(given)} ${word(wanted(session, given))}`;
  const lines = session.drop.listed.map(([number, one]) => `${number} ${word(one)}`);
  session.connection.send('+OK', ...lines, '.');
  return null;
}

async function retrieve(session: Pop3Session, given: string): Promise<null> {
  const { lines } = wanted(session, given);
  await session.connection.sendMessage([`+OK ${lines.length} octets\r\n`, stuffed(lines)]);
  return null;
}

function top(session: Pop3Session, given: string): null {
  const [number = '', count = '0'] = given.split(' ');
  const text = stuffed(topOf(wanted(session, number).lines, Number(count)));
  session.connection.send('+OK', text.toString('latin1').slice(0, -2));
  return null;
}

function remove(session: Pop3Session, given: string): string {
  wanted(session, given).marked = true;
  return 'Marked to be deleted.';
}

function reset(session: Pop3Session): string {
  session.drop.reset();
  return '';
}

function wanted({ drop }: Pop3Session, number: string): Dropped {
  const found = drop.find(number);
  if (!found) throw new Refused("There's no such message.");
  return found;
}
