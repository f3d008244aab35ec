import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOG_FIELDS } from '@mailroom/kernel';

const root = join(import.meta.dirname, '../..');
const CALL = /\.\s*(?:debug|info|warn|error)\(\s*'([a-z0-9-]+)',/g;

function source(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

// What an operator searches for is a promise like any other.
describe('docs/operations.md', () => {
  const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
  const rows = new Set(
    [...page.matchAll(/^\|\s*(`[^|]*`)\s*\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    ),
  );
  const files = source('libs');

  it('lists every event that the libs log', () => {
    const events = files.flatMap((text) =>
      text.includes('EventLog') ? [...text.matchAll(CALL)].map(([, name = '']) => name) : [],
    );
    expect(events.length).toBeGreaterThan(30);
    expect([...new Set(events)].filter((name) => !rows.has(name))).toEqual([]);
  });

  it('lists every field', () => {
    expect(
      ['event', 'msg', 'correlationId', 'stack', ...LOG_FIELDS].filter((name) => !rows.has(name)),
    ).toEqual([]);
  });

  it('has the libs log through nothing else', () => {
    expect(files.filter((text) => /new Logger\(/.test(text)).length).toBe(1);
    expect(files.filter((text) => /\bconsole\.\w+\(/.test(text))).toEqual([]);
  });
});
