import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from 'playwright-core';

const folder = join(tmpdir(), 'mailroom-pictures');
const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** Takes the whole page in light and in dark, for a human to look at afterwards. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const usual = page.viewportSize() ?? { width: 1280, height: 800 };
  // Tall enough for all of it: what is fixed to the window would stand in the middle of a page that scrolls.
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ ...usual, height: Math.max(height, usual.height) });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(painted);
    const path = join(folder, `${name.replace(/\W+/g, '-')}.${colorScheme}.png`);
    await page.screenshot({ path, animations: 'disabled' });
  }
  await page.setViewportSize(usual);
}
