import { replyProblem, type Moment } from './reply-problem.js';
import { parseReply } from './reply.js';

it.each<[Moment, string, string, string]>([
  ['greeting', '421 4.7.0 Try again later', 'server-busy', 'retry-later'],
  ['greeting', '554 5.7.1 Go away', 'server-busy', 'retry-later'],
  ['sign-in', '535 5.7.3 Authentication unsuccessful', 'sign-in-refused', 'ask-admin'],
  [
    'sign-in',
    '535-5.7.8 Username and Password not accepted\n535 5.7.8 Learn more',
    'sign-in-refused',
    'ask-admin',
  ],
  ['sign-in', '454 4.7.0 Too many login attempts', 'sign-in-delayed', 'retry-later'],
  ['sender', '454 4.7.0 Too many login attempts', 'server-busy', 'retry-later'],
  ['data', '421 4.3.2 Closing', 'server-busy', 'retry-later'],
  ['sign-in', '432 4.3.2 Concurrent connections limit exceeded', 'server-busy', 'retry-later'],
  ['sign-in', '535 5.7.139 SmtpClientAuthentication is disabled', 'smtp-sign-in-disabled', 'ask-admin'],
  ['sign-in', '534-5.7.9 Application-specific password required', 'application-password-needed', 'ask-admin'],
  ['sign-in', '550 5.7.30 Basic authentication is not supported', 'password-sign-in-ended', 'ask-admin'],
  ['sender', '530 5.7.57 Client not authenticated to send mail', 'sign-in-refused', 'ask-admin'],
  [
    'sender',
    '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    'sender-not-allowed',
    'give-up',
  ],
  ['data', '554 5.2.252 SendAsDenied', 'sender-not-allowed', 'give-up'],
  ['sender', '553 5.1.8 Sender rejected', 'sender-refused', 'give-up'],
  ['sender', '552 5.3.4 Message size exceeds fixed limit', 'mail-too-large-for-server', 'give-up'],
  ['sender', '550 5.4.5 Daily user sending limit exceeded', 'sending-limit-reached', 'retry-later'],
  [
    'data',
    '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException',
    'sending-limit-reached',
    'retry-later',
  ],
  ['recipients', '550 5.1.1 No such user', 'recipients-refused', 'give-up'],
  ['recipients', '450 4.2.0 Greylisted', 'recipients-delayed', 'retry-later'],
  ['data', '451 4.3.0 Try later', 'mail-delayed', 'retry-later'],
  ['data', '554 5.6.0 Message content rejected', 'mail-refused', 'give-up'],
  ['data', 'gibberish', 'server-answer-strange', 'retry-later'],
])('%s: %j is %s (%s)', (moment, response, code, disposition) => {
  expect(replyProblem(parseReply(response), moment)).toMatchObject({ code, disposition });
});

it('reads codes of one line and of several, and keeps the text short and on one line', () => {
  expect(parseReply('250 2.0.0 OK')).toEqual({
    status: 250,
    enhanced: '2.0.0',
    text: '250 2.0.0 OK',
    lines: ['250 2.0.0 OK'],
  });
  expect(parseReply('535-5.7.8 no\n535 5.7.8 never')).toMatchObject({ status: 535, enhanced: '5.7.8' });
  expect(parseReply('334 ')).toMatchObject({ status: 334, enhanced: null, text: '334' });
  expect(parseReply('')).toMatchObject({ status: 0, enhanced: null, text: '' });
  expect(parseReply(`250 ${'x'.repeat(2_000)}`).text).toHaveLength(500);
});
