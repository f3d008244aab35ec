import { type ImapFlow } from 'imapflow';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type SentCopy } from '../mailbox/mailbox.js';
import { answered, PATIENCE_MS } from './deadline.js';
import { failureSigns } from './failure-signs.js';

const DAY_MS = 86_400_000;
/** Slower than that is not waited for: bytes a millisecond. */
const SLOWEST = 50;
/** What servers say of a mail they do not want (RFC 5530, RFC 7889, RFC 4469). */
const UNWANTED = new Set(['OVERQUOTA', 'APPENDLIMIT', 'TOOBIG', 'LIMIT', 'NOPERM', 'TRYCREATE', 'CANNOT']);

/**
 * The path of the folder that sent mail lies in: the one with the special use `\Sent` (RFC 6154), else one with a usual
 * name in any of the languages imapflow knows; where there is none, `Sent` is made, as mail programs do. Problem
 * `sent-folder-missing` when the server does not let us.
 */
export async function sentFolder(client: ImapFlow): Promise<string> {
  const listed = await answered(client, client.list());
  const found = listed.find(({ specialUse, flags }) => specialUse === '\\Sent' && !flags.has('\\Noselect'));
  if (found) return found.path;
  try {
    const made = await answered(client, client.mailboxCreate('Sent'));
    return made.path;
  } catch (cause) {
    if (!failureSigns(cause).refused) throw cause;
    throw mailAccountProblem('sent-folder-missing', { disposition: 'ask-admin', cause });
  }
}

/**
 * Puts a copy into `folder`, unless a mail with its Message-ID is there: from a try of which nobody heard the end, or
 * because the server keeps one by itself. Problem `sent-copy-refused` when the server does not take it.
 */
export async function keepSent(client: ImapFlow, folder: string, copy: SentCopy): Promise<void> {
  if (client.mailbox === false || client.mailbox.path !== folder)
    await answered(client, client.mailboxOpen(folder, { readOnly: true }));
  if (await isThere(client, copy)) return;
  const { bytes, sentAt } = copy;
  const patience = PATIENCE_MS + Math.ceil(bytes.length / SLOWEST);
  try {
    const kept = await answered(client, client.append(folder, bytes, ['\\Seen'], sentAt), patience);
    if (!kept) throw refused('');
  } catch (error) {
    const { serverCode } = failureSigns(error);
    throw UNWANTED.has(serverCode) ? refused(serverCode, error) : error;
  }
}

async function isThere(client: ImapFlow, { messageId, sentAt }: SentCopy): Promise<boolean> {
  // Days are whatever the server takes for one; ours lies within two of them.
  const since = new Date(sentAt.getTime() - 2 * DAY_MS);
  const query = { since, header: { 'Message-ID': messageId } };
  const found = await answered(client, client.search(query, { uid: true }));
  // A copy too many is worse than one that is late.
  if (!Array.isArray(found)) throw refused('SEARCH');
  return found.length > 0;
}

function refused(reason: string, cause?: unknown) {
  return mailAccountProblem('sent-copy-refused', { disposition: 'retry-later', params: { reason }, cause });
}
