import { Refusal } from './refusal.js';
import { type ImapSession } from './session.js';

/** From now on the client hears the number of every change (RFC 7162 section 3.1). Refused where that is not offered. */
export function hearChanges(session: ImapSession): void {
  if (!session.house.condStore) throw Refusal.bad('CONDSTORE is not offered');
  session.hearsChanges = true;
}
