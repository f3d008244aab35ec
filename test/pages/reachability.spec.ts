import { type Browser, type Page } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { keyboardFaults, namelessControls } from './reachability.js';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(() => page.close());
afterAll(() => browser?.close());

const buttons = '<button>First</button><button>Second</button><button>Third</button>';

it('finds nothing where Tab leads to everything', async () => {
  await page.setContent(`${buttons}<p tabindex="0">Read me</p>`);
  expect(await keyboardFaults(page)).toEqual([]);
});

it('names what Tab passes by', async () => {
  await page.setContent(`${buttons}
    <form><input type="radio" name="a" aria-label="One" /><input type="radio" name="a" aria-label="Two" /></form>`);
  expect(await keyboardFaults(page)).toEqual(['never reached: INPUT Two']);
});

it('walks once more when a note appears behind its back', async () => {
  await page.setContent(`<div id="notes"></div>${buttons}`);
  const noteBehind = `document.querySelectorAll('button')[2].addEventListener('focus', () => {
    document.getElementById('notes').innerHTML ||= '<button>Close</button>';
  })`;
  await page.evaluate(noteBehind);
  expect(await keyboardFaults(page)).toEqual([]);
});

it('knows controls without a name', async () => {
  await page.setContent(`${buttons}<button></button>`);
  expect(await namelessControls(page)).toEqual(['- button']);
});
