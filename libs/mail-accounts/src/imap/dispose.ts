import { type ImapFlow } from 'imapflow';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type DisposalWish } from '../mailbox/mailbox.js';
import { answered } from './deadline.js';
import { stillThere } from './look-for-mail.js';
import { uidSet } from './uid-set.js';

/**
 * Tells the server what becomes of its copies: deleted, seen, moved. imapflow resolves `false` when the server says no:
 * that is problem `mailbox-disposal-refused` here. Only the mails named are touched: without UIDPLUS
 * (RFC 4315) an EXPUNGE would take along what somebody else marked as deleted, so then ours are only marked, unless
 * nothing but ours is. A yes is not believed where mail is still there after it, or where nothing came to the other
 * folder: what is owed stays owed then.
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
    const moving = () => client.messageMove(uidSet(uids), moveTo, { uid: true });
    return insistGone(client, uids, moving);
  }
  const before = await held(client, moveTo);
  const copied = await answered(client, client.messageCopy(uidSet(uids), moveTo, { uid: true }));
  if (!copied) throw refused();
  // Only some servers say where the copies are (RFC 4315).
  const { uidMap = new Map<number, number>() } = copied;
  if (uidMap.size === 0 && (await held(client, moveTo)) <= before) throw refused();
  await remove(client, uidMap.size === 0 ? uids : uids.filter((uid) => uidMap.has(uid)));
  if (uidMap.size > 0) await insistAway(client, uids);
}

async function held(client: ImapFlow, folder: string): Promise<number> {
  const status = await answered(client, client.status(folder, { messages: true })).catch(
    () => false as const,
  );
  // Who does not tell cannot be caught.
  return (status || {}).messages ?? Number.NaN;
}

async function remove(client: ImapFlow, uids: readonly number[]): Promise<void> {
  const expunge = client.capabilities.has('UIDPLUS') || (await onlyTheseAreDeleted(client, uids));
  if (expunge) return insistGone(client, uids, () => client.messageDelete(uidSet(uids), { uid: true }));
  return insist(client, client.messageFlagsAdd(uidSet(uids), ['\\Deleted'], { uid: true, silent: true }));
}

async function onlyTheseAreDeleted(client: ImapFlow, uids: readonly number[]): Promise<boolean> {
  const marked = await answered(client, client.search({ deleted: true }, { uid: true }));
  const ours = new Set(uids);
  return Array.isArray(marked) && marked.every((uid) => ours.has(uid));
}

async function insist(client: ImapFlow, command: Promise<unknown>): Promise<void> {
  if (!(await answered(client, command))) throw refused();
}

// A server says of every mail that it is gone; only where it does not, it is asked.
async function insistGone(
  client: ImapFlow,
  uids: readonly number[],
  command: () => Promise<unknown>,
): Promise<void> {
  let told = 0;
  const count = (): void => void (told += 1);
  client.on('expunge', count);
  try {
    await insist(client, command());
    if (told < uids.length) await insistAway(client, uids);
  } finally {
    client.off('expunge', count);
  }
}

async function insistAway(client: ImapFlow, uids: readonly number[]): Promise<void> {
  if ((await stillThere(client, uids)).length > 0) throw refused();
}

function refused() {
  return mailAccountProblem('mailbox-disposal-refused', { disposition: 'ask-admin' });
}
