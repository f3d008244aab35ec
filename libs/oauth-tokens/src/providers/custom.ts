import { type ClientTemplate } from './client-template.js';

/**
 * Any other OAuth2 provider, in any of the flows, with OpenID Connect or without. Nothing is known of it, so the worst is
 * assumed: that a refresh token is void once it was used.
 */
export const custom: ClientTemplate = {
  id: 'custom',
  provider: 'standard',
  flow: 'authorization-code',
  leavesOpen: ['flow', 'identity'],
  tenancy: 'none',
  defaultTenant: null,
  authorizationEndpoint: '',
  tokenEndpoint: '',
  revocationEndpoint: null,
  deviceEndpoint: null,
  issuer: null,
  clientAuthentication: 'basic',
  scope: 'openid email offline_access',
  scopeWords: null,
  mailScopes: 'asked',
  // A provider of OpenID Connect ignores offline_access without it (OpenID Connect Core section 11).
  authorizationParameters: { prompt: 'consent' },
  firstTimeParameters: {},
  refreshTokenExpected: true,
  rotation: 'strict',
  mailboxClaims: ['email', 'preferred_username'],
  identity: 'id-token',
  refreshTokenIdleDays: null,
  mail: null,
};
