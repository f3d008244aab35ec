import { until } from '../support/until.js';
import { adminApi } from './admin-api.js';
import { tabAndType, tabTo } from './keyboard.js';
import { openHelpdesk, type OpenHelpdesk } from './open-helpdesk.js';
import { Visitor } from './visitor.js';

let helpdesk: OpenHelpdesk;
let ada: Visitor;

beforeAll(async () => {
  helpdesk = await openHelpdesk();
  ada = await Visitor.at(helpdesk);
  await ada.goTo('/mailroom/');
  await ada.signIn('ada');
  const api = adminApi(ada.page, helpdesk.url);
  for (const name of ['crm-note', 'erp-order'])
    await api('POST', 'invokers', { name, baseUrl: 'https://crm.example', method: 'GET', path: name });
});
afterAll(() => helpdesk?.close());
afterEach(() => expect([...ada.strayed, ...ada.complaints]).toEqual([]));

/** What has the focus, as a sighted person without a mouse has to see it. */
const focused = () =>
  ada.page.evaluate<{ text: string; outlined: boolean }>(`(() => {
    const { activeElement: it } = document;
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    return { text: it.ariaLabel ?? it.textContent, outlined: outlineStyle !== 'none' && outlineWidth !== '0px' };
  })()`);

it('leads past the navigation into the content, and shows where the focus is', async () => {
  await ada.goTo('/mailroom/invokers');
  await ada.heading('Web services').waitFor();
  await ada.page.keyboard.press('Tab');
  expect((await focused()).text).toBe('Skip to content');
  await ada.page.keyboard.press('Enter');
  await ada.page.keyboard.press('Tab');
  expect(await focused()).toEqual({ text: 'Add an invoker', outlined: true });
});

it('searches a list, keeps the search in the address, and comes back to it', async () => {
  await tabAndType(ada.page, ada.page.getByRole('searchbox', { name: 'Search' }), 'erp');
  await ada.link('crm-note').waitFor({ state: 'detached' });
  await ada.page.waitForURL(/search=erp/);
  await ada.page.reload();
  await ada.link('erp-order').waitFor();
  expect(await ada.link('crm-note').count()).toBe(0);
  await tabTo(ada.page, ada.link('erp-order'));
  await ada.page.keyboard.press('Enter');
  await ada.heading('erp-order').waitFor();
  await until(async () => (await focused()).text === 'erp-order', { what: 'the focus on the heading' });
  await ada.page.goBack();
  await ada.link('erp-order').waitFor();
  expect(await ada.page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('erp');
  expect(await ada.link('crm-note').count()).toBe(0);
  await tabAndType(ada.page, ada.page.getByRole('searchbox', { name: 'Search' }), 'nothing like it');
  await ada.heading('Nothing fits').waitFor();
});

it('keeps the focus in a dialog and gives it back', async () => {
  await ada.goTo('/mailroom/invokers');
  await tabTo(ada.page, ada.link('crm-note'));
  await ada.page.keyboard.press('Enter');
  const remove = ada.button('Delete invoker');
  await tabTo(ada.page, remove);
  await ada.page.keyboard.press('Enter');
  const dialog = ada.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel' }).waitFor();
  await until(() => dialog.evaluate(holdsFocus), { what: 'the focus in the dialog' });
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await ada.page.keyboard.press('Tab');
    expect(await dialog.evaluate(holdsFocus)).toBe(true);
  }
  await ada.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await until(async () => (await focused()).text === 'Delete invoker', { what: 'the focus to come back' });
});

it('gives the focus back after copying where the browser has no clipboard for pages', async () => {
  // As over plain HTTP: what is copied is selected in a field that comes and goes.
  await ada.page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
  await ada.goTo('/mailroom/clients/new?template=custom');
  await tabTo(ada.page, ada.button('Copy Redirect URI'));
  await ada.page.keyboard.press('Enter');
  await ada.button('Copied').waitFor();
  expect(await focused()).toMatchObject({ text: 'Copied' });
  await tabTo(ada.page, ada.field('Name'), 'Shift+Tab');
  await ada.page.keyboard.press('ControlOrMeta+V');
  expect(await ada.field('Name').inputValue()).toBe(`${helpdesk.url}/mailroom/oauth2/callback`);
});

// It runs in the browser: nothing here knows its types.
function holdsFocus(it: {
  contains(other: unknown): boolean;
  ownerDocument: { activeElement: unknown };
}): boolean {
  return it.contains(it.ownerDocument.activeElement);
}
