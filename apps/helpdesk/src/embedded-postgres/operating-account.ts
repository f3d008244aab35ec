import { readFile, stat } from 'node:fs/promises';
import { type Account } from './run-command.js';

/**
 * Whom PostgreSQL runs as: it refuses root, so root lends it the owner of an existing data directory,
 * else `postgres`, else `nobody` (initdb wants an account with a passwd entry). Everybody else runs it as themselves.
 */
export async function operatingAccount(dataDirectory: string): Promise<Account> {
  const self = process.getuid?.();
  const owner = await ownerOf(dataDirectory);
  if (self === 0) return owner ?? (await systemAccount());
  if (owner && self !== undefined && owner.uid !== self) {
    throw new Error(
      `${dataDirectory} belongs to uid ${owner.uid} and PostgreSQL only runs as the owner of its data: ` +
        'start as that user, or move the directory away.',
    );
  }
  return {};
}

async function ownerOf(directory: string): Promise<{ uid: number; gid: number } | undefined> {
  const found = await stat(directory).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function systemAccount(): Promise<Account> {
  const accounts = parsePasswd(await readFile('/etc/passwd', 'utf8'));
  const account = accounts.get('postgres') ?? accounts.get('nobody');
  if (!account) {
    throw new Error(
      'PostgreSQL does not run as root and there is no user "postgres" or "nobody": ' +
        'create one, start as another user, or set DATABASE_URL.',
    );
  }
  return account;
}

/** Names with their numbers, as passwd(5) lists them. */
export function parsePasswd(text: string): Map<string, { uid: number; gid: number }> {
  const lines = text.split('\n').map((line) => line.split(':'));
  return new Map(
    lines.flatMap(([name, , uid, gid]) =>
      name && gid ? [[name, { uid: Number(uid), gid: Number(gid) }]] : [],
    ),
  );
}
