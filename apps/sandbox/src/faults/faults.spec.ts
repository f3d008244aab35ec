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
