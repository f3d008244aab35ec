import { Injectable, Logger } from '@nestjs/common';
import { AdminAccess, kernelProblem, Problem, Settings } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { ConnectedToken } from '../tokens/connected-token.js';
import { type Callback } from './authorization-input.js';
import { AuthorizationRows } from './authorization-rows.js';
import { CodeRedemption } from './code-redemption.js';
import { hashOf, readConsentCookie } from './consent-cookie.js';
import { type OAuthAuthorization } from './oauth-authorization.js';
import { returnUrl } from './return-path.js';

/**
 * A browser comes back from a provider. Its state is used up before anything it says is believed; then browser and
 * actor have to be the ones that began; only a consent that was verified whole is stored.
 */
@Injectable()
export class ConsentReturn {
  readonly #logger = new Logger('Mailroom');

  constructor(
    private readonly rows: AuthorizationRows,
    private readonly access: AdminAccess,
    private readonly redemption: CodeRedemption,
    private readonly connected: ConnectedToken,
    private readonly settings: Settings,
  ) {}

  /** Never throws a known problem: answers the URL that shows what came of it. */
  async run(callback: Callback, cookies: string | undefined): Promise<string> {
    const { state = '' } = callback;
    const found = await this.rows.consume(state);
    if (found.kind === 'refused') return this.strange(found.code);
    const { row } = found;
    if (!this.isSameBrowser(row, state, cookies)) {
      await this.rows.fail(row.id, oauthProblem('other-browser'));
      return this.strange('other-browser');
    }
    try {
      return returnUrl(this.settings, row.returnTo, await this.connect(row, callback));
    } catch (error) {
      await this.rows.fail(row.id, this.named(error, row));
      return this.settings.at(`authorizations/${row.id}`);
    }
  }

  private async connect(row: OAuthAuthorization, callback: Callback): Promise<string> {
    const actor = await this.access.actorById(row.actorId);
    if (!actor || !(await this.access.mayAdminister(actor))) throw oauthProblem('actor-not-allowed');
    const connection = await this.redemption.run(row, callback);
    return this.connected.store(connection, (tokenId, tx) => this.rows.complete(row.id, tokenId, tx));
  }

  private isSameBrowser(row: OAuthAuthorization, state: string, cookies: string | undefined): boolean {
    const secure = this.settings.publicUrl.protocol === 'https:';
    const value = readConsentCookie(cookies, state, secure);
    return value !== undefined && hashOf(value) === row.browserHash;
  }

  // Whoever comes with a state that is not theirs learns nothing but that.
  private strange(code: string): string {
    return this.settings.at(`authorizations/unknown?code=${code}`);
  }

  private named(error: unknown, row: OAuthAuthorization): Problem {
    if (error instanceof Problem && error.kind !== 'internal') {
      this.#logger.warn(`Authorization ${row.id} of client ${row.clientId} failed: ${error.message}`);
      return error;
    }
    this.#logger.error(`Authorization ${row.id} failed`, error instanceof Error ? error.stack : undefined);
    return error instanceof Problem ? error : kernelProblem('unexpected');
  }
}
