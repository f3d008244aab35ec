import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@mailroom/kernel';
import { type AccountChanges, type AccountTrial, type NewAccount } from './account-input.js';
import { sealedPassword } from './account-password.js';
import { AccountRows } from './account-rows.js';
import { changedSettings, newSettings, type AccountSettings } from './account-settings.js';
import { MailAccount } from './mail-account.js';

/**
 * Accounts as they would be: put together, their rules checked and their password sealed, but not stored. Good for
 * checking, and for storing afterwards. Problems: those of `newSettings`, `changedSettings` and `sealedPassword`.
 */
@Injectable()
export class AccountCandidates {
  constructor(
    private readonly box: SecretBox,
    private readonly rows: AccountRows,
  ) {}

  /** A new account, its id already given. */
  fresh(input: NewAccount): MailAccount {
    return this.candidate(newSettings(input), input.password, null);
  }

  /** An account after a change. */
  changed(former: MailAccount, changes: AccountChanges): MailAccount {
    return this.candidate(changedSettings(former, changes), changes.password, former);
  }

  /** An account from values that nobody has saved. Problem `account-not-found` for an `id` that is none. */
  async tried({ id, ...values }: AccountTrial): Promise<MailAccount> {
    if (id !== undefined) return this.changed(await this.rows.find(id), values);
    return this.fresh({
      ...values,
      name: values.name ?? values.login,
      disposition: values.disposition ?? 'leave',
      start: values.start ?? 'new',
    });
  }

  private candidate(
    settings: AccountSettings,
    password: string | undefined,
    former: MailAccount | null,
  ): MailAccount {
    const id = former?.id ?? randomUUID();
    const sealed = sealedPassword(this.box, { id, ...settings }, password, former);
    return Object.assign(new MailAccount(), former, settings, { id, sealedPassword: sealed });
  }
}
