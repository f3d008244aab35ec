import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { AccessTokens } from '@mailroom/oauth-tokens';
import { RefreshAhead } from '../../libs/oauth-tokens/src/tokens/refresh-ahead.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const KEY = 'planted-key-4b7e';
const MAILBOX = 'support@own-words.test';

/** A provider that reads and writes words of its own only, and rotates strictly. */
class OwnWords {
  /** Every form that came, by path, as it came. */
  readonly forms: { readonly path: string; readonly form: Readonly<Record<string, string>> }[] = [];
  /** The keys of the application that it takes. */
  keys = new Set([KEY]);
  /** What it answers to the next request for a token instead. */
  fault: { readonly status: number; readonly fault: string } | null = null;
  #current = '';
  #handedOut = 0;
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const body = await text(request);
    if (request.method === 'GET') return this.#consent(url, response);
    const form = Object.fromEntries(new URLSearchParams(body));
    this.forms.push({ path: url.pathname, form });
    const { status, answer } = this.#decide(url.pathname, form);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #consent({ searchParams }: URL, response: ServerResponse): void {
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    const known = searchParams.get('app') === 'desk-17' && searchParams.get('look') === 'plain';
    back.searchParams.set(known ? 'code' : 'error', known ? 'a-ticket' : 'unauthorized_client');
    back.searchParams.set('state', searchParams.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  #decide(path: string, form: Readonly<Record<string, string>>): { status: number; answer: object } {
    const { fault } = this;
    this.fault = null;
    if (fault) return { status: fault.status, answer: { fault: fault.fault, told: 'ein Text für Menschen' } };
    if (form['app_id'] !== 'desk-17' || !this.keys.has(form['app_key'] ?? ''))
      return { status: 401, answer: { fault: 'invalid_client' } };
    const good =
      path === '/token'
        ? form['deed'] === 'redeem' && form['ticket'] === 'a-ticket' && form['home'] !== undefined
        : path === '/renew' && form['deed'] === 'renew' && form['refresh'] === this.#current;
    if (!good) return { status: 400, answer: { fault: 'invalid_grant' } };
    this.#handedOut += 1;
    this.#current = `renewal-${this.#handedOut}`;
    return {
      status: 200,
      answer: { token: `token-${this.#handedOut}`, ttl: '3600', renewal: this.#current },
    };
  }
}

const provider = new OwnWords();
let mailroom: RunningMailroom;
let clientId: string;
let tokenId: string;
const heard: string[] = [];
const note = (...said: unknown[]): void => void heard.push(said.join(' '));

beforeAll(async () => {
  await provider.start();
  mailroom = await startMailroom({ logger: { log: note, warn: note, error: note } });
});
afterAll(async () => {
  await mailroom?.stop();
  await provider.stop();
});

/** As Znuny exports it. */
const exported = (): string => `---
- Name: Own words
  ValidID: 1
  Config:
    AuthFlow: AuthorizationCode
    TemplateName: By hand
    ClientID: desk-17
    ClientSecret: ${KEY}
    Scope: mail
    Notifications:
      NotifyOnExpiredToken: 0
      NotifyOnExpiredRefreshToken: 1
    Requests:
      AuthorizationCode:
        Request:
          URL: ${provider.url}/authorize
          Parameters: { response_type: code, look: plain }
          AutofilledParametersMapping: { app: ClientID, home: RedirectURL, scope: Scope, state: State }
        Response:
          ParametersMapping: { ticket: AuthorizationCode, state: State }
      TokenByAuthorizationCode:
        Request:
          URL: ${provider.url}/token
          Parameters: { deed: redeem }
          AutofilledParametersMapping:
            { app_id: ClientID, app_key: ClientSecret, ticket: AuthorizationCode, home: RedirectURL }
        Response:
          ParametersMapping:
            { token: Token, ttl: TokenExpirationDate, renewal: RefreshToken, fault: ErrorMessage, told: ErrorDescription }
      TokenByRefreshToken:
        Request:
          URL: ${provider.url}/renew
          Parameters: { deed: renew }
          AutofilledParametersMapping: { app_id: ClientID, app_key: ClientSecret, refresh: RefreshToken }
        Response:
          ParametersMapping: { token: Token, ttl: TokenExpirationDate, renewal: RefreshToken, fault: ErrorMessage }
`;

async function load(yaml: string) {
  const response = await fetch(`${mailroom.url}/mailroom/api/clients/import?overwrite=true`, {
    method: 'POST',
    headers: { [ACTOR_HEADER]: 'admin', origin: mailroom.url, 'content-type': 'application/yaml' },
    body: yaml,
  });
  return (await response.json()) as any;
}

/** Consents as a browser does; answers where it ends up. */
async function consent(changes: object = {}): Promise<URL> {
  const order = { clientId, loginHint: MAILBOX, returnTo: 'connect', ...changes };
  const begun = await mailroom.api('POST', 'authorizations', order);
  expect([begun.status, begun.body]).toEqual([200, expect.anything()]);
  const there = await fetch(begun.body.redirectTo, { redirect: 'manual' });
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const headers = { cookie, [ACTOR_HEADER]: 'admin' };
  const back = await fetch(there.headers.get('location')!, { redirect: 'manual', headers });
  return new URL(back.headers.get('location')!, mailroom.url);
}

const access = async () =>
  (await mailroom.app.get(AccessTokens, { strict: false }).get(tokenId)).value.reveal();
const token = async () => (await mailroom.api('GET', `tokens/${tokenId}`)).body;
const refresh = async () => (await mailroom.api('POST', `tokens/${tokenId}/refresh`)).body;
/** The problem of the page that a failed consent ends at. */
const failedAt = async ({ pathname }: URL) =>
  (await mailroom.api('GET', pathname.replace('/mailroom/', ''))).body.problem;

describe('a provider with words of its own, out of a file of Znuny’s', () => {
  it('is imported with its words, and says what cannot be kept', async () => {
    const { entries } = await load(exported());
    expect(entries).toMatchObject([{ name: 'Own words', verdict: 'added' }]);
    clientId = entries[0].clientId;
    expect((await mailroom.api('GET', `clients/${clientId}`)).body).toMatchObject({
      extraParameters: { look: 'plain', app: 'desk-17' },
      tokenParameters: {
        deed: 'redeem',
        app_id: '{clientId}',
        app_key: '{clientSecret}',
        ticket: '{code}',
        home: '{redirectUri}',
      },
      refreshParameters: {
        deed: 'renew',
        app_id: '{clientId}',
        app_key: '{clientSecret}',
        refresh: '{refreshToken}',
      },
      answerNames: { access_token: 'token', expires_in: 'ttl', refresh_token: 'renewal', error: 'fault' },
      refreshEndpoint: `${provider.url}/renew`,
    });
    // Through the browser a code is a code: what comes back by another name would not be found.
    const lost = entries[0].notes.filter(({ code }: any) => code === 'mapping-not-kept');
    expect(lost.map(({ params }: any) => [params.request, params.name])).toEqual([
      ['AuthorizationCode', 'home'],
      ['AuthorizationCode', 'ticket'],
    ]);
  });

  it('redeems a code in those words', async () => {
    const end = await consent();
    tokenId = end.searchParams.get('token')!;
    expect([end.pathname, tokenId]).toEqual(['/mailroom/connect', expect.any(String)]);
    expect(provider.forms.at(-1)).toMatchObject({
      path: '/token',
      form: {
        app_id: 'desk-17',
        app_key: KEY,
        ticket: 'a-ticket',
        home: expect.stringContaining('/oauth2/'),
      },
    });
    expect(await access()).toBe('token-1');
    const { accessExpiresAt, mailbox } = await token();
    expect(mailbox).toBe(MAILBOX);
    expect(new Date(accessExpiresAt).getTime() - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(new Date(accessExpiresAt).getTime() - Date.now()).toBeGreaterThan(3_000_000);
  });

  it('refreshes in them, and keeps what was rotated', async () => {
    for (const turn of [2, 3]) {
      await mailroom.timePasses({ hours: 1 });
      expect(await access()).toBe(`token-${turn}`);
      expect(provider.forms.at(-1)).toMatchObject({
        path: '/renew',
        form: { deed: 'renew', app_id: 'desk-17', app_key: KEY, refresh: `renewal-${turn - 1}` },
      });
    }
  });

  it('proves itself with the second secret where the first is refused', async () => {
    const added = await mailroom.api('POST', `clients/${clientId}/secrets`, { secret: `${KEY}-next` });
    expect(added.status).toBe(201);
    for (const keys of [[`${KEY}-next`], [KEY]]) {
      provider.keys = new Set(keys);
      expect(await refresh()).toMatchObject({ state: 'live', failure: null });
      expect(provider.forms.at(-1)?.form['app_key']).toBe(keys[0]);
    }
    await mailroom.api('DELETE', `clients/${clientId}/secrets/${added.body.id}`);
  });

  it.each([
    ['temporarily_unavailable', 503, 'retry-later', 'live'],
    ['unauthorized_client', 400, 'fix-client', 'live'],
    ['invalid_grant', 400, 'reconnect', 'suspected'],
  ])('understands its fault %s', async (fault, status, disposition, state) => {
    provider.fault = { status, fault };
    expect(await refresh()).toMatchObject({ state, failure: { class: disposition, code: fault } });
    expect(await refresh()).toMatchObject({ state: 'live', failure: null });
  });

  it('needs a new consent after two refusals, and gets it in place', async () => {
    provider.fault = { status: 400, fault: 'invalid_grant' };
    await refresh();
    await mailroom.timePasses({ minutes: 2 });
    provider.fault = { status: 400, fault: 'invalid_grant' };
    await mailroom.app.get(RefreshAhead, { strict: false }).run();
    expect(await token()).toMatchObject({ state: 'reconnect', failure: { code: 'invalid_grant' } });
    provider.fault = { status: 400, fault: 'invalid_grant' };
    const refused = await consent({ tokenId });
    expect(await failedAt(refused)).toMatchObject({
      code: 'exchange-failed',
      params: { code: 'invalid_grant' },
    });
    expect((await consent({ tokenId })).searchParams.get('token')).toBe(tokenId);
    expect(await token()).toMatchObject({ state: 'live', failure: null });
  });

  it('says none of its secrets', async () => {
    const audit = await mailroom.api('GET', 'audit-events');
    const said = [heard.join('\n'), JSON.stringify([audit.body, await token()])].join();
    expect(said).not.toMatch(/planted-key|renewal-\d|token-\d|a-ticket/);
  });
});
