import { type Page } from 'playwright-core';

const MOST_TABS = 250;
const MOST_WALKS = 4;

/** Roles of what people operate; a screen reader that meets one without a name can only say "button". */
const OPERATED =
  'button|link|textbox|searchbox|spinbutton|combobox|listbox|checkbox|radio|switch|slider|tab|menuitem';

/** Controls without an accessible name, as the browser's accessibility tree has them. */
export async function namelessControls(page: Page): Promise<string[]> {
  const tree = await page.ariaSnapshot();
  return tree.split('\n').filter((line) => new RegExp(`^\\s*- (${OPERATED})\\b(?! ")`).test(line));
}

/**
 * What a mouse can operate and the Tab key does not come to, and what it comes to though nobody sees it. A note that
 * appears behind the one who walks was not missed: the page is then walked once more.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  for (let walk = 1; ; walk += 1) {
    const { found, isChanged } = await walkRound(page);
    if (found.length === 0 || !isChanged || walk === MOST_WALKS) return found;
  }
}

interface Walk {
  found: string[];
  isChanged: boolean;
}

async function walkRound(page: Page): Promise<Walk> {
  await page.evaluate(setOut);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(cameRound)) return page.evaluate<Walk>(faults);
  }
  return { found: [`${MOST_TABS} presses of Tab do not lead round the page`], isChanged: false };
}

// Strings, because they run in the browser: nothing here knows its types.
const operable = `(() => {
  const operable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex]:not([tabindex="-1"])';
  const seen = (it) => it.checkVisibility({ visibilityProperty: true });
  return [...document.querySelectorAll(operable)].filter((it) => !it.disabled && seen(it));
})()`;

const setOut = `(() => {
  globalThis.reached = new Set();
  globalThis.stood = ${operable};
})()`;

const cameRound = `(() => {
  const { activeElement: here } = document;
  if (here === document.body) return false;
  const isFirst = [...reached][0] === here && reached.size > 1;
  reached.add(here);
  return isFirst;
})()`;

// Arrow keys, not Tab, lead from one radio button or tab to the next of its group.
const faults = `(() => {
  const standing = ${operable};
  const passed = (it) => [...reached].some((one) => one === it || it.closest('[role=radiogroup], [role=tablist]')?.contains(one));
  const missed = standing.filter((it) => !passed(it));
  const unseen = [...reached].filter((it) => it.isConnected && !it.checkVisibility({ visibilityProperty: true }));
  const name = (it) => it.tagName + ' ' + (it.ariaLabel || it.textContent || it.name);
  return {
    found: [...missed.map((it) => 'never reached: ' + name(it)), ...unseen.map((it) => 'unseen: ' + name(it))],
    isChanged: standing.length !== stood.length || standing.some((it, at) => it !== stood[at]),
  };
})()`;
