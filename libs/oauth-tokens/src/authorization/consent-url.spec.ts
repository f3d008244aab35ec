import { createHash } from 'node:crypto';
import { type ClientAccess } from '../clients/client-access.js';
import { microsoft365 } from '../providers/microsoft-365.js';
import { consentUrl } from './consent-url.js';

const client: ClientAccess = {
  updatedAt: new Date(0),
  id: 'c',
  template: microsoft365,
  flow: 'authorization-code',
  identity: 'id-token',
  callbackAlias: null,
  clientId: 'app',
  proof: { kind: 'none' },
  signingKey: null,
  authorizationEndpoint: 'https://login.test/authorize?policy=p1',
  tokenEndpoint: 'https://login.test/token',
  refreshEndpoint: null,
  revocationEndpoint: null,
  deviceEndpoint: null,
  issuer: null,
  scope: 'openid mail',
  validity: 'valid',
  extraParameters: {},
  tokenParameters: {},
  refreshParameters: {},
  answerNames: {},
};
const request = {
  redirectUri: 'https://desk.test/cb',
  state: 's',
  parameters: { nonce: 'n', scope: 'evil', state: 'x' },
};

describe('consentUrl', () => {
  it('asks for a code with S256, our state and our nonce', async () => {
    const { url, verifier } = await consentUrl(client, request);
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe('https://login.test/authorize');
    expect(Object.fromEntries(searchParams)).toEqual({
      policy: 'p1',
      response_type: 'code',
      client_id: 'app',
      redirect_uri: 'https://desk.test/cb',
      scope: 'openid mail',
      state: 's',
      nonce: 'n',
      code_challenge: createHash('sha256').update(verifier.reveal()).digest('base64url'),
      code_challenge_method: 'S256',
    });
  });

  it('makes another verifier each time, of 256 bits', async () => {
    const [one, other] = await Promise.all([consentUrl(client, request), consentUrl(client, request)]);
    expect(one.verifier.equals(other.verifier)).toBe(false);
    expect(Buffer.from(one.verifier.reveal(), 'base64url')).toHaveLength(32);
  });
});
