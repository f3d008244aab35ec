import { textOf, type Argument } from '../arguments.js';
import { Refusal } from '../refusal.js';
import { type ImapSession } from '../session.js';

/** CAPABILITY: what is on offer depends on whether somebody is signed in, as with every real server. */
export function capability(session: ImapSession): string {
  session.connection.send(`* CAPABILITY ${capabilitiesOf(session)}`);
  return 'OK CAPABILITY completed';
}

/** The capability list of this moment. In Microsoft's manner OAUTHBEARER is not offered. */
export function capabilitiesOf({ mailbox, house, connection }: ImapSession): string {
  const always = [
    'IMAP4rev1',
    'SASL-IR',
    'LITERAL+',
    'ID',
    'IDLE',
    'NAMESPACE',
    'UIDPLUS',
    'MOVE',
    'UNSELECT',
    'CHILDREN',
    'SPECIAL-USE',
  ];
  const bearer = house.grants.usualProfile === 'microsoft' ? [] : ['AUTH=OAUTHBEARER'];
  const login = mailbox ? [] : ['AUTH=PLAIN', 'AUTH=XOAUTH2', ...bearer];
  const tls = house.startTls && !connection.isSecure && !mailbox ? ['STARTTLS'] : [];
  const changes = house.condStore ? ['ENABLE', 'CONDSTORE'] : [];
  return [...always, ...changes, ...login, ...tls].join(' ');
}

/** ENABLE (RFC 5161): there is CONDSTORE, or nothing. */
export function enable(session: ImapSession, given: readonly Argument[]): string {
  if (!session.house.condStore) throw Refusal.bad('Unknown command');
  const wanted = given.some((name) => textOf(name).toUpperCase() === 'CONDSTORE');
  session.hearsChanges ||= wanted;
  session.connection.send(`* ENABLED${wanted ? ' CONDSTORE' : ''}`);
  return 'OK ENABLE completed';
}

/** ID (RFC 2971). */
export function id(session: ImapSession): string {
  session.connection.send('* ID ("name" "Mailroom sandbox")');
  return 'OK ID completed';
}

/** NOOP: the news come with the answer. */
export function noop(): string {
  return 'OK NOOP completed';
}

/** LOGOUT. */
export function logout(session: ImapSession): string {
  session.connection.send('* BYE Goodbye');
  session.leaving = true;
  return 'OK LOGOUT completed';
}

/** STARTTLS, where it is offered; the tagged answer still goes out in the clear. */
export function startTls(session: ImapSession): string {
  const { house, connection } = session;
  if (!house.startTls || connection.isSecure) throw Refusal.bad('STARTTLS is not offered');
  session.afterAnswer = () => connection.upgrade(house.secureContext);
  return 'OK Begin TLS negotiation now';
}
