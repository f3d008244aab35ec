import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';

/** Mail of an account that the host could not take waits for somebody, whatever state the account is in. */
export function quarantineNotEmpty({ accountId, name, quarantined }: AccountHealthRow): Finding | null {
  if (quarantined === 0) return null;
  return {
    kind: 'quarantine-not-empty',
    cause: `quarantine:${accountId}`,
    severity: 'warning',
    params: { account: name, mails: String(quarantined) },
    action: { kind: 'open', path: `quarantine?account=${accountId}` },
    extent: quarantined,
  };
}
