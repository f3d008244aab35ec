import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mailbox } from './mailbox.js';

/** How mbsync is told to pull; FSync is left at its default, which is yes. */
export function mbsyncConfiguration({ host, port, user }: Mailbox, folder: string): string {
  return `IMAPAccount bench
Host ${host}
Port ${port}
User ${user}
Pass pass
AuthMechs LOGIN
SSLType None

IMAPStore far
Account bench

MaildirStore near
Path ${folder}/
Inbox ${folder}/inbox

Channel pull
Far :far:
Near :near:
Sync Pull New
Create Near
SyncState *
`;
}

/** Pulls the mailbox into an empty Maildir and answers the seconds it took. Rejects unless all `count` mails are there. */
export async function pullWithMbsync(
  program: string,
  mailbox: Mailbox,
  { folder, count, deadlineMs }: { folder: string; count: number; deadlineMs: number },
): Promise<number> {
  mkdirSync(folder);
  const configuration = join(folder, 'mbsyncrc');
  writeFileSync(configuration, mbsyncConfiguration(mailbox, folder));
  const begun = performance.now();
  await run(program, ['-q', '-c', configuration, 'pull'], deadlineMs);
  const seconds = (performance.now() - begun) / 1000;
  const pulled = ['cur', 'new'].flatMap((part) => readdirSync(join(folder, 'inbox', part))).length;
  if (pulled !== count) throw new Error(`mbsync pulled ${pulled} of ${count} mails`);
  return seconds;
}

function run(program: string, args: readonly string[], deadlineMs: number): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: deadlineMs });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`mbsync ended with ${code ?? signal}`)),
    );
  });
}
