import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { SECRETS_TO_TRY, type SealedSecret } from '../clients/client-secrets.js';
import { OAuthClient } from '../clients/oauth-client.js';
import { oauthProblem } from '../oauth-problems.js';
import { OAuthToken } from './oauth-token.js';

/** A token and the client it came by. */
export interface TokenOfClient {
  readonly token: OAuthToken;
  readonly client: OAuthClient;
}

/** The same with everything that a refresh takes. */
export interface RefreshableToken extends TokenOfClient {
  /** Those of the client, in the order in which to try them. */
  readonly secrets: readonly SealedSecret[];
}

/** Reads tokens with their clients, to use them. Lists are `TokenList`'s. */
@Injectable()
export class StoredTokens {
  #sql: string | undefined;

  constructor(private readonly database: Database) {}

  /** All of it as of one instant, in one statement. Problem `token-not-found`. */
  async get(tokenId: string): Promise<RefreshableToken> {
    const row = await this.database.run((em) => this.find(em, tokenId));
    if (!row) throw oauthProblem('token-not-found', { params: { tokenId } });
    return {
      token: partOf<OAuthToken>(row, 'token'),
      client: partOf<OAuthClient>(row, 'client'),
      secrets: row.secrets,
    };
  }

  // A find of TypeORM for each of them costs ten times as much as this, and everything that signs in comes by here.
  private async find(em: EntityManager, tokenId: string): Promise<Row | undefined> {
    this.#sql ??= `
      select ${columnsOf(em, OAuthToken, 'token')}, ${columnsOf(em, OAuthClient, 'client')},
             ${SECRETS_TO_TRY} as secrets
        from mailroom.oauth_token token join mailroom.oauth_client client on client.id = token.client_id
       where token.id = $1`;
    const [row]: Row[] = await em.query(this.#sql, [tokenId]);
    return row;
  }
}

interface Row {
  readonly [column: string]: unknown;
  readonly secrets: readonly SealedSecret[];
}

/** The columns of an entity as `alias.property`, as they come from the driver. */
function columnsOf(em: EntityManager, entity: EntityTarget<ObjectLiteral>, alias: string): string {
  return em.connection
    .getMetadata(entity)
    .columns.map(({ databaseName, propertyName }) => `${alias}.${databaseName} as "${alias}.${propertyName}"`)
    .join(', ');
}

// What the driver reads is what these entities say: no column of theirs is converted.
function partOf<Entity>(row: Row, alias: string): Entity {
  const prefix = `${alias}.`;
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  ) as Entity;
}
