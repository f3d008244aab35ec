import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules, SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { sharedHelpers } from '../../package/shared-helpers.mjs';
import { withoutComments } from '../../package/without-comments.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/package');
const MOST_BYTES = 5_000_000;

/** What `from '…'`, `import '…'`, `import('…')` and `createRequire(import.meta.url)('…')` name in a compiled file. */
const IMPORTED =
  /(?:\bfrom|^import|\bimport\(|\bcreateRequire\(import\.meta\.url\)\()\s*(['"])([@.\w][\w./@:-]*)\1/gm;

interface Manifest {
  readonly version: string;
  readonly exports: Record<string, string | { readonly types: string; readonly default: string }>;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}

describe('the package', () => {
  let packed: { tarball: string; bytes: number; bytesWithoutMaps: number };
  let manifest: Manifest;
  let files: string[];
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const importsOf = (path: string): string[] =>
    [...read(path).matchAll(IMPORTED)].map(([, , name]) => name ?? '');
  const code = (): string[] =>
    files.filter((path) => /\.(js|mjs|d\.ts)$/.test(path) && !path.includes('admin-web'));

  beforeAll(() => {
    const printed = execFileSync(process.execPath, [join(root, 'package/pack.mjs')], { encoding: 'utf8' });
    packed = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
    manifest = JSON.parse(read('package.json'));
    files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  });

  it('is a tarball of the version of the repository, below five megabytes without maps', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
    expect(packed.tarball).toBe(`dist/nestjs-mailroom-${version}.tgz`);
    expect(existsSync(join(root, packed.tarball))).toBe(true);
    expect(packed.bytesWithoutMaps).toBeLessThan(MOST_BYTES);
  });

  it('says how large it is', () => {
    const [, stated, times] = /about ([\d.]+) MB unpacked, (twice) that/.exec(read('README.md')) ?? [];
    expect(times).toBe('twice');
    expect(Math.abs(Number(stated) - packed.bytesWithoutMaps / 1e6)).toBeLessThan(0.5);
    expect(packed.bytes / packed.bytesWithoutMaps).toBeGreaterThan(1.7);
    expect(packed.bytes / packed.bytesWithoutMaps).toBeLessThan(2.3);
  });

  it('answers each of its names, by the names a host writes, and its command line', () => {
    // A package may import itself: this is resolved through its own exports. One process, for loading takes its time.
    const asked = Object.keys(manifest.exports).filter((name) => !name.endsWith('.json'));
    const script = `import 'reflect-metadata'; const found = {};
      for (const name of ${JSON.stringify(asked)}) found[name] = Object.keys(await import('nestjs-mailroom' + name.slice(1)));
      console.log(JSON.stringify(found)); await import('./mailroom.mjs');`;
    const printed = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', script, '--', 'mailroom', '--help'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    const [names = '', ...help] = printed.split('\n');
    const found = JSON.parse(names) as Record<string, string[]>;
    expect(Object.keys(found)).toEqual(['.', './testing', './migrations']);
    expect(found['.']).toContain('MailroomModule');
    expect(found['./testing']).toContain('HandMovedClock');
    expect(found['./migrations']).toEqual(['mailroomMigrations']);
    expect(help[0]).toMatch(/^Usage: mailroom/);
  });

  it('has a type file for each entry, and for each file that one of them names', () => {
    const entries = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [] : [entry.types, entry.default],
    );
    expect(entries.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    const broken = code().flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith('.'))
        .map((name) => resolve(folder, dirname(path), name))
        .map((file) => (path.endsWith('.d.ts') ? file.replace(/\.js$/, '.d.ts') : file))
        .filter((file) => !existsSync(file))
        .map((file) => `${path} → ${relative(folder, file)}`),
    );
    expect(broken).toEqual([]);
  });

  it('has no path of the repository left in it', () => {
    expect(code().filter((path) => /['"]@mailroom\//.test(read(path)))).toEqual([]);
    expect(files.filter((path) => /\.spec\.|(?<!\.d)\.ts$|apps\/(helpdesk|sandbox)/.test(path))).toEqual([]);
  });

  it('asks for what it imports and for nothing else', () => {
    const packages = code().flatMap((path) => importsOf(path).filter((name) => !/^(\.|node:)/.test(name)));
    const names = new Set(
      packages.map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    );
    const asked = { ...manifest.dependencies, ...manifest.peerDependencies };
    expect([...names].filter((name) => !(name in asked) && !builtinModules.includes(name))).toEqual([]);
    // Nest's adapter, what Nest itself needs, and TypeORM's driver: there without an import of ours.
    const silent = ['@nestjs/platform-express', '@nestjs/platform-fastify', 'rxjs', 'pg'];
    const idle = Object.keys(asked).filter(
      (name) => !names.has(name) && !names.has(name.replace('@types/', '')),
    );
    expect(idle.filter((name) => !silent.includes(name))).toEqual([]);
  });

  it('brings the pages and what threads run', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'CHANGELOG.md',
        'dist/admin-web/index.html',
        'dist/admin-web/banners.js',
        'dist/admin-web/banner-letter.mjs',
        'dist/libs/mail-accounts/src/parsing/parse-worker.js',
        'dist/libs/oauth-tokens/src/transfer/yaml-worker.js',
      ]),
    );
  });

  it('brings the element of banners in one file below ten kilobytes that needs nothing of a page’s policy', () => {
    const element = read('dist/admin-web/banners.js');
    expect(Buffer.byteLength(element)).toBeLessThan(10 * 1_024);
    // Its one import is its words in another language, from beside it.
    expect(element.match(/`\.\/[^`]*`/g)).toEqual(['`./banners.de.js`']);
    expect(element.match(/\bimport\(\w+\)/g)).toHaveLength(1);
    const words = read('dist/admin-web/banners.de.js');
    for (const script of [element.replace(/\bimport\(\w+\)/, ''), words])
      expect(script).not.toMatch(/\bimport\s*[({'"\w]|\beval\b|new Function|innerHTML|setAttribute\(.style/);
  });

  it.each([
    ['libs/plugin/src/start/migrate', 'runMigrations'],
    ['libs/plugin/src/start/start-check', 'onModuleInit'],
  ])('leads from a line of JavaScript to its source, which the map carries: %s', (path, word) => {
    const lines = read(`dist/${path}.js`).split('\n');
    const line = lines.findIndex((text) => text.includes(word));
    const map = JSON.parse(read(`dist/${path}.js.map`));
    const origin = new SourceMap(map).findEntry(line, lines[line]!.indexOf(word));
    expect(origin).toMatchObject({ originalSource: `mailroom:///${path}.ts` });
    const { originalLine, originalColumn } = origin as { originalLine: number; originalColumn: number };
    expect(map.sourcesContent[0].split('\n')[originalLine].slice(originalColumn)).toMatch(`${word}`);
  });

  it('says what a host may rely on where editors look, in the declarations, and not twice', () => {
    expect(read('dist/libs/plugin/src/mailroom.module.d.ts')).toContain('/**');
    const modules = files.filter((path) => path.endsWith('.js') && !path.includes('admin-web'));
    expect(modules.filter((path) => /^\s*(\/\*|\/\/(?!# ))/m.test(read(path)))).toEqual([]);
    expect(modules.filter((path) => read(path).includes('var __decorate ='))).toEqual(['dist/helpers.js']);
  });

  it('tells hosts the overrides that this repository itself needs', () => {
    const { overrides } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      overrides: Record<string, string>;
    };
    for (const name of ['@zone-eu/mailsplit', 'libqp', 'encoding-japanese']) {
      expect(read('README.md')).toContain(`"${name}": "${overrides[name]}"`);
    }
  });

  it.each(['express', 'fastify'])(
    'is locked by the %s hosts of test/embedding as it is: else node test/embedding/lock.mjs',
    (kind) => {
      const lock = readFileSync(join(root, `test/embedding/kinds/${kind}/package-lock.json`), 'utf8');
      const { packages } = JSON.parse(lock) as { packages: Record<string, Manifest> };
      const { version, dependencies, peerDependencies } = manifest;
      expect(packages['node_modules/nestjs-mailroom']).toMatchObject({
        version,
        dependencies,
        peerDependencies,
      });
    },
  );
});

describe('what the package leaves out of compiled files', () => {
  it('is comments and nothing that looks like one', () => {
    const code = [
      '/** Says what it does. */',
      'export const link = "https://a.example/*"; // where to',
      'const text = `/* not ${/* but this */ 1} // one`;',
      'const pattern = /\\/\\*[/*]/; /* and',
      ' * on */',
      'call(/* first */ 1, 2);',
      '//# sourceMappingURL=a.js.map',
    ].join('\n');
    expect(withoutComments(code).split('\n')).toEqual([
      '',
      'export const link = "https://a.example/*";',
      'const text = `/* not ${/* but this */ 1} // one`;',
      'const pattern = /\\/\\*[/*]/;',
      '',
      'call(/* first */ 1, 2);',
      '//# sourceMappingURL=a.js.map',
    ]);
  });

  it('is helpers of decorators, which one file has for all', () => {
    const helper =
      'var __param = (this && this.__param) || function (at, decorate) {\n    return decorate;\n};\n';
    const helpers = sharedHelpers();
    expect(helpers.take(`${helper}export class A {}\n`, 'dist/libs/a/src/a.js')).toBe(
      "import { __param } from '../../../helpers.js';\n\n\nexport class A {}\n",
    );
    expect(helpers.take('export class B {}\n', 'dist/b.js')).toBe('export class B {}\n');
    expect(helpers.text()).toBe(`export ${helper}`);
    expect(() => helpers.take(helper.replace('return', 'return !'), 'dist/c.js')).toThrow('another __param');
  });
});
