import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publicSurface } from '../support/public-surface.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Release {
  readonly version: string;
  /** The day that it came out; null for the one in the making. */
  readonly day: string | null;
  readonly text: string;
}

const changelog = read('CHANGELOG.md');
const headings = [...changelog.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
const releases = changelog.split(/^## /m).slice(1).map(releaseOf);
const { version } = JSON.parse(read('package.json')) as { version: string };

function releaseOf(entry: string): Release {
  const [, number = '', when = ''] = /^(\S+) \((.+?)\)\n/.exec(entry) ?? [];
  return { version: number, day: when === 'unreleased' ? null : when, text: entry };
}

/** What versions spoke about when this one came out. */
const surfaceFile = (released: string): string => join(root, 'test/fixtures/released', `${released}.txt`);

/** A number that versions are ordered by. */
const orderOf = (number: string): number =>
  number.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);

/** Does the second version allow what breaks hosts of the first? Before 1.0.0 the second number counts as the first. */
function mayBreak(former: string, later: string): boolean {
  const leading = (number: string) =>
    number
      .split('.')
      .slice(0, number.startsWith('0.') ? 2 : 1)
      .join('.');
  return leading(former) !== leading(later);
}

/** Names that are gone since `former` and that the entry does not give under “Breaking”. */
function unsaid(former: readonly string[], now: readonly string[], entry: string): string[] {
  const [, breaking = ''] = /^### Breaking\n([\s\S]+?)(?=^#|(?![\s\S]))/m.exec(entry) ?? [];
  return former.filter(
    (line) => !now.includes(line) && !breaking.includes(`\`${line.replace(/^.* /, '')}\``),
  );
}

describe('CHANGELOG.md', () => {
  it('has an entry for each version, the newest first, and that of package.json on top', () => {
    expect(headings).toEqual(
      releases.map((release) => `${release.version} (${release.day ?? 'unreleased'})`),
    );
    expect(releases[0]?.version).toBe(version);
    const orders = releases.map((release) => orderOf(release.version));
    expect(orders).toEqual([...new Set(orders)].toSorted((one, other) => other - one));
    const days = releases.map(({ day }) => day).filter((day) => day !== null);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days.filter((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day))).toEqual([]);
    expect(releases.slice(1).filter(({ day }) => day === null)).toEqual([]);
  });

  it('tells something in every entry', () => {
    expect(
      releases.filter(({ text }) => !/^- \S.{20}/m.test(text)).map((release) => release.version),
    ).toEqual([]);
  });

  it('keeps what each released version spoke about', () => {
    const released = releases.filter(({ day }) => day !== null);
    const newest = released[0]?.version;
    if (process.env['UPDATE_RELEASED'] && newest === version && !existsSync(surfaceFile(newest))) {
      mkdirSync(dirname(surfaceFile(newest)), { recursive: true });
      writeFileSync(surfaceFile(newest), `${publicSurface().join('\n')}\n`);
    }
    expect(released.filter((release) => !existsSync(surfaceFile(release.version)))).toEqual([]);
  });

  it('names what is gone since the last released version, in a version that may lose it', () => {
    const [current, ...former] = releases;
    const [last] = former;
    const kept = last ? readFileSync(surfaceFile(last.version), 'utf8').trim().split('\n') : [];
    const now = publicSurface();
    const gone = kept.filter((line) => !now.includes(line));
    expect(unsaid(kept, now, current?.text ?? '')).toEqual([]);
    expect(gone.length > 0 && last && !mayBreak(last.version, version)).toBeFalsy();
  });

  it('would be found out', () => {
    const now = publicSurface();
    const former = [...now, 'route GET /api/gone', 'name Gone'];
    expect(unsaid(former, now, '0.2.0 (unreleased)\n\n- New.\n')).toEqual([
      'route GET /api/gone',
      'name Gone',
    ]);
    expect(
      unsaid(former, now, '0.2.0 (unreleased)\n\n### Breaking\n\n- `Gone` and `/api/gone` are gone.\n'),
    ).toEqual([]);
    expect(
      unsaid(former, now, '### Breaking\n\n- Much.\n\n### Added\n\n- `Gone`, `/api/gone`\n'),
    ).toHaveLength(2);
    expect([mayBreak('0.1.4', '0.1.5'), mayBreak('0.1.4', '0.2.0')]).toEqual([false, true]);
    expect([mayBreak('1.4.0', '1.5.0'), mayBreak('1.4.0', '2.0.0'), mayBreak('0.9.0', '1.0.0')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('what versions speak about', () => {
  const surface = publicSurface();

  it('is said in CONTRIBUTING.md, kind by kind, and has something of each', () => {
    const kinds = [
      ...new Set(surface.map((line) => line.replace(/ \S+$| (?:GET|POST|PUT|PATCH|DELETE) .*$/, ''))),
    ];
    expect(
      kinds.map((kind) => kind.split(' ')[0]).filter((kind, index, all) => all.indexOf(kind) === index),
    ).toEqual([
      'banner',
      'command',
      'event',
      'metric',
      'name',
      'problem',
      'route',
      'setting',
      'table',
      'type',
    ]);
    const [, rules = ''] =
      /^Versions are semantic\.([\s\S]+?)^\| version/m.exec(read('CONTRIBUTING.md')) ?? [];
    for (const word of [
      'names',
      'types',
      'HTTP API',
      'problem codes',
      'banners',
      'settings',
      'metrics',
      'webhooks',
      'tables',
      'commands',
    ])
      expect([word, rules.includes(word)]).toEqual([word, true]);
  });
});
