const LONGEST = 1_000;

/**
 * Text of a mail as PostgreSQL takes it: no NUL, no lone surrogates, not longer than anybody would read. What a mail
 * says is hostile until proven otherwise, and one bad character would fail a whole group.
 */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').slice(0, LONGEST).toWellFormed();
}
