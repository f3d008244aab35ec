/**
 * Callback paths of products that a registration may have been made for, below the root of the host's address. A client
 * that has one keeps its registration at the provider as it is.
 */
export const callbackAliases = {
  znuny: 'znuny/get-oauth2-token-by-authorization-code.pl',
  otrs: 'otrs/get-oauth2-token-by-authorization-code.pl',
  'odoo-outlook': 'microsoft_outlook/confirm',
  'odoo-gmail': 'google_gmail/confirm',
  'group-office': 'go/modules/community/oauth2client/gauth.php/callback',
} as const;
/** One of them. */
export type CallbackAlias = keyof typeof callbackAliases;

/** Their names. */
export const callbackAliasNames = Object.keys(callbackAliases) as [CallbackAlias, ...CallbackAlias[]];
