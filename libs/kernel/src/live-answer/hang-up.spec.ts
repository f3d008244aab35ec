import { once } from 'node:events';
import { createServer, get, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { hangUpOf } from './hang-up.js';

type Work = (response: ServerResponse, request: ReturnType<typeof get>) => void;

/** Serves one request by `work` and answers the response once it has closed, and its signal. */
async function served(work: Work): Promise<{ response: ServerResponse; hangUp: AbortSignal }> {
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
  return { response, hangUp };
}

/** Whether its signal came to an end before its answer went out. */
async function brokenOff(work: Work): Promise<boolean> {
  return (await served(work)).hangUp.aborted;
}

it('keeps quiet when the answer went out', async () => {
  expect(await brokenOff((response) => response.end('all'))).toBe(false);
});

it('aborts when the other side goes before anything was said, and in the middle', async () => {
  expect(await brokenOff((_, request) => request.destroy())).toBe(true);
  const inTheMiddle = brokenOff((response, request) => response.write('half', () => request.destroy()));
  expect(await inTheMiddle).toBe(true);
});

it('knows of one who went before anybody asked', async () => {
  const gone = await served((_, request) => request.destroy());
  expect(hangUpOf(gone.response).aborted).toBe(true);
  const answered = await served((response) => response.end('all'));
  expect(hangUpOf(answered.response).aborted).toBe(false);
});
