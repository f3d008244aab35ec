/** How a text is compared. `matches` takes `*` for any text, the empty one too, and nothing else is special. */
export const textMatches = ['is', 'contains', 'starts', 'ends', 'matches'] as const;
export type TextMatch = (typeof textMatches)[number];

/** What a header or a body has beyond this is not looked at. */
const LONGEST_TEXT = 65_536;

/** Compares without regard to case. Takes time in proportion to the text, whatever the pattern and the text are. */
export function textHolds(match: TextMatch, text: string, wanted: string): boolean {
  const one = text.slice(0, LONGEST_TEXT).toLowerCase();
  const other = wanted.toLowerCase();
  switch (match) {
    case 'is':
      return one.trim() === other;
    case 'contains':
      return one.includes(other);
    case 'starts':
      return one.startsWith(other);
    case 'ends':
      return one.endsWith(other);
    case 'matches':
      return wildcardHolds(one, other.split('*'));
  }
}

// Each piece is taken at its first place behind the one before: with one kind of wildcard that is never wrong, so
// nothing is ever tried twice.
function wildcardHolds(text: string, [first = '', ...others]: readonly string[]): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
