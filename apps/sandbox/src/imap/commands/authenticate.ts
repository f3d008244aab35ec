import { type Refused } from '../../oauth/grants.js';
import { textOf, type Argument } from '../arguments.js';
import { Refusal } from '../refusal.js';
import { parseBearer, parsePlain } from '../../wire/sasl.js';
import { challengeOf, refusalOf } from '../token-refusals.js';
import { type ImapSession } from '../session.js';
import { capabilitiesOf } from './session-commands.js';

/** LOGIN with the person's password. */
export function login(session: ImapSession, given: readonly Argument[]): string {
  refuseIfScripted(session);
  return enterWithPassword(session, textOf(given[0]), textOf(given[1]));
}

/** AUTHENTICATE PLAIN, XOAUTH2 and OAUTHBEARER, with the initial response (RFC 4959) or without. */
export async function authenticate(session: ImapSession, given: readonly Argument[]): Promise<string> {
  const mechanism = textOf(given[0]).toUpperCase();
  if (!['PLAIN', 'XOAUTH2', 'OAUTHBEARER'].includes(mechanism))
    throw Refusal.no('[CANNOT] Unsupported authentication mechanism');
  const response = given[1] ? textOf(given[1]) : await ask(session, '');
  refuseIfScripted(session);
  const decoded = Buffer.from(response === '=' ? '' : response, 'base64').toString();
  if (mechanism === 'PLAIN') {
    const { user, password } = parsePlain(decoded);
    return enterWithPassword(session, user, password);
  }
  const { user, token } = parseBearer(decoded);
  const verdict = session.house.grants.judge(token, user, 'imap');
  return verdict.allowed ? enter(session, user) : refuse(session, mechanism, verdict);
}

function enterWithPassword(session: ImapSession, user: string, password: string): string {
  if (!session.house.people.withPassword(user, password))
    throw Refusal.no('[AUTHENTICATIONFAILED] Authentication failed.');
  return enter(session, user);
}

function enter(session: ImapSession, user: string): string {
  session.mailbox = session.house.mail.open(user);
  return `OK [CAPABILITY ${capabilitiesOf(session)}] Logged in`;
}

/** The client has to answer the challenge (with an empty line, or AQ== in OAUTHBEARER) before it hears the refusal. */
async function refuse(
  session: ImapSession,
  mechanism: string,
  { profile, reason }: Refused,
): Promise<string> {
  if (reason === 'not-connected') throw Refusal.bad('User is authenticated but not connected.');
  const challenge = challengeOf(profile, mechanism, session.house.issuerOf(profile));
  if (challenge) await ask(session, Buffer.from(JSON.stringify(challenge)).toString('base64'));
  throw refusalOf(profile);
}

async function ask(session: ImapSession, challenge: string): Promise<string> {
  session.connection.send(`+ ${challenge}`);
  const answer = await session.connection.reader.line();
  if (answer === null || answer === '*') throw Refusal.bad('Authentication aborted');
  return answer;
}

function refuseIfScripted({ house }: ImapSession): void {
  const response = house.faults.logins.take();
  if (response !== undefined) throw new Refusal(response);
}
