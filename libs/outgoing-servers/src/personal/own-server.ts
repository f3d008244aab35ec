import { sameAddress } from '@mailroom/kernel';
import { type OutgoingServer } from '../servers/outgoing-server.js';

/** Does it count among those that somebody may have? What its owner let go of does not; what an admin put away does. */
export function countsFor({ ownerLeftAt }: Pick<OutgoingServer, 'ownerLeftAt'>): boolean {
  return ownerLeftAt === null;
}

/** Is this server the one that a mailbox was connected for before: by the same token, or (after that is gone) by its name? */
export function sameMailbox(
  { tokenId, login }: Pick<OutgoingServer, 'tokenId' | 'login'>,
  own: { readonly tokenId: string; readonly mailbox: string },
): boolean {
  return tokenId === null ? sameAddress(login, own.mailbox) : tokenId === own.tokenId;
}
