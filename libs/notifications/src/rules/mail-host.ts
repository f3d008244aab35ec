import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';

/** What is one trouble of the host as soon as two of its accounts have it. */
const OF_HOST = {
  'account-not-fetching': 'mail-host-failing',
  'account-throttled': 'mail-host-throttling',
} as const;
/** Time may help, and the account's own settings have nothing to do with it. */
const AT_HOST =
  /^(host-|mailbox-(throttled|connection-|unreachable|too-slow|greeting-missing|unavailable|bandwidth-exceeded))/;

/** An account with what is wrong with it. */
export interface Alarmed {
  readonly account: AccountHealthRow;
  readonly finding: Finding;
}

/** The findings of accounts, those that are one trouble of their mail host put together. */
export function byMailHost(alarmed: readonly Alarmed[]): Finding[] {
  const groups = Map.groupBy(alarmed, ({ account, finding }) => troubleOf(account, finding));
  return [...groups].flatMap(([trouble, group]) => {
    const findings = group.map(({ finding }) => finding);
    const [first] = group;
    return trouble === null || !first || group.length < 2 ? findings : [together(trouble, first, findings)];
  });
}

function troubleOf({ host }: AccountHealthRow, { kind, params }: Finding): string | null {
  if (kind !== 'account-not-fetching' && kind !== 'account-throttled') return null;
  return AT_HOST.test(params['code'] ?? '') ? `${OF_HOST[kind]}:${host}` : null;
}

function together(trouble: string, { account, finding }: Alarmed, all: readonly Finding[]): Finding {
  const since = all.map(({ params }) => params['since'] ?? '').toSorted()[0] ?? null;
  const kind = trouble.startsWith('mail-host-failing') ? 'mail-host-failing' : 'mail-host-throttling';
  return {
    kind,
    cause: `host:${account.host}`,
    severity: finding.severity,
    params: {
      host: account.host,
      accounts: String(all.length),
      code: finding.params['code'] ?? null,
      since,
    },
    action: { kind: 'open', path: 'accounts' },
    extent: all.length,
  };
}
