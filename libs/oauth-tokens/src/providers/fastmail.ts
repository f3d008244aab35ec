import { type ClientTemplate } from './client-template.js';

/**
 * Fastmail. Source: the metadata at api.fastmail.com/.well-known/oauth-authorization-server and fastmail.com/developer.
 * Every refresh voids the refresh token it used, and using that one again ends the grant. Who consented is not asked:
 * most registrations there are for mail and nothing else.
 */
export const fastmail: ClientTemplate = {
  id: 'fastmail',
  provider: 'standard',
  flow: 'authorization-code',
  leavesOpen: ['identity'],
  tenancy: 'none',
  defaultTenant: null,
  authorizationEndpoint: 'https://api.fastmail.com/oauth/authorize',
  // It has this name for codes, too.
  tokenEndpoint: 'https://api.fastmail.com/oauth/refresh',
  revocationEndpoint: null,
  deviceEndpoint: null,
  issuer: 'https://api.fastmail.com',
  clientAuthentication: 'post',
  scope:
    'https://www.fastmail.com/dev/protocol-imap https://www.fastmail.com/dev/protocol-smtp offline_access',
  scopeWords: {
    imap: ['https://www.fastmail.com/dev/protocol-imap'],
    pop: ['https://www.fastmail.com/dev/protocol-pop'],
    smtp: ['https://www.fastmail.com/dev/protocol-smtp'],
    always: ['offline_access'],
  },
  mailScopes: 'asked',
  authorizationParameters: {},
  firstTimeParameters: {},
  refreshTokenExpected: true,
  rotation: 'strict',
  mailboxClaims: ['email'],
  identity: 'none',
  refreshTokenIdleDays: null,
  mail: {
    imap: { host: 'imap.fastmail.com', port: 993, security: 'tls' },
    pop: { host: 'pop.fastmail.com', port: 995, security: 'tls' },
    smtp: { host: 'smtp.fastmail.com', port: 465, security: 'tls' },
  },
};
