import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { OAuthClient } from '../clients/oauth-client.js';
import { oauthProblem } from '../oauth-problems.js';
import { OAuthToken } from './oauth-token.js';

/** A token and the client it came by. */
export interface TokenOfClient {
  readonly token: OAuthToken;
  readonly client: OAuthClient;
}

/** Reads tokens with their clients, to use them. Lists are `TokenList`'s. */
@Injectable()
export class StoredTokens {
  constructor(private readonly database: Database) {}

  /** Problem `token-not-found`. */
  async get(tokenId: string): Promise<TokenOfClient> {
    const found = await this.database.run((em) => find(em, tokenId));
    if (!found) throw oauthProblem('token-not-found', { params: { tokenId } });
    return found;
  }
}

async function find(em: EntityManager, id: string): Promise<TokenOfClient | null> {
  const token = await em.getRepository(OAuthToken).findOneBy({ id });
  const client = token && (await em.getRepository(OAuthClient).findOneBy({ id: token.clientId }));
  return client && { token, client };
}
