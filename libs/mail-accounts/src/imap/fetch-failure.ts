import { Problem, kernelProblem, type Disposition } from '@mailroom/kernel';
import { mailAccountProblem, type mailAccountProblemKinds } from '../mail-accounts-problems.js';
import { type ServerPlace } from '../mailbox/server-place.js';
import { failureSigns, type FailureSigns } from './failure-signs.js';

type Code = keyof typeof mailAccountProblemKinds | 'host-unknown';
type Params = Readonly<Record<string, string | number>>;
type Sign = (signs: FailureSigns) => boolean;

interface Rule {
  readonly code: Code;
  readonly disposition: Disposition;
  /** Any one of them is enough. */
  readonly signs: readonly Sign[];
  /** How long to keep away when the provider names no time, in ms. */
  readonly waitMs?: number;
}

const said =
  (pattern: RegExp): Sign =>
  (signs) =>
    pattern.test(signs.said);
const server =
  (...codes: string[]): Sign =>
  (signs) =>
    codes.includes(signs.serverCode);
const code =
  (...codes: (string | RegExp)[]): Sign =>
  (signs) =>
    codes.some((known) => (typeof known === 'string' ? known === signs.code : known.test(signs.code)));
const rule = (name: Code, disposition: Disposition, ...signs: Sign[]): Rule => ({
  code: name,
  disposition,
  signs,
});

const MINUTE = 60_000;

/**
 * For IMAP and POP3 (RFC 5530; RFC 2449 section 8, RFC 3206). First match wins. Texts that contradict their code come first, then codes, and "authentication failed" comes
 * last: imapflow says so of every refused sign-in, also when the identity provider is down or a limit is reached.
 */
const RULES: readonly Rule[] = [
  rule('session-ended', 'retry-later', code('ABORT_ERR')),
  // The end of a session with its token is a plan, not a failure.
  {
    ...rule(
      'mailbox-session-expired',
      'retry-later',
      said(/AccessTokenExpired|session (expired|invalidated)/i),
    ),
    waitMs: 0,
  },
  rule('mailbox-not-connected', 'retry-later', said(/authenticated but not connected/i)),
  {
    ...rule(
      'mailbox-throttled',
      'retry-later',
      code('ETHROTTLE'),
      server('THROTTLED', 'LOGIN-DELAY'),
      said(/is throttled|backoff time|rate limit/i),
    ),
    waitMs: MINUTE,
  },
  {
    ...rule(
      'mailbox-bandwidth-exceeded',
      'retry-later',
      server('OVERQUOTA'),
      said(/\[OVERQUOTA\]|bandwidth limits/i),
    ),
    waitMs: 60 * MINUTE,
  },
  {
    ...rule(
      'mailbox-connection-limit',
      'retry-later',
      server('LIMIT'),
      said(/too many (simultaneous )?connections|number of connections.*exceeded/i),
    ),
    waitMs: MINUTE,
  },
  rule('mailbox-web-login-required', 'ask-admin', server('WEBALERT'), said(/log ?in via your web browser/i)),
  rule(
    'mailbox-password-not-allowed',
    'ask-admin',
    said(/application-specific password|app password|basic ?auth\w*( is)? ?(blocked|disabled)/i),
  ),
  rule(
    'mailbox-imap-disabled',
    'ask-admin',
    said(/not enabled for imap|imap (access|use|protocol)?( ?is)? ?disabled/i),
  ),
  rule(
    'mailbox-pop3-disabled',
    'ask-admin',
    said(/not enabled for pop|pop3? (access|use|protocol)?( ?is)? ?disabled/i),
  ),
  rule(
    'mailbox-busy',
    'retry-later',
    server('INUSE', 'IN-USE'),
    said(/mailbox (is )?locked|unable to lock/i),
  ),
  rule(
    'mailbox-unavailable',
    'retry-later',
    server('UNAVAILABLE', 'SERVERBUG', 'EXPUNGEISSUED', 'SYS/TEMP'),
    said(/temporary (authentication )?(failure|error)|(temporarily|server) unavailable|please relogin/i),
  ),
  rule('mailbox-damaged', 'ask-admin', server('CORRUPTION')),
  rule('mailbox-provider-contact', 'ask-admin', server('CONTACTADMIN', 'SYS/PERM')),
  rule('mailbox-tls-required', 'ask-admin', server('PRIVACYREQUIRED')),

  rule(
    'mailbox-starttls-missing',
    'ask-admin',
    code('STARTTLS_MISSING'),
    said(/support STARTTLS|STARTTLS is not possible/),
  ),
  rule(
    'mailbox-certificate-invalid',
    'ask-admin',
    code(
      /^CERT_|^UNABLE_TO_|SELF_SIGNED|^ERR_TLS_CERT_|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$|^PATH_LENGTH/,
      /^CRL_|^ERROR_IN_C(ERT|RL)_/,
    ),
  ),
  rule(
    'mailbox-too-slow',
    'retry-later',
    code('CONNECT_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEDOUT', 'ETIMEOUT', 'LockTimeout'),
  ),
  rule('mailbox-greeting-missing', 'retry-later', code('GREETING_TIMEOUT')),
  rule('mailbox-connection-refused', 'retry-later', code('ECONNREFUSED')),
  rule('host-unknown', 'retry-later', code('ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA')),
  rule(
    'mailbox-unreachable',
    'retry-later',
    code(
      'CONNECT_UNANSWERED',
      'EHOSTUNREACH',
      'EHOSTDOWN',
      'ENETUNREACH',
      'ENETDOWN',
      'EADDRNOTAVAIL',
      'EACCES',
    ),
  ),
  rule(
    'mailbox-connection-lost',
    'retry-later',
    code('NoConnection', 'EConnectionClosed', 'StateLogout', /^ClosedAfterConnect/, 'PollFailed'),
    code('ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_DESTROYED', 'DownloadIncomplete'),
  ),
  // What comes back is no TLS record: the port speaks in the clear first.
  rule(
    'mailbox-port-in-clear',
    'ask-admin',
    code('ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'),
  ),
  rule(
    'mailbox-tls-failed',
    'ask-admin',
    code('EPROTO', 'STARTTLS_INJECTION', /^ERR_SSL_/, /^ERR_TLS_/),
    ({ tlsFailed }) => tlsFailed,
  ),
  rule('mailbox-answer-too-large', 'ask-admin', code(/TooLarge$|^TooMany/, 'DownloadOverflow')),
  rule(
    'mailbox-answer-unreadable',
    'retry-later',
    code(/^ParserError/, 'MAX_IMAP_NESTING_REACHED', 'UnexpectedTag', 'MissingTag', 'InvalidResponse'),
    code('ResponseProcessingFailed', 'COMPRESS_TRAILING_DATA', 'Z_DATA_ERROR', 'Z_BUF_ERROR'),
  ),

  rule(
    'mailbox-folder-missing',
    'ask-admin',
    ({ mailboxMissing }) => mailboxMissing,
    server('NONEXISTENT'),
    code('NotFound'),
  ),
  rule('mailbox-folder-forbidden', 'ask-admin', server('NOPERM')),
  rule(
    'mailbox-login-unsupported',
    'ask-admin',
    said(/unsupported authentication mechanism|no matching authentication method|login is disabled/i),
  ),
  rule(
    'mailbox-login-refused',
    'ask-admin',
    server('AUTHENTICATIONFAILED', 'AUTHORIZATIONFAILED', 'EXPIRED', 'AUTH'),
    ({ authenticationFailed }) => authenticationFailed,
  ),
  rule('mailbox-answer-refused', 'retry-later', ({ refused }) => refused),
];

/**
 * Names what stopped a mail session and says what helps. Pure: decides on the server's codes and texts, on the codes
 * of imapflow, Node and OpenSSL, and on nothing else; nothing the server said goes into the problem.
 * `params.retryAfterMs` is set where coming back earlier would make it worse (0: come back at once).
 * Problems pass through unchanged; what nobody knows is `mailbox-failure-unknown`, to be tried again later.
 */
export function classifyMailFailure(error: unknown, where?: ServerPlace): Problem {
  if (error instanceof Problem) return error;
  const signs = failureSigns(error);
  const match = RULES.find((candidate) => candidate.signs.some((sign) => sign(signs)));
  if (!match)
    return mailAccountProblem('mailbox-failure-unknown', detail('retry-later', { ...where }, error));
  const retryAfterMs = match.waitMs === undefined ? {} : { retryAfterMs: signs.backoffMs ?? match.waitMs };
  const described = detail(
    match.disposition,
    { ...where, ...retryAfterMs, ...certificateFault(match, signs), ...challenge(match, signs) },
    error,
  );
  return match.code === 'host-unknown'
    ? kernelProblem('host-unknown', described)
    : mailAccountProblem(match.code, described);
}

function detail(disposition: Disposition, params: Params, cause: unknown) {
  return { disposition, params, cause };
}

function challenge(match: Rule, { oauthStatus }: FailureSigns): Params {
  return match.code === 'mailbox-login-refused' && oauthStatus !== '' ? { oauthStatus } : {};
}

// OpenSSL's own word (CERT_HAS_EXPIRED, DEPTH_ZERO_SELF_SIGNED_CERT…) tells an admin more than ours could.
function certificateFault(match: Rule, signs: FailureSigns): Params {
  return match.code === 'mailbox-certificate-invalid' ? { fault: signs.code } : {};
}
