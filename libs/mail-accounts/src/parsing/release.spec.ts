import { release } from './release.js';

it('takes the memory of bytes that are all there is of it', () => {
  const bytes = Buffer.allocUnsafeSlow(100_000);
  release(bytes);
  expect(bytes).toHaveLength(0);
});

it.each([
  ['a part of Node’s pool', Buffer.from('pooled')],
  ['a view into other bytes', Buffer.alloc(100_000, 1).subarray(1)],
  ['memory that threads share', new Uint8Array(new SharedArrayBuffer(4))],
])('leaves %s alone', (_, bytes) => {
  const before = [...bytes];
  release(bytes);
  expect([...bytes]).toEqual(before);
});
