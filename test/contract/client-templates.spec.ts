import { clientTemplates } from '../../libs/oauth-tokens/src/providers/client-templates.js';
import { type ClientTemplate } from '../../libs/oauth-tokens/src/providers/client-template.js';
import { callbackAliasNames } from '../../libs/oauth-tokens/src/redirect-uri/callback-aliases.js';
import { identifierDoubts } from '../../libs/oauth-tokens/src/clients/unusual-identifiers.js';
import { redirectFaults } from '../../libs/oauth-tokens/src/redirect-uri/lint-redirect-uri.js';
import { scopeDoubts } from '../../libs/oauth-tokens/src/scope/check-scope.js';
import { portalLines } from '../../apps/admin-web/src/clients/portal-lines.js';
import { words } from '../../apps/admin-web/src/i18n/words.js';
import { profiles } from '../../apps/sandbox/src/oauth/profiles.js';
import { profileOfTemplate } from '../support/connect.js';

const { clients } = words;
const known = clientTemplates.filter(({ tokenEndpoint }) => tokenEndpoint !== '');
const cases = clientTemplates.map((template) => [template.id, template] as const);
const knownCases = known.map((template) => [template.id, template] as const);

/** Where a word of a scope leads; words without a host say nothing about that. */
function resourceOf(word: string): string | null {
  return URL.canParse(word) && word.startsWith('https://') ? new URL(word).host : null;
}

function endpointsOf(template: ClientTemplate): string[] {
  const { authorizationEndpoint, tokenEndpoint, revocationEndpoint, deviceEndpoint } = template;
  return [authorizationEndpoint, tokenEndpoint, revocationEndpoint, deviceEndpoint].filter(
    (url) => url !== null,
  );
}

describe('the templates of clients', () => {
  it('have names of their own', () => {
    const ids = clientTemplates.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(cases)('say what to do at the provider: %s', (id) => {
    expect(clients.templates[id]).toMatchObject({ name: expect.any(String), lead: expect.any(String) });
    expect(portalLines(id).length).toBeGreaterThan(1);
  });

  it.each(cases)('are tried against the sandbox: %s', (id) => {
    expect(Object.keys(profiles)).toContain(profileOfTemplate[id]);
  });

  it.each(knownCases)('speak https, and to one tenant at a time: %s', (_, template) => {
    for (const endpoint of endpointsOf(template)) {
      expect(endpoint).toMatch(/^https:\/\/[a-z0-9.]+\/[\w./{}-]+$/);
      if (endpoint.includes('{tenant}')) expect(template.tenancy).not.toBe('none');
    }
    expect(template.tenancy === 'any').toBe(template.defaultTenant !== null);
  });

  it.each(cases)('ask for consent where their flow does: %s', (_, template) => {
    const consents = template.flow === 'authorization-code';
    expect(template.authorizationEndpoint !== null).toBe(consents);
    expect(template.refreshTokenExpected).toBe(consents);
    if (!consents) expect(template.identity).toBe('none');
    if (template.identity === 'id-token') {
      expect(template.mailboxClaims).not.toEqual([]);
      expect(template.scope.split(' ')).toContain('openid');
    }
  });

  it.each(knownCases)('ask for tokens of one resource, in words of their builder: %s', (_, template) => {
    const { scope, scopeWords, mailScopes } = template;
    const asked = scope.split(' ');
    const resources = new Set(asked.map(resourceOf).filter((host) => host !== null));
    expect(resources.size).toBeLessThanOrEqual(1);
    const words = scopeWords ?? { imap: [], pop: [], smtp: [], always: [] };
    const built = [...words.imap, ...words.smtp, ...words.always];
    expect(new Set(asked)).toEqual(new Set(built));
    if (mailScopes !== 'asked')
      expect(new Set(mailScopes)).toEqual(new Set([...words.imap, ...words.pop, ...words.smtp]));
  });

  it.each(knownCases)('know where the mail is, and never in clear text: %s', (_, { mail }) => {
    for (const host of Object.values(mail ?? {})) expect(['tls', 'starttls']).toContain(host.security);
    expect(mail?.imap).toMatchObject({ port: 993, security: 'tls' });
    expect(mail?.pop).toMatchObject({ port: 995, security: 'tls' });
    expect([465, 587]).toContain(mail?.smtp.port);
    expect(mail?.smtp.security).toBe(mail?.smtp.port === 465 ? 'tls' : 'starttls');
  });
});

it('has a sentence for everything that is said about identifiers, a scope or a redirect URI as one types', () => {
  const codes = [...scopeDoubts, ...redirectFaults, ...identifierDoubts];
  expect(Object.keys(clients.findings).toSorted()).toEqual(codes.toSorted());
});

it('knows every callback path of another product by name', () => {
  expect(Object.keys(clients.callbackAliases)).toEqual(callbackAliasNames);
});
