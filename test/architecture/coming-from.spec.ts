import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bannerKinds } from '@mailroom/notifications';
import { parse } from 'yaml';
import * as en from '../../apps/admin-web/src/i18n/en.js';
import { knownSettings } from '../../libs/kernel/src/settings/known-settings.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The names of a seed's screens and settings, and where they were read. */
interface Seed {
  readonly guide: string;
  readonly source: string;
  readonly names: readonly string[];
}

const seeds = parse(read('test/fixtures/coming-from.yaml')) as Seed[];
const GUIDES = 'docs/coming-from';

/** Without the marks of Markdown, in one line. */
const plain = (text: string): string => text.replace(/[`_*]|\\(?=[|<])/g, '').replace(/\s+/g, ' ');

interface Row {
  readonly place: string;
  readonly theirs: string;
  readonly ours: string;
}

/** Every row of the tables that lead from there to here. */
function rowsOf(guide: string): Row[] {
  const lines = read(join(GUIDES, guide)).split('\n');
  let isGuide = false;
  return lines.flatMap((line, index) => {
    const [, theirs = '', ours = ''] = /^\| (.+?) +\| (.+?) +\|$/.exec(line) ?? [];
    if (theirs === '') isGuide = false;
    if (ours === 'here') isGuide = true;
    const isRow = isGuide && ours !== 'here' && !/^-+$/.test(theirs);
    return isRow ? [{ place: `${guide}:${index + 1}`, theirs, ours }] : [];
  });
}

const rows = seeds.flatMap(({ guide }) => rowsOf(guide));

/** Everything that the pages call something, of whatever length. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const labels = new Set(textsOf(en.words).map(plain));
const description = JSON.parse(read('apps/admin-web/openapi.json')) as { components: { schemas: object } };
const ours = new Set([
  ...Object.keys(knownSettings),
  ...bannerKinds,
  ...propertiesOf(description.components.schemas),
]);

function propertiesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'properties' in value ? Object.keys(value.properties as object) : [];
  return [...own, ...Object.values(value).flatMap(propertiesOf)];
}

/** What of ours a cell names: places of the pages (`_Mail accounts_`) and names in code. */
const placesIn = (cell: string): string[] =>
  [...cell.matchAll(/(?<![\w`])_([^_]+)_(?!\w)/g)].flatMap(([, place = '']) => place.split(' → '));
const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** Code that is no setting, field or banner, and what it is. */
const OTHER_CODE: Readonly<Record<string, string>> = {
  '<mailroom-banners>': 'the element for pages of a host',
  '--dry-run': 'an option of the command beside it',
  '{accessToken}': 'the placeholder of an invoker',
  Authorization: 'a header of HTTP',
  control: 'a field of InboundMail',
};

describe('the guides for who comes from another system', () => {
  it('are those that their names were written down for', () => {
    const guides = readdirSync(join(root, GUIDES)).filter((file) => file !== 'README.md');
    expect(seeds.map(({ guide }) => guide).toSorted()).toEqual(guides.toSorted());
  });

  it.each(seeds.map((seed) => [seed.guide, seed] as const))(
    'name every screen and setting there: %s',
    (_, seed) => {
      const text = plain(read(join(GUIDES, seed.guide))).toLowerCase();
      expect(seed.names.length).toBeGreaterThan(20);
      expect(seed.names.filter((name) => !text.includes(plain(name).toLowerCase()))).toEqual([]);
    },
  );

  it('say which versions they are about', () => {
    for (const { guide, source } of seeds) {
      const [, versions = ''] = /(\d[\d. to and]*)$/.exec(source) ?? [];
      expect([guide, read(join(GUIDES, guide)).split('\n## ')[0]]).toEqual([
        guide,
        expect.stringContaining(versions),
      ]);
    }
  });

  it('lead each row to a place of ours, or say why there is none', () => {
    expect(rows.length).toBeGreaterThan(120);
    const leadsNowhere = rows.filter(
      ({ ours: cell }) => !/_\w|`\w|`[<{]|\]\(|^none[: ]|^none for/.test(cell) && !/^the same\b/.test(cell),
    );
    expect(leadsNowhere).toEqual([]);
    expect(rows.filter(({ ours: cell }) => /^none\W*$/.test(cell))).toEqual([]);
  });

  it('call our places what the pages call them', () => {
    const astray = rows.flatMap(({ place, ours: cell }) =>
      placesIn(cell)
        .filter((name) => !labels.has(plain(name)))
        .map((name) => `${place} ${name}`),
    );
    expect(astray).toEqual([]);
    expect(rows.flatMap(({ ours: cell }) => placesIn(cell)).length).toBeGreaterThan(150);
  });

  it('name settings, fields and banners that there are', () => {
    const astray = rows.flatMap(({ place, ours: cell }) =>
      codeIn(cell)
        .filter((code) => !code.startsWith('mailroom ') && !(code in OTHER_CODE) && !ours.has(code))
        .map((code) => `${place} ${code}`),
    );
    expect(astray).toEqual([]);
  });
});
