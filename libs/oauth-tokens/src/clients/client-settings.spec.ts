import { custom } from '../providers/custom.js';
import { google } from '../providers/google.js';
import { microsoft365 } from '../providers/microsoft-365.js';
import { clientChangesSchema, newClientSchema } from './client-input.js';
import { changedSettings, newSettings } from './client-settings.js';
import { originOf } from './origin-of.js';

const input = { name: 'Mail', clientId: 'app', template: 'microsoft-365' } as const;
const login = 'https://login.microsoftonline.com';
const own = { authorizationEndpoint: 'https://own.test/a', tokenEndpoint: 'https://own.test/t' };

describe('newSettings', () => {
  it('takes from the template what is left out', () => {
    expect(newSettings(microsoft365, input)).toMatchObject({
      tenant: 'common',
      tokenEndpoint: `${login}/common/oauth2/v2.0/token`,
      issuer: `${login}/{tenantid}/v2.0`,
      scope: microsoft365.scope,
      validity: 'valid',
      notifyOnExpiredToken: false,
      notifyOnExpiredRefreshToken: true,
    });
    expect(newSettings(google, { ...input, tenant: 'ignored' }).tenant).toBeNull();
  });

  it('puts a tenant into the endpoints', () => {
    const { authorizationEndpoint } = newSettings(microsoft365, { ...input, tenant: 'contoso.example' });
    expect(authorizationEndpoint).toBe(`${login}/contoso.example/oauth2/v2.0/authorize`);
  });

  it('does not let other endpoints speak for the issuer of the template', () => {
    expect(newSettings(microsoft365, { ...input, ...own }).issuer).toBeNull();
    expect(newSettings(microsoft365, { ...input, ...own, issuer: 'https://own.test' }).issuer).toBe(
      'https://own.test',
    );
    expect(newSettings(google, { ...input, ...own }).revocationEndpoint).toBeNull();
  });

  it('prefers what was typed to what was discovered', () => {
    const discovered = { ...own, issuer: 'https://own.test', clientAuthentication: 'post' } as const;
    const settings = newSettings(custom, { ...input, tokenEndpoint: 'https://own.test/v2' }, discovered);
    expect(settings).toMatchObject({ ...discovered, tokenEndpoint: 'https://own.test/v2' });
  });

  it('needs endpoints from somewhere', () => {
    expect(() => newSettings(custom, input)).toThrow(
      expect.objectContaining({ code: 'endpoint-missing', field: 'authorizationEndpoint' }),
    );
  });

  it.each(['state', 'redirect_uri', 'client_secret', 'code_challenge'])('keeps %s for itself', (name) => {
    expect(() => newSettings(google, { ...input, extraParameters: { [name]: 'x' } })).toThrow(
      expect.objectContaining({ code: 'parameter-reserved', params: { name } }),
    );
  });
});

describe('changedSettings', () => {
  const former = newSettings(microsoft365, input);

  it('changes what is given and nothing else', () => {
    const changed = changedSettings(microsoft365, former, { validity: 'invalid', scope: 'openid' });
    expect(changed).toEqual({ ...former, validity: 'invalid', scope: 'openid' });
    // What proves a client is no setting: it is stored apart.
    expect(changedSettings(microsoft365, former, { secretExpiresAt: null })).toEqual(former);
  });

  it('moves the endpoints of the template with the tenant, and leaves own ones', () => {
    const moved = changedSettings(microsoft365, former, { tenant: 't2' });
    expect(moved).toMatchObject({ tenant: 't2', tokenEndpoint: `${login}/t2/oauth2/v2.0/token` });
    const custody = newSettings(microsoft365, { ...input, ...own });
    expect(changedSettings(microsoft365, custody, { tenant: 't2' })).toMatchObject({ ...own, tenant: 't2' });
  });
});

describe('originOf', () => {
  it.each([
    ['https://a.test/x', 'https://a.test:443/y', true],
    ['https://a.test/x', 'http://a.test/x', false],
    ['https://a.test/x', 'https://a.test:8443/x', false],
    ['https://a.test/x', 'https://b.test/x', false],
  ])('%s and %s are one: %s', (one, other, same) => {
    expect(originOf(one) === originOf(other)).toBe(same);
  });
});

describe('what may be typed', () => {
  it.each([
    ['an unknown field', newClientSchema, { ...input, nonsense: 1 }],
    ['another flow', newClientSchema, { ...input, flow: 'implicit' }],
    ['an endpoint with a password', newClientSchema, { ...input, tokenEndpoint: 'https://u:p@a.test' }],
    ['an endpoint of another kind', newClientSchema, { ...input, tokenEndpoint: 'file:///etc/passwd' }],
    ['a tenant that climbs', newClientSchema, { ...input, tenant: 'a/b' }],
    ['an empty name', newClientSchema, { ...input, name: '  ' }],
    ['a new template', clientChangesSchema, { template: 'google' }],
    ['a new flow', clientChangesSchema, { flow: 'authorization-code' }],
  ])('is not %s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });

  it('is a scope with any blanks between', () => {
    expect(newClientSchema.parse({ ...input, scope: ' openid\n  mail ' }).scope).toBe('openid mail');
  });
});
