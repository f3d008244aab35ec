import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { anyText } from '../../../../test/support/any-text.js';
import { KeyRing, type EncryptionKey } from './key-ring.js';
import { SecretBox } from './secret-box.js';
import { Secret } from './secret.js';

class TwoKeys extends KeyRing {
  readonly keys: EncryptionKey[] = [
    { id: '2025', bytes: randomBytes(32) },
    { id: '2026.a', bytes: randomBytes(32) },
  ];
  override current(): EncryptionKey {
    return this.keys.at(-1)!;
  }
  override byId(id: string): EncryptionKey | undefined {
    return this.keys.find((key) => key.id === id);
  }
}

describe('SecretBox', () => {
  const ring = new TwoKeys();
  const box = new SecretBox(ring);

  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(anyText(), fc.string(), (text, place) => {
        expect(box.open(box.seal(Secret.of(text), place), place).reveal()).toBe(text);
      }),
    );
  });

  it('still opens after the ring moved on to another key', () => {
    const sealed = box.seal(Secret.of('s3cret'), 'client:1');
    ring.keys.push({ id: '2027', bytes: randomBytes(32) });
    expect(box.open(sealed, 'client:1').reveal()).toBe('s3cret');
    expect(box.keyIdOf(sealed)).toBe('2026.a');
  });

  it.each([
    ['another place', (sealed: string) => box.open(sealed, 'client:2')],
    ['a flipped bit', (sealed: string) => box.open(`${sealed.slice(0, -2)}AA`, 'client:1')],
    ['no envelope at all', () => box.open('hello', 'client:1')],
  ])('refuses %s', (_, open) => {
    const sealed = box.seal(Secret.of('s3cret'), 'client:1');
    expect(() => open(sealed)).toThrow(expect.objectContaining({ code: 'secret-unreadable' }));
  });

  it('tells a key that is missing from an envelope that is spoilt', () => {
    const sealed = box.seal(Secret.of('s3cret'), 'client:1').replace('2027', '1999');
    const problem = { code: 'encryption-key-missing', disposition: 'ask-admin', params: { keyId: '1999' } };
    expect(() => box.open(sealed, 'client:1')).toThrow(expect.objectContaining(problem));
  });
});

describe('Secret', () => {
  it('does not talk', () => {
    const secret = Secret.of('hunter2');
    const said = [
      String(secret),
      JSON.stringify({ secret }),
      inspect({ deep: [secret] }, { depth: 9 }),
    ].join();
    expect(said).not.toContain('hunter2');
    expect(said).toContain('[secret]');
  });
});
