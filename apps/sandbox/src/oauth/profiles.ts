/**
 * How the provider behaves: like Microsoft, like Google, strictly by the book with rotating refresh tokens, or plainly:
 * OAuth2 without OpenID Connect, as mail providers do that tell nobody who signed in.
 */
export type Profile = 'microsoft' | 'google' | 'strict' | 'plain';

/** The tenant of everybody in the sandbox, as Microsoft's `tid`. */
export const sandboxTenant = '5a4d1b0c-0000-4000-8000-73616e64626f';

/** What an application may do with a token of its own: its roles at Exchange Online. */
export const appRoles = ['IMAP.AccessAsApp', 'POP.AccessAsApp', 'SMTP.SendAsApp'] as const;

/** Microsoft's names for "whoever signs in", where a tenant's own name or number would stand. */
export const sharedTenants: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

/** What differs between profiles in data. `use` says which scopes open which protocol. */
export interface ProfileFacts {
  readonly issuerPath: string;
  readonly routes: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
  readonly usual: readonly string[];
  readonly use: Readonly<Record<'imap' | 'pop3' | 'smtp', readonly string[]>>;
  readonly claims: Readonly<Record<string, string[]>>;
}

const outlook = 'https://outlook.office.com/';
/** Exchange Online by its names, those of the national clouds included. */
const exchange = [
  outlook,
  'https://outlook.office365.com/',
  'https://outlook.office365.us/',
  'https://outlook-dod.office365.us/',
  'https://partner.outlook.cn/',
];

function atExchange(...names: string[]): string[] {
  return exchange.flatMap((resource) => names.map((name) => resource + name));
}

/** The four profiles. Endpoint paths, scopes and claims follow what the real providers publish. */
export const profiles: Readonly<Record<Profile, ProfileFacts>> = {
  microsoft: {
    issuerPath: `/${sandboxTenant}/v2.0`,
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      end_session: '/oauth2/v2.0/logout',
      jwks: '/discovery/v2.0/keys',
      userinfo: '/oidc/userinfo',
      introspection: '/oauth2/v2.0/introspect',
      revocation: '/oauth2/v2.0/revoke',
      device_authorization: '/oauth2/v2.0/devicecode',
      code_verification: '/oauth2/v2.0/deviceauth',
    },
    scopes: [
      'openid',
      'profile',
      'email',
      'offline_access',
      ...atExchange('IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', 'SMTP.Send', '.default'),
      // Another resource: its tokens open no mailbox.
      'https://graph.microsoft.com/.default',
    ],
    usual: [
      `${outlook}IMAP.AccessAsUser.All`,
      `${outlook}SMTP.Send`,
      'offline_access',
      'openid',
      'profile',
      'email',
    ],
    use: {
      imap: atExchange('IMAP.AccessAsUser.All', '.default'),
      pop3: atExchange('POP.AccessAsUser.All', '.default'),
      smtp: atExchange('SMTP.Send', '.default'),
    },
    claims: { openid: ['sub', 'tid'], email: ['email'], profile: ['name', 'preferred_username', 'oid'] },
  },
  google: {
    issuerPath: '/google',
    routes: {
      authorization: '/o/oauth2/v2/auth',
      token: '/google/token',
      end_session: '/google/logout',
      jwks: '/google/oauth2/v3/certs',
      userinfo: '/google/v1/userinfo',
      introspection: '/google/introspect',
      revocation: '/google/revoke',
      device_authorization: '/google/device/code',
      code_verification: '/google/device',
    },
    scopes: ['openid', 'email', 'profile', 'https://mail.google.com/'],
    usual: ['https://mail.google.com/', 'openid', 'email'],
    use: {
      imap: ['https://mail.google.com/', 'https://www.googleapis.com/auth/gmail.imap_admin'],
      pop3: ['https://mail.google.com/'],
      smtp: ['https://mail.google.com/'],
    },
    claims: { openid: ['sub', 'hd'], email: ['email', 'email_verified'], profile: ['name'] },
  },
  strict: {
    issuerPath: '',
    routes: {},
    scopes: ['openid', 'email', 'profile', 'offline_access', 'mail'],
    usual: ['openid', 'email', 'offline_access', 'mail'],
    use: { imap: ['mail'], pop3: ['mail'], smtp: ['mail'] },
    claims: {
      openid: ['sub', 'name', 'preferred_username'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
  },
  plain: {
    issuerPath: '/plain',
    routes: {
      authorization: '/plain/authorize',
      token: '/plain/token',
      end_session: '/plain/logout',
      jwks: '/plain/jwks',
      introspection: '/plain/introspect',
      revocation: '/plain/revoke',
      device_authorization: '/plain/device/code',
      code_verification: '/plain/device',
    },
    scopes: ['mail.imap', 'mail.pop', 'mail.smtp'],
    usual: ['mail.imap', 'mail.smtp'],
    use: { imap: ['mail.imap'], pop3: ['mail.pop'], smtp: ['mail.smtp'] },
    claims: {},
  },
};

/** All four, in the order pages show them. */
export const profileNames = ['microsoft', 'google', 'strict', 'plain'] as const satisfies readonly Profile[];

/** Narrows a word from a URL or a request body. */
export function isProfile(word: unknown): word is Profile {
  return profileNames.some((name) => name === word);
}
