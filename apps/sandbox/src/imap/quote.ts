/** A string for an answer: NIL, quoted where that can be said, else a literal (RFC 9051 section 4.3). Bytes as latin1. */
export function quote(text: string | null | undefined): string {
  if (text === null || text === undefined) return 'NIL';
  if (/^[\x20-\x7e]*$/.test(text) && text.length < 1000) return `"${text.replace(/["\\]/g, '\\$&')}"`;
  return `{${text.length}}\r\n${text}`;
}

/** A mailbox name: as an atom where it can be one. */
export function quoteName(name: string): string {
  return /^[A-Za-z0-9&._/-]+$/.test(name) ? name : quote(name);
}
