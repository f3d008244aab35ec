import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { problemSentences } from '../src/i18n/en.js';
import { entryOf } from '../src/i18n/doc-of.js';
import { renderDocs } from './docs-beside.js';
import { docPage } from './doc-page.js';

const folder = fileURLToPath(new URL('../../../docs', import.meta.url));

describe('the documentation beside the pages', () => {
  let docs: Awaited<ReturnType<typeof renderDocs>>;
  beforeAll(async () => {
    docs = await renderDocs(folder);
  });

  it('has every page, each with a title', () => {
    expect([...docs.keys()]).toEqual(
      expect.arrayContaining(['runbook.html', 'providers/google.html', 'coming-from/znuny.html']),
    );
    expect([...docs].filter(([, { title }]) => title === '')).toEqual([]);
  });

  it('leads from page to page, to headings that are there, and asks for nothing from elsewhere', () => {
    const all = [...docs].map(([path, { title, html }]) => ({ path, title, html }));
    const astray: string[] = [];
    for (const page of all) {
      const whole = docPage(page, all);
      expect(whole).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="(https?:)?\/\//);
      for (const [, url = ''] of whole.matchAll(/ href="([^"]*)"/g)) {
        if (/^(https?:|mailto:|data:)|\.css$|^#page$/.test(url)) continue;
        const [path = '', anchor] = url.split('#');
        const target = docs.get(path === '' ? page.path : join(dirname(page.path), path));
        if (!target || (anchor !== undefined && !target.anchors.has(anchor)))
          astray.push(`${page.path}: ${url}`);
      }
    }
    expect(astray).toEqual([]);
  });

  it('has an entry of the runbook for every problem that is no provider’s', () => {
    const codes = Object.keys(problemSentences).filter((code) => entryOf(code) !== undefined);
    const entries = docs.get('runbook.html')?.anchors;
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !entries?.has(code))).toEqual([]);
  });
});
