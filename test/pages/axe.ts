import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything of WCAG 2.2 up to level AA that a program can tell. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** A colour and a width that people look at a page in. */
interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

/** Both colours in both widths. */
export const everyLook: readonly Look[] = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: 'light on a phone', colorScheme: 'light', width: 390 },
  { name: 'dark on a phone', colorScheme: 'dark', width: 390 },
];

/** Each colour and each width once: half the work, and nearly as much found. */
export const twoLooks = everyLook.filter(({ name }) => name === 'light' || name === 'dark on a phone');

/** What is wrong with the page as it stands in these looks; a page wider than its window is wrong, too. Keeps the last look. */
export async function faultsInLooks(page: Page, where: string, looks = everyLook): Promise<string[]> {
  const found: string[] = [];
  for (const { name, colorScheme, width } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const lines = await axeFaults(page);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > width) lines.push(`it is ${wide} pixels wide`);
    found.push(...lines.map((line) => `${where}, ${name}: ${line}`));
  }
  return found;
}

/** What of the page as it stands breaks WCAG 2.2 AA, a line for each element. Mail of strangers in a frame is theirs. */
async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('Boolean(globalThis.axe)'))) await page.evaluate(`${source}; undefined`);
  const { violations } = await page.evaluate<{ violations: readonly Violation[] }>(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} }, iframes: false, preload: false, resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
