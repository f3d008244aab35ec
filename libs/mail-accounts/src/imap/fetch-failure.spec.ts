import { Problem } from '@mailroom/kernel';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { serverPlace } from '../mailbox/server-place.js';
import { classifyMailFailure } from './fetch-failure.js';

type Shape = Record<string, unknown>;
const thrown = (fields: Shape): Error => Object.assign(new Error('Command failed'), fields);
/** A refused sign-in as imapflow throws it: `authenticationFailed` is true in every one of them. */
const signIn = (fields: Shape): Error =>
  thrown({ authenticationFailed: true, responseStatus: 'NO', ...fields });
/** A refused FETCH: the answer is an object and `serverResponseCode` is missing. */
const fetching = (code: string, responseText: string): Error =>
  thrown({
    responseStatus: 'NO',
    responseText,
    response: { attributes: [{ type: 'ATOM', section: [{ type: 'ATOM', value: code }] }] },
  });
const bye = (reason: string): Error =>
  thrown({ code: 'NoConnection', rejectedFrom: 'pendingRequest', reason });

describe('classifyMailFailure', () => {
  it.each<[string, Error, string, string]>([
    [
      'Dovecot refuses a token',
      signIn({
        serverResponseCode: 'AUTHENTICATIONFAILED',
        responseText: 'Authentication failed.',
        oauthError: { status: 'invalid_token' },
      }),
      'mailbox-login-refused',
      'ask-admin',
    ],
    [
      'Gmail refuses a token',
      signIn({ serverResponseCode: 'AUTHENTICATIONFAILED', responseText: 'Invalid credentials (Failure)' }),
      'mailbox-login-refused',
      'ask-admin',
    ],
    [
      'Microsoft refuses a token without a code',
      signIn({ response: '3 NO AUTHENTICATE failed.', responseText: 'AUTHENTICATE failed.' }),
      'mailbox-login-refused',
      'ask-admin',
    ],
    [
      'an expired password (RFC 5530)',
      signIn({ serverResponseCode: 'EXPIRED' }),
      'mailbox-login-refused',
      'ask-admin',
    ],
    [
      'no right to act for that mailbox',
      signIn({ serverResponseCode: 'AUTHORIZATIONFAILED' }),
      'mailbox-login-refused',
      'ask-admin',
    ],
    [
      'the identity provider behind the server is down',
      signIn({
        serverResponseCode: 'UNAVAILABLE',
        responseText: 'Temporary authentication failure. [host:2026-11-20]',
      }),
      'mailbox-unavailable',
      'retry-later',
    ],
    [
      'Dovecot counts connections',
      signIn({
        serverResponseCode: 'LIMIT',
        responseText: 'Maximum number of connections from user+IP exceeded (mail_max_userip_connections=3)',
      }),
      'mailbox-connection-limit',
      'retry-later',
    ],
    [
      'Dovecot 2.3 counts connections',
      signIn({
        serverResponseCode: 'UNAVAILABLE',
        responseText: 'Maximum number of connections from user+IP exceeded (mail_max_userip_connections=3)',
      }),
      'mailbox-connection-limit',
      'retry-later',
    ],
    [
      'Gmail counts connections',
      signIn({
        serverResponseCode: 'ALERT',
        responseText: 'Too many simultaneous connections. (Failure)',
      }),
      'mailbox-connection-limit',
      'retry-later',
    ],
    [
      'Gmail wants a browser',
      signIn({ serverResponseCode: 'WEBALERT', responseText: 'Web login required.' }),
      'mailbox-web-login-required',
      'ask-admin',
    ],
    [
      'Gmail wants an app password',
      signIn({ serverResponseCode: 'ALERT', responseText: 'Application-specific password required' }),
      'mailbox-password-not-allowed',
      'ask-admin',
    ],
    [
      'Microsoft takes no passwords',
      signIn({ responseText: 'LOGIN failed. [Error="LogonDenied-BasicAuthBlocked"]' }),
      'mailbox-password-not-allowed',
      'ask-admin',
    ],
    [
      'IMAP is switched off',
      signIn({ serverResponseCode: 'ALERT', responseText: 'Your account is not enabled for IMAP use.' }),
      'mailbox-imap-disabled',
      'ask-admin',
    ],
    [
      'Microsoft lets in and finds no mailbox',
      signIn({ responseStatus: 'BAD', response: 'User is authenticated but not connected.' }),
      'mailbox-not-connected',
      'retry-later',
    ],
    [
      'a sign-in in the clear is refused',
      signIn({ serverResponseCode: 'PRIVACYREQUIRED' }),
      'mailbox-tls-required',
      'ask-admin',
    ],
    [
      'the provider wants to be called',
      signIn({ serverResponseCode: 'CONTACTADMIN' }),
      'mailbox-provider-contact',
      'ask-admin',
    ],
    [
      'no way to sign in that both know',
      thrown({ message: 'Unsupported authentication mechanism' }),
      'mailbox-login-unsupported',
      'ask-admin',
    ],
    [
      'plain login is switched off',
      Object.assign(new Error('Login is disabled'), { name: 'AuthenticationFailure' }),
      'mailbox-login-unsupported',
      'ask-admin',
    ],
    [
      'Microsoft ends the session with the token',
      bye('Session invalidated - AccessTokenExpired'),
      'mailbox-session-expired',
      'retry-later',
    ],
    [
      'Gmail ends the session with the token',
      bye('Session expired, please login again.'),
      'mailbox-session-expired',
      'retry-later',
    ],
    [
      'Gmail has sent enough for today',
      bye('[OVERQUOTA] Account exceeded command or bandwidth limits.'),
      'mailbox-bandwidth-exceeded',
      'retry-later',
    ],
    [
      'Dovecot lost its index',
      bye('IMAP session state is inconsistent, please relogin.'),
      'mailbox-unavailable',
      'retry-later',
    ],
    ['the server stops', bye('Server shutting down.'), 'mailbox-connection-lost', 'retry-later'],
    [
      'Microsoft throttles',
      thrown({ code: 'ETHROTTLE', throttleReset: 92_415 }),
      'mailbox-throttled',
      'retry-later',
    ],
    ['a FETCH is throttled', fetching('THROTTLED', 'slow down'), 'mailbox-throttled', 'retry-later'],
    ['a FETCH finds no backend', fetching('UNAVAILABLE', 'try later'), 'mailbox-unavailable', 'retry-later'],
    ['a FETCH hits a bug', fetching('SERVERBUG', 'oops'), 'mailbox-unavailable', 'retry-later'],
    ['somebody else has the mailbox', fetching('INUSE', 'locked'), 'mailbox-busy', 'retry-later'],
    ['the mailbox is corrupt', fetching('CORRUPTION', 'index'), 'mailbox-damaged', 'ask-admin'],
    ['reading is not allowed', fetching('NOPERM', 'acl'), 'mailbox-folder-forbidden', 'ask-admin'],
    ['no such folder', fetching('NONEXISTENT', 'unknown'), 'mailbox-folder-missing', 'ask-admin'],
    [
      'no such folder, found by listing',
      thrown({ responseStatus: 'NO', mailboxMissing: true }),
      'mailbox-folder-missing',
      'ask-admin',
    ],
    ['no such folder to ask about', thrown({ code: 'NotFound' }), 'mailbox-folder-missing', 'ask-admin'],
    [
      'a refusal that says nothing',
      thrown({ responseStatus: 'BAD', responseText: 'Syntax error' }),
      'mailbox-answer-refused',
      'retry-later',
    ],
    ['nobody listens', thrown({ code: 'ECONNREFUSED' }), 'mailbox-connection-refused', 'retry-later'],
    ['no such host', thrown({ code: 'ENOTFOUND' }), 'host-unknown', 'retry-later'],
    ['DNS is away', thrown({ code: 'EAI_AGAIN' }), 'host-unknown', 'retry-later'],
    ['no route', thrown({ code: 'EHOSTUNREACH' }), 'mailbox-unreachable', 'retry-later'],
    ['the packets vanish', thrown({ code: 'CONNECT_UNANSWERED' }), 'mailbox-unreachable', 'retry-later'],
    ['nothing comes any more', thrown({ code: 'ETIMEDOUT' }), 'mailbox-too-slow', 'retry-later'],
    ['connecting takes too long', thrown({ code: 'CONNECT_TIMEOUT' }), 'mailbox-too-slow', 'retry-later'],
    ['an answer takes too long', thrown({ code: 'ETIMEOUT' }), 'mailbox-too-slow', 'retry-later'],
    ['our own deadline', AbortSignal.abort(timeout()).reason, 'mailbox-too-slow', 'retry-later'],
    ['no greeting', thrown({ code: 'GREETING_TIMEOUT' }), 'mailbox-greeting-missing', 'retry-later'],
    ['a reset', thrown({ code: 'ECONNRESET' }), 'mailbox-connection-lost', 'retry-later'],
    ['hung up', thrown({ code: 'ClosedAfterConnectTLS' }), 'mailbox-connection-lost', 'retry-later'],
    ['cut off', thrown({ code: 'NoConnection' }), 'mailbox-connection-lost', 'retry-later'],
    [
      'the certificate ran out',
      thrown({ code: 'CERT_HAS_EXPIRED' }),
      'mailbox-certificate-invalid',
      'ask-admin',
    ],
    [
      'a certificate that vouches for itself',
      thrown({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT', tlsFailed: true }),
      'mailbox-certificate-invalid',
      'ask-admin',
    ],
    [
      'a certificate for another name',
      thrown({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
      'mailbox-certificate-invalid',
      'ask-admin',
    ],
    [
      'an unknown authority',
      thrown({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
      'mailbox-certificate-invalid',
      'ask-admin',
    ],
    [
      'TLS spoken to a plain port',
      thrown({ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }),
      'mailbox-port-in-clear',
      'ask-admin',
    ],
    [
      'words slipped in before the handshake',
      thrown({ code: 'STARTTLS_INJECTION', tlsFailed: true }),
      'mailbox-tls-failed',
      'ask-admin',
    ],
    [
      'STARTTLS is not offered',
      thrown({ message: 'Server does not support STARTTLS', tlsFailed: true }),
      'mailbox-starttls-missing',
      'ask-admin',
    ],
    [
      'a greeting that skips STARTTLS',
      thrown({ message: 'STARTTLS is not possible after a PREAUTH greeting', tlsFailed: true }),
      'mailbox-starttls-missing',
      'ask-admin',
    ],
    ['gibberish', thrown({ code: 'ParserError11' }), 'mailbox-answer-unreadable', 'retry-later'],
    ['an endless literal', thrown({ code: 'LiteralTooLarge' }), 'mailbox-answer-too-large', 'ask-admin'],
    ['stopped by ourselves', AbortSignal.abort().reason, 'session-ended', 'retry-later'],
    ['anything else', new TypeError('x is not a function'), 'mailbox-failure-unknown', 'retry-later'],
  ])('%s', (_, error, code, disposition) => {
    expect(classifyMailFailure(error)).toMatchObject({ code, disposition });
  });

  it.each<[string, Error, number]>([
    ['the server’s own hint', thrown({ code: 'ETHROTTLE', throttleReset: 92_415 }), 92_415],
    [
      'what is left of it after imapflow waited',
      thrown({ code: 'ETHROTTLE', throttleReset: 600_000, throttleWaited: 150_000 }),
      450_000,
    ],
    ['a minute without a hint', fetching('THROTTLED', 'slow down'), 60_000],
    ['a hint in the text', bye('Request is throttled. Suggested Backoff Time: 1500 milliseconds'), 1_500],
    ['no time at all when a token ended', bye('Session invalidated - AccessTokenExpired'), 0],
    ['an hour for bandwidth', fetching('OVERQUOTA', 'enough'), 3_600_000],
  ])('says how long to stay away: %s', (_, error, retryAfterMs) => {
    expect(classifyMailFailure(error).params).toEqual({ retryAfterMs });
  });

  it('says where, and OpenSSL’s word on a certificate, and nothing that the server said', () => {
    const where = serverPlace({ host: 'imap.example.com', port: 993 });
    const expired = classifyMailFailure(thrown({ code: 'CERT_HAS_EXPIRED' }), where);
    expect(expired.params).toEqual({ ...where, fault: 'CERT_HAS_EXPIRED' });
    const refused = classifyMailFailure(signIn({ responseText: 'user jane@example.com unknown' }), where);
    expect(refused.message).not.toContain('jane');
  });

  it.each([undefined, null, 'text', 42, [], { response: { attributes: [null] } }])(
    'has a name for %p too',
    (error) => {
      expect(classifyMailFailure(error)).toMatchObject({ code: 'mailbox-failure-unknown' });
    },
  );

  it('leaves problems as they are', () => {
    const problem = mailAccountProblem('mailbox-read-only');
    expect(classifyMailFailure(problem)).toBe(problem);
    expect(problem).toBeInstanceOf(Problem);
  });
});

function timeout(): DOMException {
  return new DOMException('The operation was aborted due to timeout', 'TimeoutError');
}
