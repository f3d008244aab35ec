import { type ClientTemplate } from './client-template.js';
import { microsoft365 } from './microsoft-365.js';

const consumers = 'https://login.microsoftonline.com/consumers/oauth2/v2.0';

/** Outlook.com, Hotmail, Live: mailboxes of private people, whom Microsoft keeps in one tenant of their own. */
export const outlookCom: ClientTemplate = {
  ...microsoft365,
  id: 'outlook-com',
  tenancy: 'none',
  defaultTenant: null,
  authorizationEndpoint: `${consumers}/authorize`,
  tokenEndpoint: `${consumers}/token`,
  deviceEndpoint: `${consumers}/devicecode`,
  // learn.microsoft.com, "ID token claims reference": the tenant of every personal account.
  issuer: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
  mail: {
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    pop: { host: 'outlook.office365.com', port: 995, security: 'tls' },
    smtp: { host: 'smtp-mail.outlook.com', port: 587, security: 'starttls' },
  },
};
