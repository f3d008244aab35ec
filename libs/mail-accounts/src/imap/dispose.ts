import { type ImapFlow } from 'imapflow';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type DisposalWish } from '../mailbox/mailbox.js';
import { answered } from './deadline.js';
import { uidSet } from './uid-set.js';

/**
 * Tells the server what becomes of its copies: deleted, seen, moved. imapflow resolves `false` when the server says no:
 * that is problem `mailbox-disposal-refused` here. Only the mails named are touched: without UIDPLUS
 * (RFC 4315) an EXPUNGE would take along what somebody else marked as deleted, so then ours are only marked, unless
 * nothing but ours is.
 */
export async function dispose(
  client: ImapFlow,
  { disposition, moveTo }: DisposalWish,
  uids: readonly number[],
): Promise<void> {
  if (uids.length === 0) return;
  switch (disposition) {
    case 'leave':
      return;
    case 'seen':
      return insist(client, client.messageFlagsAdd(uidSet(uids), ['\\Seen'], { uid: true, silent: true }));
    case 'delete':
      return remove(client, uids);
    case 'move':
      return move(client, uids, moveTo);
  }
}

async function move(client: ImapFlow, uids: readonly number[], moveTo: string | null): Promise<void> {
  if (!moveTo) throw refused();
  if (client.capabilities.has('MOVE')) {
    return insist(client, client.messageMove(uidSet(uids), moveTo, { uid: true }));
  }
  await insist(client, client.messageCopy(uidSet(uids), moveTo, { uid: true }));
  await remove(client, uids);
}

async function remove(client: ImapFlow, uids: readonly number[]): Promise<void> {
  const expunge = client.capabilities.has('UIDPLUS') || (await onlyTheseAreDeleted(client, uids));
  await insist(
    client,
    expunge
      ? client.messageDelete(uidSet(uids), { uid: true })
      : client.messageFlagsAdd(uidSet(uids), ['\\Deleted'], { uid: true, silent: true }),
  );
}

async function onlyTheseAreDeleted(client: ImapFlow, uids: readonly number[]): Promise<boolean> {
  const marked = await answered(client, client.search({ deleted: true }, { uid: true }));
  const ours = new Set(uids);
  return Array.isArray(marked) && marked.every((uid) => ours.has(uid));
}

async function insist(client: ImapFlow, command: Promise<unknown>): Promise<void> {
  if (!(await answered(client, command))) throw refused();
}

function refused() {
  return mailAccountProblem('mailbox-disposal-refused', { disposition: 'ask-admin' });
}
