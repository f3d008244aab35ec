import { DevelopmentKeyRing, KeyRing, type EncryptionKey, type Settings } from '@mailroom/kernel';
import { lookAtSettings } from './look-at-settings.js';

class OwnKeyRing extends KeyRing {
  override current(): EncryptionKey {
    return { id: 'own', bytes: new Uint8Array(32) };
  }

  override byId(): undefined {
    return undefined;
  }
}

const findings = (url: string, keys: KeyRing, privateNetworks: readonly string[] = []) => {
  const publicUrl = new URL(url);
  const settings = { publicUrl, production: publicUrl.hostname !== 'localhost', privateNetworks } as Settings;
  return Object.fromEntries(
    lookAtSettings(settings, keys).map((finding) => [finding.check, finding.verdict]),
  );
};

it.each([
  ['a key of its own', 'https://desk.example', new OwnKeyRing(), 'ok'],
  [
    'the key that everybody knows, on http://localhost',
    'http://localhost:3000',
    new DevelopmentKeyRing(),
    'warning',
  ],
  [
    'the key that everybody knows, where browsers come',
    'https://desk.example',
    new DevelopmentKeyRing(),
    'fault',
  ],
])('says of %s', (_, url, keys, verdict) => {
  expect(findings(url, keys)['encryption key']).toBe(verdict);
});

it.each([
  ['no network', [], 'ok'],
  ['a network of mail servers', ['10.20.0.0/16'], 'ok'],
  ['nearly everything inside', ['0.0.0.0/0'], 'warning'],
])('says of %s that admins may enter', (_, networks, verdict) => {
  expect(findings('https://desk.example', new OwnKeyRing(), networks)['private networks']).toBe(verdict);
});
