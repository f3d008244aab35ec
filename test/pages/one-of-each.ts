import { type OpenHelpdesk } from './open-helpdesk.js';
import { adminApi } from './admin-api.js';
import { type Visitor } from './visitor.js';

/** The ids of what `oneOfEach` made. */
export interface OneOfEach {
  readonly account: string;
  readonly server: string;
  readonly client: string;
  readonly token: string;
  readonly invoker: string;
  readonly webhook: string;
  readonly rule: string;
}

/** Makes one thing of each kind that has a page. Nothing of it runs. Ada has to be signed in. */
export async function oneOfEach(helpdesk: OpenHelpdesk, ada: Visitor): Promise<OneOfEach> {
  const api = adminApi(ada.page, helpdesk.url);
  const { imap, smtp } = helpdesk.sandbox;
  const signIn = { security: 'none', auth: 'password', login: 'support@sandbox.test', password: 'secret' };
  const { id: account } = await api('POST', 'accounts', {
    ...imap,
    ...signIn,
    name: 'Support',
    disposition: 'leave',
    start: 'new',
  });
  const { id: server } = await api('POST', 'servers', {
    ...smtp,
    ...signIn,
    name: 'Relay',
    isFallback: true,
  });
  const { id: client } = await api('POST', 'clients', {
    name: 'Application',
    template: 'microsoft-365-app-only',
    tenant: 'sandbox.test',
    clientId: 'mailroom-demo',
    secret: 'mailroom-demo-secret',
    tokenEndpoint: helpdesk.sandbox.issuer('microsoft').token,
  });
  const { id: token } = await api('POST', 'tokens', { clientId: client });
  const { id: invoker } = await api('POST', 'invokers', {
    name: 'crm-note',
    baseUrl: `${helpdesk.sandbox.http.url}/crm`,
    method: 'POST',
    path: 'notes',
    body: '{"text": "{text}"}',
    authentication: 'none',
  });
  const { webhook } = await api<{ webhook: { id: string } }>('POST', 'webhooks', {
    description: 'The duty roster',
    url: `${helpdesk.sandbox.http.url}/control`,
    events: ['account.failing'],
  });
  const { id: rule } = await api('POST', 'mail-rules', {
    name: 'Newsletters',
    match: 'any',
    conditions: [{ field: 'header', not: false, name: 'List-Unsubscribe', match: 'exists', value: '' }],
    actions: { then: 'ignore', destination: null, priority: null, tags: [], unlimited: false },
  });
  return { account, server, client, token, invoker, webhook: webhook.id, rule };
}
