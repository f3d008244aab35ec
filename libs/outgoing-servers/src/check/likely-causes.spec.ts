import { parseReply } from '../smtp/reply.js';
import { replyProblem, type Moment } from '../smtp/reply-problem.js';
import { likelyCauses, type ServerCause } from './likely-causes.js';

it.each<[Moment, string, 'token' | 'password', ServerCause | undefined]>([
  ['sign-in', '535 5.7.139 SmtpClientAuthentication is disabled', 'token', 'smtp-switched-off'],
  ['sign-in', '535 5.7.139 basic authentication is disabled', 'password', 'passwords-switched-off'],
  ['sign-in', '535 5.7.3 Authentication unsuccessful', 'token', 'login-is-alias'],
  ['sign-in', '535 5.7.3 Authentication unsuccessful', 'password', 'password-wrong'],
  ['sign-in', '535-5.7.8 Username and Password not accepted', 'token', 'token-lacks-sending'],
  ['sign-in', '535-5.7.8 Username and Password not accepted', 'password', 'app-password-needed'],
  ['sign-in', '534-5.7.9 Application-specific password required', 'password', 'app-password-needed'],
  ['sign-in', '550 5.7.30 Basic authentication is not supported', 'password', 'passwords-switched-off'],
  ['sign-in', '535-5.7.9 Please log in with your web browser', 'password', 'app-password-needed'],
  ['sign-in', '535-5.7.9 Please log in with your web browser', 'token', 'token-lacks-sending'],
  ['sender', '530 5.7.57 Client not authenticated', 'password', 'passwords-switched-off'],
  ['sign-in', '535 no', 'password', 'password-wrong'],
  ['sign-in', '535 no', 'token', 'token-lacks-sending'],
  ['sign-in', '454 4.7.0 Too many login attempts', 'password', 'too-many-sign-ins'],
  ['sign-in', '432 4.3.2 Concurrent connections limit exceeded', 'token', 'too-many-connections'],
  ['sender', '530 5.7.57 Client not authenticated', 'token', 'token-lacks-sending'],
  ['sender', '550 5.7.60 Client does not have permissions to send as this sender', 'token', 'no-send-as'],
  ['data', '554 5.2.252 SendAsDenied', 'token', 'no-send-as'],
  ['data', '550 5.4.5 Daily user sending limit exceeded', 'token', 'daily-limit'],
  ['data', '554 5.2.0 SubmissionQuotaExceededException', 'token', 'daily-limit'],
  ['data', '554 5.6.0 Message content rejected', 'token', undefined],
])('%s: %j by %s is most likely %s', (moment, response, auth, cause) => {
  const { code, params, disposition } = replyProblem(parseReply(response), moment);
  expect(likelyCauses({ code, params, disposition }, { auth, port: 587, security: 'starttls' })[0]).toBe(
    cause,
  );
});

it.each([
  [465, 'starttls', ['tls-port-in-clear']],
  [465, 'none', ['tls-port-in-clear']],
  [465, 'tls', []],
  [587, 'starttls', []],
] as const)('silence on port %d by %s is %j', (port, security, causes) => {
  const problem = { code: 'server-too-slow', params: {}, disposition: 'retry-later' } as const;
  expect(likelyCauses(problem, { auth: 'password', port, security })).toEqual(causes);
});
