import { type ClientTemplate } from './client-template.js';
import { onMicrosoftCloud } from './microsoft-cloud.js';

/**
 * Microsoft 365, delegated access: of one organisation, of any (`organizations`), or of anybody (`common`). Sources:
 * learn.microsoft.com, "OAuth 2.0 authorization code flow" and "Authenticate an IMAP, POP or SMTP connection using
 * OAuth". A used refresh token stays valid there.
 */
export const microsoft365: ClientTemplate = {
  id: 'microsoft-365',
  provider: 'microsoft',
  flow: 'authorization-code',
  leavesOpen: [],
  tenancy: 'any',
  defaultTenant: 'common',
  ...onMicrosoftCloud({
    login: 'https://login.microsoftonline.com',
    exchange: 'https://outlook.office.com',
    hosts: { imap: 'outlook.office365.com', pop: 'outlook.office365.com', smtp: 'smtp.office365.com' },
  }),
  revocationEndpoint: null,
  clientAuthentication: 'post',
  authorizationParameters: { response_mode: 'query' },
  firstTimeParameters: { prompt: 'select_account' },
  refreshTokenExpected: true,
  rotation: 'keeps-old',
  // The sign-in name opens the mailbox; `email` may be an alias or somebody's private address.
  mailboxClaims: ['preferred_username', 'upn', 'email'],
  identity: 'id-token',
  // learn.microsoft.com, "Refresh tokens in the Microsoft identity platform": 90 days, counted anew by every use.
  refreshTokenIdleDays: 90,
};
