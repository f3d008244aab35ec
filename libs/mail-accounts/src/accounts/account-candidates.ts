import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@mailroom/kernel';
import { TokenHosts } from '@mailroom/oauth-tokens';
import {
  type AccountChanges,
  type AccountDraft,
  type AccountTrial,
  type NewAccount,
} from './account-input.js';
import { sealedPassword } from './account-password.js';
import { AccountRows } from './account-rows.js';
import {
  changedSettings,
  newSettings,
  unfinishedSettings,
  type AccountSettings,
} from './account-settings.js';
import { MailAccount } from './mail-account.js';

/**
 * Accounts as they would be: put together, their rules checked and their password sealed, but not stored. Good for
 * checking, and for storing afterwards. Problems: those of `newSettings`, `changedSettings` and `sealedPassword`, and
 * `host-not-for-token` where a token would be shown to a host that its client does not allow.
 */
@Injectable()
export class AccountCandidates {
  constructor(
    private readonly box: SecretBox,
    private readonly rows: AccountRows,
    private readonly hosts: TokenHosts,
  ) {}

  /** A new account, its id already given. */
  fresh(input: NewAccount): Promise<MailAccount> {
    return this.candidate(newSettings(input), input.password, null);
  }

  /**
   * An account that comes from elsewhere, its id already given: what it signs in with, and its address, may be missing until
   * somebody finishes it. Whoever names a token has asked `TokenHosts`.
   */
  unfinished(input: NewAccount): MailAccount {
    const settings = unfinishedSettings(input);
    const id = randomUUID();
    const { password } = input;
    const sealed =
      password === undefined ? null : sealedPassword(this.box, { id, ...settings }, password, null);
    return Object.assign(new MailAccount(), settings, { id, sealedPassword: sealed });
  }

  /** An account after a change. */
  changed(former: MailAccount, changes: AccountChanges): Promise<MailAccount> {
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

  /** Judges a form as storing it would, but for what is not there yet. Problem `account-not-found` for an `id` that is none. */
  async judge({ id, ...values }: AccountDraft): Promise<void> {
    if (id !== undefined) await this.changed(await this.rows.find(id), values);
    else await this.fresh({ ...NOTHING_SAID, ...withoutGaps(values) });
  }

  private async candidate(
    settings: AccountSettings,
    password: string | undefined,
    former: MailAccount | null,
  ): Promise<MailAccount> {
    const { tokenId, host } = settings;
    // What stays as it was is not shown anew: the name of an account can be changed whatever became of its host.
    if (tokenId !== null && (tokenId !== former?.tokenId || host !== former.host))
      await this.hosts.require(tokenId, host, 'host');
    const id = former?.id ?? randomUUID();
    const sealed = sealedPassword(this.box, { id, ...settings }, password, former);
    return Object.assign(new MailAccount(), former, settings, {
      id,
      sealedPassword: sealed,
    });
  }
}

/** Stands for what a form does not hold yet, and breaks no rule. */
const NOTHING_SAID: NewAccount = {
  name: 'nothing',
  host: 'nowhere.invalid',
  port: 993,
  security: 'tls',
  login: 'nobody@nowhere.invalid',
  auth: 'password',
  password: 'nothing',
  disposition: 'leave',
  start: 'new',
};

function withoutGaps(values: Omit<AccountDraft, 'id'>): Partial<NewAccount> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
