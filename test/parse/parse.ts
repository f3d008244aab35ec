import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { ParsedMail } from '@mailroom/mail-accounts';
import { conversations } from './conversations.js';
import { resultOf } from './result.js';

/** Reads every .eml below a folder as mail that comes in is read, and prints a line of JSON for each. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new Error('usage: npm run -s parse -- <folder of .eml>');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.eml'))
    .toSorted();
  const mails = await readAll(folder, files);
  const threads = conversations(mails);
  for (const [index, file] of files.entries()) {
    const id = file
      .replace(/\.eml$/, '')
      .split(sep)
      .join('/');
    console.log(JSON.stringify(resultOf(id, mails[index] ?? null, threads[index]!)));
  }
}

/** By the parser that fetching uses, thread and limits included: as compiled, with decorators Node alone cannot read. */
async function readAll(folder: string, files: readonly string[]): Promise<(ParsedMail | null)[]> {
  const compiled = new URL('../../dist/libs/mail-accounts/src/parsing/mail-parser.js', import.meta.url).href;
  const { MailParser } = (await import(
    compiled
  )) as typeof import('../../libs/mail-accounts/src/parsing/mail-parser.js');
  const parser = new MailParser();
  try {
    const mails: (ParsedMail | null)[] = [];
    for (const file of files) mails.push((await parser.parse(readFileSync(join(folder, file)))).parsed);
    return mails;
  } finally {
    await parser.onApplicationShutdown();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
