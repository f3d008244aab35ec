import { type Page } from 'playwright-core';

const KINDS = ['accounts', 'servers', 'clients', 'tokens', 'invokers', 'webhooks', 'mail-rules'];
const OTHERS = [
  'transfer',
  'moving-in',
  'connect',
  'outbox',
  'quarantine',
  'mail-rules/new',
  'recipient-routes',
  'sender-policy',
  'audit',
  'warnings',
  'settings',
  'settings?open=public-url,language,connection-limits,draft-after-failing-days,banner-recipients,keys',
  'accounts/new',
  'servers/new',
  'invokers/new',
  'webhooks/new',
];
const SET_UP = [
  'set-up',
  'set-up?with=google-workspace&step=portal&part=1',
  'set-up?with=microsoft-365-app-only&step=client',
  'set-up?with=password&step=mailbox&address=desk%40example.com',
];
const FORMS = ['microsoft-365', 'custom'].map((template) => `clients/new?template=${template}`);

/** Parts of a page that stand behind a tab. */
const TABS: Readonly<Record<string, readonly string[]>> = {
  accounts: ['activity', 'settings'],
  invokers: ['calls'],
};

/** The paths of all pages for admins, by a name: with one page for each account, server, client, token and the like there is. */
export async function everyPage(page: Page, url: string): Promise<Map<string, string>> {
  const paths = new Map([['overview', '/mailroom/']]);
  for (const path of [...KINDS, ...OTHERS, ...FORMS, ...SET_UP]) paths.set(path, `/mailroom/${path}`);
  for (const kind of KINDS) {
    const answer = await page.request.get(`${url}/mailroom/api/${kind}`);
    const { items } = (await answer.json()) as { items: readonly { id: string }[] };
    items.forEach(({ id }, index) => paths.set(`${kind} ${index + 1}`, `/mailroom/${kind}/${id}`));
    const [first] = items;
    if (first)
      for (const tab of TABS[kind] ?? [])
        paths.set(`${kind} ${tab}`, `/mailroom/${kind}/${first.id}?tab=${tab}`);
  }
  return paths;
}
