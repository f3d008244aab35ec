import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const PAGES = ['*.md', 'docs/**/*.md', 'package/*.md', 'libs/*/*.md', 'apps/*/*.md'];
const BLOCK =
  /^(?<shown><!-- [\w./-]+#[\w-]+ -->\n\n)?(?<indent> *)```(?<language>\w*)\n(?<code>[\s\S]*?)^\k<indent>```$/gm;

/** A block of code in the documentation. */
export interface DocBlock {
  /** The page, as a path from the root. */
  readonly page: string;
  /** Page and line, for people. */
  readonly place: string;
  /** What stands behind the fence; nothing where that is nothing. */
  readonly language: string;
  readonly code: string;
  /** Is it shown of a file of a tested host? `embedding-docs.spec.ts` holds it to that. */
  readonly isShown: boolean;
}

/** The pages of the documentation, as paths from the root. */
export function docPages(): string[] {
  return PAGES.flatMap((pattern) => globSync(pattern, { cwd: root }));
}

/** All blocks of the documentation, in the order of the pages. */
export function docBlocks(): DocBlock[] {
  return docPages().flatMap(blocksOf);
}

/** The one block of `page` in this language. */
export function docBlock(page: string, language: string): string {
  const [block, ...more] = blocksOf(page).filter((each) => each.language === language && !each.isShown);
  if (!block || more.length > 0)
    throw new Error(`${page} has ${more.length + (block ? 1 : 0)} of ${language}`);
  return block.code;
}

function blocksOf(page: string): DocBlock[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(BLOCK)].map(({ index, groups }) => ({
    page,
    place: `${page}:${text.slice(0, index).split('\n').length}`,
    language: groups?.['language'] ?? '',
    code: groups?.['code'] ?? '',
    isShown: groups?.['shown'] !== undefined,
  }));
}
