import { type EntityManager } from 'typeorm';
import { oauthProblem } from '../oauth-problems.js';
import { OAuthClient } from './oauth-client.js';

/** The row of a client, held until the transaction ends: changes to its proofs come one after the other. Problem `client-not-found`. */
export async function lockClient(tx: EntityManager, id: string): Promise<OAuthClient> {
  const row = await tx
    .getRepository(OAuthClient)
    .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw oauthProblem('client-not-found', { params: { clientId: id } });
  return row;
}
