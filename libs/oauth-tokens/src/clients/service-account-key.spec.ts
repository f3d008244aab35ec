import { generateKeyPairSync } from 'node:crypto';
import { readServiceAccountKey } from './service-account-key.js';

const pem = (bits: number) =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

const file = {
  type: 'service_account',
  project_id: 'mail-4711',
  private_key_id: 'k1',
  private_key: pem(2048),
  client_email: 'mail@mail-4711.iam.gserviceaccount.com',
  client_id: '1234567890',
  token_uri: 'https://oauth2.googleapis.com/token',
};

describe('readServiceAccountKey', () => {
  it('takes what Google writes, and makes PKCS #8 of the key', () => {
    const { privateKey, ...key } = readServiceAccountKey(JSON.stringify(file));
    expect(key).toEqual({
      clientEmail: file.client_email,
      keyId: 'k1',
      tokenUri: file.token_uri,
      projectId: 'mail-4711',
    });
    expect(privateKey.reveal()).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it.each<[string, unknown, string, string]>([
    ['no JSON', 'private_key: x', 'JSON', 'wrong'],
    ['a list', [file], 'JSON', 'wrong'],
    ['the key of somebody’s own client', { web: { client_id: 'x' } }, 'type', 'missing'],
    ['another kind of file', { ...file, type: 'authorized_user' }, 'type', 'wrong'],
    ['no address', { ...file, client_email: 'mail' }, 'client_email', 'wrong'],
    ['no key', { ...file, private_key: undefined }, 'private_key', 'missing'],
    ['half a key', { ...file, private_key: file.private_key.slice(0, 200) }, 'private_key', 'wrong'],
    ['a key that is too short', { ...file, private_key: pem(1024) }, 'private_key', 'wrong'],
    ['no ID of the key', { ...file, private_key_id: '' }, 'private_key_id', 'wrong'],
    ['no place to go', { ...file, token_uri: 'ftp://a.test' }, 'token_uri', 'wrong'],
  ])('refuses %s', (_, typed, part, reason) => {
    const text = typeof typed === 'string' ? typed : JSON.stringify(typed);
    const read = () => readServiceAccountKey(text);
    expect(read).toThrow(
      expect.objectContaining({
        code: 'key-file-invalid',
        field: 'serviceAccountKey',
        params: { part, reason },
      }),
    );
    expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('BEGIN') }));
  });
});
