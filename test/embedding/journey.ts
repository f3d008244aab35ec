import { type Browser, type Page } from 'playwright-core';
import { type Sandbox } from '../../apps/sandbox/src/index.js';
import { until } from '../support/until.js';
import { type HostAnswer } from './fresh-host.js';
import { type Staff } from './staff.js';

const SUPPORT = 'support@sandbox.test';
const ALICE = 'alice@sandbox.test';

/** A mail with a file, and with a page that wants to be shown. */
const QUESTION = [
  `From: Alice <${ALICE}>`,
  `To: ${SUPPORT}`,
  'Subject: The printer burns',
  'Message-ID: <question@customer.test>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Since <b>this</b> morning.</p><script>alert(1)</script>',
  '--b',
  'Content-Type: text/plain; name=log.txt',
  'Content-Disposition: attachment; filename=log.txt',
  '',
  'fire',
  '--b--',
  '',
].join('\r\n');

const LATER = `From: ${ALICE}\r\nTo: ${SUPPORT}\r\nSubject: It still burns\r\nMessage-ID: <later@customer.test>\r\n\r\nHelp`;

/** What a mailbox behind OAuth2 goes through in a host, seen from outside: its routes, the provider, the mail. */
export class Journey {
  #clientId = '';
  #tokenId = '';
  #accountId = '';
  #desk: Page | undefined;

  constructor(
    private readonly ada: Staff,
    private readonly sandbox: Sandbox,
    private readonly browser: Browser,
  ) {}

  /** The admin pages, below the host's prefix: the page knows where it is, its files come, deep links lead to it. */
  async pages(): Promise<void> {
    const { mount } = this.ada.floor;
    for (const path of ['/', '/accounts/new']) {
      const page = await this.ada.ask('GET', `${mount}${path}`);
      expect(page.status).toBe(200);
      expect(page.body).toContain(`<base href="${mount}/"`);
      expect(page.headers.get('content-security-policy')).toContain(`default-src 'self'`);
    }
    const { body } = await this.ada.ask('GET', `${mount}/`);
    const script = /src="(?:\.\/)?(assets\/[^"]+\.js)"/.exec(body)?.[1];
    const file = await this.ada.ask('GET', `${mount}/${script}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(file.body.length).toBeGreaterThan(10_000);
    const element = await this.ada.ask('GET', `${mount}/banners.js`);
    expect(element.body).toContain('mailroom-banners');
    const headers = { 'if-none-match': element.headers.get('etag') ?? '' };
    expect((await this.ada.ask('GET', `${mount}/banners.js`, { headers })).status).toBe(304);
    const unknown = await this.ada.ask('GET', `${mount}/api/nothing-here`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'page-not-found']);
  }

  /** A client, a consent, and both directions of the mailbox from it. */
  async connects(): Promise<void> {
    const { authorization, token, revocation, issuer } = this.sandbox.issuer('microsoft');
    const client = await this.ada.api('POST', 'clients', {
      name: 'Sandbox',
      template: 'microsoft-365',
      clientId: 'mailroom-demo',
      secret: 'mailroom-demo-secret',
      authorizationEndpoint: authorization,
      tokenEndpoint: token,
      ...(revocation === undefined ? {} : { revocationEndpoint: revocation }),
      issuer,
    });
    expect(client).toMatchObject({ status: 201 });
    this.#clientId = client.body.id;
    this.#tokenId = (await this.consents()).searchParams.get('token') ?? '';
    const { imap, smtp } = this.sandbox;
    const mailbox = await this.ada.api('POST', 'mailboxes', {
      tokenId: this.#tokenId,
      name: 'Support',
      incoming: { disposition: 'seen', start: 'all' },
      outgoing: {},
      imap: { ...imap, security: 'none' },
      smtp: { ...smtp, security: 'none' },
    });
    expect(mailbox).toMatchObject({ status: 201 });
    this.#accountId = mailbox.body.accountId;
    const { body: account } = await this.ada.api('GET', `accounts/${this.#accountId}`);
    expect(account.state).toBe('live');
    expect((await this.ada.api('GET', `servers/${mailbox.body.serverId}`)).body.state).toBe('live');
  }

  /** Mail becomes a row of the host's, once. */
  async takesMail(): Promise<void> {
    this.sandbox.deliver(SUPPORT, QUESTION);
    const [enquiry] = await this.enquiries(1);
    expect(enquiry).toMatchObject({ subject: 'The printer burns', sender: ALICE, answer: null });
  }

  /** Downloads, streams, cookies and bodies that are no JSON pass through the host's framework as they are. */
  async carries(): Promise<void> {
    const { deliveryId } = (await this.enquiries(1))[0]!;
    const raw = await this.ada.api('GET', `deliveries/${deliveryId}/raw`);
    expect(raw.body).toBe(QUESTION);
    expect(raw.headers.get('content-disposition')).toContain('attachment');
    const file = await this.ada.api('GET', `deliveries/${deliveryId}/attachments/0`);
    expect([file.status, file.body, file.headers.get('x-content-type-options')]).toEqual([
      200,
      'fire',
      'nosniff',
    ]);
    const html = await this.ada.api('GET', `deliveries/${deliveryId}/preview/html`);
    expect(html.headers.get('content-type')).toContain('text/html');
    expect(html.headers.get('content-security-policy')).toContain('sandbox');
    expect(html.body).toContain('<b>this</b>');
    const audit = await this.ada.api('GET', 'audit-events/export?format=jsonl');
    expect(audit.headers.get('content-type')).toContain('application/jsonl');
    expect(audit.body.trim().split('\n').map(JSON.parse).length).toBeGreaterThan(3);
    await this.carriesBodies();
    await this.carriesTags();
  }

  private async carriesBodies(): Promise<void> {
    const post = (path: string, type: string, body: string): Promise<HostAnswer> =>
      this.ada.ask('POST', `${this.ada.floor.mount}/api/${path}`, { type, body });
    const exported = await this.ada.api('POST', 'clients/export', { secrets: 'left-out' });
    expect(exported.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    const preview = await post('clients/import/preview', 'application/yaml', exported.body);
    expect(preview).toMatchObject({ status: 200 });
    const tried = await post(`mail-rules/test?accountId=${this.#accountId}`, 'message/rfc822', QUESTION);
    expect(tried).toMatchObject({ status: 200 });
    // Larger than what a framework takes by itself.
    const large = `${QUESTION}${'x'.repeat(3_000_000)}`;
    const tryLarge = await post(`mail-rules/test?accountId=${this.#accountId}`, 'message/rfc822', large);
    expect(tryLarge).toMatchObject({ status: 200 });
    const rules = `--r\r\nContent-Type: application/json\r\n\r\n{"rules":[]}\r\n--r\r\nContent-Type: message/rfc822\r\n\r\n${QUESTION}\r\n--r--\r\n`;
    const chain = await post(
      `mail-rules/test?accountId=${this.#accountId}`,
      'multipart/mixed; boundary=r',
      rules,
    );
    expect(chain).toMatchObject({ status: 200 });
    // Express leaves it to us to turn this away, Fastify does it itself.
    expect([415, 422]).toContain((await post('mail-rules', 'text/plain', 'name=x')).status);
    const invalid = await this.ada.api('POST', 'accounts', { name: '' });
    expect(invalid).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
    expect(invalid.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  }

  // What can be edited goes out with its tag, and what a change demands of it comes in.
  private async carriesTags(): Promise<void> {
    const path = `${this.ada.floor.mount}/api/accounts/${this.#accountId}`;
    const tag = (await this.ada.ask('GET', path)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]+"$/);
    const change = (comment: string): Promise<HostAnswer> =>
      this.ada.ask('PATCH', path, { body: { comment }, headers: { 'if-match': tag } });
    expect(await change('of the tag that is')).toMatchObject({ status: 200 });
    expect(await change('of one that was')).toMatchObject({
      status: 412,
      body: { code: 'changed-meanwhile' },
    });
  }

  /** The host's answer leaves through the mailbox, as part of the conversation. */
  async answers(): Promise<void> {
    const [enquiry] = await this.enquiries(1);
    const order = { from: SUPPORT, text: 'Have you tried water?' };
    for (const _ of ['the answer', 'a second click']) {
      expect((await this.ada.desk('POST', `enquiries/${enquiry!.id}/answer`, order)).status).toBe(204);
    }
    const arrived = () => this.sandbox.messages(ALICE).map(({ raw }) => raw.toString());
    await until(() => arrived().length > 0, { timeoutMs: 60_000, what: 'the answer to arrive' });
    const [answer, ...more] = arrived();
    expect(more).toEqual([]);
    expect(answer).toMatch(/^From: support@sandbox\.test\r$/m);
    expect(answer).toMatch(/^In-Reply-To: <question@customer\.test>\r$/m);
    await this.notes(enquiry!.id);
  }

  /** A web service that admins named, called by the host. */
  private async notes(id: number): Promise<void> {
    const invoker = await this.ada.api('POST', 'invokers', {
      name: 'crm-note',
      method: 'GET',
      baseUrl: this.sandbox.http.url,
      path: '/enquiries/{{enquiry}}',
    });
    expect(invoker).toMatchObject({ status: 201 });
    expect(await this.ada.desk('POST', `enquiries/${id}/note`)).toMatchObject({
      status: 201,
      body: { status: 404 },
    });
  }

  /** The provider ends the grant: a warning in the host's own words, and mail waits where it is. */
  async expires(): Promise<void> {
    this.sandbox.revoke(SUPPORT, 'microsoft');
    this.sandbox.dropConnections(SUPPORT);
    this.sandbox.deliver(SUPPORT, LATER);
    await this.ada.api('POST', `accounts/${this.#accountId}/fetch`);
    const warned = async () => (await this.warnings()).find(({ action }) => action.kind === 'reconnect');
    const warning = await until(warned, { timeoutMs: 60_000, what: 'the banner' });
    expect(warning).toMatchObject({ kind: 'refresh-token-expired', action: { tokenId: this.#tokenId } });
    const { body } = await this.ada.api('GET', 'banners');
    expect(body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'refresh-token-expired' })]),
    );
    expect(await this.ada.firstWords(`${this.ada.floor.mount}/api/banners/stream`)).toContain(
      'refresh-token-expired',
    );
    expect(await this.enquiries(1)).toHaveLength(1);
    this.#desk = await this.opensDesk();
    const banner = this.#desk.locator('mailroom-banners .banner');
    await banner.waitFor({ timeout: 60_000 });
    expect(await banner.innerText()).toContain(SUPPORT);
  }

  /** The host's own page, in the browser of somebody whom the host knows. */
  private async opensDesk(): Promise<Page> {
    const { origin, floor, headers } = this.ada;
    const page = await this.browser.newPage({ extraHTTPHeaders: { ...headers } });
    await page.goto(`${origin}${floor.prefix}/desk/page`, { waitUntil: 'load' });
    expect(await page.locator('h1').innerText()).toBe('Enquiries');
    return page;
  }

  /** One consent, and what waited comes in. */
  async reconnects(): Promise<void> {
    const end = await this.consents(this.#tokenId);
    expect(end.searchParams.get('token')).toBe(this.#tokenId);
    await until(async () => (await this.warnings()).length === 0, {
      timeoutMs: 60_000,
      what: 'the banner to go',
    });
    await this.#desk?.locator('mailroom-banners .banner').waitFor({ state: 'detached', timeout: 60_000 });
    await this.#desk?.close();
    const rows = await this.enquiries(2);
    expect(rows.map(({ subject }) => subject)).toEqual(['The printer burns', 'It still burns']);
    expect(new Set(rows.map(({ deliveryId }) => deliveryId)).size).toBe(2);
  }

  /** The rows of the host's table, once there are `many` at least. */
  private enquiries(many: number) {
    const enough = async () => {
      const { body } = await this.ada.desk('GET', 'enquiries');
      return body.length >= many ? (body as EnquiryRow[]) : false;
    };
    return until(enough, { timeoutMs: 60_000, what: `${many} enquiries` });
  }

  private async warnings(): Promise<{ kind: string; action: { kind: string; tokenId?: string } }[]> {
    return (await this.ada.desk('GET', 'warnings')).body;
  }

  /** Begins an authorization, walks the provider's pages and comes back as a browser does: with cookies, without tokens. */
  private async consents(tokenId?: string): Promise<URL> {
    const begun = await this.ada.api('POST', 'authorizations', {
      clientId: this.#clientId,
      returnTo: 'connect',
      ...(tokenId === undefined ? {} : { tokenId }),
    });
    expect(begun).toMatchObject({ status: 200 });
    const cookies = begun.headers.getSetCookie();
    expect(cookies).toEqual([expect.stringContaining('HttpOnly; SameSite=Lax')]);
    const back = await this.sandbox.visit(begun.body.redirectTo, { address: SUPPORT });
    expect(back).toContain(`${this.ada.origin}${this.ada.floor.mount}/oauth2/callback?`);
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    const answer = await fetch(back, { redirect: 'manual', headers: { cookie } });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([303, 'no-store']);
    return new URL(answer.headers.get('location') ?? '', this.ada.origin);
  }
}

interface EnquiryRow {
  readonly id: number;
  readonly subject: string;
  readonly sender: string;
  readonly deliveryId: string;
  readonly answer: string | null;
}
