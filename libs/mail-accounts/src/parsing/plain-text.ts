import { compile } from 'html-to-text';

const LONGEST = 1_000_000;

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 100, maxChildNodes: 20_000, ellipsis: '…' },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ],
});

/**
 * The words of an HTML body, links beside them. At most the first million characters of HTML are read, and nothing
 * that is nested deeper than a hundred tags; HTML that cannot be read at all loses its tags and keeps its words.
 */
export function plainText(html: string): string {
  const bounded = html.slice(0, LONGEST);
  try {
    return convert(bounded).replaceAll('\0', '').trim();
  } catch {
    return withoutTags(bounded);
  }
}

function withoutTags(html: string): string {
  const text = html.replaceAll(/<(script|style)\b[^<]*<\/\1\s*>/gi, ' ').replaceAll(/<[^<>]*>/g, ' ');
  return text.replaceAll('\0', '').replaceAll(/\s+/g, ' ').trim();
}
