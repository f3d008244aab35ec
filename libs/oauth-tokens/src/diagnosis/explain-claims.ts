import { type Problem } from '@mailroom/kernel';
import { type ClientFlow } from '../clients/oauth-client.js';
import { oauthProblem } from '../oauth-problems.js';
import { type Provider } from '../providers/client-template.js';
import { type Claims } from './read-claims.js';

/** What the claims of a token are held against. */
export interface Expected {
  readonly provider: Provider;
  readonly flow: ClientFlow;
  readonly clientId: string;
  readonly tenant: string | null;
  /** What the client asks for. */
  readonly scope: string;
  /** Whose mailbox is to be opened; null where the token is for many. */
  readonly mailbox: string | null;
}

/** What is wrong with the token itself, and what is right but easily taken for wrong. */
export interface Explanation {
  readonly faults: readonly Problem[];
  readonly hints: readonly Problem[];
}

/** Office 365 Exchange Online, by its application ID. */
const EXCHANGE = '00000002-0000-0ff1-ce00-000000000000';
const EXCHANGE_HOSTS =
  /^https:\/\/(outlook\.office(365)?\.(com|us)|outlook-dod\.office365\.us|partner\.outlook\.cn|ps\.outlook\.com)\/?$/;
const MAIL_SCOPES = ['IMAP.AccessAsUser.All', 'POP.AccessAsUser.All', 'SMTP.Send'];
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What the claims mean for mail. Only Microsoft's are known well enough to be judged; tokens of others are judged by the
 * application they were made for. Sources: learn.microsoft.com, "Access token claims reference" and "Authenticate an IMAP,
 * POP or SMTP connection using OAuth".
 */
export function explainClaims(claims: Claims, expected: Expected): Explanation {
  const microsoft = expected.provider === 'microsoft';
  const faults = microsoft
    ? [wrongAudience(claims), missingPermission(claims, expected), wrongTenant(claims, expected)]
    : [];
  const hints = microsoft ? [sendingMissing(claims, expected), exchangeDecides(expected)] : [];
  return {
    faults: present([...faults, wrongApplication(claims, expected)]),
    hints: present([anotherUser(claims, expected), ...hints]),
  };
}

function wrongAudience({ audience }: Claims): Problem | null {
  if (audience.length === 0 || audience.some((one) => one === EXCHANGE || EXCHANGE_HOSTS.test(one)))
    return null;
  const params = { audience: audience.map(nameOfAudience).join(', ') };
  return oauthProblem('audience-not-mail', { params, disposition: 'fix-client' });
}

function nameOfAudience(audience: string): string {
  const graph = /^(https:\/\/graph\.microsoft\.(com|us)\/?|00000003-0000-0000-c000-000000000000)$/;
  return graph.test(audience) ? 'Microsoft Graph' : audience;
}

function missingPermission(claims: Claims, { flow, scope }: Expected): Problem | null {
  if (flow !== 'authorization-code') {
    const reads = claims.roles.some((role) => /^(IMAP|POP)\.AccessAsApp$/.test(role));
    return reads || claims.roles.includes('SMTP.SendAsApp') ? null : missing('IMAP.AccessAsApp', 'ask-admin');
  }
  const asked = scope.split(/\s+/).map((word) => word.slice(word.lastIndexOf('/') + 1));
  const needed = MAIL_SCOPES.filter((name) => asked.includes(name));
  const lacking = needed.filter((name) => !claims.scopes.includes(name));
  if (lacking.length > 0) return missing(lacking.join(', '), 'reconnect');
  const any = MAIL_SCOPES.some((name) => claims.scopes.includes(name));
  return any ? null : missing('IMAP.AccessAsUser.All', 'fix-client');
}

function missing(permission: string, disposition: 'ask-admin' | 'reconnect' | 'fix-client'): Problem {
  return oauthProblem('permission-missing', { params: { missing: permission }, disposition });
}

// Role-based access control in Exchange may stand in for this one, so its absence proves nothing.
function sendingMissing({ roles }: Claims, { flow }: Expected): Problem | null {
  if (flow === 'authorization-code' || roles.length === 0 || roles.includes('SMTP.SendAsApp')) return null;
  return oauthProblem('sending-permission-missing', { disposition: 'ask-admin' });
}

// A tenant that is named by a domain, or `common`, cannot be compared here.
function wrongTenant(claims: Claims, { tenant }: Expected): Problem | null {
  if (tenant === null || claims.tenant === null || !GUID.test(tenant)) return null;
  if (tenant.toLowerCase() === claims.tenant.toLowerCase()) return null;
  const params = { expected: tenant, actual: claims.tenant };
  return oauthProblem('another-tenant', { params, disposition: 'fix-client' });
}

function wrongApplication({ application }: Claims, { clientId }: Expected): Problem | null {
  if (application === null || application.toLowerCase() === clientId.toLowerCase()) return null;
  const params = { expected: clientId, actual: application };
  return oauthProblem('another-application', { params, disposition: 'fix-client' });
}

function anotherUser({ user }: Claims, { mailbox, flow }: Expected): Problem | null {
  if (flow !== 'authorization-code' || user === null || mailbox === null) return null;
  if (user.toLowerCase() === mailbox.toLowerCase()) return null;
  return oauthProblem('mailbox-of-another', { params: { user, mailbox }, disposition: 'ask-admin' });
}

function exchangeDecides({ flow }: Expected): Problem | null {
  return flow === 'authorization-code'
    ? null
    : oauthProblem('exchange-decides', { disposition: 'ask-admin' });
}

function present(problems: readonly (Problem | null)[]): Problem[] {
  return problems.filter((problem) => problem !== null);
}
