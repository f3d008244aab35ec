import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccessTokens, ImportClients } from '@mailroom/oauth-tokens';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken, profileOfTemplate, registerFromTemplate } from '../support/connect.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type Answer, type RunningMailroom } from '../support/mailroom.js';

const znuny = join(import.meta.dirname, '../fixtures/znuny');
const PASSPHRASE = 'Kaffee um zehn – jeden Tag';
const SECRET = 'planted-secret-7d11';

let mailroom: RunningMailroom;
let sandbox: Sandbox;
const heard: string[] = [];
const note = (...words: unknown[]): void => void heard.push(words.join(' '));

beforeAll(async () => {
  const logger = { log: note, warn: note, error: note };
  [mailroom, sandbox] = await Promise.all([startMailroom({ logger }), startSandbox()]);
});
afterEach(async () => {
  mailroom.access.proved.clear();
  await mailroom.dataSource.query('delete from mailroom.oauth_authorization');
  await mailroom.dataSource.query('delete from mailroom.oauth_token');
  await mailroom.dataSource.query('delete from mailroom.oauth_client');
});
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

interface Import {
  readonly overwrite?: boolean;
  readonly passphrase?: string;
  readonly type?: string;
}

/** Sends a file as the pages do. */
async function send(path: string, yaml: string | Uint8Array, how: Import = {}): Promise<Answer> {
  const { overwrite = false, passphrase, type = 'application/yaml' } = how;
  const response = await fetch(`${mailroom.url}/mailroom/api/clients/${path}?overwrite=${overwrite}`, {
    method: 'POST',
    headers: {
      [ACTOR_HEADER]: 'admin',
      origin: mailroom.url,
      'content-type': type,
      ...(passphrase === undefined ? {} : { 'mailroom-passphrase': encodeURIComponent(passphrase) }),
    },
    body: typeof yaml === 'string' ? yaml : new Uint8Array(yaml),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const preview = (yaml: string | Uint8Array, how?: Import) => send('import/preview', yaml, how);
const load = (yaml: string | Uint8Array, how?: Import) => send('import', yaml, how);

/** The clients as a file. */
async function file(order: object = { secrets: 'left-out' }): Promise<string> {
  const { status, body, headers } = await mailroom.api('POST', 'clients/export', order);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(headers.get('content-disposition')).toBe('attachment; filename="mailroom-clients.yaml"');
  return body;
}

const verdicts = ({ body }: Answer) =>
  body.entries.map(({ name, verdict, problem }: any) =>
    problem ? [name, verdict, problem.code, problem.field] : [name, verdict],
  );

async function clients(): Promise<any[]> {
  const { items } = (await mailroom.api('GET', 'clients')).body;
  const ofItself = ['id', 'createdAt', 'updatedAt', 'tokens'];
  return items.map((client: any) => ({
    ...Object.fromEntries(Object.entries(client).filter(([name]) => !ofItself.includes(name))),
    secrets: client.secrets.map(({ expiresAt }: any) => expiresAt),
  }));
}

async function secretsOf(name: string): Promise<string[]> {
  const text = await file({ secrets: 'sealed', passphrase: PASSPHRASE, names: [name] });
  return text.match(/^ {6}- sealed: /gm) ?? [];
}

async function removeAll(): Promise<void> {
  await mailroom.dataSource.query('delete from mailroom.oauth_client');
}

describe('a round trip', () => {
  it('brings back clients of every template and flow, sealed under a passphrase', async () => {
    for (const template of Object.keys(profileOfTemplate)) {
      const { status, body } = await registerFromTemplate(mailroom, sandbox, template, {
        secret: `${SECRET}-${template}`,
        secretExpiresAt: '2027-01-31T00:00:00.000Z',
      });
      expect([status, body]).toEqual([201, expect.anything()]);
    }
    const before = await clients();
    const text = await file({ secrets: 'sealed', passphrase: PASSPHRASE });
    expect(text).not.toContain(SECRET);
    await removeAll();

    const looked = await preview(text, { passphrase: PASSPHRASE });
    expect(await clients()).toEqual([]);
    const done = await load(text, { passphrase: PASSPHRASE });
    expect(done.body).toMatchObject({ format: 'mailroom', added: before.length, refused: 0 });
    expect(verdicts(looked)).toEqual(verdicts(done));
    expect(await clients()).toEqual(before);
  });

  it('brings a private key along, and refuses one that is none', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const entry = (value: string) => `mailroom: clients
version: 1
clients:
  - name: Workspace
    template: google-service-account
    flow: jwt-bearer
    clientId: robot@project.example
    privateKey:
      algorithm: RS256
      keyId: k1
      value: |
${value.replace(/^(?=.)/gm, '        ')}
`;
    expect(verdicts(await load(entry('no key')))).toEqual([
      ['Workspace', 'refused', 'private-key-unusable', 'privateKey'],
    ]);
    expect(verdicts(await load(entry(pem)))).toEqual([['Workspace', 'added']]);
    const text = await file({ secrets: 'sealed', passphrase: PASSPHRASE });
    expect([text.includes('PRIVATE KEY'), /privateKey:\n +sealed: /.test(text)]).toEqual([false, true]);
    expect(await file()).toMatch(/# left out: 1 secret/);
    expect(verdicts(await load(text, { passphrase: PASSPHRASE, overwrite: true }))).toEqual([
      ['Workspace', 'replaced'],
    ]);
  });

  it('takes nothing under a wrong passphrase', async () => {
    await registerFromTemplate(mailroom, sandbox, 'google');
    const text = await file({ secrets: 'sealed', passphrase: PASSPHRASE });
    await removeAll();
    expect((await load(text)).body.code).toBe('passphrase-required');
    expect((await load(text, { passphrase: 'wrong all the way' })).body.code).toBe('passphrase-wrong');
    expect(await clients()).toEqual([]);
  });
});

describe('an export', () => {
  it('holds no secret unless asked, and never a token', async () => {
    const { tokenId } = await connectToken(mailroom, sandbox, 'support@sandbox.test', 'microsoft');
    const access = await mailroom.app.get(AccessTokens, { strict: false }).get(tokenId);
    mailroom.access.proved.add('admin');
    const [bare, sealed, clear] = [
      await file(),
      await file({ secrets: 'sealed', passphrase: PASSPHRASE }),
      await file({ secrets: 'clear', confirmed: true }),
    ];
    expect([bare, sealed, clear].map((text) => text.includes('mailroom-demo-secret'))).toEqual([
      false,
      false,
      true,
    ]);
    const [row] = await mailroom.dataSource.query('select * from mailroom.oauth_token');
    const planted = [
      access.value.reveal(),
      row.sealed_access,
      row.sealed_refresh,
      row.subject,
      row.mailbox,
      tokenId,
    ];
    for (const text of [bare, sealed, clear]) {
      expect(planted.filter((value) => typeof value === 'string' && text.includes(value))).toEqual([]);
    }
  });

  it('in clear text needs a confirmation and somebody who proved again who they are', async () => {
    await registerFromTemplate(mailroom, sandbox, 'google');
    const ask = async (order: object) => (await mailroom.api('POST', 'clients/export', order)).body;
    expect(await ask({ secrets: 'clear' })).toMatchObject({ code: 'invalid-input' });
    expect(await ask({ secrets: 'clear', confirmed: true })).toMatchObject({
      code: 'reauthentication-required',
    });
    Object.assign(mailroom.access, { reauthenticated: undefined });
    expect(await ask({ secrets: 'clear', confirmed: true })).toMatchObject({
      code: 'reauthentication-unavailable',
    });
    Reflect.deleteProperty(mailroom.access, 'reauthenticated');
    mailroom.access.proved.add('admin');
    expect(await ask({ secrets: 'clear', confirmed: true })).toContain('mailroom-demo-secret');
    const events = await mailroom.dataSource.query(
      `select action, details from mailroom.audit_event where action like 'clients-export%' order by id desc limit 4`,
    );
    expect(events).toEqual([
      { action: 'clients-exported', details: { clients: 1, secrets: 'clear' } },
      { action: 'clients-export-reauthenticated', details: { secrets: 'clear' } },
      {
        action: 'clients-export-refused',
        details: { secrets: 'clear', why: 'reauthentication-unavailable' },
      },
      { action: 'clients-export-refused', details: { secrets: 'clear', why: 'reauthentication-required' } },
    ]);
  });

  it('takes some by name, and says which it does not know', async () => {
    await registerFromTemplate(mailroom, sandbox, 'google');
    await registerFromTemplate(mailroom, sandbox, 'custom');
    expect(await file({ secrets: 'left-out', names: ['Sandbox custom'] })).not.toContain('Sandbox google');
    const unknown = await mailroom.api('POST', 'clients/export', { secrets: 'left-out', names: ['Nobody'] });
    expect([unknown.status, unknown.body.params]).toEqual([404, { name: 'Nobody' }]);
  });
});

describe('files of Znuny', () => {
  it.each(readdirSync(znuny))('imports %s as it is', async (name) => {
    const yaml = readFileSync(join(znuny, name));
    const looked = await preview(yaml);
    const done = await load(yaml);
    expect(done.body).toMatchObject({ format: 'znuny', refused: 0, skipped: 0 });
    expect(verdicts(looked)).toEqual(verdicts(done));
    expect(done.body.added).toBe((await clients()).length);
    expect(JSON.stringify(done.body)).not.toMatch(/fixture.secret|GOCSPX/);
  });

  it('keeps tokens working, with parameters and endpoints of Znuny’s', async () => {
    const { tokenId } = await connectToken(mailroom, sandbox, 'support@sandbox.test', 'microsoft');
    const [{ name, id }] = (await mailroom.api('GET', 'clients')).body.items;
    const { authorization, token } = sandbox.issuer('microsoft');
    const yaml = readFileSync(join(znuny, 'microsoft-exchange-online.yml'), 'utf8')
      .replace(/^ {2}Name: .*/m, `  Name: ${name}`)
      .replace(/ClientID: \S+-\S+/, 'ClientID: mailroom-demo')
      .replace(/ClientSecret: fixture\S+/, 'ClientSecret: mailroom-demo-secret')
      .replace(/URL: \S+authorize/, `URL: ${authorization}`)
      .replace(/URL: \S+token/g, `URL: ${token}`);
    expect(verdicts(await load(yaml))).toEqual([[name, 'skipped']]);
    expect(verdicts(await load(yaml, { overwrite: true }))).toEqual([[name, 'replaced']]);
    expect((await mailroom.api('GET', `clients/${id}`)).body.scope).toContain('POP.AccessAsUser.All');
    await mailroom.timePasses({ hours: 2 });
    const { value } = await mailroom.app.get(AccessTokens, { strict: false }).get(tokenId);
    expect(value.reveal()).not.toBe('');
  });
});

describe('overwriting', () => {
  it('leaves secrets alone that the file does not bring', async () => {
    await registerFromTemplate(mailroom, sandbox, 'google');
    const text = (await file()).replace('validity: valid', 'validity: invalid');
    const { body } = await load(text, { overwrite: true });
    expect(body.entries[0]).toMatchObject({ verdict: 'replaced', changes: ['validity'] });
    expect(body.entries[0].notes.map(({ code }: any) => code)).toEqual(['secrets-kept']);
    expect(await secretsOf('Sandbox google')).toHaveLength(1);
  });

  it('never lets a secret or a token go to another host', async () => {
    const { tokenId } = await connectToken(mailroom, sandbox, 'support@sandbox.test', 'microsoft');
    const moved = (await file()).replace(/tokenEndpoint: .*/, 'tokenEndpoint: https://evil.example/token');
    const [{ name }] = await clients();
    expect(verdicts(await load(moved, { overwrite: true }))).toEqual([
      [name, 'refused', 'secret-required-for-new-origin', 'secrets'],
    ]);
    const again = moved.replace(/^( {4})issuer:/m, '$1secrets:\n$1  - value: new-secret\n$1issuer:');
    const looked = await preview(again, { overwrite: true });
    expect(looked.body.entries[0].notes).toContainEqual({ code: 'needs-consent', params: { tokens: 1 } });
    expect((await mailroom.api('GET', `tokens/${tokenId}`)).body.state).toBe('live');
    await load(again, { overwrite: true });
    expect((await mailroom.api('GET', `tokens/${tokenId}`)).body.state).toBe('reconnect');
  });

  it('forgets a certificate that waits when the client goes to another host', async () => {
    const { body: client } = await registerFromTemplate(mailroom, sandbox, 'custom');
    await mailroom.api('POST', `clients/${client.id}/certificate`, { months: 12 });
    const pending = async () =>
      (await mailroom.api('GET', `clients/${client.id}`)).body.pendingCertificate?.sha256 ?? null;
    const waiting = await pending();
    const text = (await file()).replace(/^( {4})issuer:/m, '$1secrets:\n$1  - value: new-secret\n$1issuer:');
    await load(text, { overwrite: true });
    expect(waiting).toEqual(expect.any(String));
    expect(await pending()).toBe(waiting);

    const moved = text.replace(/tokenEndpoint: .*/, 'tokenEndpoint: https://elsewhere.example/token');
    expect(verdicts(await load(moved, { overwrite: true }))).toEqual([[client.name, 'replaced']]);
    expect(await pending()).toBeNull();
    const activated = await mailroom.api('POST', `clients/${client.id}/certificate/activate`);
    expect(activated.body).toMatchObject({ code: 'certificate-not-found' });
  });

  it('never changes template or flow', async () => {
    await registerFromTemplate(mailroom, sandbox, 'google');
    const text = await file();
    const custom = text
      .replace('template: google', 'template: custom')
      .replace(/identity: .*/, 'identity: none');
    expect(verdicts(await load(custom, { overwrite: true }))).toEqual([
      ['Sandbox google', 'refused', 'template-fixed', 'template'],
    ]);
    const flow = text.replace('flow: authorization-code', 'flow: client-credentials');
    expect(verdicts(await load(flow, { overwrite: true }))).toEqual([
      ['Sandbox google', 'refused', 'flow-fixed', 'flow'],
    ]);
  });
});

describe('a bad file', () => {
  it('has its good entries stored, its bad ones reported, and nothing half-written', async () => {
    const head = 'mailroom: clients\nversion: 1\nclients:\n';
    const entry = (name: string, more = '') =>
      `  - {name: ${name}, template: microsoft-365, flow: authorization-code, clientId: a${more}}\n`;
    const yaml =
      head +
      entry('Good', ', secrets: [{value: s3cret}]') +
      entry('Guid', ', secrets: [{value: 0a4a1f6f-5f0d-4a4e-9d1c-3b1f0c7e7a11}]') +
      entry('Plain', ', tokenEndpoint: "http://10.1.2.3/token"') +
      entry('Typo', ', scop: x') +
      entry('Good') +
      entry('Last');
    const done = await load(yaml);
    expect(verdicts(done)).toEqual([
      ['Good', 'added'],
      ['Guid', 'refused', 'secret-id-pasted', 'secret'],
      ['Plain', 'refused', 'address-not-allowed', 'tokenEndpoint'],
      ['Typo', 'refused', 'unknown-key', 'scop'],
      ['Good', 'refused', 'entry-duplicate', 'name'],
      ['Last', 'added'],
    ]);
    expect((await clients()).map(({ name }) => name)).toEqual(['Good', 'Last']);
  });

  it.each([
    ['bad YAML', 'a: "b', 'yaml-invalid'],
    ['Windows-1252', Buffer.from('- Name: M\xfcller', 'latin1'), 'yaml-not-utf8'],
    ['nothing of ours', 'a: 1', 'yaml-not-clients'],
    ['nothing at all', '', 'yaml-not-clients'],
    ['eleven megabytes', '#'.repeat(11 * 1024 * 1024), 'yaml-too-large'],
  ])('is refused: %s', async (_, yaml, code) => {
    const { status, body } = await load(yaml);
    expect([status, body.code]).toEqual([422, code]);
  });

  it('may come as JSON where a host lets no YAML through, but from our own pages only', async () => {
    const yaml = readFileSync(join(znuny, 'google-mail.yml'), 'utf8');
    const json = JSON.stringify({ yaml });
    expect(verdicts(await preview(json, { type: 'application/json' }))).toEqual([['Google Mail', 'added']]);
    expect((await preview(yaml, { type: 'text/plain' })).body.code).toBe('json-required');
  });
});

it('reads and decides ten thousand clients, and takes two thousand twice', async () => {
  const entry = (_: unknown, index: number) =>
    `  - name: Client ${index}\n    template: google\n    flow: authorization-code\n    clientId: app-${index}\n    secrets:\n      - value: ${SECRET}-${index}\n`;
  const many = (length: number) =>
    `mailroom: clients\nversion: 1\nclients:\n${Array.from({ length }, entry).join('')}`;
  const imports = mailroom.app.get(ImportClients, { strict: false });
  const actor = { id: 'admin', name: 'admin' };
  const looked = await imports.preview({ yaml: many(10_000), overwrite: false, actor });
  expect([looked.added, looked.refused, await clients()]).toEqual([10_000, 0, []]);
  // Entries are stored in groups of a hundred: what holds for twenty of them holds for a hundred.
  const yaml = many(2_000);
  const took: number[] = [];
  for (const overwrite of [false, true]) {
    const started = performance.now();
    const report = await imports.run({ yaml, overwrite, actor });
    took.push(Math.round(performance.now() - started));
    expect([report.added, report.replaced]).toEqual(overwrite ? [0, 2_000] : [2_000, 0]);
  }
  process.stdout.write(`two thousand clients: added in ${took[0]} ms, replaced in ${took[1]} ms\n`);
  const started = performance.now();
  expect((await file()).match(/^ {2}- name:/gm)).toHaveLength(2_000);
  process.stdout.write(`exported in ${Math.round(performance.now() - started)} ms\n`);
}, 120_000);

it('leaves no secret in logs, the audit log or the database', async () => {
  const rows = await mailroom.dataSource.query('select * from mailroom.audit_event');
  const everything = JSON.stringify(rows) + heard.join('\n');
  for (const secret of [SECRET, PASSPHRASE, 'mailroom-demo-secret', 'GOCSPX', 'fixture~secret']) {
    expect(everything).not.toContain(secret);
  }
});
