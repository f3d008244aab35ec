import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type TokenHealthRow } from '@mailroom/oauth-tokens';
import { type Finding } from '../banners/banner.js';

/** What only somebody with rights at the provider can undo, whatever is done here. */
const AT_PROVIDER = new Set([
  'mailbox-web-login-required',
  'mailbox-password-not-allowed',
  'mailbox-imap-disabled',
  'mailbox-pop3-disabled',
  'mailbox-provider-contact',
  'mailbox-damaged',
]);

/** True when a refresh of this token fails until somebody at the provider acts; a dead grant is `refreshTokenExpired`. */
export function waitsForProvider({ clientValidity, failure, state }: TokenHealthRow): boolean {
  return clientValidity === 'valid' && state !== 'reconnect' && failure?.class === 'ask-admin';
}

/**
 * The administrator at the provider has to act before tokens can be refreshed. What one decision there does to many
 * mailboxes of a client is one banner, which leads to all of them.
 */
export function adminActionForTokens(tokens: readonly TokenHealthRow[]): Finding[] {
  const waiting = tokens.filter(waitsForProvider);
  const groups = Map.groupBy(waiting, ({ clientId, failure }) => `client:${clientId}:${failure?.code}`);
  return [...groups].flatMap(([cause, group]) => {
    const [first] = group;
    if (!first) return [];
    const isOne = group.length === 1;
    const path = isOne ? `tokens/${first.tokenId}` : `tokens?client=${first.clientId}`;
    return [finding(cause, isOne ? first.mailbox : null, first, group.length, path)];
  });
}

/** The same for one mailbox that its provider has closed to programs: said at once, for it does not pass. */
export function adminActionForAccount({ accountId, name, state, failure }: AccountHealthRow): Finding | null {
  if (state !== 'live' || !failure || !AT_PROVIDER.has(failure.code)) return null;
  const person = { clientName: null, failure };
  return finding(`account:${accountId}`, name, person, 1, `accounts/${accountId}`);
}

interface Sufferer {
  readonly clientName: string | null;
  readonly clientId?: string | null;
  readonly failure: { readonly code: string; readonly at: Date } | null;
}

function finding(
  cause: string,
  mailbox: string | null,
  { clientName, clientId = null, failure }: Sufferer,
  mailboxes: number,
  path: string,
): Finding {
  return {
    kind: 'admin-action-needed',
    cause,
    severity: 'critical',
    params: {
      mailbox,
      client: clientName,
      code: failure?.code ?? null,
      mailboxes: String(mailboxes),
      since: failure?.at.toISOString() ?? null,
    },
    action: { kind: 'open', path },
    concerns: clientId === null ? [] : [`client:${clientId}`],
    extent: mailboxes,
  };
}
