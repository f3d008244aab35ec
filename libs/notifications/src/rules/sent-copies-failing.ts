import { type ServerHealthRow } from '@mailroom/outgoing-servers';
import { type Finding } from '../banners/banner.js';

/**
 * Mail left, but for an hour its copies could not be put into Sent, or that was given up: said until they are made, or
 * somebody does without. Whatever state the server is in by now.
 */
export function sentCopiesFailing({ serverId, name, missingCopies }: ServerHealthRow): Finding | null {
  if (!missingCopies) return null;
  const { copies, mailbox, since, code } = missingCopies;
  return {
    kind: 'sent-copies-failing',
    cause: `sent-copies:${serverId}`,
    severity: 'warning',
    params: { server: name, mailbox, copies: String(copies), since: since.toISOString(), code },
    action: { kind: 'open', path: `servers/${serverId}` },
    extent: copies,
  };
}
