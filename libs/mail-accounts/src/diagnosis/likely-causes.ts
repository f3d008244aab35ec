import { type MailAccount } from '../accounts/mail-account.js';
import { providerOf, type MailProvider } from './mail-provider.js';
import { type SignInCause } from './sign-in-causes.js';

/** What is known when a check failed. */
export interface Evidence {
  /** Code of the problem. */
  readonly code: string;
  /** What the server said of the token in its challenge (XOAUTH2, RFC 7628): `400`, `401`, `invalid_token`…; empty for nothing. */
  readonly oauthStatus: string;
  readonly account: Pick<MailAccount, 'host' | 'port' | 'security' | 'login' | 'auth'>;
  /** Who consented to the token; null for the token of an application and where there is none. */
  readonly consented: string | null;
}

/** Ports that speak TLS from the first byte, and those that begin in the clear. */
const TLS_PORTS = new Set([993, 995, 465]);
const CLEAR_PORTS = new Set([143, 110, 25, 587]);

/**
 * What most likely keeps a mailbox closed, the likeliest first; empty where the problem says it all. Providers refuse
 * with one sentence for many reasons, so this goes by what they are known to mean and by what the account looks like.
 */
export function likelyCauses(evidence: Evidence): readonly SignInCause[] {
  const provider = providerOf(evidence.account.host);
  switch (evidence.code) {
    case 'mailbox-login-refused':
      return evidence.account.auth === 'token' ? tokenCauses(evidence, provider) : passwordCauses(provider);
    case 'mailbox-password-not-allowed':
      return provider === 'microsoft' ? ['passwords-switched-off'] : ['app-password-needed'];
    case 'mailbox-not-connected':
      return [...foreign(evidence), 'no-licence', 'protocol-switched-off', 'mailbox-moving'];
    case 'mailbox-tls-failed':
    case 'mailbox-port-in-clear':
    case 'mailbox-greeting-missing':
      return portCauses(evidence.account);
    default:
      return [];
  }
}

function tokenCauses(evidence: Evidence, provider: MailProvider): SignInCause[] {
  const said = statusCauses(evidence.oauthStatus);
  // Microsoft answers all of these with "AUTHENTICATE failed." and no challenge.
  if (provider === 'microsoft') {
    const application = evidence.consented === null ? (['application-not-admitted'] as const) : [];
    return [...said, ...foreign(evidence), ...application, 'token-lacks-scope', 'protocol-switched-off'];
  }
  const more = said.length === 0 ? (['token-lacks-scope'] as const) : [];
  return [
    ...said,
    ...foreign(evidence),
    ...more,
    ...(provider === 'google' ? (['protocol-switched-off'] as const) : []),
  ];
}

// Google: 400 for a token that cannot be read, 401 for one that is too old or lacks the scope. RFC 7628 section 3.2.3 has words.
function statusCauses(status: string): SignInCause[] {
  if (status === '400' || status === 'invalid_request') return ['token-malformed'];
  if (status === '401' || status === 'insufficient_scope') return ['token-lacks-scope'];
  return [];
}

function foreign({ consented, account }: Evidence): SignInCause[] {
  const same = consented === null || consented.toLowerCase() === account.login.toLowerCase();
  return same ? [] : ['token-of-somebody-else'];
}

function passwordCauses(provider: MailProvider): SignInCause[] {
  if (provider === 'microsoft') return ['passwords-switched-off'];
  const app = provider === 'other' ? [] : (['app-password-needed'] as const);
  return [...app, 'password-wrong', 'login-wrong'];
}

function portCauses({ port, security }: Evidence['account']): SignInCause[] {
  if (security !== 'tls' && TLS_PORTS.has(port)) return ['tls-port-in-clear'];
  if (security === 'tls' && CLEAR_PORTS.has(port)) return ['clear-port-with-tls'];
  return [];
}
