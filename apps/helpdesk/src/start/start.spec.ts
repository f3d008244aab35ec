import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { isFreeOnLocalhost } from '../embedded-postgres/port.js';
import { SettingRefused } from '../settings/environment.js';
import { House } from './house.js';
import { nodeComplaint } from './node-version.js';
import { sentenceFor } from './sentence-for.js';

it.each([
  ['20.20.2', true],
  ['22.18.0', true],
  ['22.19.0', false],
  ['24.0.0', false],
])('Node %s is too old: %s', (version, tooOld) => {
  expect(nodeComplaint(version) !== null).toBe(tooOld);
});

it.each(['127.0.0.1', '::1'])('a port is taken when somebody listens on %s', async (host) => {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await isFreeOnLocalhost(port)).toBe(false);
  server.close();
  await once(server, 'close');
  expect(await isFreeOnLocalhost(port)).toBe(true);
});

describe('the house', () => {
  it('closes in the opposite order, once, and past what fails', async () => {
    const complained = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const closed: string[] = [];
    const house = new House();
    house.opened('database', async () => void closed.push('database'));
    house.opened('sandbox', () => Promise.reject(new Error('stuck')));
    house.opened('helpdesk', async () => void closed.push('helpdesk'));
    await Promise.all([house.close(), house.close()]);
    expect(closed).toEqual(['helpdesk', 'database']);
    expect(complained.mock.calls).toEqual([['sandbox did not stop: stuck']]);
    complained.mockRestore();
  });
});

it('stays, and leaves politely, when nobody reads its output any more', async () => {
  const signals = new URL('../../../../dist/apps/helpdesk/src/start/signals.js', import.meta.url).href;
  const program = `
    const { closeOnSignals } = await import('${signals}');
    closeOnSignals({ close: async () => undefined }, Promise.resolve());
    process.on('message', () => {
      process.stdout.write('a', () => process.stderr.write('b', () => process.send('said')));
    });
    process.send('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    timeout: 30_000,
  });
  const said = async (word: string) => expect(await once(child, 'message')).toEqual([word, undefined]);
  await said('ready');
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.send('speak');
  await said('said');
  const left = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await left).toEqual([0, null]);
});

it.each([
  [new SettingRefused('Port 1 is taken.'), 'Port 1 is taken.'],
  [
    Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }),
    'DATABASE_URL cannot be used: nothing listens',
  ],
  [Object.assign(new Error('for user "x"'), { code: '28P01' }), 'DATABASE_URL cannot be used: the password'],
  [Object.assign(new Error('permission denied'), { code: '42501' }), 'may not create schemas or tables'],
  [new TypeError('x is not a function'), 'start.spec'],
  ['a string', 'did not start'],
])('says why the start failed: %s', (error, sentence) => {
  expect(sentenceFor(error)).toContain(sentence);
});
