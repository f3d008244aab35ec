import { field, type HeaderField } from './header.js';
import { quote } from './quote.js';

/** The ENVELOPE of a header (RFC 9051 section 7.5.2). Values are the raw bytes; nothing is decoded. */
export function envelopeOf(fields: readonly HeaderField[]): string {
  const from = field(fields, 'from');
  const lists = ['sender', 'reply-to'].map((name) => addresses(field(fields, name) || from));
  const others = ['to', 'cc', 'bcc'].map((name) => addresses(field(fields, name)));
  const [date, subject, inReplyTo, messageId] = ['date', 'subject', 'in-reply-to', 'message-id'].map((name) =>
    quote(field(fields, name)),
  );
  return `(${[date, subject, addresses(from), ...lists, ...others, inReplyTo, messageId].join(' ')})`;
}

function addresses(value: string | null): string {
  if (!value) return 'NIL';
  const found = mailboxes(withoutComments(value)).map(address);
  return found.length > 0 ? `(${found.join('')})` : 'NIL';
}

/** The entries of an address list; a group counts as its members. */
function mailboxes(value: string): string[] {
  const parts = value.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,;:"<])+/g) ?? [];
  const groups = new Set([...value.matchAll(/([^,;:"<>]+):/g)].map((match) => match[1]?.trim()));
  return parts.map((part) => part.trim()).filter((part) => part && !groups.has(part));
}

function address(entry: string): string {
  const angled = /^(.*)<([^>]*)>\s*$/s.exec(entry);
  const spec = (angled?.[2] ?? entry).trim();
  const name = (angled?.[1] ?? '')
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/g, '$1');
  const at = spec.lastIndexOf('@');
  const [local, host] = at < 0 ? [spec, ''] : [spec.slice(0, at), spec.slice(at + 1)];
  return `(${quote(name || null)} NIL ${quote(local)} ${quote(host)})`;
}

function withoutComments(value: string): string {
  return value.replace(/("(?:[^"\\]|\\.)*")|\([^()]*\)/g, (_all, kept: string | undefined) => kept ?? ' ');
}
