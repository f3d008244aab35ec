import { Injectable } from '@nestjs/common';
import { Secret, SecretBox, type Destination, type Problem } from '@mailroom/kernel';
import { AccessTokens, TokenHosts, requireCover, type AccessToken } from '@mailroom/oauth-tokens';
import { type MailAccount } from '../accounts/mail-account.js';
import { passwordPlace } from '../accounts/origin.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';

/** What a mail server is shown: a password, or an access token that ends at some time. */
export type Credentials =
  | { readonly kind: 'password'; readonly password: Secret }
  | { readonly kind: 'token'; readonly token: AccessToken };

/** Opens what an account signs in with. */
@Injectable()
export class MailboxCredentials {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly hosts: TokenHosts,
    private readonly secrets: SecretBox,
  ) {}

  /**
   * A usable access token for who is at `destination`, or the password. Throws the problems of `AccessTokens.get`,
   * `host-not-for-token`, `token-in-clear`, `secret-unreadable`, `token-required` and `password-required`.
   */
  async of(account: MailAccount, destination: Destination): Promise<Credentials> {
    if (account.auth === 'token') {
      if (!account.tokenId) throw mailAccountProblem('token-required', { disposition: 'ask-admin' });
      requireCover(account.security, destination);
      await this.hosts.require(account.tokenId, account.host);
      return { kind: 'token', token: await this.tokens.get(account.tokenId) };
    }
    if (!account.sealedPassword) throw mailAccountProblem('password-required', { disposition: 'ask-admin' });
    return { kind: 'password', password: this.secrets.open(account.sealedPassword, passwordPlace(account)) };
  }

  /**
   * Another try after a refusal: a new access token where the server refused the old one, else null. A token that was
   * revoked early looks expired to nobody but the mail server.
   */
  async after(refusal: Problem, { kind, ...used }: Credentials): Promise<Credentials | null> {
    if (refusal.code !== 'mailbox-login-refused' || kind !== 'token' || !('token' in used)) return null;
    return { kind: 'token', token: await this.tokens.renew(used.token.tokenId, used.token.value) };
  }
}
