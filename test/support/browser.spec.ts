import { startBrowser } from './browser.js';

it('starts a browser that runs scripts and shows text', async () => {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<button onclick="this.textContent = 6 * 7">?</button>');
    await page.getByRole('button').click();
    expect(await page.getByRole('button').textContent()).toBe('42');
  } finally {
    await browser.close();
  }
});
