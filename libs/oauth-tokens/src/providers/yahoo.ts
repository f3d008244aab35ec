import { type ClientTemplate } from './client-template.js';

/**
 * Yahoo Mail. Sources: developer.yahoo.com/oauth2 and the metadata at api.login.yahoo.com/.well-known/openid-configuration.
 * A new refresh token voids the former one. The scope for mail is given to applications that Yahoo has approved.
 */
export const yahoo: ClientTemplate = {
  id: 'yahoo',
  provider: 'standard',
  flow: 'authorization-code',
  // OpenID Connect is a permission of its own there, which not every application has.
  leavesOpen: ['identity'],
  tenancy: 'none',
  defaultTenant: null,
  authorizationEndpoint: 'https://api.login.yahoo.com/oauth2/request_auth',
  tokenEndpoint: 'https://api.login.yahoo.com/oauth2/get_token',
  revocationEndpoint: 'https://api.login.yahoo.com/oauth2/revoke',
  deviceEndpoint: null,
  issuer: 'https://api.login.yahoo.com',
  clientAuthentication: 'basic',
  scope: 'mail-w openid email',
  scopeWords: { imap: ['mail-w'], pop: ['mail-w'], smtp: ['mail-w'], always: ['openid', 'email'] },
  mailScopes: ['mail-w'],
  authorizationParameters: {},
  firstTimeParameters: {},
  refreshTokenExpected: true,
  rotation: 'strict',
  mailboxClaims: ['email'],
  identity: 'id-token',
  refreshTokenIdleDays: null,
  mail: {
    imap: { host: 'imap.mail.yahoo.com', port: 993, security: 'tls' },
    pop: { host: 'pop.mail.yahoo.com', port: 995, security: 'tls' },
    smtp: { host: 'smtp.mail.yahoo.com', port: 465, security: 'tls' },
  },
};
