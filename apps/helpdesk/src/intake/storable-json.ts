/** JSON without what PostgreSQL keeps in no text: NUL and halves of surrogate pairs, which are written as escapes. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u')) return json;
  // An escaped backslash goes first, or `\\\\u0000`, which is text, would lose its end.
  return json.replaceAll(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, (escape) => {
    if (escape === '\\\\') return escape;
    return escape === '\\u0000' ? '' : '\ufffd';
  });
}
