import { createHmac } from 'node:crypto';
import { type Secret } from '@mailroom/kernel';
import { type Credentials } from './credentials.js';
import { type Extensions } from './extensions.js';
import { type Reply } from './reply.js';
import { replyProblem } from './reply-problem.js';

/** Sends one line and answers the server's reply. */
export type Say = (line: string) => Promise<Reply>;

/** The longest command line that every server takes, its CRLF counted (RFC 5321 section 4.5.3.1.4). */
const LINE_AT_MOST = 512;

/** Signs in as the server lets us. Throws the problem of the verdict. */
export async function signIn(
  say: Say,
  credentials: NonNullable<Credentials>,
  { mechanisms }: Pick<Extensions, 'mechanisms'>,
): Promise<void> {
  const { login } = credentials;
  const verdict =
    credentials.kind === 'token'
      ? await withToken(say, login, credentials.token)
      : await withPassword(say, login, credentials.password, mechanisms);
  if (verdict.status !== 235) throw replyProblem(verdict, 'sign-in');
}

/**
 * With an access token in two lines: `AUTH XOAUTH2`, wait, then the token. Tokens of Microsoft do not fit the 512 octets
 * of a command line, for which RFC 4954 section 4 forbids the initial response; Dovecot and Google enforce it. A refused
 * token is answered by a challenge that wants an empty line before the verdict comes.
 */
async function withToken(say: Say, login: string, token: Secret): Promise<Reply> {
  const invitation = await say('AUTH XOAUTH2');
  if (invitation.status !== 334) return invitation;
  const verdict = await say(base64(`user=${login}\u0001auth=Bearer ${token.reveal()}\u0001\u0001`));
  return verdict.status === 334 ? say('') : verdict;
}

/** The first of PLAIN, LOGIN and CRAM-MD5 that the server names, PLAIN when it names none of them. */
async function withPassword(
  say: Say,
  login: string,
  password: Secret,
  mechanisms: readonly string[],
): Promise<Reply> {
  const mechanism = ['PLAIN', 'LOGIN', 'CRAM-MD5'].find((known) => mechanisms.includes(known)) ?? 'PLAIN';
  if (mechanism === 'PLAIN') return plain(say, base64(`\u0000${login}\u0000${password.reveal()}`));
  const invitation = await say(`AUTH ${mechanism}`);
  if (invitation.status !== 334) return invitation;
  if (mechanism === 'CRAM-MD5') return say(base64(cramMd5(invitation, login, password)));
  const asked = await say(base64(login));
  return asked.status === 334 ? say(base64(password.reveal())) : asked;
}

async function plain(say: Say, payload: string): Promise<Reply> {
  const line = `AUTH PLAIN ${payload}`;
  if (line.length + 2 <= LINE_AT_MOST) return say(line);
  const invitation = await say('AUTH PLAIN');
  return invitation.status === 334 ? say(payload) : invitation;
}

// RFC 2195.
function cramMd5({ lines: [challenge = ''] }: Reply, login: string, password: Secret): string {
  const text = Buffer.from(challenge.slice(4), 'base64');
  return `${login} ${createHmac('md5', password.reveal()).update(text).digest('hex')}`;
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
