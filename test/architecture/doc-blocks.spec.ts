import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { admissionOf } from '../../libs/oauth-tokens/src/admission/admission.js';
import { exchangeCommands } from '../../libs/oauth-tokens/src/admission/exchange-commands.js';
import { docBlock, docBlocks, type DocBlock } from '../support/doc-blocks.js';
import { docCommands } from '../support/doc-commands.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What becomes of a block here: the reader's compiler, the programs it calls, a spec that runs it, or why none of these. */
type Treatment =
  | { readonly types: (code: string) => string }
  | { readonly commands: true }
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
  'README.md npm ci && npm start': { commands: true },
  'README.md npm ci && npm test': { commands: true },
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
    commands: true,
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

  it('is commands alone where it is commands: test/journey/doc-commands.spec.ts says what runs each', () => {
    const known = docCommands();
    const lines = treated('commands').flatMap(({ code }) => code.trim().split('\n'));
    expect(lines.length).toBeGreaterThan(15);
    const commands = lines.flatMap((line) => line.replace(/ +#.*$/, '').split(' && '));
    expect(commands.filter((command) => !known.has(command))).toEqual([]);
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

/** What a cmdlet takes. */
interface Cmdlet {
  /** Has to be there. */
  readonly needs: readonly string[];
  readonly takes?: readonly string[];
  /** Parameters whose value is one of these. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

const RIGHTS = ['FullAccess', 'SendAs', 'ReadPermission'];

/** As learn.microsoft.com/powershell/module/exchange describes them (read in November 2026): those that we use, and what they take. */
const CMDLETS: Readonly<Record<string, Cmdlet>> = {
  'Connect-ExchangeOnline': { needs: [], takes: ['Organization'] },
  'New-ServicePrincipal': { needs: ['AppId', 'ObjectId'], takes: ['DisplayName'] },
  'Add-MailboxPermission': { needs: ['Identity', 'User', 'AccessRights'], values: { AccessRights: RIGHTS } },
  'Add-RecipientPermission': {
    needs: ['Identity', 'Trustee', 'AccessRights'],
    values: { AccessRights: ['SendAs'] },
  },
  'Test-ServicePrincipalAuthorization': { needs: ['Identity'], takes: ['Resource'] },
  'Set-CASMailbox': {
    needs: ['Identity'],
    takes: ['SmtpClientAuthenticationDisabled'],
    values: { SmtpClientAuthenticationDisabled: ['$true', '$false'] },
  },
};

const linesOf = (code: string): string[] =>
  code.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** A command of PowerShell, read token by token; `faults` says what of it is none. `<…>` stands for what its reader knows. */
function readCommand(line: string) {
  const [name = '', ...tokens] = line.match(/"(?:[^"`$]|`.)*"|'(?:[^']|'')*'|<[^>]*>|[^\s"'<]+|\S/g) ?? [];
  const values: Record<string, string> = {};
  const faults: string[] = [];
  let open: string | null = null;
  for (const token of tokens) {
    if (/^-[A-Za-z]+$/.test(token)) {
      if (open !== null) faults.push(`-${open} has no value`);
      open = token.slice(1);
      if (open in values) faults.push(`-${open} comes twice`);
    } else if (open === null) faults.push(`${token} belongs to no parameter`);
    else {
      // What is not quoted and begins like this would be a variable, a block, a list or an operator.
      if (/^[$@({;|&`,"'<>]/.test(token) && !/^\$(?:true|false)$|^(["']).*\1$|^<.+>$/.test(token))
        faults.push(`${token} is no plain value`);
      values[open] = token;
      open = null;
    }
  }
  if (open !== null) faults.push(`-${open} has no value`);
  return { name, values, faults: [...faults, ...misused(name, values)] };
}

function misused(name: string, given: Readonly<Record<string, string>>): string[] {
  const cmdlet = CMDLETS[name];
  if (!cmdlet) return [`${name} is no cmdlet that Exchange is known for`];
  const { needs, takes = [], values = {} } = cmdlet;
  return [
    ...needs.filter((parameter) => !(parameter in given)).map((parameter) => `${name} needs -${parameter}`),
    ...Object.keys(given)
      .filter((parameter) => ![...needs, ...takes].includes(parameter))
      .map((parameter) => `${name} has no -${parameter}`),
    ...Object.entries(values)
      .filter(([parameter, allowed]) => parameter in given && !allowed.includes(given[parameter] ?? ''))
      .map(([parameter]) => `-${parameter} cannot be ${given[parameter]}`),
  ];
}

// There is no PowerShell that could run these without a tenant of Microsoft's, so they are read and not run.
describe('PowerShell in the documentation', () => {
  it.each(treated('powershell').map((block) => [block.place, block] as const))(
    'is cmdlets that Exchange has, with what they need and what they take: %s',
    (_, { code }) => {
      expect(linesOf(code).flatMap((line) => readCommand(line).faults)).toEqual([]);
    },
  );

  it('signs in before anything else, and names the principal that was made', () => {
    const page = linesOf(docBlock('docs/providers/microsoft-365-app-only.md', 'powershell')).map(readCommand);
    expect(page[0]?.name).toBe('Connect-ExchangeOnline');
    const made = page.find(({ name }) => name === 'New-ServicePrincipal')?.values['ObjectId'];
    const used = page.flatMap(({ values }) => values['User'] ?? values['Trustee'] ?? []);
    expect(used).toEqual([made, made]);
  });

  it('is that which the pages tell to paste, and that is sound whatever somebody called their application', () => {
    const page = linesOf(docBlock('docs/providers/microsoft-365-app-only.md', 'powershell')).map(readCommand);
    const shape = ({ name, values }: ReturnType<typeof readCommand>) => ({
      name,
      parameters: Object.keys(values),
    });
    const app = { clientId: 'a', name: 'b', tenant: null, objectId: null, mailbox: null };
    expect(exchangeCommands(app).map(readCommand).map(shape)).toEqual(
      expect.arrayContaining(page.map(shape)),
    );
    for (const name of ['Helpdesk', `It's "mail"; $(Remove-Mailbox x) \`n`, '<a>', '-Force'])
      for (const mailbox of [null, "o'brien@example.com", 'a b@example.com']) {
        const objectId = '0d9c1a52-5f0e-4a3e-8c1b-1f6f5f2a7b11';
        const commands = exchangeCommands({ ...app, name, mailbox, objectId, tenant: 'contoso.example' });
        expect(commands.flatMap((line) => readCommand(line).faults)).toEqual([]);
      }
  });

  it('would be found out', () => {
    expect(
      [
        'Set-Mailbox -Identity a',
        'Set-CASMailbox -SmtpClientAuthenticationDisabled $false',
        'Set-CASMailbox -Identity a -SmtpClientAuthenticationDisabled no',
        'Set-CASMailbox -Identity a -Smtp $false',
        'Set-CASMailbox -Identity "a',
        'Set-CASMailbox -Identity $mailbox',
        'Set-CASMailbox -Identity a b',
        'Set-CASMailbox -Identity a -Identity b',
        'Set-CASMailbox -Identity',
      ].filter((line) => readCommand(line).faults.length === 0),
    ).toEqual([]);
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
