import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { ACTOR_HEADER } from '../support/host.js';

/** Open on purpose: a callback is authorised by its state and cookie, a session of the pages by its code; assets, the documentation and the banner element carry no data. */
const OPEN = new Set([
  'GET /mailroom/oauth2/callback',
  'GET /mailroom/assets/x',
  'GET /mailroom/docs/x',
  'GET /mailroom/banners.js',
  'GET /mailroom/banners.de.js',
  'POST /mailroom/page-session',
]);

interface Route {
  readonly method: string;
  readonly path: string;
}

describe('every route of Mailroom', () => {
  let mailroom: RunningMailroom;
  let routes: Route[];

  beforeAll(async () => {
    mailroom = await startMailroom({ work: false });
    routes = routesOf(mailroom).filter(({ path }) => path.startsWith('/mailroom'));
  });
  afterAll(() => mailroom.stop());

  const visit = ({ method, path }: Route, headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${mailroom.url}${path}`, {
      method,
      headers: { ...headers, origin: mailroom.url, 'content-type': 'application/json' },
      redirect: 'manual',
      ...(method === 'GET' ? {} : { body: '{}' }),
    });

  it('is found by this spec', () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining(['GET /mailroom/api/clients', 'POST /mailroom/api/accounts', 'GET /mailroom']),
    );
  });

  it('turns away who is not signed in, and who may not administer mail', async () => {
    const wrong: string[] = [];
    for (const { method, path } of routes) {
      if (OPEN.has(`${method} ${path}`)) continue;
      for (const [headers, status] of [
        [{}, 401],
        [{ [ACTOR_HEADER]: 'nobody' }, 403],
      ] as const) {
        const response = await visit({ method, path }, headers);
        if (response.status !== status)
          wrong.push(`${method} ${path}: ${response.status} instead of ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('opens the routes of a mailbox of one’s own, and nothing else, to staff who are no admins', async () => {
    const table = await Promise.all(
      routes.map(async ({ method, path }) => {
        const response = await visit({ method, path }, { [ACTOR_HEADER]: 'staff-1' });
        return { route: `${method} ${path}`, response, text: await response.text() };
      }),
    );
    const open = table.filter(({ route, response }) => !OPEN.has(route) && response.status !== 403);
    const id = '018f6f1e-0000-7000-8000-000000000000';
    expect(open.map(({ route, response }) => `${route} ${response.status}`).toSorted()).toEqual([
      'DELETE /mailroom/api/page-session 204',
      'GET /mailroom 303',
      'GET /mailroom/api/personal 200',
      `GET /mailroom/api/personal/authorizations/${id} 404`,
      'GET /mailroom/x 303',
      'POST /mailroom/api/personal/authorizations 422',
      `POST /mailroom/api/personal/mailboxes/${id}/authorization 404`,
      `POST /mailroom/api/personal/mailboxes/${id}/check 404`,
      `POST /mailroom/api/personal/mailboxes/${id}/disconnect 404`,
      `POST /mailroom/api/personal/mailboxes/${id}/test-mail 404`,
    ]);
    // What is closed says that it is, and not a word more, whatever the route.
    const closed = table.filter(({ response }) => response.status === 403);
    expect(closed.length).toBeGreaterThan(80);
    const said = closed.map(({ text }) => ({ ...JSON.parse(text), correlationId: null }));
    expect(new Set(said.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(said[0]).toMatchObject({ code: 'not-allowed', params: {} });
  });

  it('leads staff who are no admins to their one page, and nowhere else', async () => {
    for (const [path, to] of [
      ['/mailroom/clients/new', '/mailroom/my-mailbox'],
      ['/mailroom/authorizations/unknown?code=state-used', '/mailroom/my-mailbox?code=state-used'],
      ['/mailroom/x?code=//evil.example', '/mailroom/my-mailbox'],
      ['/mailroom/x?code=a&code=b', '/mailroom/my-mailbox'],
      ['/mailroom/my-mailbox/../clients', '/mailroom/my-mailbox'],
      ['/mailroom/my-mailbox%2f..%2fclients', '/mailroom/my-mailbox'],
    ]) {
      const { headers } = await visit({ method: 'GET', path: path ?? '' }, { [ACTOR_HEADER]: 'staff-1' });
      expect([path, headers.get('location')]).toEqual([path, to]);
    }
  });

  it('turns away no admin', async () => {
    const closed: string[] = [];
    for (const { method, path } of routes.filter((route) => route.method === 'GET')) {
      const { status } = await visit({ method, path }, { [ACTOR_HEADER]: 'admin' });
      if ([401, 403].includes(status)) closed.push(`${method} ${path}`);
    }
    expect(closed).toEqual([]);
  });

  it('hands out no file but the pages’ own', async () => {
    for (const path of [
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '..%5c..%5cpackage.json',
      'x.env',
    ]) {
      const { status } = await fetch(`${mailroom.url}/mailroom/assets/${path}`, {
        headers: { [ACTOR_HEADER]: 'admin' },
      });
      expect([path, status]).toEqual([path, 404]);
    }
  });

  it('hands out the element of banners anew only when it is another', async () => {
    const first = await fetch(`${mailroom.url}/mailroom/banners.js`);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const tag = first.headers.get('etag') ?? '';
    for (const [known, status] of [
      [tag, 304],
      [`"other", W/${tag}`, 304],
      ['"other"', 200],
    ] as const) {
      const again = await fetch(`${mailroom.url}/mailroom/banners.js`, {
        headers: { 'if-none-match': known },
      });
      expect([known, again.status]).toEqual([known, status]);
    }
  });

  it('changes something only for our own pages', async () => {
    const wrong: string[] = [];
    // A form of a front end's carries its code by itself, see page-session.spec.ts.
    const guarded = routes.filter(({ path }) => path !== '/mailroom/page-session');
    for (const { method, path } of guarded.filter((route) => route.method !== 'GET')) {
      for (const headers of [
        { origin: 'https://evil.example', 'content-type': 'application/json' },
        { 'content-type': 'application/json' },
        { origin: mailroom.url, 'content-type': 'text/plain' },
      ]) {
        const response = await fetch(`${mailroom.url}${path}`, {
          method,
          headers: { ...headers, [ACTOR_HEADER]: 'admin' },
          body: '{}',
        });
        const { code } = (await response.json()) as { code: string };
        if (!['foreign-origin', 'json-required'].includes(code)) wrong.push(`${method} ${path}: ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

function routesOf({ app }: RunningMailroom): Route[] {
  const router = app.getHttpAdapter().getInstance().router as unknown as {
    stack: ExpressLayer[];
  };
  return router.stack.flatMap(({ route }) =>
    route
      ? Object.keys(route.methods)
          .filter((method) => method !== 'head')
          .map((method) => ({ method: method.toUpperCase(), path: concrete(route.path) }))
      : [],
  );
}

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
}

function concrete(path: string): string {
  return path
    .replace(/\{?\*path\}?/, 'x')
    .replace(/:\w+/g, '018f6f1e-0000-7000-8000-000000000000')
    .replace(/(.)\/$/, '$1');
}
