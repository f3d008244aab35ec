import { Injectable } from '@nestjs/common';
import { Database, type Problem } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { CONSENT_SECONDS, hashOf } from './consent-cookie.js';
import { OAuthAuthorization } from './oauth-authorization.js';

/** What a state from a callback turned out to be. */
export type Consumption =
  | { readonly kind: 'consumed'; readonly row: OAuthAuthorization }
  | { readonly kind: 'refused'; readonly code: 'state-unknown' | 'state-used' | 'state-expired' };

/** What is known when a trip to the provider begins. */
export type NewAuthorization = Omit<
  OAuthAuthorization,
  'state' | 'begunAt' | 'expiresAt' | 'consumedAt' | 'problemCode' | 'problemParams'
>;

/** Authorizations in flight and how they ended. All times are the database's (`mailroom.now()`). */
@Injectable()
export class AuthorizationRows {
  constructor(private readonly database: Database) {}

  async begin(row: NewAuthorization): Promise<void> {
    const { id, clientId, tokenId, stateHash, browserHash, nonceHash, sealedVerifier } = row;
    const { actorId, actorName, scope, returnTo, redirectUri, anotherIdentity, mailbox, asksConsent } = row;
    const { purpose } = row;
    await this.database.query(BEGIN, [
      id,
      clientId,
      tokenId,
      stateHash,
      browserHash,
      nonceHash,
      sealedVerifier,
      actorId,
      actorName,
      scope,
      returnTo,
      CONSENT_SECONDS,
      redirectUri,
      anotherIdentity,
      mailbox,
      asksConsent,
      purpose,
    ]);
  }

  /** How many this actor has begun within the time that one may take. */
  async begunLately(actorId: string): Promise<number> {
    const { rows } = await this.database.query<{ count: number }>(LATELY, [actorId, CONSENT_SECONDS]);
    return rows[0]?.count ?? 0;
  }

  async find(id: string): Promise<OAuthAuthorization | null> {
    return this.database.run((em) => em.getRepository(OAuthAuthorization).findOneBy({ id }));
  }

  /** Uses a state up, whoever brings it: of any number of callbacks with one state, one gets `consumed`. */
  async consume(state: string): Promise<Consumption> {
    const stateHash = hashOf(state);
    const { affected } = await this.database.query(CONSUME, [stateHash]);
    const row = await this.database.run((em) =>
      em.getRepository(OAuthAuthorization).findOneBy({ stateHash }),
    );
    if (!row) return { kind: 'refused', code: 'state-unknown' };
    if (affected === 1) return { kind: 'consumed', row };
    return { kind: 'refused', code: row.consumedAt === null ? 'state-expired' : 'state-used' };
  }

  async complete(id: string, tokenId: string, tx: EntityManager): Promise<void> {
    await this.database.query(COMPLETE, [id, tokenId], tx);
  }

  /** Keeps the problem's code and parameters for the page; nothing else of it. */
  async fail(id: string, problem: Pick<Problem, 'code' | 'params'>): Promise<void> {
    await this.database.query(FAIL, [id, problem.code, JSON.stringify(problem.params)]);
  }

  /** Forgets what ended, or never will, more than a day ago. */
  async sweep(): Promise<void> {
    await this.database.query(SWEEP);
  }
}

const BEGIN = `
  insert into mailroom.oauth_authorization
    (id, client_id, token_id, state_hash, browser_hash, nonce_hash, sealed_verifier,
     actor_id, actor_name, scope, return_to, begun_at, expires_at, redirect_uri,
     another_identity, mailbox, asks_consent, purpose)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now, now + make_interval(secs => $12), $13,
         $14, $15, $16, $17
    from mailroom.now() as now`;

const LATELY = `
  select count(*)::int as count from mailroom.oauth_authorization
   where actor_id = $1 and begun_at > mailroom.now() - make_interval(secs => $2)`;

const CONSUME = `
  update mailroom.oauth_authorization set consumed_at = mailroom.now()
   where state_hash = $1 and consumed_at is null and expires_at > mailroom.now()`;

const COMPLETE = `
  update mailroom.oauth_authorization set state = 'completed', token_id = $2, sealed_verifier = '' where id = $1`;

const FAIL = `
  update mailroom.oauth_authorization
     set state = 'failed', problem_code = $2, problem_params = $3, sealed_verifier = '' where id = $1`;

const SWEEP = `delete from mailroom.oauth_authorization where begun_at < mailroom.now() - interval '1 day'`;
