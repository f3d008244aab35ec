import { type Page } from 'playwright-core';

const KINDS = ['accounts', 'servers', 'clients', 'tokens', 'invokers', 'webhooks'];
const OTHERS = [
  'transfer',
  'connect',
  'outbox',
  'quarantine',
  'mail-rules',
  'mail-rules/new',
  'recipient-routes',
  'sender-policy',
  'audit',
  'warnings',
  'settings',
  'accounts/new',
  'servers/new',
  'invokers/new',
  'webhooks/new',
];
const FORMS = ['microsoft-365', 'custom'].map((template) => `clients/new?template=${template}`);

/** The paths of all pages for admins, by a name: with one page for each account, server, client, token, invoker and webhook there is. */
export async function everyPage(page: Page, url: string): Promise<Map<string, string>> {
  const paths = new Map([['overview', '/mailroom/']]);
  for (const path of [...KINDS, ...OTHERS, ...FORMS]) paths.set(path, `/mailroom/${path}`);
  for (const kind of KINDS) {
    const answer = await page.request.get(`${url}/mailroom/api/${kind}`);
    const { items } = (await answer.json()) as { items: readonly { id: string }[] };
    items.forEach(({ id }, index) => paths.set(`${kind} ${index + 1}`, `/mailroom/${kind}/${id}`));
  }
  return paths;
}
