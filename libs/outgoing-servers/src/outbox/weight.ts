import { type OutgoingServer } from '../servers/outgoing-server.js';
import { type ClaimedMail } from './claimed-mail.js';
import { recipientsOf } from './compose-mail.js';

/** A server of somebody's own counts recipients: what one person may do at once is how many people they reach. */
export function countsRecipients({ ownerId }: Pick<OutgoingServer, 'ownerId'>): boolean {
  return ownerId !== null;
}

/** Who still has to get a mail, in the order of the draft. */
export function waitingRecipients({
  draft,
  accepted,
  refused,
}: Pick<ClaimedMail, 'draft' | 'accepted' | 'refused'>): string[] {
  const done = new Set([...accepted, ...refused.map(({ address }) => address)]);
  return recipientsOf(draft).filter((address) => !done.has(address));
}

/** What a server that counts recipients takes at once, and what is free of it just now. */
export interface Room {
  /** The smallest of its limits: no envelope is larger. */
  readonly most: number;
  readonly free: number;
}

/**
 * To how many of the recipients that wait a mail is offered now; 0: it waits until there is room. A mail goes in one piece
 * where it fits into the limit; one that is larger than the whole limit goes in as few as may be. What was put off once goes
 * with whatever is free, so that mails to few never keep one to many waiting for good.
 */
export function offeredNow(recipients: number, wasPutOff: boolean, { most, free }: Room): number {
  const piece = Math.min(Math.max(1, recipients), most);
  if (piece <= free) return piece;
  return wasPutOff ? free : 0;
}
