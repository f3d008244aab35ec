import { type ClientTemplate } from './client-template.js';

/**
 * Gmail and Google Workspace. Sources: developers.google.com, "Using OAuth 2.0 for Web Server Applications" and
 * "XOAUTH2 Protocol". A refresh token comes only with access_type=offline, and on repeats only with prompt=consent;
 * refreshing answers none.
 */
export const google: ClientTemplate = {
  id: 'google',
  provider: 'google',
  flow: 'authorization-code',
  leavesOpen: [],
  tenancy: 'none',
  defaultTenant: null,
  authorizationEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenEndpoint: 'https://oauth2.googleapis.com/token',
  revocationEndpoint: 'https://oauth2.googleapis.com/revoke',
  // Google's device flow does not know the scope for mail.
  deviceEndpoint: null,
  issuer: 'https://accounts.google.com',
  clientAuthentication: 'post',
  scope: 'https://mail.google.com/ openid email',
  scopeWords: {
    imap: ['https://mail.google.com/'],
    pop: ['https://mail.google.com/'],
    smtp: ['https://mail.google.com/'],
    always: ['openid', 'email'],
  },
  mailScopes: ['https://mail.google.com/'],
  authorizationParameters: { access_type: 'offline' },
  firstTimeParameters: { prompt: 'select_account' },
  consentParameters: { prompt: 'consent' },
  refreshTokenExpected: true,
  rotation: 'keeps-old',
  mailboxClaims: ['email'],
  identity: 'id-token',
  // developers.google.com, "Using OAuth 2.0 to Access Google APIs": dead after six months without use.
  refreshTokenIdleDays: 180,
  mail: {
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    pop: { host: 'pop.gmail.com', port: 995, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
};
