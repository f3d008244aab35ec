import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Settings } from '../settings/settings.js';
import { Egress } from './egress.js';

const egressTo = (...privateNetworks: string[]): Egress =>
  new Egress(
    new Settings({
      publicUrl: new URL('http://localhost'),
      mountPath: 'mailroom',
      work: true,
      maxConnections: 3,
      privateNetworks,
    }),
  );

describe('the one way out', () => {
  let server: Server;
  let origin: string;
  let asked: string[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers.host}`);
      if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
      else if (request.url === '/large') response.end('x'.repeat(5_000));
      else if (request.url === '/echo') request.pipe(response.writeHead(201, { 'x-two': ['a', 'b'] }));
      else if (request.url !== '/silent') response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('carries a request there and its answer back', async () => {
    const exchange = { method: 'POST', body: 'grüß', headers: { 'content-type': 'text/plain' } };
    const answer = await egressTo('127.0.0.0/8').fetch(`${origin}/echo`, exchange);
    expect([answer.status, await answer.text(), answer.headers.get('x-two')]).toEqual([201, 'grüß', 'a, b']);
    expect((await egressTo('127.0.0.0/8').fetch(`${origin}/empty`)).status).toBe(204);
  });

  it('opens no connection to an address that nobody allowed, however it is spelled', async () => {
    const { port } = new URL(origin);
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      await expect(egressTo().fetch(`http://${host}:${port}/`)).rejects.toMatchObject({
        code: 'address-not-allowed',
      });
    }
    expect(asked).toEqual([]);
  });

  it('shows a redirect and does not follow it', async () => {
    expect((await egressTo('127.0.0.0/8').fetch(`${origin}/moved`)).status).toBe(302);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['an answer that is too large', '/large', { maxBytes: 4_999 }, 'answer-too-large'],
    ['no answer in time', '/silent', { timeoutMs: 50 }, 'deadline-exceeded'],
  ])('gives up on %s', async (_, path, exchange, code) => {
    await expect(egressTo('127.0.0.0/8').fetch(origin + path, exchange)).rejects.toMatchObject({ code });
  });

  it('says which of name and host is the trouble', async () => {
    await expect(egressTo().resolve('nowhere.invalid')).rejects.toMatchObject({
      code: 'host-unknown',
      disposition: 'retry-later',
    });
    const closed = egressTo('127.0.0.0/8').fetch('http://127.0.0.1:1/');
    await expect(closed).rejects.toMatchObject({ code: 'host-unreachable' });
  });
});
