/** The one-way street of ARCHITECTURE.md: who may import whom. */
const lib = (name) => `^libs/${name}/`;
/** Specs of all libs draw their hostile text from one place. */
const tests = 'test/(?!support/any-text[.]ts$)';
const rule = (name, from, forbidden, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: forbidden },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    rule(
      'kernel-knows-nobody',
      lib('kernel'),
      `^(libs/(?!kernel)|apps/|migrations/|${tests})`,
      'kernel is the floor',
    ),
    rule(
      'oauth-tokens-knows-kernel',
      lib('oauth-tokens'),
      `^(libs/(?!kernel|oauth-tokens)|apps/|migrations/|${tests})`,
      'oauth-tokens stands on kernel alone',
    ),
    rule(
      'siblings-never-meet',
      '^libs/(mail-accounts|outgoing-servers|web-services)/',
      `^(libs/(notifications|plugin)|apps/|migrations/|${tests})`,
      'siblings see kernel and oauth-tokens',
    ),
    {
      name: 'siblings-never-see-each-other',
      severity: 'error',
      from: { path: '^libs/(mail-accounts|outgoing-servers|web-services)/' },
      to: { path: '^libs/(mail-accounts|outgoing-servers|web-services)/', pathNot: '^libs/$1/' },
    },
    rule(
      'notifications-below-plugin',
      lib('notifications'),
      `^(libs/plugin|apps/|migrations/|${tests})`,
      'one way',
    ),
    rule('plugin-is-the-door', lib('plugin'), `^(apps/|${tests})`, 'a plugin knows no host'),
    rule(
      'migrations-are-plain',
      '^migrations/',
      '^(libs|apps|test)/',
      'frozen history must not follow live code',
    ),
    rule(
      'sandbox-shares-nothing',
      '^apps/sandbox/',
      '^(libs|migrations|test|apps/(?!sandbox))',
      'it must not be able to agree with our bugs',
    ),
    rule(
      'pages-speak-http',
      '^apps/admin-web/',
      '^(libs|migrations|test|apps/(?!admin-web))',
      'through the generated client only',
    ),
    {
      name: 'helpdesk-uses-the-front-door',
      severity: 'error',
      comment: 'a host imports the plugin, never a lib behind it',
      from: { path: '^apps/helpdesk/' },
      to: { path: '^(libs/(?!plugin)|apps/(?!helpdesk|(launch|build)[.]mjs)|test/)' },
    },
    rule(
      'cli-knows-no-host',
      '^apps/cli/',
      '^(apps/(?!cli|(launch|build)[.]mjs)|migrations/|test/)',
      'a host is booted through the module that the command line names',
    ),
    {
      name: 'across-libs-through-index',
      severity: 'error',
      comment: 'import @mailroom/<lib>, not a file inside it',
      from: { path: '^(libs/([^/]+)|apps)/' },
      to: {
        path: '^libs/[^/]+/src/',
        pathNot: ['^libs/$2/', '^libs/[^/]+/src/index\\.ts$', '^libs/plugin/src/testing/index\\.ts$'],
      },
    },
    {
      name: 'no-own-index',
      severity: 'error',
      comment: 'inside a lib import relatively: the own index is where cycles come from',
      from: { path: '^libs/([^/]+)/src/', pathNot: ['\\.spec\\.ts$', 'src/testing/'] },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'production-never-imports-tests',
      severity: 'error',
      from: { path: '^(libs|apps|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(\\.spec\\.ts$|^test/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};
