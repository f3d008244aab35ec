import { type ClientTemplate } from './client-template.js';

/**
 * Microsoft 365 and Outlook.com, delegated access. Sources: learn.microsoft.com, "OAuth 2.0 authorization code flow"
 * and "Authenticate an IMAP, POP or SMTP connection using OAuth". A used refresh token stays valid there.
 */
export const microsoft365: ClientTemplate = {
  id: 'microsoft-365',
  provider: 'microsoft',
  flow: 'authorization-code',
  defaultTenant: 'common',
  authorizationEndpoint: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize',
  tokenEndpoint: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token',
  revocationEndpoint: null,
  deviceEndpoint: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/devicecode',
  issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
  clientAuthentication: 'post',
  scope: [
    'https://outlook.office.com/IMAP.AccessAsUser.All',
    'https://outlook.office.com/SMTP.Send',
    'offline_access',
    'openid',
    'profile',
    'email',
  ].join(' '),
  mailScopes: [
    'https://outlook.office.com/IMAP.AccessAsUser.All',
    'https://outlook.office.com/POP.AccessAsUser.All',
    'https://outlook.office.com/SMTP.Send',
  ],
  authorizationParameters: { response_mode: 'query' },
  firstTimeParameters: { prompt: 'select_account' },
  refreshTokenExpected: true,
  rotation: 'keeps-old',
  // The sign-in name opens the mailbox; `email` may be an alias or somebody's private address.
  mailboxClaims: ['preferred_username', 'upn', 'email'],
  identity: 'id-token',
  // learn.microsoft.com, "Refresh tokens in the Microsoft identity platform": 90 days, counted anew by every use.
  refreshTokenIdleDays: 90,
  mail: {
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    pop: { host: 'outlook.office365.com', port: 995, security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
};
