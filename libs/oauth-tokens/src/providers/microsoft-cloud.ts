import { type ClientTemplate, type ScopeWords } from './client-template.js';

/** Where a Microsoft cloud signs people in, and where it keeps their mail. */
export interface MicrosoftCloud {
  /** Origin of the sign-in. */
  readonly login: string;
  /** The resource that tokens for mail are made for. */
  readonly exchange: string;
  readonly hosts: { readonly imap: string; readonly pop: string; readonly smtp: string };
}

/** Everything about clients of a Microsoft cloud that follows from where it is. Endpoints hold `{tenant}`. */
export function onMicrosoftCloud({ login, exchange, hosts }: MicrosoftCloud) {
  const scopeWords: ScopeWords = {
    imap: [`${exchange}/IMAP.AccessAsUser.All`],
    pop: [`${exchange}/POP.AccessAsUser.All`],
    smtp: [`${exchange}/SMTP.Send`],
    always: ['offline_access', 'openid', 'profile', 'email'],
  };
  return {
    authorizationEndpoint: `${login}/{tenant}/oauth2/v2.0/authorize`,
    tokenEndpoint: `${login}/{tenant}/oauth2/v2.0/token`,
    deviceEndpoint: `${login}/{tenant}/oauth2/v2.0/devicecode`,
    issuer: `${login}/{tenantid}/v2.0`,
    scope: [...scopeWords.imap, ...scopeWords.smtp, ...scopeWords.always].join(' '),
    scopeWords,
    mailScopes: [...scopeWords.imap, ...scopeWords.pop, ...scopeWords.smtp],
    mail: {
      imap: { host: hosts.imap, port: 993, security: 'tls' },
      pop: { host: hosts.pop, port: 995, security: 'tls' },
      smtp: { host: hosts.smtp, port: 587, security: 'starttls' },
    },
  } as const satisfies Partial<ClientTemplate>;
}

/**
 * The same cloud for an application that acts as itself. Source: learn.microsoft.com, "Use client credentials grant flow
 * to authenticate SMTP, IMAP and POP connections": one tenant, and `.default` of Exchange as the whole scope.
 */
export function appOnly(delegated: ClientTemplate, exchange: string): ClientTemplate {
  const all = [`${exchange}/.default`];
  return {
    ...delegated,
    id: `${delegated.id}-app-only`,
    flow: 'client-credentials',
    tenancy: 'concrete',
    defaultTenant: null,
    authorizationEndpoint: null,
    deviceEndpoint: null,
    scope: all.join(' '),
    scopeWords: { imap: all, pop: all, smtp: all, always: [] },
    mailScopes: all,
    authorizationParameters: {},
    firstTimeParameters: {},
    refreshTokenExpected: false,
    mailboxClaims: [],
    identity: 'none',
    refreshTokenIdleDays: null,
  };
}
