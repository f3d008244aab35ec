import { challengeOf } from '../imap/token-refusals.js';
import { type Refused as TokenRefused } from '../oauth/grants.js';
import { parseBearer, parsePlain } from '../wire/sasl.js';
import { Maildrop } from './maildrop.js';
import { asPop3, Refused, tokenRefused } from './refused.js';
import { type Pop3Session } from './session.js';

/** USER: everybody may say who they are. */
export function user(session: Pop3Session, name: string): string {
  session.user = name.trim();
  return 'Go on';
}

/** PASS with the person's password, which may hold spaces. */
export function pass(session: Pop3Session, password: string): string {
  refuseIfScripted(session);
  return enterWithPassword(session, session.user, password);
}

/** AUTH PLAIN and XOAUTH2, with the initial response (RFC 5034) or without; in Microsoft's manner only without. */
export async function auth(session: Pop3Session, given: string): Promise<string> {
  const [mechanism = '', initial] = given.split(' ');
  if (!['PLAIN', 'XOAUTH2'].includes(mechanism.toUpperCase())) {
    throw new Refused('Unsupported authentication mechanism.');
  }
  if (initial !== undefined && session.house.grants.usualProfile === 'microsoft') {
    throw new Refused('Protocol error. Connection is closed. 10', true);
  }
  const decoded = Buffer.from(initial ?? (await ask(session, '')), 'base64').toString();
  refuseIfScripted(session);
  if (mechanism.toUpperCase() === 'PLAIN') {
    const { user: name, password } = parsePlain(decoded);
    return enterWithPassword(session, name, password);
  }
  const { user: name, token } = parseBearer(decoded);
  const verdict = session.house.grants.judge(token, name, 'pop3');
  return verdict.allowed ? enter(session, name) : refuse(session, verdict);
}

function enterWithPassword(session: Pop3Session, name: string, password: string): string {
  if (!session.house.people.withPassword(name, password)) throw new Refused('[AUTH] Authentication failed.');
  return enter(session, name);
}

function enter(session: Pop3Session, name: string): string {
  const { mail, uidls } = session.house;
  session.address = mail.open(name).address;
  session.maildrop = new Maildrop(mail.folder(name, 'INBOX'), uidls);
  return 'Logged in.';
}

/** The client has to answer the challenge with an empty line before it hears the refusal. */
async function refuse(session: Pop3Session, { profile, reason }: TokenRefused): Promise<string> {
  if (reason === 'not-connected') throw new Refused('User is authenticated but not connected.');
  const challenge = challengeOf(profile, 'XOAUTH2', session.house.issuerOf(profile));
  if (challenge) await ask(session, Buffer.from(JSON.stringify(challenge)).toString('base64'));
  throw tokenRefused(profile);
}

async function ask(session: Pop3Session, challenge: string): Promise<string> {
  session.connection.send(`+ ${challenge}`);
  const answer = await session.connection.reader.line();
  if (answer === null || answer === '*') throw new Refused('Authentication aborted');
  return answer;
}

function refuseIfScripted({ house }: Pop3Session): void {
  const response = house.faults.logins.take();
  if (response !== undefined) throw asPop3(response);
}
