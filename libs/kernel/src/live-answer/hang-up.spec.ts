import { once } from 'node:events';
import { createServer, get, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { hangUpOf } from './hang-up.js';

/** Serves one request by `work` and answers what its signal came to once the response had closed. */
async function served(
  work: (response: ServerResponse, request: ReturnType<typeof get>) => void,
): Promise<boolean> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const request = get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, (answer) =>
    answer.on('error', () => undefined).resume(),
  ).on('error', () => undefined);
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const hangUp = hangUpOf(response);
  work(response, request);
  await once(response, 'close');
  server.close();
  return hangUp.aborted;
}

it('keeps quiet when the answer went out', async () => {
  expect(await served((response) => response.end('all'))).toBe(false);
});

it('aborts when the other side goes before anything was said, and in the middle', async () => {
  expect(await served((_, request) => request.destroy())).toBe(true);
  const inTheMiddle = await served((response, request) => response.write('half', () => request.destroy()));
  expect(inTheMiddle).toBe(true);
});
