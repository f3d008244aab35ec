import { escaped } from './render-markdown.js';

/** A page of the documentation, ready for its frame. */
export interface DocPage {
  /** Where it stands below `docs/`. */
  readonly path: string;
  readonly title: string;
  readonly html: string;
}

/** What stands in the list of all pages above each part of it, by folder. */
const PARTS: Readonly<Record<string, string>> = {
  '': 'Mailroom',
  providers: 'Providers',
  'coming-from': 'Coming from',
};

/**
 * The whole page: the list of all pages beside the one, behind a button where there is no room beside it. It asks for nothing from
 * anywhere else, and runs one script.
 */
export function docPage(page: DocPage, all: readonly DocPage[]): string {
  const up = '../'.repeat(page.path.split('/').length - 1);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)} · Mailroom</title>
<link rel="icon" href="data:,">
<script src="${up}color-scheme.js"></script>
<link rel="stylesheet" href="${up}docs.css">
</head>
<body>
<a class="skip" href="#page">To the page</a>
<nav aria-label="Documentation">
<details class="all"><summary>All pages</summary>${parts(page, all, up)}</details>
</nav>
<main id="page" tabindex="-1">
${page.html}
</main>
</body>
</html>
`;
}

function parts(page: DocPage, all: readonly DocPage[], up: string): string {
  return Object.entries(PARTS)
    .map(([folder, name]) => {
      const links = all
        .filter(({ path }) => folderOf(path) === folder)
        .map(({ path, title }) => {
          const here = path === page.path ? ' aria-current="page"' : '';
          return `<li><a href="${escaped(up + path)}"${here}>${escaped(title)}</a></li>`;
        });
      const open = folder === '' || folder === folderOf(page.path) ? ' open' : '';
      return `<details${open}><summary>${name}</summary><ul>${links.join('')}</ul></details>`;
    })
    .join('');
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}
