import assert from 'node:assert/strict';
import { Secret, SecretBox, type KeyRing } from '@mailroom/kernel';
import { type PortPromise } from './contract.js';

const KEY_BYTES = 32;
const PLACE = 'contract:1';

/** What a `KeyRing` promises: usable keys, and the same ones tomorrow. `make` answers a ring as a new process would. */
export function keyRingContract(make: () => Promise<KeyRing> | KeyRing): readonly PortPromise[] {
  const promise = (says: string, check: (ring: KeyRing) => Promise<void> | void): PortPromise => ({
    says,
    check: async () => check(await make()),
  });
  return [
    promise('has a current key of 32 bytes under an id', (ring) => {
      const { id, bytes } = ring.current();
      assert.match(id, /^[^.\s]+$/, 'an id has at least one character, and no dot or white space');
      assert.equal(bytes.length, KEY_BYTES, 'an AES-256 key has 32 bytes');
    }),
    promise('finds the current key by its id', (ring) => {
      const { id, bytes } = ring.current();
      assert.deepEqual(Buffer.from(ring.byId(id)?.bytes ?? []), Buffer.from(bytes));
    }),
    promise('does not make up keys', (ring) => {
      assert.equal(ring.byId('no-such-key-7f3c1b52'), undefined);
    }),
    promise('opens in another process what it sealed', async (ring) => {
      const sealed = new SecretBox(ring).seal(Secret.of('a secret'), PLACE);
      const opened = new SecretBox(await make()).open(sealed, PLACE);
      assert.ok(opened.equals(Secret.of('a secret')), 'another secret came out');
    }),
  ];
}
