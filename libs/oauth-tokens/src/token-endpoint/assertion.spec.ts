import { Secret } from '@mailroom/kernel';
import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { assertionFor } from './assertion.js';

const now = new Date('2026-11-20T12:00:00.400Z');
const client = {
  clientId: 'robot@project.iam.gserviceaccount.com',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  scope: 'https://mail.google.com/',
};

async function keyFor(algorithm: 'RS256' | 'PS256') {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = Secret.of(await exportPKCS8(privateKey));
  return { publicKey, signing: { key, algorithm, keyId: 'one', thumbprint: null } };
}

describe('assertionFor', () => {
  it.each(['RS256', 'PS256'] as const)(
    'says who speaks for whom, to whom and for how long (%s)',
    async (alg) => {
      const { publicKey, signing } = await keyFor(alg);
      const assertion = await assertionFor(client, signing, 'support@desk.example', now);
      const { payload, protectedHeader } = await jwtVerify(assertion, publicKey, { currentDate: now });
      expect(protectedHeader).toEqual({ alg, typ: 'JWT', kid: 'one' });
      expect(payload).toEqual({
        iss: client.clientId,
        sub: 'support@desk.example',
        aud: client.tokenEndpoint,
        scope: client.scope,
        iat: Date.parse('2026-11-20T11:59:30Z') / 1_000,
        exp: Date.parse('2026-11-20T12:10:00Z') / 1_000,
        jti: expect.any(String),
      });
    },
  );

  it('is another one every time', async () => {
    const { signing } = await keyFor('RS256');
    const [one, other] = await Promise.all(
      [1, 2].map(() => assertionFor(client, signing, 'a@b.example', now)),
    );
    expect(one).not.toBe(other);
  });

  it('does not sign with what is no key', async () => {
    const signing = { key: Secret.of('none'), algorithm: 'RS256', keyId: null, thumbprint: null } as const;
    await expect(assertionFor(client, signing, 'a@b.example', now)).rejects.toThrow();
  });
});
