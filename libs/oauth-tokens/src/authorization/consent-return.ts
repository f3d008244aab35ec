import { Injectable } from '@nestjs/common';
import { type Actor, AdminAccess, EventLog, kernelProblem, Problem, Settings } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { ConnectedToken } from '../tokens/connected-token.js';
import { type Callback } from './authorization-input.js';
import { AuthorizationRows } from './authorization-rows.js';
import { Authorizations } from './authorizations.js';
import { CodeRedemption } from './code-redemption.js';
import { ConsentPurposes } from './consent-purposes.js';
import { hashOf, readConsentCookie } from './consent-cookie.js';
import { type OAuthAuthorization } from './oauth-authorization.js';
import { returnUrl } from './return-path.js';

/** Where a browser goes next, and the cookie it takes along. */
export interface OnTheWay {
  readonly redirectTo: string;
  readonly cookie?: string;
}

/**
 * A browser comes back from a provider. Its state is used up before anything it says is believed; then browser and
 * actor have to be the ones that began; only a consent that was verified whole is stored.
 */
@Injectable()
export class ConsentReturn {
  readonly #log = new EventLog();

  constructor(
    private readonly rows: AuthorizationRows,
    private readonly access: AdminAccess,
    private readonly authorizations: Authorizations,
    private readonly redemption: CodeRedemption,
    private readonly connected: ConnectedToken,
    private readonly purposes: ConsentPurposes,
    private readonly settings: Settings,
  ) {}

  /** Never throws a known problem: answers where the browser goes, which shows what came of it. */
  async run(callback: Callback, cookies: string | undefined, from?: string): Promise<OnTheWay> {
    const { state = '' } = callback;
    const found = await this.rows.consume(state);
    if (found.kind === 'refused') return this.strange(found.code);
    const { row } = found;
    if (!this.isSameBrowser(row, state, cookies)) {
      await this.rows.fail(row.id, oauthProblem('other-browser'));
      return this.strange('other-browser');
    }
    try {
      const actor = await this.actorOf(row, from);
      return await this.connect(row, callback, actor);
    } catch (error) {
      await this.rows.fail(row.id, this.named(error, row));
      const purpose = this.purposes.of(row.purpose);
      return { redirectTo: this.settings.at(purpose?.failedAt(row.id) ?? `authorizations/${row.id}`) };
    }
  }

  private async actorOf(row: OAuthAuthorization, from: string | undefined): Promise<Actor> {
    const actor = await this.access.actorById(row.actorId);
    if (!actor || !(await this.mayComplete(row, actor))) throw oauthProblem('actor-not-allowed');
    return from === undefined ? actor : { ...actor, from };
  }

  // What an admin began nobody completes who is none any more, whatever else they may do.
  private async mayComplete({ purpose }: OAuthAuthorization, actor: Actor): Promise<boolean> {
    return this.purposes.of(purpose)?.mayComplete(actor) ?? this.access.mayAdminister(actor);
  }

  private async connect(row: OAuthAuthorization, callback: Callback, actor: Actor): Promise<OnTheWay> {
    try {
      const connection = await this.redemption.run(row, callback, actor);
      const purpose = this.purposes.of(row.purpose);
      const tokenId = await this.connected.store(connection, 'token-connected', async (id, tx, former) => {
        await this.rows.complete(row.id, id, tx);
        await purpose?.keep({ ...connection, tokenId: id, clientId: row.clientId, former }, tx);
      });
      const url = purpose ? this.settings.at(row.returnTo) : returnUrl(this.settings, row.returnTo, tokenId);
      return { redirectTo: url };
    } catch (error) {
      if (!consentHelps(error)) throw error;
      return this.askForConsent(row, error, actor);
    }
  }

  // The provider signed somebody in and asked for no consent: once more, and now it has to ask.
  private async askForConsent(
    { id, clientId, tokenId, mailbox, returnTo, anotherIdentity, purpose }: OAuthAuthorization,
    problem: Problem,
    actor: Actor,
  ): Promise<OnTheWay> {
    const loginHint = problem.params['mailbox'] ?? mailbox;
    const begun = await this.authorizations.begin(
      {
        clientId,
        returnTo,
        ...(tokenId === null ? {} : { tokenId }),
        ...(typeof loginHint === 'string' ? { loginHint } : {}),
        ...(anotherIdentity ? { anotherIdentity: 'allow' } : {}),
      },
      actor,
      { asksConsent: true, purpose },
    );
    await this.rows.fail(id, problem);
    return begun;
  }

  private isSameBrowser(row: OAuthAuthorization, state: string, cookies: string | undefined): boolean {
    const secure = this.settings.publicUrl.protocol === 'https:';
    const value = readConsentCookie(cookies, state, secure);
    return value !== undefined && hashOf(value) === row.browserHash;
  }

  // Whoever comes with a state that is not theirs learns nothing but that.
  private strange(code: string): OnTheWay {
    return { redirectTo: this.settings.at(`authorizations/unknown?code=${code}`) };
  }

  private named(error: unknown, row: OAuthAuthorization): Problem {
    const facts = { authorizationId: row.id, clientId: row.clientId };
    if (error instanceof Problem && error.kind !== 'internal') {
      const { code: problem, disposition } = error;
      this.#log.warn('authorization-failed', 'An authorization failed', {
        ...facts,
        problem,
        class: disposition,
      });
      return error;
    }
    this.#log.error('authorization-failed', 'An authorization failed', facts, error);
    return error instanceof Problem ? error : kernelProblem('unexpected');
  }
}

function consentHelps(error: unknown): error is Problem {
  return error instanceof Problem && error.params['consentHelps'] === true;
}
