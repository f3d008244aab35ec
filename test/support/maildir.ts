import { chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A message as it lies in a mailbox on disk. */
export interface StoredMessage {
  path: string;
  /** IMAP system flags, such as `\Seen`. */
  flags: string[];
}

const flagNames = new Map([
  ['D', '\\Draft'],
  ['F', '\\Flagged'],
  ['R', '\\Answered'],
  ['S', '\\Seen'],
  ['T', '\\Deleted'],
]);

/** The folder on disk of an IMAP folder in Maildir++ layout; `A/B` and `A.B` mean the same. */
export function maildirOf(home: string, folder = 'INBOX'): string {
  const root = join(home, 'Maildir');
  return folder === 'INBOX' ? root : join(root, `.${folder.replaceAll('/', '.')}`);
}

let written = 0;

/**
 * Writes messages straight into the mailbox, in this order, thousands per second. Before the first SELECT of the folder,
 * or deliver instead: a session that is open may hear of them late.
 */
export function writeMaildir(
  maildir: string,
  raws: readonly Buffer[],
  { uid, gid, flags = '' }: { uid: number; gid: number; flags?: string },
): void {
  const folders = ['cur', 'new', 'tmp'].map((folder) => join(maildir, folder));
  for (const folder of [dirname(maildir), maildir, ...folders]) {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, uid, gid);
  }
  for (const raw of raws) {
    written += 1;
    // As Dovecot names what it delivers itself: it numbers messages by the time in front, and believes both sizes, in the
    // file and with CRLF at each end of a line; without the second it reads every message twice to send it.
    const sizes = `S=${raw.length},W=${raw.length + bareLineFeeds(raw)}`;
    const name = `${1_700_000_000 + written}.M${written}P${process.pid}.mailroom,${sizes}:2,${flags}`;
    writeFileSync(join(maildir, 'cur', name), raw);
    chownSync(join(maildir, 'cur', name), uid, gid);
  }
}

function bareLineFeeds(raw: Buffer): number {
  let count = 0;
  for (let at = raw.indexOf(10); at !== -1; at = raw.indexOf(10, at + 1)) if (raw[at - 1] !== 13) count += 1;
  return count;
}

/** What lies in the folder now, oldest first; nothing when the folder does not exist. */
export function readMaildir(maildir: string): StoredMessage[] {
  const names = ['cur', 'new'].flatMap((folder) =>
    namesIn(join(maildir, folder)).map((name) => ({ folder, name })),
  );
  names.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  return names.map(({ folder, name }) => ({ path: join(maildir, folder, name), flags: flagsOf(name) }));
}

function flagsOf(name: string): string[] {
  const letters = (name.split(':2,')[1] ?? '').split('');
  return letters.flatMap((letter) => flagNames.get(letter) ?? []);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
