import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { profileOfTemplate, registerFromTemplate } from '../support/connect.js';
import { startMailroom, type Answer, type RunningMailroom } from '../support/mailroom.js';

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
