import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { Secret } from '@mailroom/kernel';
import { CommandFailure, EXIT } from '../output/command-failure.js';

/** The passphrase in `file` without the line end behind it; undefined where no file is named. */
export async function passphraseIn(file: string | undefined): Promise<Secret | undefined> {
  if (file === undefined) return undefined;
  const text = new TextDecoder().decode(await contentOf(file)).replace(/\r?\n$/, '');
  if (text === '') throw new CommandFailure('usage', `${file} holds no passphrase.`, EXIT.usage);
  return Secret.of(text);
}

/** What is in a file, or comes in on stdin for `-`. */
export async function contentOf(file: string): Promise<Uint8Array> {
  if (file === '-') return new TextEncoder().encode(await readAll(process.stdin));
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandFailure(
      'file-unreadable',
      `${file} cannot be read: ${cause.code ?? 'unknown'}.`,
      EXIT.usage,
      {
        cause,
      },
    );
  });
}
