/** An SMTP reply (RFC 5321 section 4.2) with its enhanced status code (RFC 3463) where there is one. */
export interface Reply {
  readonly status: number;
  readonly enhanced: string | null;
  /** The first 500 characters, codes included, on one line and without control characters. */
  readonly text: string;
  /** Its lines as they came, codes included. */
  readonly lines: readonly string[];
}

const CODES = /^(\d{3})(?:[ -]+([245]\.\d{1,3}\.\d{1,3})\b)?/;
const LONGEST = 500;

/** Reads what a server answered, one line or several. The status is 0 when it does not begin like a reply. */
export function parseReply(response: string): Reply {
  const [, status, enhanced] = CODES.exec(response) ?? [];
  const text = response
    .replaceAll(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  return { status: Number(status ?? 0), enhanced: enhanced ?? null, text, lines: response.split('\n') };
}
