import { type Locator, type Page } from 'playwright-core';

const MOST_TABS = 80;

/** Presses Tab (or with Shift, for what lies behind) until the focus is on it, as somebody without a mouse does. */
export async function tabTo(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await goal.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await goal.evaluate(hasFocus)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_TABS} presses of ${key} do not lead to ${String(goal)}`);
}

/** Comes to a field by the keyboard and types into it. */
export async function tabAndType(page: Page, goal: Locator, text: string): Promise<void> {
  await tabTo(page, goal);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

// It runs in the browser: nothing here knows its types.
function hasFocus(it: { ownerDocument: { activeElement: unknown } }): boolean {
  return it.ownerDocument.activeElement === it;
}
