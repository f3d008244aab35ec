import { execFileSync } from 'node:child_process';
import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { startSandbox, type Profile, type Sandbox } from '../index.js';
import { readCertificate } from './certificates.js';
import { judgeSecret } from './client-secrets.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function ask(profile: Profile, fields: Record<string, string>): Promise<{ status: number; body: any }> {
  const scope = profile === 'microsoft' ? 'https://outlook.office365.com/.default' : 'mail';
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope, ...fields });
  const response = await fetch(sandbox.issuer(profile).token, { method: 'POST', body });
  return { status: response.status, body: await response.json() };
}

describe('two secrets at once', () => {
  it.each<[string, string]>([
    ['old', 'good'],
    ['lapsed', 'expired'],
    ['new', 'good'],
    ['other', 'unknown'],
  ])('judges %s as %s', (given, verdict) => {
    const secrets = [{ value: 'old', expiresAt: 0 }, { value: 'lapsed', expiresAt: 1000 }, { value: 'new' }];
    expect(judgeSecret(secrets, given, 1000)).toBe(verdict);
  });

  it.each<Profile>(['microsoft', 'google', 'strict'])(
    'sign an application in in the manner of %s',
    async (profile) => {
      sandbox.registerClient({
        id: 'rolling',
        secret: 'old',
        secretExpiresAt: 1,
        secrets: [{ value: 'new' }],
      });
      const statusOf = async (client_secret: string) =>
        (await ask(profile, { client_id: 'rolling', client_secret })).status;
      expect([await statusOf('new'), await statusOf('old'), await statusOf('wrong')]).toEqual([
        200,
        expect.any(Number),
        401,
      ]);
      expect(await statusOf('old')).toBeGreaterThanOrEqual(400);
      sandbox.registerClient({ id: 'rolling', secret: 'old', secrets: [{ value: 'new' }] });
      expect([await statusOf('new'), await statusOf('old')]).toEqual([200, 200]);
    },
  );
});

describe('a certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const file = (name: string) => join(folder, name);
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', file('key.pem'), '-out', file('certificate.pem')];
  execFileSync('openssl', ['req', '-x509', ...key, '-subj', '/CN=Mailroom test', '-days', '2'], {
    stdio: 'ignore',
  });
  const certificate = readFileSync(file('certificate.pem'), 'utf8');
  const privateKey = createPrivateKey(readFileSync(file('key.pem')));
  const { thumbprint } = readCertificate(certificate);
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => sandbox.registerClient({ id: 'certified', certificate, secret: 'also' }));

  async function assertion(
    header: { alg?: string; 'x5t#S256'?: string },
    signer: KeyObject,
    lives = 300,
  ): Promise<Record<string, string>> {
    const now = Math.floor(Date.now() / 1000);
    const client_assertion = await new SignJWT({ jti: randomUUID(), nbf: Math.min(now, now + lives) })
      .setProtectedHeader({ alg: 'PS256', ...header })
      .setIssuer('certified')
      .setSubject('certified')
      .setAudience(sandbox.issuer('microsoft').token)
      .setExpirationTime(now + lives)
      .sign(signer);
    return {
      client_assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    };
  }

  it.each(['PS256', 'RS256'])(
    'signs an application in at Microsoft with %s, beside its secret',
    async (alg) => {
      const fields = await assertion({ alg, 'x5t#S256': thumbprint }, privateKey);
      expect((await ask('microsoft', fields)).status).toBe(200);
      expect((await ask('microsoft', fields)).body.error_codes).toEqual([700027]);
      expect((await ask('microsoft', { client_id: 'certified', client_secret: 'also' })).status).toBe(200);
      expect(sandbox.tokenRequests.at(-2)).toMatchObject({ clientId: 'certified', status: 401 });
    },
  );

  it('does not without its thumbprint, with another, or when it is over', async () => {
    const codes = [];
    for (const fields of [
      await assertion({}, privateKey),
      await assertion({ 'x5t#S256': 'AAAA' }, privateKey),
      await assertion({ 'x5t#S256': thumbprint }, privateKey, -60),
    ])
      codes.push((await ask('microsoft', fields)).body.error_codes);
    expect(codes).toEqual([[700027], [700027], [700024]]);
  });
});
