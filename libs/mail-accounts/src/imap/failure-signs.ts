/** What an error of imapflow, Node or OpenSSL tells, gathered from the places where each of them puts it. */
export interface FailureSigns {
  /** Code of imapflow, Node or OpenSSL; empty when there is none. */
  readonly code: string;
  /** The server's response code (RFC 5530), upper case; empty when there is none. */
  readonly serverCode: string;
  /** Everything that was said: answer, BYE text, message. For matching, never for showing. */
  readonly said: string;
  readonly tlsFailed: boolean;
  readonly authenticationFailed: boolean;
  readonly mailboxMissing: boolean;
  /** The server answered NO or BAD to a command. */
  readonly refused: boolean;
  /** How long the provider still wants to be left alone; null when it named no time. */
  readonly backoffMs: number | null;
  /** What the server said of a refused token in its challenge: `400`, `invalid_token`…; empty when it said nothing. */
  readonly oauthStatus: string;
}

// What an AbortSignal throws carries a number for a code.
const SIGNAL_CODES: Readonly<Record<string, string>> = { AbortError: 'ABORT_ERR', TimeoutError: 'ETIMEDOUT' };

/** Reads the signs off any thrown value. */
export function failureSigns(error: unknown): FailureSigns {
  const fields = isRecord(error) ? error : {};
  const said = [fields['responseText'], fields['response'], fields['reason'], fields['message']]
    .filter((part) => typeof part === 'string')
    .join(' | ');
  return {
    code: text(fields['code']) || SIGNAL_CODES[text(fields['name'])] || '',
    serverCode: (text(fields['serverResponseCode']) || sectionCode(fields['response'])).toUpperCase(),
    said,
    tlsFailed: fields['tlsFailed'] === true,
    authenticationFailed:
      fields['authenticationFailed'] === true || fields['name'] === 'AuthenticationFailure',
    mailboxMissing: fields['mailboxMissing'] === true,
    refused: fields['responseStatus'] === 'NO' || fields['responseStatus'] === 'BAD',
    backoffMs: backoff(fields, said),
    oauthStatus: oauthStatus(fields['oauthError']),
  };
}

// A failed FETCH carries its answer unread: the code sits in the first section of its first attribute.
function sectionCode(response: unknown): string {
  const attribute = first(isRecord(response) ? response['attributes'] : undefined);
  const section = first(isRecord(attribute) ? attribute['section'] : undefined);
  return isRecord(section) ? text(section['value']) : '';
}

// One word of the server's that may be shown: anything longer or stranger is left out.
function oauthStatus(challenge: unknown): string {
  const status = isRecord(challenge) ? challenge['status'] : undefined;
  return typeof status === 'string' && /^[a-z0-9_]{1,40}$/i.test(status) ? status : '';
}

function backoff(fields: Record<string, unknown>, said: string): number | null {
  const hinted = Number(fields['throttleReset'] ?? /Backoff Time[:=\s]+(\d+)/i.exec(said)?.[1]);
  if (!Number.isFinite(hinted)) return null;
  const waited = Number(fields['throttleWaited'] ?? 0);
  return Math.max(0, hinted - waited);
}

function first(list: unknown): unknown {
  return Array.isArray(list) ? (list as unknown[])[0] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
