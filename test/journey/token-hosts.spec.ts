import { createServer, type AddressInfo } from 'node:net';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { Egress } from '@mailroom/kernel';
import { TokenEndpoint } from '../../libs/oauth-tokens/src/token-endpoint/token-endpoint.js';
import { StoredTokens } from '../../libs/oauth-tokens/src/tokens/stored-tokens.js';
import { TokenRefresh } from '../../libs/oauth-tokens/src/tokens/token-refresh.js';
import { connectToken } from '../support/connect.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const SECRET = 'mailroom-demo-secret';
const NOT_HERE = expect.objectContaining({ code: 'host-not-for-token', field: 'host' });

let mailroom: RunningMailroom;
let sandbox: Sandbox;
let clientId: string;
let tokenId: string;
let mailbox: string;
let people = 0;

beforeAll(async () => {
  [mailroom, sandbox] = await Promise.all([startMailroom({ work: false }), startSandbox()]);
});
beforeEach(async () => {
  mailbox = sandbox.addPerson(`hosts-${(people += 1)}@sandbox.test`).address;
  await mailroom.dataSource.query(`update mailroom.oauth_client set name = 'Client ' || id`);
  ({ clientId, tokenId } = await connectToken(mailroom, sandbox, mailbox));
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

const change = (changes: object) => mailroom.api('PATCH', `clients/${clientId}`, changes);
const bind = async (...mailHosts: string[]): Promise<void> => {
  expect(await change({ mailHosts, secret: SECRET })).toMatchObject({ status: 200 });
};

/** What an admin types for an account with the token. */
function account(values: object = {}) {
  const signIn = { login: mailbox, auth: 'token', tokenId, disposition: 'leave', start: 'all' };
  return { name: 'Support', ...sandbox.imap, host: '127.0.0.1', security: 'none', ...signIn, ...values };
}

/** The same for a server. */
function server(values: object = {}) {
  const signIn = { login: mailbox, auth: 'token', tokenId };
  return { name: 'Desk', ...sandbox.smtp, host: '127.0.0.1', security: 'none', ...signIn, ...values };
}

const failedStep = ({ body }: { body: { steps: { ok: boolean; step: string; problem: unknown }[] } }) =>
  body.steps.find(({ ok }) => !ok);

describe.each([
  ['accounts', account],
  ['servers', server],
] as const)('%s with a token', (path, typed) => {
  it('go anywhere as long as the client names no mail servers', async () => {
    expect((await mailroom.api('GET', `clients/${clientId}`)).body).toMatchObject({ shownTo: [] });
    expect(await mailroom.api('POST', path, typed({ host: 'mail.example' }))).toMatchObject({ status: 201 });
  });

  it('go to the hosts that the client names, and to no other', async () => {
    await bind('127.0.0.1', 'MAIL.example');
    const { body } = await mailroom.api('POST', path, typed());
    const elsewhere = { host: 'evil.example', tokenId };
    expect(await mailroom.api('POST', path, typed({ host: 'Mail.Example' }))).toMatchObject({ status: 201 });
    const refused = [
      await mailroom.api('POST', path, typed(elsewhere)),
      await mailroom.api('PATCH', `${path}/${body.id}`, elsewhere),
      await mailroom.api('POST', `${path}/check`, typed({ ...elsewhere, name: undefined })),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(refused.map((answer) => answer.body)).toEqual([NOT_HERE, NOT_HERE, NOT_HERE]);
    expect(refused[0]?.body.params).toEqual({
      host: 'evil.example',
      allowed: '127.0.0.1, mail.example',
      clientId,
    });
  });

  it('are not signed in any more where their host is not allowed any more', async () => {
    const { body } = await mailroom.api('POST', path, typed());
    expect(failedStep(await mailroom.api('POST', `${path}/${body.id}/check`))).toBeUndefined();
    expect(await change({ mailHosts: ['mail.example'] })).toMatchObject({ status: 200 });
    expect(failedStep(await mailroom.api('POST', `${path}/${body.id}/check`))).toMatchObject({
      problem: { code: 'host-not-for-token' },
    });
    const renamed = await mailroom.api('PATCH', `${path}/${body.id}`, { name: 'Another name' });
    expect([renamed.status, renamed.body.name]).toEqual([200, 'Another name']);
  });

  it('are shown to nobody in clear text outside of closed networks', async () => {
    let connections = 0;
    const listener = createServer((socket) => {
      connections += 1;
      socket.on('error', () => {});
      socket.end(path === 'accounts' ? '* OK\r\n' : '220 mail.example\r\n');
    });
    await new Promise<void>((resolve) => {
      listener.listen(0, '127.0.0.1', resolve);
    });
    const { port } = listener.address() as AddressInfo;
    const open = { address: '127.0.0.1', family: 4, servername: 'mail.example', closed: false } as const;
    jest.spyOn(mailroom.app.get(Egress), 'resolve').mockResolvedValue(open);
    const trial = typed({ host: 'mail.example', port, name: undefined });
    expect(failedStep(await mailroom.api('POST', `${path}/check`, trial))).toMatchObject({
      problem: { code: 'token-in-clear', params: { host: 'mail.example' } },
    });
    expect(connections).toBe(0);
    listener.close();
  });
});

describe('the mail servers of a client', () => {
  it('become more only with its secret, and then the access tokens at hand are not used any more', async () => {
    await bind('mail.example');
    const refused = await change({ mailHosts: ['mail.example', '127.0.0.1'] });
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      422,
      'secret-required-for-new-host',
      'secret',
    ]);
    expect((await change({ mailHosts: [] })).body.code).toBe('secret-required-for-new-host');

    // Who does not know the secret can type anything, and gets no token by it.
    expect(await change({ mailHosts: [], secret: 'guessed' })).toMatchObject({ status: 200 });
    expect(failedStep(await mailroom.api('POST', 'accounts/check', account()))).toMatchObject({
      step: 'credentials',
    });

    expect(await change({ secret: SECRET })).toMatchObject({ status: 200 });
    expect(failedStep(await mailroom.api('POST', 'accounts/check', account()))).toBeUndefined();
  });

  it('show no token that a refresh brings which began with the former secret', async () => {
    await bind('mail.example');
    const stored = mailroom.app.get(StoredTokens);
    const found = await stored.get(tokenId);
    const endpoint = mailroom.app.get(TokenEndpoint);
    const refresh = endpoint.refresh.bind(endpoint);
    jest.spyOn(endpoint, 'refresh').mockImplementationOnce(async (...asked) => {
      const outcome = await refresh(...asked);
      expect(await change({ mailHosts: [], secret: 'guessed' })).toMatchObject({ status: 200 });
      return outcome;
    });
    expect(await mailroom.app.get(TokenRefresh).attempt(found, true)).toBe(true);
    const { token } = await stored.get(tokenId);
    expect(token.sealedAccess).not.toBe(found.token.sealedAccess);
    expect(failedStep(await mailroom.api('POST', 'accounts/check', account()))).toMatchObject({
      step: 'credentials',
    });

    // The grant itself is as good as before.
    expect(await change({ secret: SECRET })).toMatchObject({ status: 200 });
    expect(failedStep(await mailroom.api('POST', 'accounts/check', account()))).toBeUndefined();
  });

  it('become fewer without it', async () => {
    expect((await change({ mailHosts: ['b.example', 'a.example', 'A.example'] })).body).toMatchObject({
      mailHosts: ['a.example', 'b.example'],
      shownTo: ['a.example', 'b.example'],
      secrets: [expect.anything()],
    });
    expect((await change({ mailHosts: ['a.example'] })).body).toMatchObject({ mailHosts: ['a.example'] });
    const [event] = await mailroom.dataSource.query(
      `select details from mailroom.audit_event where action = 'client-changed' order by id desc limit 1`,
    );
    expect(event).toEqual({ details: { fields: 'mailHosts' } });
  });

  it('become more freely where no secret is held', async () => {
    await bind('mail.example');
    await mailroom.dataSource.query('delete from mailroom.oauth_client_secret where client_id = $1', [
      clientId,
    ]);
    expect(await change({ mailHosts: ['mail.example', 'more.example'] })).toMatchObject({ status: 200 });
  });

  it('are those of the template and the named ones where the provider is the template’s own', async () => {
    const google = { name: `Google ${people}`, template: 'google', clientId: 'app', secret: 's' };
    const { body } = await mailroom.api('POST', 'clients', { ...google, mailHosts: ['imap.googlemail.com'] });
    expect(body.shownTo).toEqual([
      'imap.gmail.com',
      'pop.gmail.com',
      'smtp.gmail.com',
      'imap.googlemail.com',
    ]);
  });

  it('have to be host names', async () => {
    expect(await change({ mailHosts: ['https://mail.example'] })).toMatchObject({ status: 422 });
  });
});

it('sets up nothing of a mailbox whose server may not see the token', async () => {
  await bind('127.0.0.1');
  const { status, body } = await mailroom.api('POST', 'mailboxes', {
    tokenId,
    name: 'Support',
    incoming: { disposition: 'leave', start: 'all' },
    outgoing: {},
    imap: { host: '127.0.0.1', port: sandbox.imap.port, security: 'none' },
    smtp: { host: 'evil.example', port: 587, security: 'starttls' },
  });
  expect([status, body.code, body.field]).toEqual([422, 'host-not-for-token', 'smtp.host']);
  const { items } = (await mailroom.api('GET', 'accounts')).body;
  expect(items.filter((one: { tokenId: string }) => one.tokenId === tokenId)).toEqual([]);
});

it('come back from an export, and become more by an import only with the secret', async () => {
  await bind('a.example', 'b.example');
  const { name } = (await mailroom.api('GET', `clients/${clientId}`)).body;
  const exported = (await mailroom.api('POST', 'clients/export', { secrets: 'left-out', names: [name] }))
    .body as string;
  const wider = exported.replace('- b.example', '- b.example\n      - c.example');
  const proven = wider.replace(/^( {4})issuer:/m, `$1secrets:\n$1  - value: ${SECRET}\n$1issuer:`);
  const verdicts = [await load(exported), await load(wider), await load(proven)];
  expect(verdicts).toEqual([
    expect.objectContaining({ verdict: 'replaced', changes: [] }),
    expect.objectContaining({
      verdict: 'refused',
      problem: expect.objectContaining({ code: 'secret-required-for-new-host', field: 'secrets' }),
    }),
    expect.objectContaining({ verdict: 'replaced', changes: ['mailHosts', 'secrets'] }),
  ]);
  const { body } = await mailroom.api('GET', `clients/${clientId}`);
  expect(body.shownTo).toEqual(['a.example', 'b.example', 'c.example']);
});

/** What becomes of the one client in this file. */
async function load(yaml: string): Promise<unknown> {
  const response = await fetch(`${mailroom.url}/mailroom/api/clients/import?overwrite=true`, {
    method: 'POST',
    headers: { [ACTOR_HEADER]: 'admin', origin: mailroom.url, 'content-type': 'application/yaml' },
    body: yaml,
  });
  const { entries } = (await response.json()) as { entries: unknown[] };
  return entries[0];
}
