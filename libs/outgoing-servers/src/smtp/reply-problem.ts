import { type Problem } from '@mailroom/kernel';
import { outgoingProblem, type OutgoingProblemCode } from '../outgoing-problems.js';
import { type Reply } from './reply.js';

/** Where in the conversation a reply came. */
export type Moment = 'greeting' | 'sign-in' | 'sender' | 'recipients' | 'data';

type Verdict = readonly [OutgoingProblemCode, Problem['disposition']];

const BUSY: Verdict = ['server-busy', 'retry-later'];
const LIMIT: Verdict = ['sending-limit-reached', 'retry-later'];
const SIGN_IN: Verdict = ['sign-in-refused', 'ask-admin'];
const NOT_ALLOWED: Verdict = ['sender-not-allowed', 'give-up'];

/**
 * What a refusal means, decided on the codes and on the moment. Only a 5xx to sender, recipients or data is for good
 * (`give-up`); a refused sign-in never is: it is the admin's to put right, and the mail waits.
 */
export function replyProblem(reply: Reply, moment: Moment): Problem {
  const [code, disposition] = verdictOn(reply, moment);
  const params = { status: reply.status, enhanced: reply.enhanced };
  return outgoingProblem(code, { disposition, params });
}

function verdictOn(reply: Reply, moment: Moment): Verdict {
  if (reply.status < 400 || reply.status > 599) return ['server-answer-strange', 'retry-later'];
  if (reply.status === 421 || reply.status === 432) return BUSY;
  if (moment === 'greeting') return BUSY;
  if (moment === 'sign-in') return verdictOnSignIn(reply);
  // Too many sign-ins, said late: it is about all mail of this server, like the other two.
  if (reply.status === 454) return BUSY;
  if (needsSignIn(reply)) return SIGN_IN;
  if (reachedLimit(reply)) return LIMIT;
  return reply.status < 500 ? delayed(moment) : refused(reply, moment);
}

function verdictOnSignIn({ status, enhanced }: Reply): Verdict {
  if (status < 500) return ['sign-in-delayed', 'retry-later'];
  if (enhanced === '5.7.139') return ['smtp-sign-in-disabled', 'ask-admin'];
  if (enhanced === '5.7.30') return ['password-sign-in-ended', 'ask-admin'];
  if (enhanced === '5.7.9' && status === 534) return ['application-password-needed', 'ask-admin'];
  return SIGN_IN;
}

// 530 5.7.57: Exchange lets a refused sign-in pass and complains at MAIL FROM.
function needsSignIn({ status, enhanced }: Reply): boolean {
  return status === 530 || status === 535 || enhanced === '5.7.57';
}

// Gmail: 550 5.4.5. Exchange: 554 5.2.0 with this identifier in it. Both pass with time, whatever the 5 says.
function reachedLimit({ enhanced, text }: Reply): boolean {
  return enhanced === '5.4.5' || text.includes('SubmissionQuotaExceeded');
}

function delayed(moment: 'sender' | 'recipients' | 'data'): Verdict {
  return [moment === 'recipients' ? 'recipients-delayed' : 'mail-delayed', 'retry-later'];
}

function refused({ status, enhanced }: Reply, moment: 'sender' | 'recipients' | 'data'): Verdict {
  if (moment === 'recipients') return ['recipients-refused', 'give-up'];
  if (enhanced === '5.7.60' || enhanced === '5.2.252') return NOT_ALLOWED;
  if (status === 552 || enhanced === '5.3.4' || enhanced === '5.2.3')
    return ['mail-too-large-for-server', 'give-up'];
  return [moment === 'sender' ? 'sender-refused' : 'mail-refused', 'give-up'];
}
