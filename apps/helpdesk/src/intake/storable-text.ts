/** Text without NUL, which PostgreSQL keeps in no text. Halves of surrogate pairs become U+FFFD on the way, in UTF-8. */
export function storableText(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
