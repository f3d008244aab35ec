import { type ClientTemplate } from './client-template.js';

/**
 * Yandex Mail. Source: yandex.com/dev/id/doc, "Codes from URL", and yandex.com/support/mail, "Mail clients". There is no
 * OpenID Connect, and no scope for POP: who needs POP signs in by an application password. Its revocation is its own
 * and not RFC 7009.
 */
export const yandex: ClientTemplate = {
  id: 'yandex',
  provider: 'standard',
  flow: 'authorization-code',
  leavesOpen: [],
  tenancy: 'none',
  defaultTenant: null,
  authorizationEndpoint: 'https://oauth.yandex.com/authorize',
  tokenEndpoint: 'https://oauth.yandex.com/token',
  revocationEndpoint: null,
  deviceEndpoint: null,
  issuer: null,
  clientAuthentication: 'basic',
  scope: 'mail:imap_full mail:smtp',
  scopeWords: { imap: ['mail:imap_full'], pop: [], smtp: ['mail:smtp'], always: [] },
  mailScopes: ['mail:imap_full', 'mail:smtp'],
  authorizationParameters: {},
  firstTimeParameters: { force_confirm: 'yes' },
  refreshTokenExpected: true,
  // Nothing is promised about used refresh tokens, so the worst is assumed.
  rotation: 'strict',
  mailboxClaims: [],
  identity: 'none',
  refreshTokenIdleDays: null,
  mail: {
    imap: { host: 'imap.yandex.com', port: 993, security: 'tls' },
    pop: { host: 'pop.yandex.com', port: 995, security: 'tls' },
    smtp: { host: 'smtp.yandex.com', port: 465, security: 'tls' },
  },
};
