/**
 * A structured header value without its comments (RFC 5322 section 3.2.2), however they are nested, and without the
 * quotes of its quoted strings: what stands in quotes is never mistaken for a comment.
 */
export function withoutComments(value: string): string {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const here = value[at];
    if (here === '\\' && (quoted || depth > 0)) {
      at += 1;
      if (depth === 0) kept += value[at] ?? '';
    } else if (here === '"' && depth === 0) quoted = !quoted;
    else if (here === '(' && !quoted) depth += 1;
    else if (here === ')' && !quoted && depth > 0) depth -= 1;
    else if (depth === 0) kept += here;
  }
  return kept;
}
