import { classifyMailFailure } from '../imap/fetch-failure.js';
import { parseReply, Pop3Failure, Pop3Refusal } from './pop3-reply.js';

function refusal(
  line: string,
  about: ConstructorParameters<typeof Pop3Refusal>[2] = { signIn: true },
): Pop3Refusal {
  return new Pop3Refusal('PASS', parseReply(line) ?? { code: '', text: '' }, about);
}

describe('what stopped a POP3 session', () => {
  it.each<[string, string, string, string]>([
    ['Dovecot refuses', '-ERR [AUTH] Authentication failed.', 'mailbox-login-refused', 'ask-admin'],
    [
      'Microsoft refuses a token',
      '-ERR Authentication failure: unknown user name or bad password.',
      'mailbox-login-refused',
      'ask-admin',
    ],
    [
      'Microsoft refuses a password',
      '-ERR Logon failure: unknown user name or bad password.',
      'mailbox-login-refused',
      'ask-admin',
    ],
    [
      'Microsoft opens no mailbox',
      '-ERR User is authenticated but not connected.',
      'mailbox-not-connected',
      'retry-later',
    ],
    [
      'the identity provider behind the server is down',
      '-ERR [SYS/TEMP] Temporary authentication failure. [host:12]',
      'mailbox-unavailable',
      'retry-later',
    ],
    ['Exchange is out of order', '-ERR Server Unavailable. 21', 'mailbox-unavailable', 'retry-later'],
    ['somebody else is in', '-ERR [IN-USE] Do you have another POP session?', 'mailbox-busy', 'retry-later'],
    ['somebody else is in, without a code', '-ERR Unable to lock maildrop', 'mailbox-busy', 'retry-later'],
    [
      'too soon',
      '-ERR [LOGIN-DELAY] minimum time between mail checks violation',
      'mailbox-throttled',
      'retry-later',
    ],
    [
      'too many',
      '-ERR Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)',
      'mailbox-connection-limit',
      'retry-later',
    ],
    [
      'Gmail without POP',
      '-ERR [SYS/PERM] Your account is not enabled for POP access.',
      'mailbox-pop3-disabled',
      'ask-admin',
    ],
    [
      'Gmail without an app password',
      '-ERR [AUTH] Application-specific password required',
      'mailbox-password-not-allowed',
      'ask-admin',
    ],
    [
      'Gmail wants a browser',
      '-ERR [AUTH] Please log in via your web browser',
      'mailbox-web-login-required',
      'ask-admin',
    ],
    ['a lasting trouble of theirs', '-ERR [SYS/PERM] Mailbox moved', 'mailbox-provider-contact', 'ask-admin'],
    [
      'no such mechanism',
      '-ERR Unsupported authentication mechanism.',
      'mailbox-login-unsupported',
      'ask-admin',
    ],
  ])('%s', (_what, line, code, disposition) => {
    expect(classifyMailFailure(refusal(line))).toMatchObject({ code, disposition });
  });

  it.each<[Pop3Failure['code'], string]>([
    ['EConnectionClosed', 'mailbox-connection-lost'],
    ['ETIMEDOUT', 'mailbox-too-slow'],
    ['ABORT_ERR', 'session-ended'],
    ['InvalidResponse', 'mailbox-answer-unreadable'],
    ['LineTooLarge', 'mailbox-answer-too-large'],
    ['ListTooLarge', 'mailbox-answer-too-large'],
    ['MailTooLarge', 'mailbox-answer-too-large'],
    ['STARTTLS_INJECTION', 'mailbox-tls-failed'],
    ['STARTTLS_MISSING', 'mailbox-starttls-missing'],
  ])('%s is %s', (code, problem) => {
    expect(classifyMailFailure(new Pop3Failure(code, 'so'))).toMatchObject({ code: problem });
  });

  it('keeps away for as long as the server said', () => {
    const delayed = refusal('-ERR [LOGIN-DELAY] wait', { signIn: true, loginDelayMs: 300_000 });
    expect(classifyMailFailure(delayed).params).toMatchObject({ retryAfterMs: 300_000 });
    expect(classifyMailFailure(refusal('-ERR [LOGIN-DELAY] wait')).params).toMatchObject({
      retryAfterMs: 60_000,
    });
  });

  it('takes a refused command for no refused sign-in', () => {
    expect(classifyMailFailure(refusal('-ERR no', {})).code).toBe('mailbox-answer-refused');
  });
});
