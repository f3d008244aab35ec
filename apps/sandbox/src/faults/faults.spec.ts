import { once } from 'node:events';
import { ImapFlow } from 'imapflow';
import { startSandbox, type Sandbox } from '../index.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults.clear());

describe('at the token endpoint', () => {
  async function ask(refreshToken = 'none', signal?: AbortSignal): Promise<Response> {
    const form = {
      client_id: 'mailroom-demo',
      client_secret: 'mailroom-demo-secret',
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    };
    const body = new URLSearchParams(form);
    return fetch(sandbox.issuer('microsoft').token, { method: 'POST', body, ...(signal ? { signal } : {}) });
  }
  const last = () => sandbox.tokenRequests.at(-1);

  it('answers a status with Retry-After so many times', async () => {
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 429, retryAfter: 7 }, { times: 2 });
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [429, '7'],
      [429, '7'],
      [400, null],
    ]);
  });

  it('answers HTML, and only at the profile named', async () => {
    sandbox.faults.tokenEndpoint({ answer: 'html' }, { profile: 'google' });
    expect((await ask()).headers.get('content-type')).toContain('json');
    sandbox.faults.tokenEndpoint({ answer: 'html' }, { profile: 'microsoft' });
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html']);
  });

  it('answers the AADSTS number it was told to', async () => {
    sandbox.faults.tokenEndpoint({ answer: 'aadsts', code: 50076 }, { times: 1 });
    expect(await (await ask()).json()).toMatchObject({
      error: 'invalid_grant',
      error_codes: [50076],
      suberror: 'basic_action',
    });
  });

  it('drops the connection, and notes that', async () => {
    sandbox.faults.tokenEndpoint({ answer: 'reset' }, { times: 1 });
    await expect(ask()).rejects.toThrow('fetch failed');
    expect(last()).toMatchObject({
      profile: 'microsoft',
      grantType: 'refresh_token',
      clientId: 'mailroom-demo',
      status: 0,
    });
  });

  it('hangs until the client gives up', async () => {
    sandbox.faults.tokenEndpoint({ answer: 'hang', seconds: 60 }, { times: 1 });
    await expect(ask('none', AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('sends Retry-After in both forms, and in one that nobody can use', async () => {
    const date = new Date('2030-01-01T00:00:00Z');
    sandbox.faults.tokenEndpoint([
      { answer: 'status', status: 503, retryAfter: 120 },
      { answer: 'aadsts', code: 90055, retryAfter: date },
      { answer: 'html', retryAfter: 'soon' },
    ]);
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [503, '120'],
      [429, 'Tue, 01 Jan 2030 00:00:00 GMT'],
      [502, 'soon'],
      [400, null],
    ]);
  });

  it('answers one grant type only, with a body of any kind, and works in between', async () => {
    const { refreshToken } = await sandbox.issueTokens('alice@sandbox.test', { profile: 'microsoft' });
    const stranger = await sandbox.issueTokens('bob@sandbox.test', { profile: 'microsoft' });
    const body = { access_token: stranger.accessToken, id_token: stranger.idToken, token_type: 'Bearer' };
    sandbox.faults.tokenEndpoint([{ answer: 'work' }, { answer: 'tokens', body }], {
      grantType: 'refresh_token',
    });
    expect(await (await ask(refreshToken)).json()).toMatchObject({ scope: expect.any(String) });
    expect(await (await ask(refreshToken)).json()).toEqual(body);
    expect(
      JSON.parse(Buffer.from(String(stranger.idToken).split('.')[1] ?? '', 'base64url').toString()),
    ).toMatchObject({
      iss: sandbox.issuer('microsoft').issuer,
      aud: 'mailroom-demo',
      preferred_username: 'bob@sandbox.test',
      oid: expect.any(String),
      tid: expect.any(String),
    });
    sandbox.faults.tokenEndpoint({ answer: 'reset' }, { grantType: 'authorization_code' });
    expect((await ask(refreshToken)).status).toBe(200);
  });

  it('shows a clock that is wrong, until it is set right', async () => {
    const ahead = async () => Date.parse((await ask()).headers.get('date') ?? '') - Date.now();
    sandbox.faults.clockSkew({ seconds: 3600 });
    expect(Math.abs((await ahead()) - 3_600_000)).toBeLessThan(60_000);
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 500 });
    expect(Math.abs((await ahead()) - 3_600_000)).toBeLessThan(60_000);
    expect(Object.keys(sandbox.faults.state)).toEqual(['token endpoint every profile', 'clock']);
    sandbox.faults.clear();
    expect(Math.abs(await ahead())).toBeLessThan(60_000);
  });

  it('holds an answer that is already worked out', async () => {
    const { refreshToken } = await sandbox.issueTokens('alice@sandbox.test', { profile: 'microsoft' });
    const release = sandbox.holdTokenResponses();
    const before = sandbox.tokenRequests.length;
    const asking = ask(refreshToken);
    while (last()?.grantType !== 'refresh_token' || sandbox.tokenRequests.length === before)
      await new Promise(setImmediate);
    expect(last()?.status).toBeNull();
    release();
    expect((await asking).status).toBe(200);
    expect(last()?.status).toBe(200);
    expect(JSON.stringify(sandbox.tokenRequests)).not.toContain(refreshToken);
  });
});

describe('at the IMAP server', () => {
  async function connect(address: string): Promise<ImapFlow> {
    const client = new ImapFlow({
      ...sandbox.imap,
      secure: false,
      auth: { user: address, pass: 'sandbox' },
      logger: false,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
  async function withMail(count: number): Promise<{ address: string; client: ImapFlow }> {
    const { address } = sandbox.addPerson(`${crypto.randomUUID()}@sandbox.test`);
    for (let index = 0; index < count; index++)
      sandbox.deliver(address, `Subject: ${index}\r\n\r\n${'x'.repeat(1000)}\r\n`);
    const client = await connect(address);
    await client.mailboxOpen('INBOX');
    return { address, client };
  }
  async function fetched(client: ImapFlow): Promise<number> {
    let count = 0;
    try {
      for await (const { source } of client.fetch('1:*', { source: true })) if (source) count++;
    } catch (error) {
      expect(error).toMatchObject({ code: 'NoConnection' });
    }
    return count;
  }

  it('refuses logins in the words it was told', async () => {
    sandbox.faults.refuseLogins({ response: 'NO [UNAVAILABLE] Temporary authentication failure.', times: 1 });
    await expect(connect('alice@sandbox.test')).rejects.toMatchObject({ serverResponseCode: 'UNAVAILABLE' });
    await (await connect('alice@sandbox.test')).logout();
  });

  it('throttles', async () => {
    const { client } = await withMail(1);
    sandbox.faults.throttleImap({ milliseconds: 5, times: 1 });
    await expect(client.search({ all: true })).rejects.toMatchObject({ code: 'ETHROTTLE', throttleReset: 5 });
    expect(await client.search({ all: true })).toEqual([1]);
    await client.logout();
  });

  it('drops the connection after so many messages, once', async () => {
    const { address, client } = await withMail(10);
    sandbox.faults.dropFetch({ messages: 4 });
    expect(await fetched(client)).toBe(4);
    const again = await connect(address);
    await again.mailboxOpen('INBOX');
    expect(await fetched(again)).toBe(10);
    await again.logout();
  });

  it('drops the connection after so many bytes, in the middle of a message', async () => {
    const { client } = await withMail(10);
    sandbox.faults.dropFetch({ bytes: 2500 });
    expect(await fetched(client)).toBe(2);
  });

  it('voids all UIDs and ends the sessions that know them', async () => {
    const { address, client } = await withMail(3);
    const before = (client.mailbox as { uidValidity: bigint }).uidValidity;
    const closed = once(client, 'close');
    expect(sandbox.bumpUidValidity(address, 'INBOX', { renumber: true })).toBeGreaterThan(Number(before));
    await client.noop();
    await closed;
    const again = await connect(address);
    const { uidValidity } = await again.mailboxOpen('INBOX');
    expect(uidValidity).not.toBe(before);
    expect(sandbox.messages(address).map(({ uid }) => uid)).toEqual([4, 5, 6]);
    await again.logout();
  });

  it('ends sessions with the words of Microsoft, and resets connections', async () => {
    const { address, client } = await withMail(0);
    const closed = once(client, 'close');
    expect(sandbox.imapSessions).toContain(address);
    expect(sandbox.endSessions(address)).toBe(1);
    await closed;
    expect(client.byeReason).toContain('Session invalidated - AccessTokenExpired');
    const again = await connect(address);
    const cut = new Promise((resolve) => again.once('close', resolve));
    expect(sandbox.dropConnections(address)).toBe(1);
    await cut;
  });
});
