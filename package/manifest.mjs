// What a host brings along: there must be one copy of these in a process. The ranges are what we promise to work with.
const PEERS = {
  '@nestjs/common': '^12.5.0',
  '@nestjs/core': '^12.5.0',
  '@nestjs/platform-express': '^12.5.0',
  '@nestjs/platform-fastify': '^12.5.0',
  '@nestjs/schedule': '^12.0.0',
  '@nestjs/swagger': '^12.0.0',
  '@nestjs/typeorm': '^12.0.0',
  pg: '^8.23.0',
  'reflect-metadata': '^0.2.2',
  rxjs: '^7.8.0',
  typeorm: '^1.1.0',
};

// A host has one of these.
const ADAPTERS = ['@nestjs/platform-express', '@nestjs/platform-fastify'];

// Their types are named by ours, and they ship none themselves.
const TYPES = ['@types/mailparser'];

const entry = (path) => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` });

/** The package's package.json, made of the repository's: its version, licence, engines and tested dependencies. */
export function manifestOf(project) {
  const own = Object.entries(project.dependencies).filter(([name]) => !(name in PEERS));
  const types = TYPES.map((name) => [name, project.devDependencies[name]]);
  return {
    name: 'nestjs-mailroom',
    version: project.version,
    description: project.description,
    keywords: ['nestjs', 'mail', 'oauth2', 'imap', 'pop3', 'smtp', 'helpdesk'],
    license: project.license,
    type: 'module',
    engines: project.engines,
    bin: { mailroom: 'mailroom.mjs' },
    exports: {
      '.': entry('libs/plugin/src/index'),
      './testing': entry('libs/plugin/src/testing/index'),
      './migrations': entry('migrations/index'),
      './package.json': './package.json',
    },
    files: ['dist', 'mailroom.mjs', 'CHANGELOG.md'],
    dependencies: Object.fromEntries([...own, ...types].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    peerDependencies: PEERS,
    peerDependenciesMeta: Object.fromEntries(ADAPTERS.map((name) => [name, { optional: true }])),
  };
}
