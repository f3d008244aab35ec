import { reservedParameter, withOwnParameters } from './own-parameters.js';

const values = {
  clientId: 'app',
  clientSecret: 's3cret',
  scope: 'mail openid',
  redirectUri: null,
  code: null,
  refreshToken: 'r1',
};

describe('withOwnParameters', () => {
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'r1' });
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['a fixed one', { audience: 'mail' }, { audience: 'mail' }],
    ['a filled one', { app: '{clientId}/{scope}' }, { app: 'app/mail openid' }],
    ['the secret', { password: '{clientSecret}' }, { password: 's3cret' }],
    ['one of the request, which wins', { refresh_token: '{refreshToken}', grant_type: 'password' }, {}],
    ['one that has no value here', { code: '{code}', back: 'x{redirectUri}' }, {}],
    ['braces that nobody knows', { odd: '{what} {constructor}' }, { odd: '{what} {constructor}' }],
  ])('adds %s', (_, own, added) => {
    const whole = Object.fromEntries(withOwnParameters(form, own, values));
    expect(whole).toEqual({ grant_type: 'refresh_token', refresh_token: 'r1', ...added });
  });
});

describe('reservedParameter', () => {
  it.each<[string, Parameters<typeof reservedParameter>[0], Record<string, string>, string | undefined]>([
    ['the state', 'extraParameters', { hd: 'a.test', state: 'x' }, 'state'],
    ['nothing that is free', 'extraParameters', { grant_type: 'x' }, undefined],
    ['the code', 'tokenParameters', { code: 'mine' }, 'code'],
    ['the code of another', 'tokenParameters', { code: '{refreshToken}' }, 'code'],
    ['the assertion', 'tokenParameters', { client_assertion: '{clientSecret}' }, 'client_assertion'],
    ['a grant type', 'refreshParameters', { grant_type: 'password' }, 'grant_type'],
    [
      'not a mapping of Znuny that says the same',
      'tokenParameters',
      {
        grant_type: 'authorization_code',
        client_id: '{clientId}',
        client_secret: '{clientSecret}',
        code: '{code}',
        redirect_uri: '{redirectUri}',
        scope: '{scope}',
      },
      undefined,
    ],
  ])('keeps %s', (_, field, parameters, reserved) => {
    expect(reservedParameter(field, parameters)).toBe(reserved);
  });
});
