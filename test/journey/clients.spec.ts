import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { AccessTokens } from '@mailroom/oauth-tokens';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { consent, profileOfTemplate, registerFromTemplate } from '../support/connect.js';
import { startMailroom, type Answer, type RunningMailroom } from '../support/mailroom.js';

const address = 'support@sandbox.test';
let mailroom: RunningMailroom;
let sandbox: Sandbox;
let clients = 0;

beforeAll(async () => {
  [mailroom, sandbox] = await Promise.all([startMailroom(), startSandbox()]);
});
afterEach(() => sandbox.faults.clear());
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

/** A client of this template with a name of its own, as the API answers it. */
async function register(template: string, changes: Record<string, unknown> = {}): Promise<Answer> {
  return registerFromTemplate(mailroom, sandbox, template, { name: `Client ${(clients += 1)}`, ...changes });
}

/** What the API says when it refuses. */
function refusal(code: string, field: string) {
  return { status: 422, body: expect.objectContaining({ code, field }) };
}

describe('registering a client', () => {
  it.each(Object.keys(profileOfTemplate))('starts from the template %s', async (template) => {
    const { status, body } = await register(template);
    expect([status, body.problem]).toEqual([201, undefined]);
    expect(body).toMatchObject({ template, validity: 'valid', secrets: [{ expiresAt: null }] });
    expect(body.authorizationEndpoint === null).toBe(body.flow !== 'authorization-code');
  });

  it.each<[string, string, Record<string, unknown>, string, string]>([
    [
      'an application that acts as anybody’s',
      'microsoft-365-app-only',
      { tenant: 'common' },
      'tenant-required',
      'tenant',
    ],
    ['another flow than the template’s', 'google', { flow: 'client-credentials' }, 'flow-fixed', 'flow'],
    ['another identity than the template’s', 'google', { identity: 'none' }, 'identity-fixed', 'identity'],
    [
      'consent where nobody consents',
      'google-service-account',
      { authorizationEndpoint: 'https://a.test/a' },
      'endpoint-not-for-flow',
      'authorizationEndpoint',
    ],
    [
      'refreshing at somebody else’s',
      'custom',
      { refreshEndpoint: 'https://a.test/r' },
      'refresh-endpoint-elsewhere',
      'refreshEndpoint',
    ],
    [
      'a grant type of its own',
      'custom',
      { tokenParameters: { grant_type: 'password' } },
      'parameter-reserved',
      'tokenParameters',
    ],
  ])('refuses %s', async (_, template, changes, code, field) => {
    expect(await register(template, changes)).toMatchObject(refusal(code, field));
  });

  it.each(['client-credentials', 'jwt-bearer'])('lets a custom provider have the flow %s', async (flow) => {
    const { body } = await register('custom', { flow, scope: 'mail' });
    expect(body).toMatchObject({ flow, authorizationEndpoint: null, identity: 'none' });
  });

  it('lets a custom provider have no OpenID Connect', async () => {
    expect((await register('custom', { identity: 'none' })).body).toMatchObject({ identity: 'none' });
  });

  it('keeps everything that an admin decides', async () => {
    const { refresh, decided } = everything();
    const { body } = await register('custom', { ...decided, refreshEndpoint: refresh });
    expect(body).toMatchObject({ ...decided, refreshEndpoint: refresh, secretWarningDays: [60, 5] });
    const changed = await mailroom.api('PATCH', `clients/${body.id}`, {
      refreshEndpoint: null,
      projectId: null,
    });
    expect(changed.body).toMatchObject({
      refreshEndpoint: null,
      projectId: null,
      deviceEndpoint: decided.deviceEndpoint,
    });
  });

  function everything() {
    const { token, device } = sandbox.issuer('strict');
    const decided = {
      projectId: 'mail-4711',
      deviceEndpoint: device,
      tokenParameters: { audience: 'mail', code: '{code}' },
      refreshParameters: { scope: '{scope}' },
      answerNames: { access_token: 'token' },
      secretWarningDays: [60, 5],
      callbackAlias: 'znuny',
      extraParameters: { audience: 'mail' },
      notifyOnExpiredToken: true,
      notifyOnExpiredRefreshToken: false,
    };
    return { refresh: token, decided };
  }
});

/** The token of somebody who consents for a client. */
async function connect(clientId: string): Promise<string> {
  const page = await consent(mailroom, sandbox, { clientId, address });
  expect(page.href).toContain('token=');
  return page.searchParams.get('token') ?? '';
}

/** An access token, newly asked for: the hour of the former is over. */
async function renewed(tokenId: string): Promise<string> {
  await mailroom.timePasses({ hours: 2 });
  const { value } = await mailroom.app.get(AccessTokens, { strict: false }).get(tokenId);
  return value.reveal();
}

/** What the audit log remembers of a client, oldest first. */
async function remembered(clientId: string): Promise<string[]> {
  const rows: { action: string }[] = await mailroom.dataSource.query(
    `select action from mailroom.audit_event where subject_id = $1 order by id`,
    [clientId],
  );
  return rows.map(({ action }) => action);
}

describe('the secrets of a client', () => {
  it('take each other’s place without a gap', async () => {
    sandbox.registerClient({ id: 'rollover', secret: 'old-one' });
    const { body: client } = await register('custom', { clientId: 'rollover', secret: 'old-one' });
    const tokenId = await connect(client.id);
    const secrets = `clients/${client.id}/secrets`;
    const added = await mailroom.api('POST', secrets, {
      secret: 'new-one',
      expiresAt: '2030-01-01T00:00:00Z',
    });
    expect(added).toMatchObject({
      status: 201,
      body: { expiresAt: '2030-01-01T00:00:00.000Z', refusedAt: null },
    });

    // The provider knows the old one only, then both, then the new one only.
    const first = await renewed(tokenId);
    expect(await refusals(client.id)).toEqual([false, true]);
    sandbox.registerClient({ id: 'rollover', secret: 'new-one' });
    const second = await renewed(tokenId);
    expect(await refusals(client.id)).toEqual([true, false]);
    const [old] = (await mailroom.api('GET', `clients/${client.id}`)).body.secrets;
    expect((await mailroom.api('DELETE', `${secrets}/${old.id}`)).status).toBe(204);
    const third = await renewed(tokenId);
    expect(new Set([first, second, third]).size).toBe(3);
    expect((await mailroom.api('GET', `tokens/${tokenId}`)).body).toMatchObject({
      state: 'live',
      failure: null,
    });
    expect(await remembered(client.id)).toEqual(['client-created', 'secret-added', 'secret-removed']);
  });

  it('are two at most, and each has an end of its own', async () => {
    const { body: client } = await register('google');
    const secrets = `clients/${client.id}/secrets`;
    const { body: second } = await mailroom.api('POST', secrets, { secret: 'second' });
    expect(await mailroom.api('POST', secrets, { secret: 'third' })).toMatchObject({
      status: 409,
      body: { code: 'secrets-full', params: { most: 2 } },
    });
    const expiresAt = '2031-05-01T00:00:00.000Z';
    expect((await mailroom.api('PATCH', `${secrets}/${second.id}`, { expiresAt })).body).toMatchObject({
      expiresAt,
    });
    const other = (await register('google')).body.id;
    for (const path of [`clients/${other}/secrets/${second.id}`, `${secrets}/${client.id}`]) {
      expect(await mailroom.api('DELETE', path)).toMatchObject({
        status: 404,
        body: { code: 'secret-not-found' },
      });
    }
    await mailroom.api('PATCH', `clients/${client.id}`, { secret: 'the only one' });
    expect((await mailroom.api('GET', `clients/${client.id}`)).body.secrets).toHaveLength(1);
  });

  const guid = '8b5e3c1a-0d7f-4a52-9a4c-6f1d2e3b4c5d';
  it.each([
    ['a new client', () => register('microsoft-365', { secret: guid })],
    ['one without people', () => register('microsoft-365-app-only', { secret: guid })],
    [
      'a change',
      async () =>
        mailroom.api('PATCH', `clients/${(await register('outlook-com')).body.id}`, { secret: guid }),
    ],
    [
      'a second secret',
      async () =>
        mailroom.api('POST', `clients/${(await register('microsoft-365')).body.id}/secrets`, {
          secret: guid,
        }),
    ],
    [
      'a custom client of Microsoft',
      () =>
        register('custom', {
          secret: guid,
          authorizationEndpoint: 'https://login.microsoftonline.com/x/oauth2/v2.0/authorize',
          tokenEndpoint: 'https://login.microsoftonline.com/x/oauth2/v2.0/token',
        }),
    ],
  ])('are no IDs of secrets: %s', async (_, typed) => {
    expect(await typed()).toMatchObject(refusal('secret-id-pasted', 'secret'));
  });

  it('do not go to another host', async () => {
    const { body: client } = await register('custom');
    await mailroom.api('POST', `clients/${client.id}/secrets`, { secret: 'second' });
    const elsewhere = {
      tokenEndpoint: 'https://elsewhere.test/token',
      authorizationEndpoint: 'https://elsewhere.test/a',
    };
    expect(await mailroom.api('PATCH', `clients/${client.id}`, elsewhere)).toMatchObject(
      refusal('secret-required-for-new-origin', 'secret'),
    );
    const moved = await mailroom.api('PATCH', `clients/${client.id}`, { ...elsewhere, secret: 'another' });
    expect(moved.body.secrets).toHaveLength(1);
  });

  /** Which of its secrets, oldest first, the provider refused last time. */
  async function refusals(clientId: string): Promise<boolean[]> {
    const { body } = await mailroom.api('GET', `clients/${clientId}`);
    return body.secrets.map(({ refusedAt }: { refusedAt: string | null }) => refusedAt !== null);
  }
});

describe('the certificate of a client', () => {
  it('waits until the provider has it, then proves the client', async () => {
    sandbox.registerClient({ id: 'certified', secret: 'for-now' });
    const { body: client } = await register('microsoft-365', { clientId: 'certified', secret: 'for-now' });
    const tokenId = await connect(client.id);
    const made = await mailroom.api('POST', `clients/${client.id}/certificate`, { months: 12 });
    const { pendingCertificate: certificate } = made.body;
    expect(made).toMatchObject({ status: 201, body: { key: null, clientAuthentication: 'post' } });
    expect(certificate).toMatchObject({
      subject: client.name,
      sha1: new X509Certificate(certificate.pem).fingerprint.replaceAll(':', ''),
    });
    await renewed(tokenId);

    sandbox.registerClient({ id: 'certified', certificate: certificate.pem });
    const active = await mailroom.api('POST', `clients/${client.id}/certificate/activate`);
    expect(active.body).toMatchObject({
      clientAuthentication: 'private-key-jwt',
      pendingCertificate: null,
      key: { algorithm: 'PS256', certificate: { sha256: certificate.sha256 } },
    });
    await renewed(tokenId);
    await connect(client.id);
    expect(await remembered(client.id)).toEqual([
      'client-created',
      'certificate-created',
      'certificate-activated',
    ]);
  });

  it('is downloaded as portals want it, and replaced without a gap', async () => {
    const { body: client } = await register('microsoft-365', { name: 'Post & “Mail”' });
    const at = `clients/${client.id}`;
    expect(await mailroom.api('GET', `${at}/certificate.cer`)).toMatchObject({ status: 404 });
    await mailroom.api('POST', `${at}/certificate`, {});
    await mailroom.api('POST', `${at}/certificate/activate`);
    const { body: waiting } = await mailroom.api('POST', `${at}/certificate`, { algorithm: 'RS256' });
    expect(waiting.key.certificate.sha1).not.toBe(waiting.pendingCertificate.sha1);
    const file = await fetch(`${mailroom.url}/mailroom/api/${at}/certificate.cer`, {
      headers: { 'x-test-actor': 'admin' },
    });
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="Post-Mail-.cer"');
    expect(new X509Certificate(Buffer.from(await file.arrayBuffer())).toString()).toBe(
      waiting.pendingCertificate.pem.trim() + '\n',
    );
    const { body: left } = await mailroom.api('DELETE', `${at}/certificate`);
    expect(left).toMatchObject({ pendingCertificate: null, key: waiting.key });
    const { body: bare } = await mailroom.api('DELETE', `${at}/key`);
    expect(bare).toMatchObject({ key: null, clientAuthentication: 'post' });
    expect(await mailroom.api('POST', `${at}/certificate/activate`)).toMatchObject({
      status: 404,
      body: { code: 'certificate-not-found' },
    });
  });

  it('is nothing for Google', async () => {
    const { body: client } = await register('google');
    expect(await mailroom.api('POST', `clients/${client.id}/certificate`, {})).toMatchObject({
      status: 409,
      body: { code: 'certificate-not-for-client' },
    });
  });

  it('stays with its host', async () => {
    const { body: client } = await register('custom', { secret: undefined });
    await mailroom.api('POST', `clients/${client.id}/certificate`, {});
    await mailroom.api('POST', `clients/${client.id}/certificate/activate`);
    const elsewhere = {
      tokenEndpoint: 'https://elsewhere.test/token',
      authorizationEndpoint: 'https://elsewhere.test/a',
    };
    expect(await mailroom.api('PATCH', `clients/${client.id}`, elsewhere)).toMatchObject(
      refusal('secret-required-for-new-origin', 'secret'),
    );
    const { body: moved } = await mailroom.api('PATCH', `clients/${client.id}`, {
      ...elsewhere,
      secret: 'new',
    });
    expect(moved).toMatchObject({ key: null, clientAuthentication: 'basic' });
  });
});

describe('the key of a service account', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const email = 'mail@mail-4711.iam.gserviceaccount.com';
  const keyFile = (changes: object = {}) =>
    JSON.stringify({
      type: 'service_account',
      project_id: 'mail-4711',
      private_key_id: 'k1',
      private_key: privateKey,
      client_email: email,
      token_uri: sandbox.issuer('google').token,
      ...changes,
    });
  const imported = (changes: object = {}, more: object = {}) =>
    register('google-service-account', {
      secret: undefined,
      clientId: undefined,
      serviceAccountKey: keyFile(changes),
      ...more,
    });

  it('brings client ID and project along, and is never told', async () => {
    const { status, body } = await imported();
    expect([status, body]).toMatchObject([
      201,
      {
        clientId: email,
        projectId: 'mail-4711',
        key: { keyId: 'k1', algorithm: 'RS256', certificate: null },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('PRIVATE');
    const { body: again } = await mailroom.api('PATCH', `clients/${body.id}`, {
      serviceAccountKey: keyFile({ private_key_id: 'k2' }),
    });
    expect(again.key.keyId).toBe('k2');
    expect(await remembered(body.id)).toEqual([
      'client-created',
      'key-imported',
      'client-changed',
      'key-imported',
    ]);
  });

  it('is needed, or a client ID', async () => {
    const { status, body } = await register('google-service-account', { clientId: undefined });
    expect([status, body]).toMatchObject([422, { code: 'invalid-input', field: 'clientId' }]);
  });

  it.each<[string, () => Promise<Answer>, string]>([
    ['half a file', () => imported({ private_key: 'x' }), 'key-file-invalid'],
    [
      'one for another host',
      () => imported({ token_uri: 'https://a.test/token' }),
      'key-for-another-endpoint',
    ],
    ['one in another flow', () => register('google', { serviceAccountKey: keyFile() }), 'key-not-for-flow'],
    [
      'none for a new host',
      async () => {
        const { body } = await imported();
        return mailroom.api('PATCH', `clients/${body.id}`, { tokenEndpoint: 'https://elsewhere.test/token' });
      },
      'secret-required-for-new-origin',
    ],
  ])('is refused: %s', async (_, ask, code) => {
    const answer = await ask();
    expect(answer).toMatchObject(refusal(code, 'serviceAccountKey'));
    expect(JSON.stringify(answer.body)).not.toContain('PRIVATE');
  });
});

describe('what is said about a draft', () => {
  it('knows the scope and the redirect URI, and stores nothing', async () => {
    const { body } = await mailroom.api('POST', 'clients/check', {
      template: 'microsoft-365',
      scope: 'User.Read https://outlook.office.com/IMAP.AccessAsUser.All',
      callbackAlias: 'znuny',
    });
    expect(
      body.findings.map(({ field, code }: { field: string; code: string }) => `${field}: ${code}`),
    ).toEqual([
      'scope: scope-mixes-resources',
      'scope: scope-without-refresh',
      'scope: scope-without-identity',
    ]);
    const fine = await mailroom.api('POST', 'clients/check', { template: 'microsoft-365' });
    expect(fine.body).toEqual({ findings: [] });
    const nowhere = await mailroom.api('POST', 'clients/check', { template: 'microsoft-365-app-only' });
    expect(nowhere.body.findings).toMatchObject([
      { severity: 'error', field: 'tenant', code: 'tenant-required' },
    ]);
    const elsewhere = { template: 'microsoft-365', clientId: 'Helpdesk mail', tenant: 'Contoso' };
    expect((await mailroom.api('POST', 'clients/check', elsewhere)).body.findings).toMatchObject([
      { severity: 'warning', field: 'clientId', code: 'client-id-unusual' },
      { severity: 'warning', field: 'tenant', code: 'tenant-unusual' },
    ]);
  });

  it.each([
    [{ scope: 'User.Read https://outlook.office.com/SMTP.Send' }, 'scope-mixes-resources'],
    [
      { scope: 'https://outlook.office.com/.default https://outlook.office.com/SMTP.Send' },
      'scope-mixes-default',
    ],
  ])('is the last word on registering: %o', async (changes, code) => {
    expect(await register('microsoft-365', changes)).toMatchObject(refusal(code, 'scope'));
  });
});

describe('a callback path of another product', () => {
  it.each(['znuny', 'odoo-outlook', 'odoo-gmail', 'group-office'])(
    'brings a consent home: %s',
    async (callbackAlias) => {
      const { redirectUri } = (await mailroom.api('GET', 'redirect-uri')).body.aliases.find(
        ({ alias }: { alias: string }) => alias === callbackAlias,
      );
      // Nothing but what was registered for that product is allowed.
      sandbox.registerClient({ id: callbackAlias, secret: 'kept', redirectUris: [redirectUri] });
      const { body: client } = await register('custom', {
        callbackAlias,
        clientId: callbackAlias,
        secret: 'kept',
      });
      await connect(client.id);
    },
  );

  it('says whether it leads here', async () => {
    const { body: probe } = await mailroom.api('POST', 'redirect-uri/probe', { alias: 'znuny' });
    const answer = await fetch(probe.url);
    expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([
      200,
      probe.marker,
      'no-store',
    ]);
    const forged = new URL(probe.url);
    forged.searchParams.set('probe', `${forged.searchParams.get('probe')?.slice(0, -4)}AAAA`);
    expect((await fetch(forged)).status).toBeGreaterThanOrEqual(400);
  });

  it('is not used up by a link scanner', async () => {
    const { url } = (await mailroom.api('POST', 'redirect-uri/probe', { alias: 'group-office' })).body;
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(204);
  });
});
