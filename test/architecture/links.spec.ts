import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorsOf, linksOf } from '../support/markdown.js';

const root = join(import.meta.dirname, '../..');
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
})
  .toString()
  .split('\n')
  .filter((page) => page !== '' && existsSync(join(root, page)));

function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** What is wrong with a link on a page, or null. */
function fault(page: string, link: string): string | null {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return null;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
  if (target.startsWith('..') || !existsSync(join(root, target))) return 'no such file';
  if (anchor === undefined || statSync(join(root, target)).isDirectory()) return null;
  return anchorsOf(read(target)).has(anchor) ? null : 'no such heading';
}

describe('the docs', () => {
  it('are found by this spec', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'docs/operations.md', 'docs/decisions/README.md']),
    );
  });

  it('lead to files and headings that are there', () => {
    const broken = pages.flatMap((page) =>
      linksOf(read(page)).flatMap((link) => {
        const found = fault(page, link);
        return found === null ? [] : [`${page}: ${link}: ${found}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});
