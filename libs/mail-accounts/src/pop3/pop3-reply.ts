/** The first line of an answer: +OK, -ERR, or `+` while a sign-in goes on. */
export interface Pop3Reply {
  readonly kind: 'ok' | 'refused' | 'continue';
  /** Extended response code (RFC 2449 section 8, RFC 3206), upper case; empty when there is none. */
  readonly code: string;
  /** What follows the code; for `continue` the challenge in base64. */
  readonly text: string;
}

/** Reads a status line; null when it is none. */
export function parseReply(line: string): Pop3Reply | null {
  const status = /^(\+OK|-ERR|\+)(?: +(.*)|)$/is.exec(line);
  if (!status) return null;
  const [, word = '', rest = ''] = status;
  if (word === '+') return { kind: 'continue', code: '', text: rest };
  const [, code = '', text = ''] = /^(?:\[([^\]\r\n]{1,64})\] *)?(.*)$/s.exec(rest) ?? [];
  return { kind: word.toUpperCase() === '+OK' ? 'ok' : 'refused', code: code.toUpperCase(), text };
}

/**
 * The server said -ERR, in the words that `classifyMailFailure` reads. What was sent is named by its command alone: a
 * password or a token is in no error.
 */
export class Pop3Refusal extends Error {
  readonly responseStatus = 'NO';
  readonly serverResponseCode: string;
  readonly responseText: string;

  constructor(
    readonly command: string,
    reply: Pick<Pop3Reply, 'code' | 'text'>,
    /** `signIn`: it is we who were refused. `oauthError`: what the challenge before the refusal said (RFC 7628 section 3.2.2). */
    readonly about: {
      readonly signIn?: boolean;
      readonly oauthError?: unknown;
      /** Between two sign-ins, in ms, as CAPA has it (RFC 2449 section 6.5). */
      readonly loginDelayMs?: number | undefined;
    } = {},
  ) {
    super(`${command} was refused`);
    this.serverResponseCode = reply.code;
    this.responseText = reply.text;
  }

  get authenticationFailed(): boolean {
    return this.about.signIn === true;
  }

  /** How long the server wants to be left alone; undefined where it said no time. */
  get throttleReset(): number | undefined {
    return this.serverResponseCode === 'LOGIN-DELAY' ? this.about.loginDelayMs : undefined;
  }

  get oauthError(): unknown {
    return this.about.oauthError;
  }
}

/** The connection, or what came over it, is no good any more. `code` is one that `classifyMailFailure` knows. */
export class Pop3Failure extends Error {
  constructor(
    readonly code:
      | 'EConnectionClosed'
      | 'ETIMEDOUT'
      | 'GREETING_TIMEOUT'
      | 'ABORT_ERR'
      | 'InvalidResponse'
      | 'LineTooLarge'
      | 'ListTooLarge'
      | 'MailTooLarge'
      | 'STARTTLS_INJECTION'
      | 'STARTTLS_MISSING',
    message: string,
  ) {
    super(message);
  }
}
