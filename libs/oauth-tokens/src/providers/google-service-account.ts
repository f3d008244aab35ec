import { type ClientTemplate } from './client-template.js';
import { google } from './google.js';

/**
 * Google Workspace by a service account with domain-wide delegation: nobody consents, the account signs for each mailbox
 * (RFC 7523). Source: developers.google.com, "Using OAuth 2.0 for Server to Server Applications". The client ID is the
 * account's `client_email`; the assertion alone proves it.
 */
export const googleServiceAccount: ClientTemplate = {
  ...google,
  id: 'google-service-account',
  flow: 'jwt-bearer',
  authorizationEndpoint: null,
  scope: 'https://mail.google.com/',
  scopeWords: {
    imap: ['https://mail.google.com/'],
    pop: ['https://mail.google.com/'],
    smtp: ['https://mail.google.com/'],
    always: [],
  },
  authorizationParameters: {},
  refreshTokenExpected: false,
  mailboxClaims: [],
  identity: 'none',
  refreshTokenIdleDays: null,
};
