import { type OutgoingServer } from '../servers/outgoing-server.js';
import { type ClaimedMail } from './claimed-mail.js';

type Weighed = Pick<ClaimedMail, 'draft' | 'accepted' | 'refused'>;

/** A server of somebody's own counts recipients: what one person may do at once is how many people they reach. */
export function countsRecipients({ ownerId }: Pick<OutgoingServer, 'ownerId'>): boolean {
  return ownerId !== null;
}

/** What these mails count at a server: one each, or at least one and as many as still have to get them. */
export function weightOf(server: Pick<OutgoingServer, 'ownerId'>, mails: readonly Weighed[]): number {
  if (!countsRecipients(server)) return mails.length;
  return mails.reduce((sum, mail) => sum + Math.max(1, waiting(mail)), 0);
}

function waiting({ draft: { to, cc, bcc }, accepted, refused }: Weighed): number {
  return to.length + cc.length + bcc.length - accepted.length - refused.length;
}
