import { templateOf } from '@mailroom/oauth-tokens';
import { type Place, type Proposal, type Source } from './proposal.js';

/** A provider that is recognised by the domains of its addresses, or by who takes their mail in. */
interface KnownProvider {
  readonly domains: RegExp;
  /** Names of its MX hosts: domains of customers point there. */
  readonly exchangers: RegExp;
  readonly imap: Place | null;
  readonly pop3: Place | null;
  readonly smtp: Place | null;
  readonly template: string | null;
  readonly auth: Proposal['auth'];
  readonly appPassword: boolean;
}

const NEVER = /^(?!)/;

// As the providers themselves say (their help pages on IMAP, POP and SMTP settings); hosts of OAuth providers come from the
// client templates.
const PROVIDERS: readonly KnownProvider[] = [
  withTemplate(
    'microsoft-365',
    /(^|\.)onmicrosoft\.com$/,
    /\.mail\.protection\.outlook\.com$|\.mx\.microsoft$/,
    ['token'],
  ),
  withTemplate(
    'outlook-com',
    /^(outlook|hotmail|live|msn)\.[a-z.]{2,6}$|^passport\.com$/,
    /\.olc\.protection\.outlook\.com$/,
    ['token'],
  ),
  withTemplate('google', /^g(oogle)?mail\.com$/, /(^|\.)(google|googlemail)\.com$|^smtp\.google\.com$/, [
    'token',
    'password',
  ]),
  withTemplate('yahoo', /^(yahoo|ymail|rocketmail|myyahoo)\.[a-z.]{2,6}$/, /\.yahoodns\.net$/, [
    'token',
    'password',
  ]),
  withTemplate(
    'fastmail',
    /^fastmail\.[a-z]{2,3}$|^(fastmail\.[a-z.]+|sent\.com)$/,
    /\.messagingengine\.com$/,
    ['token', 'password'],
  ),
  withTemplate('yandex', /^(yandex\.[a-z.]{2,6}|ya\.ru)$/, /(^|\.)mx\.yandex\.(net|ru)$/, [
    'token',
    'password',
  ]),
  plain(
    /^(icloud|me|mac)\.com$/,
    /\.mail\.icloud\.com$/,
    'imap.mail.me.com',
    null,
    starttls('smtp.mail.me.com'),
    true,
  ),
  plain(/^aol\.[a-z.]{2,6}$/, NEVER, 'imap.aol.com', 'pop.aol.com', tls('smtp.aol.com', 465), true),
  plain(
    /^gmx\.(net|de|at|ch|eu)$/,
    /(^|\.)gmx\.net$/,
    'imap.gmx.net',
    'pop.gmx.net',
    starttls('mail.gmx.net'),
  ),
  plain(
    /^gmx\.(com|us|co\.uk|fr|es|it)$/,
    /(^|\.)gmx\.com$/,
    'imap.gmx.com',
    'pop.gmx.com',
    starttls('mail.gmx.com'),
  ),
  plain(/^web\.de$/, /(^|\.)web\.de$/, 'imap.web.de', 'pop3.web.de', starttls('smtp.web.de')),
  plain(
    /^(t-online|magenta)\.de$/,
    /\.t-online\.de$/,
    'secureimap.t-online.de',
    'securepop.t-online.de',
    tls('securesmtp.t-online.de', 465),
    true,
  ),
  plain(
    /^(ionos\.[a-z.]+|online\.de)$/,
    /\.kundenserver\.de$|\.ionos\.[a-z.]+$/,
    'imap.ionos.de',
    'pop.ionos.de',
    tls('smtp.ionos.de', 465),
  ),
  plain(
    /^zoho\.com$|^zohomail\.com$/,
    /(^|\.)zoho\.com$/,
    'imap.zoho.com',
    'pop.zoho.com',
    tls('smtp.zoho.com', 465),
    true,
  ),
  plain(
    /^mailbox\.org$/,
    /\.mailbox\.org$/,
    'imap.mailbox.org',
    'pop3.mailbox.org',
    tls('smtp.mailbox.org', 465),
  ),
  plain(/^posteo\.[a-z]{2,3}$/, /\.posteo\.de$/, 'posteo.de', 'posteo.de', tls('posteo.de', 465)),
  plain(
    /^(mail|inbox|list|bk)\.ru$/,
    /\.mail\.ru$/,
    'imap.mail.ru',
    'pop.mail.ru',
    tls('smtp.mail.ru', 465),
    true,
  ),
];

/** What is known of addresses in this domain; null for a domain that nobody knows. */
export function knownByDomain(domain: string, login: string): readonly Proposal[] | null {
  return proposalsOf(
    PROVIDERS.find(({ domains }) => domains.test(domain)),
    login,
    'known',
  );
}

/** What is known by the hosts that take a domain's mail in, the preferred first; null when they are nobody's known. */
export function knownByExchanger(exchangers: readonly string[], login: string): readonly Proposal[] | null {
  const names = exchangers.map((name) => name.toLowerCase().replace(/\.$/, ''));
  return proposalsOf(
    PROVIDERS.find((provider) => names.some((name) => provider.exchangers.test(name))),
    login,
    'mx',
  );
}

function proposalsOf(
  provider: KnownProvider | undefined,
  login: string,
  source: Source,
): readonly Proposal[] | null {
  if (!provider) return null;
  const { auth, appPassword, template, smtp } = provider;
  const common = { login, auth: [...auth], appPassword, template, smtp, source };
  return [
    ...(provider.imap ? [{ ...provider.imap, kind: 'imap' as const, ...common }] : []),
    ...(provider.pop3 ? [{ ...provider.pop3, kind: 'pop3' as const, ...common }] : []),
  ];
}

function withTemplate(
  template: string,
  domains: RegExp,
  exchangers: RegExp,
  auth: Proposal['auth'],
): KnownProvider {
  const mail = templateOf(template).mail;
  const { imap = null, pop = null, smtp = null } = mail ?? {};
  return {
    domains,
    exchangers,
    imap,
    pop3: pop,
    smtp,
    template,
    auth,
    appPassword: auth.includes('password'),
  };
}

function plain(
  domains: RegExp,
  exchangers: RegExp,
  imap: string,
  pop3: string | null,
  smtp: Place,
  appPassword = false,
): KnownProvider {
  return {
    domains,
    exchangers,
    imap: tls(imap, 993),
    pop3: pop3 === null ? null : tls(pop3, 995),
    smtp,
    template: null,
    auth: ['password'],
    appPassword,
  };
}

function tls(host: string, port: number): Place {
  return { host, port, security: 'tls' };
}

function starttls(host: string): Place {
  return { host, port: 587, security: 'starttls' };
}
