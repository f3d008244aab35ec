import { Secret, type SecretBox } from '@mailroom/kernel';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type AccountSettings } from './account-settings.js';
import { type MailAccount } from './mail-account.js';
import { originOf, passwordPlace } from './origin.js';

/**
 * The password envelope that goes with these settings: a new one, the stored one where the server is still the same,
 * none with a token. Problems `password-required` and `password-required-for-new-origin`.
 */
export function sealedPassword(
  box: SecretBox,
  account: AccountSettings & { readonly id: string },
  typed: string | undefined,
  former: MailAccount | null,
): string | null {
  if (account.auth === 'token') return null;
  if (typed !== undefined) return box.seal(Secret.of(typed), passwordPlace(account));
  if (!former?.sealedPassword) throw mailAccountProblem('password-required', { field: 'password' });
  if (originOf(former) !== originOf(account)) {
    throw mailAccountProblem('password-required-for-new-origin', { field: 'password' });
  }
  return former.sealedPassword;
}
