import { demoPassword, type Sandbox } from '../../apps/sandbox/src/index.js';
import { until } from '../support/until.js';
import { adminApi, type AdminApi } from './admin-api.js';
import { type OpenHelpdesk } from './open-helpdesk.js';
import { type Visitor } from './visitor.js';

const DAY_MINUTES = 24 * 60;
const DAYS = 6;
const PARTS = 2;

const support = 'support@sandbox.test';
const orders = 'orders@sandbox.test';
const senders = [
  'Alice',
  'Carol',
  'Dave',
  'Erin',
  'Frank',
  'Grace',
  'Heidi',
  'Ivan',
  'Judy',
  'Mallory',
  'Niaj',
];
const subjects = [
  'The printer on the second floor burns paper',
  'Invoice 4711 shows the wrong address',
  'How do I change my password?',
  'Delivery of order 20-118 is late',
  'VPN drops every hour',
  'Please close my account',
  'A question about the new price list',
];

/**
 * Lives some days of a small company in a helpdesk that nobody has used: mail comes and goes, some of it is held, a
 * mailbox lost its consent, a secret is about to run out. The clock starts that many days back and ends where it was.
 * Ada has to be signed in.
 */
export async function furnish(helpdesk: OpenHelpdesk, ada: Visitor): Promise<void> {
  const api = adminApi(ada.page, helpdesk.url);
  const house = new House(helpdesk, ada, api);
  await helpdesk.timePasses({ minutes: -DAYS * DAY_MINUTES });
  await house.opens();
  for (let part = 0; part < DAYS * PARTS; part += 1) {
    await house.livesThrough(part);
    await helpdesk.timePasses({ minutes: DAY_MINUTES / PARTS });
  }
  await house.connectsMailboxes();
  await house.getsIntoTrouble();
}

/** What the company does, in turn. */
class House {
  #serverId = '';
  readonly #accountIds: string[] = [];
  #mails = 0;

  constructor(
    private readonly helpdesk: OpenHelpdesk,
    private readonly ada: Visitor,
    private readonly api: AdminApi,
  ) {}

  private get sandbox(): Sandbox {
    return this.helpdesk.sandbox;
  }

  /** Two mailboxes with passwords, a server, a rule and a route. */
  async opens(): Promise<void> {
    const { imap, pop3, smtp } = this.sandbox;
    this.sandbox.addPerson(orders);
    const account = { security: 'none', auth: 'password', password: demoPassword, start: 'all' };
    await this.account({ ...account, ...imap, name: 'Support', login: support, disposition: 'seen' });
    await this.account({
      ...account,
      ...pop3,
      kind: 'pop3',
      name: 'Orders',
      login: orders,
      disposition: 'delete',
      pollSeconds: 60,
      sizeLimitBytes: 65_536,
    });
    const server = {
      ...smtp,
      name: 'Company relay',
      security: 'none',
      auth: 'password',
      password: demoPassword,
    };
    const { id } = await this.api('POST', 'servers', {
      ...server,
      login: support,
      fromFilter: 'sandbox.test',
      isFallback: true,
      state: 'live',
    });
    this.#serverId = id;
    const quarantined = { then: 'quarantine', destination: null, priority: null, tags: [], unlimited: false };
    await this.api('POST', 'mail-rules', {
      name: 'Invoices from strangers',
      match: 'all',
      conditions: [{ field: 'subject', not: false, match: 'contains', value: 'Invoice' }],
      actions: quarantined,
    });
    await this.api('POST', 'mail-rules', {
      name: 'Newsletters',
      match: 'any',
      conditions: [{ field: 'header', not: false, name: 'List-Unsubscribe', match: 'exists', value: '' }],
      actions: { ...quarantined, then: 'ignore' },
    });
    const { items } = await this.api<{ items: { id: string }[] }>('GET', 'mail-destinations');
    for (const address of [orders, '*@shop.sandbox.test'])
      await this.api('POST', 'recipient-routes', { address, destination: items[0]?.id ?? 'orders' });
  }

  /** Half a day: mail comes into both mailboxes, some leaves. */
  async livesThrough(part: number): Promise<void> {
    const before = this.#mails;
    for (let mail = 0; mail < 2 + ((part * 3) % 5); mail += 1) this.write(support);
    if (part % 2 === 1) this.write(orders);
    for (let test = 0; test < 1 + ((part * 2) % 3); test += 1)
      await this.api('POST', `servers/${this.#serverId}/test-mail`, {
        from: support,
        to: 'alice@sandbox.test',
      });
    // Asked for rather than waited for: the next beat may be seconds away.
    for (const id of this.#accountIds) await this.api('POST', `accounts/${id}/fetch`);
    const expected = this.#mails;
    await until(async () => (await this.arrived()) >= expected, {
      timeoutMs: 30_000,
      what: `mails ${before} to ${expected} to arrive`,
    });
  }

  /** Two more by OAuth2, of a client whose secret ends in some weeks; and an application of its own with a web service. */
  async connectsMailboxes(): Promise<void> {
    const soon = await this.client('Sandbox, by the book', 'strict', 12);
    const later = await this.client('Sandbox, in Microsoft’s manner', 'microsoft', 160);
    const { imap, smtp } = this.sandbox;
    for (const [clientId, address] of [
      [soon, 'sales@sandbox.test'],
      [later, 'bob@sandbox.test'],
    ] as const) {
      const tokenId = await this.consents(clientId, address);
      await this.api('POST', 'mailboxes', {
        tokenId,
        name: address,
        incoming: { disposition: 'leave', start: 'all' },
        outgoing: {},
        imap: { ...imap, security: 'none' },
        smtp: { ...smtp, security: 'none' },
      });
    }
    const { items } = await this.api<{ items: { id: string }[] }>('GET', 'tokens');
    await this.api('POST', 'invokers', {
      name: 'crm-note',
      baseUrl: `${this.sandbox.http.url}/crm`,
      method: 'POST',
      path: 'customers/{customer.number}/notes',
      body: '{"text": "{text}"}',
      authentication: 'bearer',
      tokenId: items[0]?.id,
    });
    const { webhook } = await this.api<{ webhook: { id: string } }>('POST', 'webhooks', {
      description: 'The duty roster',
      url: `http://localhost:${new URL(this.sandbox.http.url).port}/control`,
      events: ['token.reconnect-needed', 'account.failing', 'account.recovered'],
    });
    await this.api('POST', `webhooks/${webhook.id}/test`);
  }

  /** A mailbox loses its consent; an account is only begun. */
  async getsIntoTrouble(): Promise<void> {
    const { items } = await this.api<{ items: { id: string; mailbox: string }[] }>('GET', 'tokens');
    const token = items.find(({ mailbox }) => mailbox.startsWith('bob'));
    this.sandbox.revoke('bob@sandbox.test');
    this.sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 700_082 }, { profile: 'microsoft' });
    await this.api('POST', `tokens/${token?.id}/refresh`).catch(() => undefined);
    const { host, port } = this.sandbox.imap;
    const draft = { host, port, security: 'none', auth: 'password', disposition: 'leave', start: 'new' };
    await this.api('POST', 'accounts', {
      ...draft,
      name: 'Press',
      login: 'press@sandbox.test',
      password: 'wrong',
    });
  }

  private async account(settings: object): Promise<void> {
    const { id } = await this.api('POST', 'accounts', settings);
    await this.api('POST', `accounts/${id}/state`, { state: 'live' });
    this.#accountIds.push(id);
  }

  private write(to: string): void {
    const turn = this.#mails;
    const subject = subjects[turn % subjects.length];
    const sender = senders[turn % senders.length] ?? 'Alice';
    const head = [
      `From: ${sender} <${sender.toLowerCase()}@customer.test>`,
      `To: ${to}`,
      `Subject: ${subject}`,
      `Message-ID: <${turn}@customer.test>`,
      ...(turn % 9 === 8 ? ['List-Unsubscribe: <https://customer.test/leave>'] : []),
    ];
    const body =
      to === orders && turn % 4 === 3 ? 'A long list.\r\n'.repeat(6_000) : 'Could you have a look?';
    this.sandbox.deliver(to, `${head.join('\r\n')}\r\n\r\n${body}\r\n`);
    this.#mails += 1;
  }

  /** Mails that are in the ledger, whatever became of them. */
  private async arrived(): Promise<number> {
    const { items } = await this.api<{ items: Record<string, number>[] }>('GET', 'mail-flow?by=day');
    return items.reduce((sum, { stored = 0, held = 0, aside = 0 }) => sum + stored + held + aside, 0);
  }

  private async client(name: string, profile: 'strict' | 'microsoft', days: number): Promise<string> {
    const { authorization, token, revocation, issuer, scopes } = this.sandbox.issuer(profile);
    const { id } = await this.api('POST', 'clients', {
      name,
      template: profile === 'strict' ? 'custom' : 'microsoft-365',
      clientId: 'mailroom-demo',
      secret: 'mailroom-demo-secret',
      secretExpiresAt: new Date(Date.now() + days * DAY_MINUTES * 60_000).toISOString(),
      authorizationEndpoint: authorization,
      tokenEndpoint: token,
      issuer,
      ...(profile === 'strict' ? { revocationEndpoint: revocation } : {}),
      scope: scopes.join(' '),
    });
    return id;
  }

  private async consents(clientId: string, address: string): Promise<string> {
    const { redirectTo } = await this.api<{ redirectTo: string }>('POST', 'authorizations', {
      clientId,
      returnTo: 'tokens',
    });
    const { ada } = this;
    await ada.page.goto(redirectTo);
    await ada.field('Mailbox').fill(address);
    await ada.field('Password').fill(demoPassword);
    await ada.button('Sign in').click();
    await ada.button('Accept').click();
    await ada.heading('Tokens').waitFor();
    const { items } = await this.api<{ items: { id: string; mailbox: string }[] }>('GET', 'tokens');
    return items.find(({ mailbox }) => mailbox === address)?.id ?? '';
  }
}
