import { type Page } from 'playwright-core';

const KINDS = ['accounts', 'servers', 'clients', 'tokens'];
const OTHERS = ['', 'connect', 'outbox', 'sender-policy', 'accounts/new', 'servers/new'];
const FORMS = ['microsoft-365', 'custom'].map((template) => `clients/new?template=${template}`);

/** The paths of all pages for admins, by a name: with one page for each account, server, client and token there is. */
export async function everyPage(page: Page, url: string): Promise<Map<string, string>> {
  const ids = async (kind: string): Promise<[string, string][]> => {
    const answer = await page.request.get(`${url}/mailroom/api/${kind}`);
    const { items } = (await answer.json()) as { items: readonly { id: string }[] };
    return items.map(({ id }, index) => [`${kind} ${index + 1}`, `/mailroom/${kind}/${id}`]);
  };
  const lists = [...OTHERS, ...KINDS, ...FORMS].map((path): [string, string] => [path, `/mailroom/${path}`]);
  const details = await Promise.all(KINDS.map(ids));
  return new Map([...lists, ...details.flat()]);
}
