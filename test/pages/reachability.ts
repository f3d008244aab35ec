import { type Page } from 'playwright-core';

const MOST_TABS = 250;

/** Roles of what people operate; a screen reader that meets one without a name can only say "button". */
const OPERATED =
  'button|link|textbox|searchbox|spinbutton|combobox|listbox|checkbox|radio|switch|slider|tab|menuitem';

/** Controls without an accessible name, as the browser's accessibility tree has them. */
export async function namelessControls(page: Page): Promise<string[]> {
  const tree = await page.ariaSnapshot();
  return tree.split('\n').filter((line) => new RegExp(`^\\s*- (${OPERATED})\\b(?! ")`).test(line));
}

/** What a mouse can operate and the Tab key does not come to, and what it comes to though nobody sees it. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate('globalThis.reached = new Set()');
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(cameRound)) return page.evaluate<string[]>(faults);
  }
  return [`${MOST_TABS} presses of Tab do not lead round the page`];
}

// Strings, because they run in the browser: nothing here knows its types.
const cameRound = `(() => {
  const { activeElement: here } = document;
  if (here === document.body) return false;
  const isFirst = [...reached][0] === here && reached.size > 1;
  reached.add(here);
  return isFirst;
})()`;

// Arrow keys, not Tab, lead from one radio button or tab to the next of its group.
const faults = `(() => {
  const operable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]:not([tabindex="-1"])';
  const seen = (it) => it.checkVisibility({ visibilityProperty: true });
  const passed = (it) => [...reached].some((one) => one === it || it.closest('[role=radiogroup], [role=tablist]')?.contains(one));
  const missed = [...document.querySelectorAll(operable)].filter((it) => !it.disabled && seen(it) && !passed(it));
  const unseen = [...reached].filter((it) => it.isConnected && !seen(it));
  const name = (it) => it.tagName + ' ' + (it.ariaLabel || it.textContent || it.name);
  return [...missed.map((it) => 'never reached: ' + name(it)), ...unseen.map((it) => 'unseen: ' + name(it))];
})()`;
