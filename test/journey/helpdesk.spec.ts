import { type NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { createHelpdesk } from '../../apps/helpdesk/src/create-helpdesk.js';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { HelpdeskSettings } from '../../apps/helpdesk/src/settings/helpdesk-settings.js';
import { demoPassword, startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

const METRICS_TOKEN = 'a token of thirty-two characters';

let database: TestDatabase;
let sandbox: Sandbox;
let app: NestExpressApplication;
let url: string;

beforeAll(async () => {
  [database, sandbox] = await Promise.all([freshDatabase(), startSandbox()]);
  const port = await anyFreePort();
  url = `http://localhost:${port}`;
  app = await createHelpdesk(
    new HelpdeskSettings({
      port,
      host: '127.0.0.1',
      publicUrl: new URL(url),
      databaseUrl: database.url,
      sessionSecret: 'a secret of thirty-two characters',
      keys: [{ id: 'test', bytes: Buffer.alloc(32, 1) }],
      staff: [
        { login: 'ada', name: 'Ada', role: 'admin', password: 'of ada' },
        { login: 'alex', name: 'Alex', role: 'agent', password: 'of alex' },
      ],
      work: true,
      groups: true,
      acknowledge: true,
      reopenDays: null,
      metricsToken: METRICS_TOKEN,
      trustedNetworks: ['127.0.0.0/8'],
    }),
  );
  await app.listen(port, '127.0.0.1');
});

afterAll(async () => {
  await app?.close();
  await sandbox?.stop();
  await database?.drop();
});

/** A browser without scripts: it keeps cookies, names its origin and follows no redirect by itself. */
class Visitor {
  readonly #cookies = new Map<string, string>();

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  static async signedIn(login: string): Promise<Visitor> {
    const visitor = new Visitor();
    const { status } = await visitor.post('/sign-in', { login, password: `of ${login}` });
    expect(status).toBe(303);
    return visitor;
  }

  async get(path: string): Promise<Response & { page: string }> {
    return this.ask(path, {});
  }

  async post(path: string, form: Record<string, string>, origin: string | null = url) {
    const headers = origin === null ? {} : { origin };
    return this.ask(path, { method: 'POST', body: new URLSearchParams(form), headers });
  }

  async api(path: string, body: object, method = 'POST'): Promise<any> {
    const headers = { 'content-type': 'application/json', origin: url };
    const answer = await this.ask(`/mailroom/api/${path}`, {
      method,
      body: JSON.stringify(body),
      headers,
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${answer.page}`);
    return JSON.parse(answer.page);
  }

  private async ask(
    path: string,
    { headers, ...request }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ) {
    const response = await fetch(url + path, {
      ...request,
      headers: { ...headers, cookie: this.cookie },
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return Object.assign(response, { page: await response.text() });
  }
}

const field = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!;

describe('who gets in', () => {
  it('shows nothing to strangers and brings them back after the sign-in', async () => {
    const stranger = new Visitor();
    for (const path of ['/', '/tickets/1001', '/articles/1/html', '/articles/1/attachments/0']) {
      const { status, headers, page } = await stranger.get(path);
      expect([status, headers.get('location'), page.includes('<main>')]).toEqual([
        303,
        `/sign-in?next=${encodeURIComponent(path)}`,
        false,
      ]);
    }
    const { page } = await stranger.get('/sign-in?next=/tickets/1001');
    const next = field(page, 'next');
    const { headers } = await stranger.post('/sign-in', { login: 'ada', password: 'of ada', next });
    expect(headers.get('location')).toBe('/tickets/1001');
    const [cookie] = headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it('turns away wrong passwords and forms of other sites', async () => {
    const visitor = new Visitor();
    expect((await visitor.post('/sign-in', { login: 'ada', password: 'of alex' })).status).toBe(401);
    expect((await visitor.post('/sign-in', { login: 'eve', password: '' })).status).toBe(401);
    const right = { login: 'ada', password: 'of ada' };
    expect((await visitor.post('/sign-in', right, 'https://evil.test')).status).toBe(403);
    expect((await visitor.post('/sign-in', right, null)).status).toBe(403);
    expect(visitor.cookie).toBe('');

    const ada = await Visitor.signedIn('ada');
    const closing = { state: 'closed' };
    expect((await ada.post('/tickets/1001/state', closing, 'https://evil.test')).status).toBe(403);
    expect((await ada.post('/tickets/1001/replies', {}, null)).status).toBe(403);
  });

  it('lets agents work and admins administer mail', async () => {
    const alex = await Visitor.signedIn('alex');
    const places = [...(await alex.get('/')).page.matchAll(/"(\/mailroom\/[^"]*)"/g)].map(
      ([, place]) => place,
    );
    expect(places).toEqual(['/mailroom/my-mailbox']);
    expect((await alex.get('/mailroom/api/session')).status).toBe(403);
    const ada = await Visitor.signedIn('ada');
    expect((await ada.get('/')).page).toContain('/mailroom/');
    expect(JSON.parse((await ada.get('/mailroom/api/session')).page).actor).toEqual({
      id: 'ada',
      name: 'Ada',
    });
    await ada.post('/sign-out', {});
    expect((await ada.get('/')).status).toBe(303);
  });

  it.each(['/tickets/0', '/tickets/4711', '/tickets/99999999999', '/tickets/x', '/articles/1/html'])(
    'has no %s',
    async (path) => {
      expect((await (await Visitor.signedIn('ada')).get(path)).status).toBe(404);
    },
  );
});

describe('a mail, a ticket, a reply, an answer', () => {
  const raw = [
    'From: Alice <alice@sandbox.test>',
    'To: support@sandbox.test',
    'Subject: Printer <b>burns</b>',
    'Message-ID: <first@customer.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=m',
    '',
    '--m',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p onclick="x()">It <b>burns</b>.</p><script>x()</script><img src="http://tracker.test/p.png">',
    '--m',
    'Content-Type: text/html; name="a.html"',
    'Content-Disposition: attachment; filename="a.html"',
    '',
    '<script>y()</script>',
    '--m--',
    '',
  ].join('\r\n');

  let ada: Visitor;

  beforeAll(async () => {
    ada = await Visitor.signedIn('ada');
    const { imap, smtp } = sandbox;
    const login = {
      login: 'support@sandbox.test',
      auth: 'password',
      password: demoPassword,
      security: 'none',
    };
    const account = { name: 'Support', ...imap, ...login, disposition: 'seen', start: 'all' };
    const { id } = await ada.api('accounts', account);
    await ada.api(`accounts/${id}/state`, { state: 'live' });
    await ada.api('servers', { name: 'Support', ...smtp, ...login, state: 'live' });
    sandbox.deliver('support@sandbox.test', raw);
    await until(async () => (await ada.get('/tickets/1001')).ok, { what: 'ticket 1001', timeoutMs: 30_000 });
  });

  it('shows the mail harmless', async () => {
    const { page, headers } = await ada.get('/tickets/1001');
    expect(page).toContain('Printer &#60;b&#62;burns&#60;/b&#62;');
    expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
    const frame = /<iframe[^>]*>/.exec(page)![0];
    expect(frame).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const src = /src="([^"]*)"/.exec(frame)![1]!;

    const html = await ada.get(src);
    expect(html.page).toContain('<b>burns</b>');
    expect(html.page).not.toMatch(/script|onclick| src="http/);
    expect(html.headers.get('content-security-policy')).toMatch(/img-src data:;.*; sandbox/);
    const asked = await ada.get(`${src}?pictures=remote`);
    expect(asked.page).toContain(' src="http://tracker.test/p.png"');
    expect(asked.headers.get('content-security-policy')).toContain('img-src data: https: http:');
  });

  it('hands attachments out as downloads', async () => {
    const { page } = await ada.get('/tickets/1001');
    const { page: bytes, headers } = await ada.get(
      /href="(\/articles\/\d+\/attachments\/\d+)"/.exec(page)![1]!,
    );
    expect(bytes.trim()).toBe('<script>y()</script>');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toContain('attachment; filename="a.html"');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps what was written when a reply cannot be sent', async () => {
    const { page } = await ada.get('/tickets/1001');
    const form = { formId: field(page, 'formId'), to: 'nobody', text: 'Dear <Alice>' };
    const { status, page: again } = await ada.post('/tickets/1001/replies', form);
    expect(status).toBe(422);
    expect(again).toContain('no e-mail address');
    expect(again).toContain('Dear &#60;Alice&#62;');
    expect(again).not.toContain('class="card article out"');
  });

  it('sends a reply once, and takes the answer into the same ticket', async () => {
    const { page } = await ada.get('/tickets/1001');
    const form = { formId: field(page, 'formId'), to: field(page, 'to'), text: 'Have you tried water?' };
    expect(form.to).toBe('alice@sandbox.test');
    const twice = [ada.post('/tickets/1001/replies', form), ada.post('/tickets/1001/replies', form)];
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([303, 303]);
    await until(async () => (await ada.get('/tickets/1001')).page.includes('state sent'), {
      what: 'the reply to leave',
    });

    const received = sandbox.messages('alice@sandbox.test').map((message) => message.raw.toString());
    const [reply = '', ...others] = received.filter((text) => text.includes('Have you tried water?'));
    expect(others).toEqual([]);
    expect(reply).toMatch(/^From: support@sandbox\.test\r$/m);
    expect(reply).toMatch(/^In-Reply-To: <first@customer\.example>\r$/m);
    expect(reply).toContain('[#1001]');
    const messageId = /^Message-ID:\s+(<ticket\.1001\.[^>]+@sandbox\.test>)/im.exec(reply)![1]!;

    await ada.post('/tickets/1001/state', { state: 'closed' });
    const answer = [
      'From: Colleague <other@customer.example>',
      `References: ${messageId}`,
      'Subject: Water?',
      '',
      'It helped.',
    ];
    sandbox.deliver('support@sandbox.test', answer.join('\r\n'));
    const joined = async () => (await ada.get('/tickets/1001')).page.includes('It helped.');
    await until(joined, { what: 'the answer', timeoutMs: 30_000 });
    expect((await ada.get('/?state=open')).page).toContain('#1001');
    expect((await ada.get('/tickets/1002')).status).toBe(404);
  });

  it('sends what an agent writes from the agent’s own mailbox, where the policy says so, and takes the answer all the same', async () => {
    const { authorization, token, issuer, scopes } = sandbox.issuer('strict');
    const { host, port } = sandbox.smtp;
    const { id: clientId } = await ada.api('clients', {
      name: 'Own mailboxes',
      template: 'custom',
      clientId: 'mailroom-demo',
      secret: 'mailroom-demo-secret',
      authorizationEndpoint: authorization,
      tokenEndpoint: token,
      issuer,
      scope: scopes.join(' '),
      personalServers: true,
      submission: { host, port, security: 'none' },
      mailHosts: [host],
    });
    sandbox.addPerson('alex@sandbox.test');
    const alex = await Visitor.signedIn('alex');
    const { redirectTo } = await alex.api('personal/authorizations', { clientId });
    const back = new URL(await sandbox.visit(redirectTo, { address: 'alex@sandbox.test' }));
    const { headers } = await alex.get(back.pathname + back.search);
    expect(headers.get('location')).toBe(`${url}/mailroom/my-mailbox?connected=1`);
    const [{ id }] = JSON.parse((await alex.get('/mailroom/api/personal')).page).mailboxes;
    expect((await alex.api(`personal/mailboxes/${id}/check`, {})).mailbox.state).toBe('live');
    const policy = JSON.parse((await ada.get('/mailroom/api/sender-policy')).page);
    await ada.api('sender-policy', { ...policy, authorsOwnAddress: true }, 'PUT');

    const { page } = await alex.get('/tickets/1001');
    const form = { formId: field(page, 'formId'), to: 'alice@sandbox.test', text: 'From my own desk.' };
    await alex.post('/tickets/1001/replies', form);
    const received = () => sandbox.messages('alice@sandbox.test').map(({ raw }) => raw.toString());
    const reply = await until(() => received().find((text) => text.includes('From my own desk.')), {
      what: 'the reply to arrive',
    });
    expect(reply).toMatch(/^From: Alex <alex@sandbox\.test>\r$/m);
    expect(reply).toMatch(/^Reply-To: support@sandbox\.test\r$/m);
  });

  it('tells customers the number of their ticket, once a day each, and never a machine', async () => {
    const letter = (from: string, subject: string, ...headers: string[]): void => {
      const lines = [`From: ${from}`, `Subject: ${subject}`, `Message-ID: <${subject}@customer.example>`];
      sandbox.deliver('support@sandbox.test', [...lines, ...headers, '', 'Hello.'].join('\r\n'));
    };
    sandbox.addPerson('robot@sandbox.test');
    letter('robot@sandbox.test', 'robot', 'Auto-Submitted: auto-generated');
    letter('alice@sandbox.test', 'again');
    letter('bob@sandbox.test', 'bob');
    sandbox.addPerson('bob@sandbox.test');
    const told = (address: string): string[] =>
      sandbox
        .messages(address)
        .map((message) => message.raw.toString())
        .filter((text) => /^Auto-Submitted: auto-replied\r$/m.test(text));
    await until(() => told('bob@sandbox.test').length > 0, { what: 'bob to hear', timeoutMs: 30_000 });
    expect(told('bob@sandbox.test')).toEqual([expect.stringContaining('We have your mail and call it #100')]);
    expect(told('alice@sandbox.test')).toEqual([expect.stringMatching(/In-Reply-To: <first@customer/)]);
    expect(told('robot@sandbox.test')).toEqual([]);
    expect((await ada.get('/?q=robot')).page).toContain('/tickets/100');
  });

  it('finds tickets by number, subject and customer', async () => {
    const found = async (query: string) => (await ada.get(`/?${query}`)).page.includes('/tickets/1001"');
    expect(await found('q=1001')).toBe(true);
    expect(await found('q=%231001')).toBe(true);
    expect(await found('q=PRINTER')).toBe(true);
    expect(await found('q=alice%40sand')).toBe(true);
    expect(await found('q=%25')).toBe(false);
    expect(await found('q=printer&state=closed')).toBe(false);
    expect(await found('q=printer&state=nonsense&page=-1')).toBe(true);
  });

  it('says so on top of every page when mail stands still', async () => {
    await app
      .get(DataSource)
      .query(
        `update mailroom.mail_account set live_since = now() - interval '1 day', last_success_at = null, last_taken_at = null, poll_seconds = 3600`,
      );
    const { items } = JSON.parse((await ada.get('/mailroom/api/banners')).page);
    expect(items).toContainEqual(expect.objectContaining({ kind: 'mailbox-silent' }));
    expect((await ada.get('/')).page).toContain('<mailroom-banners>');
    const alex = await Visitor.signedIn('alex');
    expect((await alex.get('/')).page).not.toContain('<mailroom-banners>');
    expect((await alex.get('/mailroom/api/banners')).status).toBe(403);
  });
});

describe('what watches the helpdesk', () => {
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers });

  it('learns that it is alive and ready, and nothing else', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await ask(path);
      expect({ path, status: response.status, body: await response.json() }).toEqual({
        path,
        status: 200,
        body: { status: 'up' },
      });
    }
  });

  it('gets numbers for the token only', async () => {
    const said = [undefined, '', 'Bearer wrong', `Bearer ${METRICS_TOKEN}x`];
    for (const authorization of said) {
      expect((await ask('/metrics', authorization === undefined ? {} : { authorization })).status).toBe(404);
    }
    const scraped = await ask('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    expect(scraped.headers.get('content-type')).toContain('version=0.0.4');
    expect(await scraped.text()).toContain('mailroom_up 1');
  });
});
