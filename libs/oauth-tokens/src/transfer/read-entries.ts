import { type Secret } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { type ReadEntry } from './client-entry.js';
import { ENTRIES_AT_MOST } from './document-schema.js';
import { parseYaml } from './parse-yaml.js';
import { isDocument, readDocument } from './read-document.js';
import { isZnunyExport, readZnuny } from './znuny/read-znuny.js';

/** Whose files can be read. */
export const importFormats = ['mailroom', 'znuny'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A file that was read. */
export interface ReadEntries {
  readonly format: ImportFormat;
  readonly entries: readonly ReadEntry[];
}

/**
 * The clients of a YAML file, of our own format or exported by Znuny; a name that stands there twice is bad the second
 * time. Problems about the file as a whole: those of `parseYaml` and `readDocument`, `yaml-not-clients`,
 * `too-many-entries` (`entries`, `limit`).
 */
export async function readEntries(
  yaml: string | Uint8Array,
  passphrase: Secret | null,
): Promise<ReadEntries> {
  const parsed = await parseYaml(yaml);
  if (isDocument(parsed.value)) {
    limit(parsed.lines.length);
    return { format: 'mailroom', entries: eachOnce(await readDocument(parsed, passphrase)) };
  }
  if (!isZnunyExport(parsed.value)) throw oauthProblem('yaml-not-clients');
  limit(parsed.lines.length);
  return { format: 'znuny', entries: eachOnce(readZnuny(parsed)) };
}

function limit(entries: number): void {
  if (entries <= ENTRIES_AT_MOST) return;
  throw oauthProblem('too-many-entries', { params: { entries, limit: ENTRIES_AT_MOST } });
}

function eachOnce(entries: readonly ReadEntry[]): readonly ReadEntry[] {
  const first = new Map<string, number>();
  return entries.map((entry) => {
    const { name, line } = entry;
    if (name === null) return entry;
    const before = first.get(name);
    first.set(name, before ?? line);
    if (before === undefined) return entry;
    return {
      name,
      line,
      problem: oauthProblem('entry-duplicate', { field: 'name', params: { line: before } }),
    };
  });
}
