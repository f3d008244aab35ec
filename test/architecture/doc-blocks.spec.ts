import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { admissionOf } from '../../libs/oauth-tokens/src/admission/admission.js';
import { exchangeCommands } from '../../libs/oauth-tokens/src/admission/exchange-commands.js';
import { docBlock, docBlocks, type DocBlock } from '../support/doc-blocks.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What becomes of a block here: the reader's compiler, the programs it calls, a spec that runs it, or why none of these. */
type Treatment =
  | { readonly types: (code: string) => string }
  | { readonly scripts: true }
  | { readonly peers: true }
  | { readonly powershell: true }
  | { readonly overrides: true }
  | { readonly runIn: string }
  | { readonly notRun: string };

const NEST = `
import { Injectable, Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type EntityManager } from 'typeorm';
`;

const HOST = `
declare const url: string;
declare class Ticket { subject: string | null; deliveryId: string; number: string }
declare class TicketsModule {}
declare const StaffAccess: new () => AdminAccess;
declare const EnvironmentKeyRing: new () => KeyRing;
`;

const SANDBOX = [
  'raw',
  'from',
  'to',
  'subject',
  'text',
  'authorizationUrl',
  'address',
  'decision',
  'userCode',
  'id',
  'secret',
  'secretExpiresAt',
  'expiresAt',
  'redirectUris',
  'jwks',
  'certificate',
  'email',
  'publicKey',
  'kid',
  'uid',
  'tokensOfSomebodyElse',
];

/** By page and first line. A page may change; a block that nobody has thought of fails. */
const TREATMENTS: Readonly<Record<string, Treatment>> = {
  'README.md npm ci && npm start': { scripts: true },
  'README.md npm ci && npm test': { scripts: true },
  'README.md @Injectable()': {
    types: (code) =>
      `${NEST}import { AdminAccess, InboundMailHandler, KeyRing, MailroomModule, stored, type InboundMail, type Outcome } from 'nestjs-mailroom';${HOST}${code}`,
  },
  'package/README.md npm install nestjs-mailroom @nestjs/schedule @nestjs/swagger @nestjs/typeorm typeorm pg':
    {
      peers: true,
    },
  'docs/embedding.md npm install nestjs-mailroom @nestjs/schedule @nestjs/swagger @nestjs/typeorm typeorm pg':
    {
      peers: true,
    },
  'package/README.md "overrides": {': { overrides: true },
  "package/README.md import { InboundMailHandler, MailroomModule, stored, type InboundMail, type Outcome } from 'nestjs-mailroom';":
    { types: (code) => `${NEST}import { AdminAccess, KeyRing } from 'nestjs-mailroom';${HOST}${code}` },
  'CONTRIBUTING.md npm ci          # everything, a Node 24 included where your platform has one on npm': {
    scripts: true,
  },
  'ARCHITECTURE.md kernel ← oauth-tokens ← mail-accounts, outgoing-servers, web-services ← notifications ← plugin ← apps/helpdesk, apps/cli':
    { notRun: 'a picture: npm run check holds the imports to it' },
  'docs/cli.md npx mailroom --host ./dist/mailroom-context.js tokens list': {
    runIn: 'test/journey/doc-blocks.spec.ts',
  },
  'docs/cli.md export async function createContext({ work }: { work: boolean }) {': {
    types: (code) =>
      `${NEST}declare const AppModule: { with(how: { work: boolean }): DynamicModule };${code}`,
  },
  'docs/web-services.md constructor(private readonly webServices: WebServices) {}': {
    types: (code) => `import { WebServices } from 'nestjs-mailroom'; export class Notes { ${code} }`,
  },
  'docs/webhooks.md {': { runIn: 'test/journey/webhooks.spec.ts' },
  "docs/webhooks.md import { createHmac, timingSafeEqual } from 'node:crypto';": {
    runIn: 'test/journey/webhooks.spec.ts',
  },
  "docs/embedding.md document.querySelector('mailroom-banners').headers = async () => ({": {
    types: (code) =>
      `interface Banners { headers: () => Record<string, string> | Promise<Record<string, string>> }
      declare const document: { querySelector(name: 'mailroom-banners'): Banners };
      declare function token(): Promise<string>;${code}`,
  },
  "docs/embedding.md tellContract('my intake', inboundMailContract(makeIntake), { describe, it });": {
    types: (code) =>
      `import { describe, it } from '@jest/globals';
      import { inboundMailContract, tellContract } from 'nestjs-mailroom/testing';
      declare const makeIntake: Parameters<typeof inboundMailContract>[0];${code}`,
  },
  'docs/import-export.md mailroom: clients': { runIn: 'test/journey/doc-blocks.spec.ts' },
  'docs/coming-from/znuny.md select a.*, q.name as queue, t.name as oauth2_token_config_name': {
    runIn: 'test/journey/doc-blocks.spec.ts',
  },
  "docs/providers/custom.md app.setGlobalPrefix('api', { exclude: ['znuny/get-oauth2-token-by-authorization-code.pl'] });":
    { types: (code) => `${NEST}declare const app: INestApplication;${code}` },
  'docs/providers/microsoft-365-app-only.md https://login.microsoftonline.com/<tenant>/v2.0/adminconsent?client_id=<client ID>&scope=https://outlook.office365.com/.default':
    { runIn: 'test/architecture/doc-blocks.spec.ts' },
  'docs/providers/microsoft-365-app-only.md Connect-ExchangeOnline': { powershell: true },
  'docs/providers/microsoft-365.md Set-CASMailbox -Identity support@example.com -SmtpClientAuthenticationDisabled $false':
    { powershell: true },
  'apps/sandbox/README.md const sandbox = await startSandbox({ accessTokenSeconds: 60 }); // free ports; startTls: true offers STARTTLS':
    {
      types: (code) =>
        `import { startSandbox } from '../../../apps/sandbox/src/index.js'; declare const ${SANDBOX.map((name) => `${name}: any`).join(', ')};${code}`,
    },
};

const keyOf = ({ page, code }: DocBlock): string => `${page} ${code.split('\n')[0]?.trim()}`;
const blocks = docBlocks().filter(({ isShown }) => !isShown);
const treated = <Kind extends string>(kind: Kind): DocBlock[] =>
  blocks.filter((block) => kind in (TREATMENTS[keyOf(block)] ?? {}));

describe('code in the documentation', () => {
  it('is run or compiled, block by block, or it is said why not', () => {
    expect(blocks.map(keyOf).toSorted()).toEqual(Object.keys(TREATMENTS).toSorted());
  });

  it('means what the types of the package say, and would be found out if it did not', () => {
    const typed = treated('types');
    const [first] = typed;
    const wrong = { ...(first as DocBlock), place: 'nowhere', code: `${first?.code}stored(false);` };
    expect(faultsOf([...typed, wrong])).toEqual([expect.stringMatching(/^nowhere\(\d+,\d+\): error TS2345/)]);
  }, 120_000);

  it('calls scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const called = treated('scripts').flatMap(({ code }) => [
      ...code.matchAll(/\bnpm (?:run (?:-s )?)?([\w:-]+)/g),
    ]);
    expect(called.length).toBeGreaterThan(15);
    const own = new Set(['ci', ...Object.keys(scripts)]);
    expect(called.map(([, name]) => name).filter((name) => !own.has(name ?? ''))).toEqual([]);
  });

  it('installs what the package asks its host for', async () => {
    const { manifestOf } = (await import('../../package/manifest.mjs' as string)) as {
      manifestOf: (project: object) => { peerDependencies: Record<string, string> };
    };
    const peers = Object.keys(manifestOf(JSON.parse(read('package.json'))).peerDependencies);
    // These come with any application of Nest.
    const there = ['@nestjs/common', '@nestjs/core', '@nestjs/platform-express', '@nestjs/platform-fastify'];
    const missing = peers.filter((name) => ![...there, 'reflect-metadata', 'rxjs'].includes(name));
    for (const { code } of treated('peers'))
      expect(code.trim().split(' ').slice(3).toSorted()).toEqual(missing.toSorted());
  });

  it('overrides what this repository itself overrides', () => {
    const { overrides } = JSON.parse(read('package.json')) as { overrides: object };
    for (const { code } of treated('overrides'))
      expect(overrides).toMatchObject((JSON.parse(`{${code}}`) as { overrides: object }).overrides);
  });

  it('is run by the spec that is named for it', () => {
    for (const block of treated('runIn')) {
      const { runIn } = TREATMENTS[keyOf(block)] as { runIn: string };
      expect({
        runIn,
        names: read(runIn).includes(`docBlock('${block.page}', '${block.language}')`),
      }).toEqual({
        runIn,
        names: true,
      });
    }
  });

  it('is shown as YAML and JSON that parsers take', () => {
    for (const { language, code } of blocks.filter(({ language: name }) => ['yaml', 'json'].includes(name)))
      expect(() => parse(language === 'json' && !code.startsWith('{') ? `{${code}}` : code)).not.toThrow();
  });
});

describe('the link for an administrator of Microsoft 365', () => {
  it('is that which the page of the client tells to open', () => {
    const shown = docBlock('docs/providers/microsoft-365-app-only.md', '').trim();
    const { adminConsentUrl } = admissionOf(
      {
        name: 'a',
        template: 'microsoft-365-app-only',
        flow: 'client-credentials',
        clientId: '<client ID>',
        tenant: '<tenant>',
        tokenEndpoint: 'https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token',
        scope: 'https://outlook.office365.com/.default',
      },
      {},
    );
    const url = (text: string) => decodeURIComponent(new URL(text).href.replaceAll('+', ' '));
    expect(url(adminConsentUrl ?? '')).toBe(url(shown));
  });
});

/** Cmdlets and their parameters, as learn.microsoft.com/powershell/module/exchange lists them (read in November 2026). */
const CMDLETS: Readonly<Record<string, readonly string[]>> = {
  'Connect-ExchangeOnline': ['Organization'],
  'New-ServicePrincipal': ['AppId', 'ObjectId', 'DisplayName'],
  'Add-MailboxPermission': ['Identity', 'User', 'AccessRights'],
  'Add-RecipientPermission': ['Identity', 'Trustee', 'AccessRights'],
  'Test-ServicePrincipalAuthorization': ['Identity', 'Resource'],
  'Set-CASMailbox': ['Identity', 'SmtpClientAuthenticationDisabled'],
};

const linesOf = (code: string): string[] =>
  code.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const cmdletOf = (line: string) => ({
  name: line.split(' ')[0] ?? '',
  parameters: [...line.matchAll(/ -([A-Za-z]+)/g)].map(([, parameter = '']) => parameter),
});

// There is no PowerShell that could run these without a tenant of Microsoft's, so they are read and not run.
describe('PowerShell in the documentation', () => {
  it.each(treated('powershell').map((block) => [block.place, block] as const))(
    'names cmdlets and parameters that Exchange has: %s',
    (_, { code }) => {
      for (const line of linesOf(code)) {
        const { name, parameters } = cmdletOf(line);
        expect([name, Object.keys(CMDLETS)]).toEqual([name, expect.arrayContaining([name])]);
        expect([line, CMDLETS[name]]).toEqual([line, expect.arrayContaining(parameters)]);
      }
    },
  );

  it('is that which the pages tell to paste', () => {
    const page = linesOf(docBlock('docs/providers/microsoft-365-app-only.md', 'powershell')).map(cmdletOf);
    const app = { clientId: 'a', name: 'b', tenant: null, objectId: null, mailbox: null };
    expect(exchangeCommands(app).map(cmdletOf)).toEqual(expect.arrayContaining(page));
  });
});

/** What the compiler says of these blocks, each in the file that it would stand in. */
function faultsOf(some: readonly DocBlock[]): string[] {
  const folder = join(root, 'dist/doc-blocks', String(process.pid));
  mkdirSync(folder, { recursive: true });
  try {
    some.forEach((block, index) => {
      const { types } = TREATMENTS[keyOf(block)] as { types?: (code: string) => string };
      writeFileSync(join(folder, `block-${index}.ts`), `${(types ?? String)(block.code)}\nexport {};\n`);
    });
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings()));
    const compiler = join(root, 'node_modules/typescript-7/bin/tsc');
    execFileSync(process.execPath, [compiler, '--noEmit', '-p', folder], { encoding: 'utf8', stdio: 'pipe' });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined) throw error;
    const said = stdout.trim().split('\n');
    return said.map((line) =>
      line.replace(/.*block-(\d+)\.ts/, (_, index) => some[Number(index)]?.place ?? ''),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function settings() {
  const { compilerOptions } = JSON.parse(read('tsconfig.json')) as {
    compilerOptions: { paths: Record<string, string[]> };
  };
  const up = (paths: string[]) => paths.map((path) => join(root, path));
  const ours = Object.entries(compilerOptions.paths).map(([name, paths]) => [name, up(paths)]);
  const paths = {
    ...Object.fromEntries(ours),
    'nestjs-mailroom': [join(root, 'libs/plugin/src/index.ts')],
    'nestjs-mailroom/testing': [join(root, 'libs/plugin/src/testing/index.ts')],
  };
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { paths, rootDir: root },
    include: ['*.ts'],
    exclude: [],
  };
}
