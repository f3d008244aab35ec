import { type ImapFlow, type SearchObject } from 'imapflow';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { answered } from './deadline.js';

/** The UIDs that match, ascending. imapflow resolves `false` where the server refuses: that is a failure, never nothing. */
export async function search(client: ImapFlow, criteria: SearchObject): Promise<readonly number[]> {
  const found = await answered(client, client.search(criteria, { uid: true }));
  if (!Array.isArray(found)) {
    throw mailAccountProblem('mailbox-answer-refused', { disposition: 'retry-later' });
  }
  return found;
}
