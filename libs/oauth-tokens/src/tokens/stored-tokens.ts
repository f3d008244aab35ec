import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager, In } from 'typeorm';
import { OAuthClient } from '../clients/oauth-client.js';
import { oauthProblem } from '../oauth-problems.js';
import { OAuthToken } from './oauth-token.js';

/** A token and the client it came by. */
export interface TokenOfClient {
  readonly token: OAuthToken;
  readonly client: OAuthClient;
}

/** Reads tokens with their clients. */
@Injectable()
export class StoredTokens {
  constructor(private readonly database: Database) {}

  /** Problem `token-not-found`. */
  async get(tokenId: string): Promise<TokenOfClient> {
    const [found] = await this.database.run((em) => find(em, tokenId));
    if (!found) throw oauthProblem('token-not-found', { params: { tokenId } });
    return found;
  }

  /** All, by mailbox. */
  async all(): Promise<TokenOfClient[]> {
    return this.database.run((em) => find(em));
  }
}

async function find(em: EntityManager, id?: string): Promise<TokenOfClient[]> {
  const tokens = await em
    .getRepository(OAuthToken)
    .find({ where: id === undefined ? {} : { id }, order: { mailbox: 'asc', id: 'asc' } });
  if (tokens.length === 0) return [];
  const ids = [...new Set(tokens.map(({ clientId }) => clientId))];
  const clients = await em.getRepository(OAuthClient).findBy({ id: In(ids) });
  return tokens.flatMap((token) => {
    const client = clients.find((each) => each.id === token.clientId);
    return client ? [{ token, client }] : [];
  });
}
