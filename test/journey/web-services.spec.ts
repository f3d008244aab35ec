import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo } from 'node:net';
import { Retention } from '@mailroom/kernel';
import { WebServices } from '@mailroom/plugin';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { loopbackCertificate, loopbackCertificateKey } from '../../apps/sandbox/src/loopback-certificate.js';
import { connectToken } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

/** A remote of our own: notes what it is asked, and answers what it is told to. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const PLANTED = 'planted-api-key-77d1';
const lines: string[] = [];
const answers: string[] = [];
const note = (...words: unknown[]): void => void lines.push(words.map(String).join(' '));

let mailroom: RunningMailroom;
let sandbox: Sandbox;
let remote: Server;
let remoteTls: Server;
let tokenId: string;
let asked: Asked[] = [];
let answer: (request: Asked, response: ServerResponse) => void;
let names = 0;

beforeAll(async () => {
  const logger = { log: note, warn: note, error: note };
  [mailroom, sandbox] = await Promise.all([startMailroom({ logger }), startSandbox()]);
  ({ tokenId } = await connectToken(mailroom, sandbox, 'support@sandbox.test'));
  remote = await listening(createHttp(serve));
  remoteTls = await listening(createHttps({ cert: loopbackCertificate, key: loopbackCertificateKey }, serve));
});
beforeEach(() => {
  asked = [];
  answer = (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end('{"done":true}');
});
afterEach(() => {
  sandbox.faults.clear();
});
afterAll(async () => {
  for (const server of [remote, remoteTls]) {
    server?.closeAllConnections();
    server?.close();
  }
  await Promise.all([mailroom?.stop(), sandbox?.stop()]);
});

function serve(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    const whole = { method, url, headers, body: Buffer.concat(chunks).toString() };
    asked.push(whole);
    answer(whole, response);
  });
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const at = (server: Server, scheme = 'http') =>
  `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
const services = () => mailroom.app.get(WebServices, { strict: false });
const accessToken = (request: Asked) => String(request.headers.authorization).replace('Bearer ', '');

/** Asks the API and keeps what it answered for the hunt for secrets. */
async function api(method: string, path: string, body?: unknown) {
  const got = await mailroom.api(method, path, body);
  answers.push(JSON.stringify(got.body));
  return got;
}

/** An invoker of the remote, as an admin would set it up. Answers its name and id. */
async function invoker(more: object = {}): Promise<{ id: string; name: string }> {
  const name = `Invoker ${(names += 1)}`;
  const { status, body } = await api('POST', 'invokers', {
    name,
    baseUrl: at(remote),
    method: 'POST',
    ...more,
  });
  if (status !== 201) throw new Error(`no invoker: ${status} ${JSON.stringify(body)}`);
  return { id: body.id, name };
}

const bearer = () => ({ authentication: 'bearer', tokenId });
const problemOf = (work: Promise<unknown>): Promise<{ code: string; disposition: string; params: object }> =>
  work.then(
    () => Promise.reject(new Error('it worked')),
    (problem) => problem,
  );

describe('a call', () => {
  it('fills path, headers and body, and carries the token as a bearer', async () => {
    const { name } = await invoker({
      ...bearer(),
      baseUrl: `${at(remote)}/v1/`,
      method: 'PUT',
      path: 'tickets/{ticket.number}?notify={notify}',
      headers: [
        { name: 'X-Trace', value: 'desk-{ticket.number}' },
        { name: 'X-Api-Key', value: PLANTED, secret: true },
      ],
      body: '{"title": "{ticket.title}", "tags": "{tags}", "line": "no. {ticket.number}"}',
    });
    const ticket = { number: 'a/42', title: '"},{"' };
    const got = await services().invoke(name, { ticket, tags: ['a', 1], notify: true });
    expect(got).toEqual({ status: 200, headers: expect.any(Object), body: { done: true } });
    expect(asked).toMatchObject([
      {
        method: 'PUT',
        url: '/v1/tickets/a%2F42?notify=true',
        headers: {
          'x-trace': 'desk-a/42',
          'x-api-key': PLANTED,
          authorization: expect.stringMatching(/^Bearer \S{10,}$/),
          'content-type': 'application/json',
        },
      },
    ]);
    expect(JSON.parse(asked[0]!.body)).toEqual({ title: '"},{"', tags: ['a', 1], line: 'no. a/42' });
  });

  it('puts the token where Znuny’s placeholder stands', async () => {
    const headers = [{ name: 'X-Auth', value: 'token <OTRS_OAUTH2_TOKEN>' }];
    const { id, name } = await invoker({ authentication: 'headers', tokenId, headers });
    expect((await api('GET', `invokers/${id}`)).body.headers[0].value).toBe('token {accessToken}');
    await services().invoke(name, { a: 1 });
    expect(asked[0]!.headers['x-auth']).toMatch(/^token \S{10,}$/);
    expect(asked[0]!.headers.authorization).toBeUndefined();
    expect(asked[0]!.body).toBe('{"a":1}');
  });

  it('answers what the remote says, good or bad, and keeps its cookies out', async () => {
    const { name } = await invoker({ method: 'GET' });
    answer = (_, response) =>
      response
        .writeHead(503, { 'retry-after': '7', 'set-cookie': 'session=1', 'content-type': 'text/plain' })
        .end('busy');
    expect(await services().invoke(name)).toEqual({
      status: 503,
      headers: expect.objectContaining({ 'retry-after': '7' }),
      body: 'busy',
    });
    const { headers } = await services().invoke(name);
    expect(headers).not.toHaveProperty('set-cookie');
    answer = (_, response) => response.writeHead(204).end();
    expect(await services().invoke(name)).toMatchObject({ status: 204, body: null });
  });

  it('does not follow where it is sent', async () => {
    const { name } = await invoker(bearer());
    answer = (_, response) => response.writeHead(307, { location: 'https://evil.example/' }).end();
    expect(await services().invoke(name)).toMatchObject({
      status: 307,
      headers: { location: 'https://evil.example/' },
    });
    expect(asked).toHaveLength(1);
  });

  it('goes over TLS to whom the invoker’s own authority vouches for, and to nobody else', async () => {
    const baseUrl = at(remoteTls, 'https');
    const trusting = await invoker({ ...bearer(), baseUrl, caCertificate: loopbackCertificate });
    expect(await services().invoke(trusting.name)).toMatchObject({ status: 200 });
    const wary = await invoker({ ...bearer(), baseUrl });
    asked = [];
    expect(await problemOf(services().invoke(wary.name))).toMatchObject({
      code: 'host-certificate-refused',
      params: { fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(asked).toEqual([]);
  });
});

describe('a refused token', () => {
  it('is renewed once, and the request sent once more', async () => {
    const { name } = await invoker(bearer());
    await services().invoke(name);
    const old = accessToken(asked[0]!);
    answer = (request, response) => response.writeHead(accessToken(request) === old ? 401 : 200).end();
    asked = [];
    expect(await services().invoke(name, { a: 1 })).toMatchObject({ status: 200 });
    expect(asked.map(accessToken)).toEqual([old, expect.not.stringMatching(old)]);
    expect(asked.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
  });

  it('is answered as it is when the renewed one is refused too', async () => {
    const { name } = await invoker(bearer());
    answer = (_, response) => response.writeHead(401).end();
    const before = sandbox.tokenRequests.length;
    expect(await services().invoke(name)).toMatchObject({ status: 401 });
    expect(asked).toHaveLength(2);
    expect(sandbox.tokenRequests.length - before).toBe(1);
  });

  it('says why when no other is to be had', async () => {
    const { name } = await invoker(bearer());
    answer = (_, response) => response.writeHead(401).end();
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 500 });
    expect(await problemOf(services().invoke(name))).toMatchObject({
      code: 'token-refresh-delayed',
      disposition: 'retry-later',
    });
    expect(asked).toHaveLength(1);
    sandbox.faults.clear();
    await mailroom.timePasses({ minutes: 10 });
  });

  it('without a token 401 is an answer like any other', async () => {
    const { name } = await invoker();
    answer = (_, response) => response.writeHead(401).end();
    expect(await services().invoke(name)).toMatchObject({ status: 401 });
    expect(asked).toHaveLength(1);
  });
});

describe('nothing is sent', () => {
  afterEach(() => {
    expect(asked).toEqual([]);
  });

  it.each<[string, object, object, string]>([
    ['with a value missing', { path: '{id}' }, {}, 'template-value-missing'],
    [
      'with a value that adds a header',
      { headers: [{ name: 'X', value: '{v}' }] },
      { v: 'a\r\nB: c' },
      'template-value-refused',
    ],
    ['with a value that climbs', { path: 'a/{id}' }, { id: '..' }, 'template-value-refused'],
    ['with a payload that is no JSON', {}, { n: 1n }, 'payload-not-json'],
    ['while paused', { state: 'paused' }, {}, 'invoker-paused'],
  ])('%s', async (_, more, payload, code) => {
    const { name } = await invoker(more);
    expect(await problemOf(services().invoke(name, payload as Record<string, unknown>))).toMatchObject({
      code,
    });
  });

  it('to nobody', async () => {
    expect(await problemOf(services().invoke('nobody'))).toMatchObject({ code: 'invoker-not-found' });
  });

  it('to a private address that the operator does not allow', async () => {
    const { name } = await invoker({ ...bearer(), baseUrl: 'https://10.1.2.3' });
    expect(await problemOf(services().invoke(name))).toMatchObject({ code: 'address-not-allowed' });
  });

  it('without a usable client', async () => {
    const { name } = await invoker(bearer());
    const { body } = await mailroom.api('GET', `tokens/${tokenId}`);
    await mailroom.api('PATCH', `clients/${body.clientId}`, { validity: 'invalid' });
    expect(await problemOf(services().invoke(name))).toMatchObject({ code: 'client-not-valid' });
    await mailroom.api('PATCH', `clients/${body.clientId}`, { validity: 'valid' });
  });

  it('without a living token', async () => {
    const dead = await connectToken(mailroom, sandbox, 'sales@sandbox.test', 'google');
    const { name } = await invoker({ ...bearer(), tokenId: dead.tokenId });
    await mailroom.dataSource.query(`update mailroom.oauth_token set state = 'reconnect' where id = $1`, [
      dead.tokenId,
    ]);
    expect(await problemOf(services().invoke(name))).toMatchObject({
      code: 'token-needs-reconnect',
      disposition: 'reconnect',
    });
  });

  it('in clear over the internet', async () => {
    const { status, body } = await api('POST', 'invokers', {
      ...bearer(),
      name: 'In clear',
      baseUrl: 'http://93.184.216.34',
      method: 'GET',
    });
    expect([status, body]).toEqual([
      422,
      expect.objectContaining({ code: 'base-url-needs-https', field: 'baseUrl' }),
    ]);
  });
});

describe('an answer', () => {
  it('has to come in time', async () => {
    const { name } = await invoker({ timeoutMs: 150 });
    answer = () => undefined;
    expect(await problemOf(services().invoke(name))).toMatchObject({ code: 'deadline-exceeded' });
  });

  it('may be given less time by the host, never more', async () => {
    const { name } = await invoker({ timeoutMs: 200 });
    answer = () => undefined;
    for (const timeoutMs of [50, 60_000])
      expect(await problemOf(services().invoke(name, {}, { timeoutMs }))).toMatchObject({
        code: 'deadline-exceeded',
      });
  });

  it('may come in drops, but not for longer than that', async () => {
    const { name } = await invoker({ timeoutMs: 200 });
    answer = (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await problemOf(services().invoke(name))).toMatchObject({ code: 'deadline-exceeded' });
  });

  it('has to fit', async () => {
    const { name } = await invoker({ maxBytes: 2_000 });
    answer = (_, response) => response.end('x'.repeat(2_001));
    expect(await problemOf(services().invoke(name))).toMatchObject({ code: 'answer-too-large' });
    answer = (_, response) => response.end('x'.repeat(2_000));
    expect(await services().invoke(name)).toMatchObject({ status: 200 });
  });
});

describe('a test', () => {
  it('tells step by step, and veils what the remote echoes', async () => {
    const headers = [{ name: 'X-Api-Key', value: PLANTED, secret: true }];
    const { id } = await invoker({ ...bearer(), headers, path: 'n/{n}', state: 'paused' });
    answer = (request, response) => {
      const echo = JSON.stringify(request.headers);
      const [key] = [request.headers['x-api-key']].flat();
      response.writeHead(200, { location: `/next?t=${accessToken(request)}`, etag: String(key) });
      response.end(echo + 'x'.repeat(16_384 - echo.length - 5) + accessToken(request));
    };
    const { status, body } = await api('POST', `invokers/${id}/test`, { payload: { n: 1 } });
    expect([status, body.steps.map(({ step, ok }: { step: string; ok: boolean }) => [step, ok])]).toEqual([
      200,
      ['fill', 'resolve', 'token', 'request'].map((step) => [step, true]),
    ]);
    expect(body.request).toMatchObject({
      method: 'POST',
      url: `${at(remote)}/n/1`,
      headers: { authorization: 'Bearer •••', 'X-Api-Key': '•••' },
      body: '{"n":1}',
    });
    expect(body.answer).toMatchObject({ status: 200, headers: { location: '/next?t=•••', etag: '•••' } });
    expect(body.answer.body.length).toBeLessThanOrEqual(16_384);
    const sent = accessToken(asked[0]!);
    for (const part of [sent, sent.slice(0, 5), PLANTED]) expect(JSON.stringify(body)).not.toContain(part);
  });

  it('stops where it breaks', async () => {
    const { id } = await invoker({ path: '{n}' });
    const missing = await api('POST', `invokers/${id}/test`, {});
    expect(missing.body).toMatchObject({
      steps: [
        { step: 'fill', ok: false, problem: { code: 'template-value-missing', params: { name: 'n' } } },
      ],
      request: null,
      answer: null,
    });
    const closed = await invoker({ baseUrl: 'http://127.0.0.1:1' });
    const { body } = await api('POST', `invokers/${closed.id}/test`, {});
    expect(body.steps.at(-1)).toMatchObject({
      step: 'request',
      ok: false,
      problem: { code: 'host-unreachable' },
    });
  });

  it('shows that a renewed token was refused as well', async () => {
    const { id } = await invoker(bearer());
    answer = (_, response) => response.writeHead(401).end();
    const { body } = await api('POST', `invokers/${id}/test`, {});
    expect(body.steps.map(({ step }: { step: string }) => step).slice(-3)).toEqual([
      'request',
      'renew',
      'request-again',
    ]);
    expect(body.answer.status).toBe(401);
    expect(asked).toHaveLength(2);
  });
});

describe('the record of calls', () => {
  const callsOf = async (id: string, query = '') => (await api('GET', `invokers/${id}/calls${query}`)).body;

  it('says when, for whom and how each went, and nothing of what went over the wire', async () => {
    const { id, name } = await invoker({ ...bearer(), path: 'orders/{number}' });
    await services().invoke(name, { number: 'planted-order' }, { by: 'ticket 4711' });
    answer = (_, response) => response.writeHead(503).end('planted-answer');
    await services().invoke(name, { number: 'planted-order' });
    answer = (_, response) => response.destroy();
    await problemOf(services().invoke(name, { number: 'planted-order' }));
    await api('POST', `invokers/${id}/test`, { payload: {} });
    await api('PATCH', `invokers/${id}`, { state: 'paused' });
    await problemOf(services().invoke(name, {}, { by: 'x'.repeat(300) }));

    const { items, ...counts } = await callsOf(id);
    expect(counts).toEqual({ total: 5, recorded: 5 });
    const at = { id: expect.any(String), calledAt: expect.any(String), durationMs: expect.any(Number) };
    expect(items).toEqual([
      { ...at, kind: 'call', calledBy: 'x'.repeat(200), status: null, problem: 'invoker-paused' },
      { ...at, kind: 'test', calledBy: 'admin', status: null, problem: 'template-value-missing' },
      { ...at, kind: 'call', calledBy: null, status: null, problem: 'host-unreachable' },
      { ...at, kind: 'call', calledBy: null, status: 503, problem: null },
      { ...at, kind: 'call', calledBy: 'ticket 4711', status: 200, problem: null },
    ]);
    const rows = JSON.stringify(await mailroom.dataSource.query('select * from mailroom.web_service_call'));
    expect(rows).toContain('ticket 4711');
    expect(rows).not.toMatch(/planted|orders|127\.0\.0\.1/);
  });

  it('is searched, narrowed, ordered and paged', async () => {
    const { id, name } = await invoker();
    await services().invoke(name, {}, { by: 'Nightly 100%' });
    answer = (_, response) => response.writeHead(404).end();
    await services().invoke(name, {}, { by: 'Nightly 1000' });
    await api('POST', `invokers/${id}/test`, {});
    answer = (_, response) => response.destroy();
    await api('POST', `invokers/${id}/test`, {});
    const statuses = async (query: string) => {
      const { items } = await callsOf(id, query);
      return (items as { status: number | null }[]).map(({ status }) => status);
    };
    expect(await statuses('?outcome=taken')).toEqual([200]);
    expect(await statuses('?outcome=refused')).toEqual([404, 404]);
    expect(await statuses('?outcome=unanswered&kind=call')).toEqual([]);
    expect(await statuses('?outcome=unanswered&kind=test')).toEqual([null]);
    expect(await statuses('?search=nightly 100%25')).toEqual([200]);
    expect(await statuses('?search=unreachable')).toEqual([null]);
    expect(await statuses('?sort=oldest')).toEqual([200, 404, 404, null]);
    expect(await statuses('?sort=oldest&limit=1&offset=1')).toEqual([404]);
    expect(await callsOf(id, '?kind=test&limit=1')).toMatchObject({ total: 2, recorded: 4 });
    const { items } = await callsOf(id, '?sort=slowest');
    const took = (items as { durationMs: number }[]).map(({ durationMs }) => durationMs);
    expect(took).toEqual(took.toSorted((one, other) => other - one));
  });

  it('holds up no call when it cannot be written', async () => {
    const { name } = await invoker();
    await mailroom.dataSource.query('alter table mailroom.web_service_call rename to elsewhere');
    try {
      expect((await services().invoke(name)).status).toBe(200);
    } finally {
      await mailroom.dataSource.query('alter table mailroom.elsewhere rename to web_service_call');
    }
    expect(lines.filter((line) => line.includes('invoker-call-unrecorded'))).toHaveLength(1);
  });

  it('goes with its invoker, and belongs to none that is unknown', async () => {
    const { id, name } = await invoker();
    // Deleted while the remote takes its time: the answer comes all the same.
    answer = (_, response) => void api('DELETE', `invokers/${id}`).then(() => response.writeHead(200).end());
    expect((await services().invoke(name)).status).toBe(200);
    expect((await api('GET', `invokers/${id}/calls`)).body).toMatchObject({ code: 'invoker-not-found' });
    const left = await mailroom.dataSource.query(
      'select id from mailroom.web_service_call where invoker_id = $1',
      [id],
    );
    expect(left).toEqual([]);
  });

  it('keeps the newest 20,000 of an invoker, for as long as the setting says', async () => {
    const { id, name } = await invoker();
    const fill = `
      insert into mailroom.web_service_call (invoker_id, kind, called_at, duration_ms, status)
      select $1, 'call', mailroom.now(), 1, 200 from generate_series(1, 20100)`;
    await mailroom.dataSource.query(fill, [id]);
    await services().invoke(name, {}, { by: 'the last' });
    const retention = mailroom.app.get(Retention, { strict: false });
    await retention.run('invoker-calls');
    const { items, recorded } = await callsOf(id, '?limit=1');
    expect([recorded, items[0].calledBy]).toEqual([20_000, 'the last']);
    await mailroom.timePasses({ days: 29 });
    await retention.run('invoker-calls');
    expect((await callsOf(id)).recorded).toBe(20_000);
    await mailroom.timePasses({ days: 2 });
    await retention.run('invoker-calls');
    expect((await callsOf(id)).recorded).toBe(0);
  });
});

describe('the upkeep', () => {
  it('lists what there is and what a payload has to hold, and never a secret', async () => {
    const headers = [
      { name: 'X-A', value: '{a}' },
      { name: 'X-Api-Key', value: PLANTED, secret: true },
    ];
    const { id } = await invoker({
      ...bearer(),
      path: '{p}?q={q}',
      headers,
      body: '{"b": "{b}", "again": "{a}"}',
    });
    const { body } = await api('GET', 'invokers');
    expect(body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
      headers: [
        { name: 'X-A', value: '{a}', secret: false },
        { name: 'X-Api-Key', value: null, secret: true },
      ],
      placeholders: ['p', 'q', 'a', 'b'],
      updatedBy: 'admin',
    });
  });

  it('tells a form what the rules say while it is filled in, and asks for nothing that is not there yet', async () => {
    const judged = async (draft: object) => (await api('POST', 'invokers/findings', draft)).body;
    expect(await judged({})).toEqual({ findings: [] });
    expect(await judged({ name: 'x', authentication: 'bearer', path: 'a/{b}' })).toMatchObject({
      findings: [{ field: 'tokenId', code: 'invoker-token-required' }],
    });
    const fault = {
      findings: [{ field: 'body', code: 'body-template-not-json', params: expect.anything() }],
    };
    expect(await judged({ body: '{"text": {text}}' })).toEqual(fault);
    expect(await judged({ baseUrl: 'ftp://x', body: '{' })).toEqual({
      findings: [
        ...fault.findings,
        { field: 'baseUrl', code: 'invalid-input', params: { reason: 'no-base-url' } },
      ],
    });
    const { id } = await invoker();
    expect(await judged({ id, body: '{' })).toEqual(fault);
    expect(await judged({ id, caCertificate: 'none' })).toMatchObject({
      findings: [{ field: 'caCertificate', code: 'ca-certificate-invalid' }],
    });
    expect((await api('GET', `invokers/${id}`)).body.body).toBeNull();
  });

  it('takes a name once, and a token that is there', async () => {
    const { name } = await invoker();
    const again = await api('POST', 'invokers', { name, baseUrl: at(remote), method: 'GET' });
    expect([again.status, again.body.code, again.body.field]).toEqual([409, 'invoker-name-taken', 'name']);
    const strange = await api('POST', 'invokers', {
      ...bearer(),
      name: 'Strange',
      baseUrl: at(remote),
      method: 'GET',
      tokenId: '018f6f1e-0000-7000-8000-000000000000',
    });
    expect([strange.body.code, strange.body.field]).toEqual(['invoker-token-unknown', 'tokenId']);
  });

  it('takes secrets and token to another origin only when both are given again, and changes nothing before', async () => {
    const headers = [{ name: 'X-Api-Key', value: PLANTED, secret: true }];
    const { id, name } = await invoker({ ...bearer(), headers });
    const baseUrl = at(remoteTls, 'https');
    const move = (more: object) =>
      api('PATCH', `invokers/${id}`, { baseUrl, caCertificate: loopbackCertificate, ...more });
    expect((await move({ tokenId })).body).toMatchObject({
      code: 'header-needed-again',
      field: 'headers.0.value',
    });
    expect((await move({ headers })).body).toMatchObject({
      code: 'invoker-token-needed-again',
      field: 'tokenId',
    });
    expect((await api('GET', `invokers/${id}`)).body.baseUrl).toBe(at(remote));
    expect((await move({ tokenId, headers })).status).toBe(200);
    await services().invoke(name);
    expect(asked[0]!.headers['x-api-key']).toBe(PLANTED);
  });

  it('keeps a token that it uses from being deleted', async () => {
    const { clientId, tokenId: own } = await connectToken(
      mailroom,
      sandbox,
      'alice@sandbox.test',
      'microsoft',
    );
    const { id, name } = await invoker({ ...bearer(), tokenId: own });
    const refused = await api('DELETE', `tokens/${own}`);
    expect(refused.body).toMatchObject({ code: 'token-in-use', params: { uses: name } });
    expect((await api('DELETE', `clients/${clientId}`)).body).toMatchObject({ code: 'client-in-use' });
    expect((await api('DELETE', `invokers/${id}`)).status).toBe(204);
    expect((await api('DELETE', `invokers/${id}`)).body).toMatchObject({ code: 'invoker-not-found' });
    expect((await api('DELETE', `tokens/${own}`)).status).toBe(204);
  });

  it('is written down, without values', async () => {
    const { id, name } = await invoker();
    await api('PATCH', `invokers/${id}`, { headers: [{ name: 'X-Key', value: PLANTED, secret: true }] });
    await api('DELETE', `invokers/${id}`);
    const events: object[] = await mailroom.dataSource.query(
      'select action, actor_name, subject_name, details from mailroom.audit_event where subject_id = $1 order by id',
      [id],
    );
    const line = { actor_name: 'admin', subject_name: name };
    expect(events).toEqual([
      { ...line, action: 'invoker-created', details: {} },
      { ...line, action: 'invoker-changed', details: { fields: 'headers' } },
      { ...line, action: 'invoker-secret-changed', details: {} },
      { ...line, action: 'invoker-deleted', details: {} },
    ]);
  });
});

describe('secrets', () => {
  it('are in no answer, no line of the log and no row', async () => {
    const { id } = await invoker({ ...bearer(), headers: [{ name: 'X-Key', value: PLANTED, secret: true }] });
    answer = (_, response) => response.destroy();
    await api('POST', `invokers/${id}/test`, {});
    const rows: { row: string }[] = await mailroom.dataSource.query(
      `select i::text as row from mailroom.web_service_invoker i union all select a::text from mailroom.audit_event a`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(answers.length).toBeGreaterThan(20);
    const places = [...answers, ...lines, ...rows.map(({ row }) => row)].join('\n');
    const secrets = [PLANTED, ...sandbox.secretsHandedOut].filter((secret) => secret.length > 8);
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter((secret) => places.includes(secret))).toEqual([]);
  });
});
