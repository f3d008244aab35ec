import { type ClaimedMail } from './claimed-mail.js';
import { recipientsOf } from './compose-mail.js';

/** Who still has to get a mail, in the order of the draft. */
export function waitingRecipients({
  draft,
  accepted,
  refused,
}: Pick<ClaimedMail, 'draft' | 'accepted' | 'refused'>): string[] {
  const done = new Set([...accepted, ...refused.map(({ address }) => address)]);
  return recipientsOf(draft).filter((address) => !done.has(address));
}

/** What a server takes just now, and of how many recipients at once: no envelope is larger. Infinity: nobody counts. */
export interface Room {
  readonly mails: number;
  readonly recipients: number;
  readonly atOnce: number;
}

/** A mail that may be offered now, to so many of the recipients that wait. */
export interface Offer {
  readonly mail: ClaimedMail;
  readonly recipients: number;
}

/** What is offered, and what is left for later. */
export interface Dealt {
  readonly offers: readonly Offer[];
  readonly left: readonly ClaimedMail[];
}

/** Deals the room out among mails, in their order: behind one that has to wait, all wait. */
export function dealtOut(mails: readonly ClaimedMail[], { recipients, atOnce }: Room): Dealt {
  const offers: Offer[] = [];
  let free = recipients;
  for (const mail of mails) {
    const offered = offeredNow(waitingRecipients(mail).length, mail.wasPaced, { most: atOnce, free });
    if (offered === 0) break;
    offers.push({ mail, recipients: offered });
    free -= offered;
  }
  return { offers, left: mails.slice(offers.length) };
}

/**
 * To how many of the recipients that wait a mail is offered now; 0: it waits until there is room. A mail goes in one piece
 * where it fits into the limit; one that is larger than the whole limit goes in as few as may be. What was put off once goes
 * with whatever is free, so that mails to few never keep one to many waiting for good.
 */
export function offeredNow(
  recipients: number,
  wasPutOff: boolean,
  { most, free }: { readonly most: number; readonly free: number },
): number {
  const piece = Math.min(Math.max(1, recipients), most);
  if (piece <= free) return piece;
  return wasPutOff ? free : 0;
}
