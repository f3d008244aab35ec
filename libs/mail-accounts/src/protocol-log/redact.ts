/** Who said a line: we, or the mail server. */
export type Speaker = 'we' | 'server';

const LONGEST_LINE = 1_000;
/** Nothing that people need to read is that long without a space, a dot or an @; tokens and challenges are. */
const OPAQUE = /[A-Za-z0-9+/=_-]{32,}/g;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/**
 * A line of a mail protocol without anything that must not be kept: what follows AUTHENTICATE, AUTH, LOGIN or PASS, the
 * answers to challenges, every known secret in plain and in base64, everything opaque, and what a FETCH brings of the
 * mail itself. Lengths stay, so that one sees that something was there. Addresses stay.
 */
export function redact(speaker: Speaker, line: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((secret) => secret.length > 0)
    .reduce((text, secret) => text.replaceAll(secret, hidden(secret.length)), line);
  const plain = speaker === 'we' ? ours(known) : theirs(known);
  const shown = plain.replaceAll(OPAQUE, (opaque) => hidden(opaque.length)).replaceAll(/[\p{Cc}]+/gu, ' ');
  return shown.length > LONGEST_LINE
    ? `${shown.slice(0, LONGEST_LINE)} (* ${shown.length} characters *)`
    : shown;
}

function ours(line: string): string {
  const imap = /^(\S+ (?:AUTHENTICATE \S+|LOGIN))(?: .*)?$/is.exec(line);
  const pop3 = /^((?:AUTH \S+)|PASS|APOP)(?: .*)?$/is.exec(line);
  const verb = imap?.[1] ?? pop3?.[1];
  return verb === undefined ? line : `${verb} (* hidden *)`;
}

function theirs(line: string): string {
  if (/^\+(?!OK)/.test(line)) return line.length > 2 ? `+ ${hidden(line.length - 2)}` : '+';
  if (!/^\* \d+ FETCH\b/i.test(line)) return line;
  return line.replaceAll(QUOTED, (quoted) => hidden(quoted.length - 2));
}

function hidden(length: number): string {
  return `(* ${length} characters *)`;
}

/**
 * Forms in which a secret travels, or a server gives it back: as it is, in quotes (RFC 3501 section 4.3), in a URL, and in
 * base64 alone or behind a login. The longest first: one may hold another.
 */
export function formsOf(login: string, secret: string): string[] {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  const forms = [
    secret,
    secret.replaceAll(/["\\]/g, String.raw`\$&`),
    encodeURIComponent(secret.toWellFormed()),
    base64(secret),
    base64(`\0${login}\0${secret}`),
    base64(`user=${login}\u0001auth=Bearer ${secret}\u0001\u0001`),
  ];
  return forms.toSorted((one, other) => other.length - one.length);
}
