import { type Secret } from '@mailroom/kernel';
import { replyProblem } from './reply-problem.js';
import { parseReply, type Reply } from './reply.js';

/** Sends one line and answers the server's reply. */
export type Say = (line: string) => Promise<Reply>;

/**
 * Signs in with an access token, in two lines: `AUTH XOAUTH2`, wait, then the token. Tokens of Microsoft do not fit
 * the 512 octets of a command line, for which RFC 4954 section 4 forbids the initial response; Dovecot and Google
 * enforce it. A refused token is answered by a challenge that wants an empty line before the verdict comes.
 * Throws the problem of the verdict.
 */
export async function signInWithToken(say: Say, login: string, token: Secret): Promise<void> {
  const invitation = await say('AUTH XOAUTH2');
  if (invitation.status !== 334) throw replyProblem(invitation, 'sign-in');
  const payload = Buffer.from(`user=${login}\u0001auth=Bearer ${token.reveal()}\u0001\u0001`, 'utf8');
  let verdict = await say(payload.toString('base64'));
  if (verdict.status === 334) verdict = await say('');
  if (verdict.status !== 235) throw replyProblem(verdict, 'sign-in');
}

/** The reply that nodemailer hands to a custom handler: it reads the status of a multi-line reply as 0. */
export function replyOf(answer: { response: string }): Reply {
  return parseReply(answer.response);
}
