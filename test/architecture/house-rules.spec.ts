import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Files below `folder` with one of the endings, as paths from the root. */
function filesOf(folder: string, endings = ['.ts', '.tsx']): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules'));
}

/** `file:line` of every line of production code in `folders` that matches. */
function linesWith(pattern: RegExp, folders: string[], except: RegExp = /\.spec\.ts$/): string[] {
  return folders
    .flatMap((folder) => filesOf(folder))
    .filter((path) => !except.test(path))
    .flatMap((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );
}

describe('house rules', () => {
  it('reads the environment in apps only', () => {
    expect(linesWith(/\bprocess\.env\b/, ['libs', 'migrations'])).toEqual([]);
  });

  it('asks the Clock for the time', () => {
    const clocks = /\.spec\.ts$|clock\/clock\.ts$|hand-moved-clock\.ts$/;
    expect(linesWith(/\bDate\.now\(\)|\bnew Date\(\)/, ['libs'], clocks)).toEqual([]);
  });

  it('registers nothing global in the host', () => {
    expect(linesWith(/\bAPP_(GUARD|PIPE|FILTER|INTERCEPTOR)\b/, ['libs'])).toEqual([]);
    expect(linesWith(/^[^'"`]*\b(ScheduleModule|TypeOrmModule)\.forRoot(Async)?\(/, ['libs'])).toEqual([]);
  });

  it('leaves nothing unfinished behind', () => {
    expect(
      linesWith(/\b(TODO|FIXME|XXX)\b/, ['libs', 'apps', 'migrations', 'test'], /house-rules\.spec\.ts$/),
    ).toEqual([]);
  });

  it('keeps cupboards without a name out of the libs', () => {
    const cupboards = /\/(utils?|common|shared|dto|interfaces|types|constants|helpers)\//;
    expect(filesOf('libs').filter((path) => cupboards.test(path))).toEqual([]);
  });

  it('names what an index exports', () => {
    expect(linesWith(/^export \*/, ['libs'])).toEqual([]);
  });

  it('grows no file that nobody wants to read', () => {
    const long = [...filesOf('libs'), ...filesOf('apps')]
      .filter((path) => !/\.spec\.ts$|\.gen\.ts$|i18n\/(en|de)\.ts$/.test(path))
      .filter((path) => readFileSync(join(root, path), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
