import { type AccountHealthRow } from '@mailroom/mail-accounts';
import { type Finding } from '../banners/banner.js';

/** An account that was made a draft because it had failed for days: nobody fetches it until somebody has looked. */
export function accountSetBack({ accountId, name, state, setBack }: AccountHealthRow): Finding | null {
  if (state !== 'draft' || !setBack) return null;
  return {
    kind: 'account-set-back',
    cause: `account:${accountId}`,
    severity: 'critical',
    params: { account: name, code: setBack.code, at: setBack.at.toISOString() },
    action: { kind: 'open', path: `accounts/${accountId}` },
  };
}
