import { type ImapFlow, type ListResponse } from 'imapflow';
import { type ListedFolder } from '../mailbox/mailbox.js';
import { answered } from './deadline.js';

/** So many are enough for a person to choose from, and for us to hold. */
const MOST = 5_000;
/** Without LIST-STATUS (RFC 5819) every count is a question of its own. */
const ASKED_ONE_BY_ONE = 50;
const COUNTS = { messages: true, unseen: true } as const;

/** The folders of the mailbox in the order of their paths, INBOX first; with counts where they cost little. */
export async function listFolders(client: ImapFlow): Promise<readonly ListedFolder[]> {
  const together = client.capabilities.has('LIST-STATUS');
  const listed = await answered(client, client.list(together ? { statusQuery: COUNTS } : {}));
  const known = listed.filter(({ flags }) => !flags.has('\\NonExistent')).slice(0, MOST);
  if (!together && known.length <= ASKED_ONE_BY_ONE) for (const folder of known) await count(client, folder);
  return known.map(listedFolder).toSorted(byPath);
}

async function count(client: ImapFlow, folder: ListResponse): Promise<void> {
  if (!selectable(folder)) return;
  // A folder that cannot be counted can still be chosen.
  const status = await answered(client, client.status(folder.path, COUNTS)).catch(() => undefined);
  if (status) folder.status = status;
}

function listedFolder(folder: ListResponse): ListedFolder {
  const { path, name, delimiter, specialUse, status } = folder;
  return {
    path,
    name,
    delimiter: delimiter ?? '',
    specialUse: specialUse ?? null,
    selectable: selectable(folder),
    messages: status?.messages ?? null,
    unseen: status?.unseen ?? null,
  };
}

function selectable({ flags }: ListResponse): boolean {
  return !flags.has('\\Noselect');
}

function byPath(one: ListedFolder, other: ListedFolder): number {
  const rank = ({ path }: ListedFolder): number => (path.toUpperCase() === 'INBOX' ? 0 : 1);
  return rank(one) - rank(other) || one.path.localeCompare(other.path);
}
