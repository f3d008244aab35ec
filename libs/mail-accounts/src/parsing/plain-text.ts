import { createRequire } from 'node:module';

// The copy that mailparser has loaded: an import would load the library a second time, as modules of the other kind.
const { compile } = createRequire(import.meta.url)('html-to-text') as typeof import('html-to-text');

const LONGEST = 1_000_000;

/** What nobody sees in the HTML either, above all the line that a list of mail shows beside the subject. */
const HIDDEN = ['[hidden]', '[style*="display:none" i]', '[style*="display: none" i]'];

const seenWords = without('img', ...HIDDEN);
const allWords = without('img');

function without(...skipped: string[]): (html: string) => string {
  return compile({
    wordwrap: false,
    limits: { maxDepth: 100, maxChildNodes: 20_000, ellipsis: '…' },
    selectors: [
      ...skipped.map((selector) => ({ selector, format: 'skip' })),
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
  });
}

/**
 * The words of an HTML body, links beside them. What is hidden stays out, unless there is nothing else. At most the first
 * million characters of HTML are read, and nothing that is nested deeper than a hundred tags; HTML that cannot be read at
 * all loses its tags and keeps its words.
 */
export function plainText(html: string): string {
  const bounded = html.slice(0, LONGEST);
  try {
    return tidy(seenWords(bounded)) || tidy(allWords(bounded));
  } catch {
    return withoutTags(bounded);
  }
}

function tidy(text: string): string {
  return text.replaceAll('\0', '').trim();
}

function withoutTags(html: string): string {
  const text = html.replaceAll(/<(script|style)\b[^<]*<\/\1\s*>/gi, ' ').replaceAll(/<[^<>]*>/g, ' ');
  return text.replaceAll('\0', '').replaceAll(/\s+/g, ' ').trim();
}
