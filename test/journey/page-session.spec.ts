import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { PageSessions } from '@mailroom/plugin';
import { type Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const APP = 'https://app.desk.example';

describe('a session of the pages', () => {
  let mailroom: RunningMailroom;
  let sessions: PageSessions;
  beforeAll(async () => {
    mailroom = await startMailroom({ work: false, host: { pageSessions: { frontEnds: [APP] } } });
    sessions = mailroom.app.get(PageSessions, { strict: false });
  });
  afterEach(() => mailroom.access.lostTheRight.clear());
  afterAll(() => mailroom?.stop());

  const codeFor = async (actor = 'admin') => (await sessions.codeFor(actor))!;
  const post = (fields: Record<string, string>, origin: string | null = mailroom.url) =>
    fetch(`${mailroom.url}/mailroom/page-session`, {
      method: 'POST',
      redirect: 'manual',
      headers: origin === null ? {} : { origin },
      body: new URLSearchParams(fields),
    });
  const codeOf = async (response: Response): Promise<string> => ((await response.json()) as any).code;

  /** The cookie as a browser would send it. */
  async function cookieOf(actor: string): Promise<string> {
    const { code } = await codeFor(actor);
    const [pair = ''] = (await post({ code })).headers.get('set-cookie')?.split(';') ?? [];
    return pair;
  }

  interface Question {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }
  const ask = (cookie: string, path = 'session', question: Question = {}) =>
    fetch(`${mailroom.url}/mailroom/api/${path}`, { ...question, headers: { ...question.headers, cookie } });

  it('begins with a code that is posted once', async () => {
    const { code, action, expiresInSeconds } = await codeFor();
    expect([action, expiresInSeconds]).toEqual([`${mailroom.url}/mailroom/page-session`, 60]);
    const opened = await post({ code, to: 'accounts/new' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/mailroom/accounts/new']);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(opened.headers.get('set-cookie')).toMatch(
      /^mailroom-pages=[\w-]+; Max-Age=3600; Path=\/mailroom; HttpOnly; SameSite=Strict$/,
    );
    expect(await codeOf(await post({ code }))).toBe('page-code-unusable');
    const { items } = (await mailroom.api('GET', 'audit-events')).body;
    expect(items[0]).toMatchObject({ action: 'page-session-opened', actor: { id: 'admin' } });
    expect(JSON.stringify(items)).not.toContain(code);
  });

  it('is opened once, however many post the code at once', async () => {
    const { code } = await codeFor();
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => post({ code })))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  });

  it('lets its actor read and change, from our own pages only', async () => {
    const cookie = await cookieOf('admin');
    expect(await (await ask(cookie)).json()).toMatchObject({ actor: { id: 'admin' } });
    const body = JSON.stringify({ address: 'a@b.example', destination: 'x' });
    const change = (headers: Record<string, string>) =>
      ask(cookie, 'recipient-routes', { method: 'POST', headers, body });
    const json = { 'content-type': 'application/json' };
    expect((await change(json)).status).toBe(403);
    expect((await change({ ...json, origin: APP })).status).toBe(403);
    expect((await change({ ...json, origin: mailroom.url })).status).toBe(201);
  });

  it('goes no further than its actor may, as of now', async () => {
    expect(await sessions.codeFor('nobody')).toBeNull();
    const staff = await cookieOf('staff-jo');
    expect((await ask(staff, 'accounts')).status).toBe(403);
    const admin = await cookieOf('admin');
    mailroom.access.lostTheRight.add('admin');
    expect((await ask(admin, 'accounts')).status).toBe(403);
  });

  it('ends by itself, and when somebody ends it', async () => {
    const cookie = await cookieOf('admin');
    const ended = await ask(cookie, 'page-session', { method: 'DELETE', headers: { origin: mailroom.url } });
    expect([ended.status, ended.headers.get('set-cookie')]).toEqual([
      204,
      'mailroom-pages=; Max-Age=0; Path=/mailroom; HttpOnly; SameSite=Strict',
    ]);
    const { code } = await codeFor();
    await mailroom.timePasses({ seconds: 61 });
    expect(await codeOf(await post({ code }))).toBe('page-code-unusable');
    expect((await ask(cookie)).status).toBe(200);
    await mailroom.timePasses({ minutes: 60 });
    expect((await ask(cookie)).status).toBe(401);
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['nowhere', null],
    ['a sandbox', 'null'],
  ])('is not opened from %s', async (_, origin) => {
    const { code } = await codeFor();
    expect(await codeOf(await post({ code }, origin))).toBe('foreign-origin');
    // The code was not spent by that.
    expect((await post({ code }, APP)).status).toBe(303);
  });

  it('is not opened by what is no code, and leads nowhere else', async () => {
    const { code } = await codeFor();
    const cookie = (await cookieOf('admin')).split('=')[1]!;
    for (const fields of [
      {},
      { code: 'x' },
      { code: cookie },
      { code, to: '//evil.example' },
      { code, to: '../x' },
    ])
      expect(await codeOf(await post(fields as Record<string, string>))).toBe('page-code-unusable');
    expect((await ask(`mailroom-pages=${code}`)).status).toBe(401);
  });

  it('is nothing where the host did not ask for it', async () => {
    const plain = await startMailroom({ work: false, database: mailroom.database });
    const off = plain.app.get(PageSessions, { strict: false });
    await expect(off.codeFor('admin')).rejects.toMatchObject({ code: 'page-sessions-off' });
    const cookie = await cookieOf('admin');
    const answer = await fetch(`${plain.url}/mailroom/api/session`, { headers: { cookie } });
    expect(answer.status).toBe(401);
    await plain.stop();
  });
});

describe('a browser with a front end at another site', () => {
  let mailroom: RunningMailroom;
  let browser: Browser;
  let frontEnd: Server;
  let site: string;
  const fields = { code: '' };

  beforeAll(async () => {
    frontEnd = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end(
        `<form method="post" action="${mailroom.url}/mailroom/page-session">
           <input type="hidden" name="code" value="${fields.code}"><input type="hidden" name="to" value="servers">
           <button>Mail</button></form><a href="${mailroom.url}/mailroom/accounts?x=1">Elsewhere</a>`,
      );
    });
    await new Promise<void>((ready) => frontEnd.listen(0, '127.0.0.1', ready));
    site = `http://127.0.0.1:${(frontEnd.address() as AddressInfo).port}`;
    mailroom = await startMailroom({ work: false, host: { pageSessions: { frontEnds: [site] } } });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    frontEnd?.close();
    await mailroom?.stop();
  });

  it('opens the pages, and comes back to them from a provider', async () => {
    const made = await mailroom.app.get(PageSessions, { strict: false }).codeFor('admin');
    fields.code = made!.code;
    const page = await browser.newPage();
    await page.goto(site);
    await page.getByRole('button', { name: 'Mail' }).click();
    await page.waitForURL(/\/mailroom\/servers\?again=/);
    // As a provider leads back: a navigation that began at another site.
    await page.goto(site);
    await page.getByRole('link', { name: 'Elsewhere' }).click();
    await page.waitForURL(/\/mailroom\/accounts\?x=1&again=/);
    expect(await page.content()).not.toContain('sign-in-required');
    const seen = await page.evaluate<number>(
      `fetch('${mailroom.url}/mailroom/api/session').then((r) => r.status)`,
    );
    expect(seen).toBe(200);
    await page.close();
  }, 60_000);
});
