import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { commandLineOn, type Ran, type Talk } from '../support/command-line.js';
import { connectToken } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const address = 'support@sandbox.test';
const fixtures = join(import.meta.dirname, '../fixtures/moving-in');

describe('the command line', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;
  let run: (words: readonly string[], talk?: Talk) => Promise<Ran>;
  let clientId: string;
  let tokenId: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    mailroom = await startMailroom();
    ({ clientId, tokenId } = await connectToken(mailroom, sandbox, address));
    run = commandLineOn(mailroom);
  });
  afterAll(async () => {
    await mailroom.stop();
    await sandbox.stop();
  });

  const mailroomDo = (...words: string[]) => run(words);
  const json = async (...words: string[]) => {
    const { code, stdout, stderr } = await mailroomDo(...words, '--json');
    expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: '' });
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  it('lists clients, tokens and accounts for programs', async () => {
    expect(await json('clients', 'list')).toMatchObject({ items: [{ id: clientId, validity: 'valid' }] });
    expect(await json('tokens', 'list')).toMatchObject({ items: [{ id: tokenId, mailbox: address }] });
    expect(await json('accounts', 'list')).toEqual({ items: [] });
  });

  it('lists them for people', async () => {
    const { code, stdout } = await mailroomDo('tokens', 'list', '--search', 'support');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Mailbox +Client +State/);
    expect(stdout).toContain(address);
  });

  it('prints the page that begins the flow', async () => {
    const { stdout } = await mailroomDo('tokens', 'request-url', 'sandbox strict');
    expect(stdout).toBe(`${mailroom.url}/mailroom/connect?client=${clientId}\n`);
  });

  it('refreshes a token now, by its mailbox', async () => {
    const asked = sandbox.tokenRequests.length;
    expect(await json('tokens', 'refresh', address)).toMatchObject({ id: tokenId, failure: null });
    expect(sandbox.tokenRequests.slice(asked).map(({ grantType }) => grantType)).toEqual(['refresh_token']);
  });

  it('never prints what opens doors', async () => {
    const said = [await mailroomDo('tokens', 'list'), await mailroomDo('tokens', 'list', '--json')];
    for (const secret of ['mailroom-demo-secret', ...sandbox.secretsHandedOut]) {
      for (const { stdout, stderr } of said) expect(stdout + stderr).not.toContain(secret);
    }
  });

  it('moves in what another system exported, and says what is left to do', async () => {
    const file = join(fixtures, 'odoo-outgoing-servers.csv');
    const dry = await mailroomDo('import', file, '--dry-run', '--json');
    expect(dry.code).toBe(3);
    expect(JSON.parse(dry.stdout)).toMatchObject({ kind: 'odoo-outgoing-servers', new: 4, refused: 1 });
    expect((await mailroom.api('GET', 'servers')).body.items).toEqual([]);
    const done = await mailroomDo('import', file, '--attention');
    expect(done.code).toBe(3);
    expect(done.stderr).toContain(
      'odoo-outgoing-servers: 4 were added, 0 here already, 2 without a counterpart',
    );
    expect(done.stdout).toMatch(/^Line +Name +Becomes +Verdict +Reason +To do +To look at/);
    expect(done.stdout).toMatch(/8 +Outlook in clear +server +refused +microsoft-needs-starttls at/);
    expect(done.stdout).not.toContain('From the command line');
    for (const { stdout, stderr } of [dry, done]) expect(stdout + stderr).not.toContain('Silver-Anchor');
    expect(await mailroomDo('import', file, '--queue', 'nonsense')).toMatchObject({ code: 2 });
    const again = await mailroomDo('import', file, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ new: 0, here: 4 });
  }, 120_000);

  it('says why a refresh failed and ends with 1', async () => {
    sandbox.faults.tokenEndpoint({ answer: 'status', status: 503 });
    const { code, stdout, stderr } = await mailroomDo('tokens', 'refresh', tokenId, '--json');
    sandbox.faults.clear();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    // The host's own log stands there too.
    const said = stderr.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(said)).toMatchObject({ error: { code: 'refresh-failed' } });
  });

  it('exports and imports clients through pipes, and says what becomes of each', async () => {
    const { code, stdout: file } = await mailroomDo('clients', 'export');
    expect(code).toBe(0);
    expect(file).toContain('Sandbox strict');
    expect(file).not.toContain('mailroom-demo-secret');
    const copy = file.replaceAll('Sandbox strict', 'Sandbox copied');
    const dryRun = await run(['clients', 'import', '-', '--dry-run', '--json'], { input: copy });
    expect(JSON.parse(dryRun.stdout)).toMatchObject({ added: 1, entries: [{ clientId: null }] });
    const imported = await run(['clients', 'import', '-'], { input: copy });
    expect(imported).toMatchObject({ code: 0, stdout: expect.stringMatching(/Sandbox copied +added/) });
    expect(await json('clients', 'list')).toMatchObject({ items: [{}, {}] });
    const again = await run(['clients', 'import', '-'], { input: copy });
    expect(again.stderr).toContain('1 skipped');
  });

  it('gives away secrets only when it is told twice', async () => {
    const once = await mailroomDo('clients', 'export', '--secrets', 'clear');
    expect(once).toMatchObject({ code: 2, stdout: '' });
    const twice = await mailroomDo('clients', 'export', 'Sandbox strict', '--secrets', 'clear', '--in-clear');
    expect(twice.stdout).toContain('mailroom-demo-secret');
    const { body } = await mailroom.api('GET', 'audit-events?action=clients-exported');
    expect(body.items[0]).toMatchObject({ actor: { from: 'command line' }, details: { secrets: 'clear' } });
  });

  it('ends with 3 when entries of an import are refused, and with 1 when there is nothing to read', async () => {
    const half = 'mailroom: clients\nversion: 1\nclients:\n  - name: Half\n';
    expect(await run(['clients', 'import', '-'], { input: half })).toMatchObject({ code: 3 });
    expect(await run(['clients', 'import', '-'], { input: '][' })).toMatchObject({ code: 1, stdout: '' });
  });

  it('connects a mailbox by device code', async () => {
    sandbox.deviceIntervalSeconds = 1;
    const { device } = sandbox.issuer('strict');
    await mailroom.api('PATCH', `clients/${clientId}`, { deviceEndpoint: device });
    const approve = (text: string) => {
      const [, userCode] = /and type (\S+), before/.exec(text) ?? [];
      if (userCode) void sandbox.approveDevice(userCode, { address: 'alice@sandbox.test' });
    };
    const { code, stdout, stderr } = await run(['tokens', 'device-login', clientId, '--json'], {
      hears: approve,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('and type') });
    expect(JSON.parse(stdout)).toMatchObject({ mailbox: 'alice@sandbox.test', state: 'live' });
  });

  it('stores settings; those that the host decides are read-only', async () => {
    expect(await json('settings', 'set', 'audit-retention-days', '90')).toMatchObject({
      value: 90,
      source: 'stored',
    });
    expect((await mailroomDo('settings', 'get', 'audit-retention-days')).stdout).toBe('90\n');
    const refused = await mailroomDo('settings', 'set', 'public-url', 'https://desk.example');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('Setting read only');
  });

  it('seals everything anew with the current key', async () => {
    const { stdout } = await mailroomDo('keys', 'list');
    expect(stdout).toMatch(/development +\d+ +current/);
    expect(await json('keys', 'rotate')).toMatchObject({
      resealed: 0,
      unreadable: [],
      left: 0,
      interrupted: false,
    });
  });

  it('fetches nothing itself, and says when nobody else does', async () => {
    const { code, stderr } = await mailroomDo('accounts', 'fetch', 'nobody');
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'mailroom: There is no account nobody.\n' });
  });

  it('looks at everything, and ends with 1 when there is something to be warned of', async () => {
    const { code, stdout } = await mailroomDo('doctor', '--json');
    const { findings } = JSON.parse(stdout) as {
      findings: { check: string; verdict: string; cure: unknown }[];
    };
    expect(code).toBe(1);
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: 'public URL', verdict: 'warning', cure: expect.any(String) }),
        expect.objectContaining({ check: 'instances', verdict: 'ok', cure: null }),
        expect.objectContaining({ check: `host ${new URL(sandbox.http.url).host}`, verdict: 'ok' }),
      ]),
    );
    expect(findings.filter(({ verdict }) => verdict === 'fault')).toEqual([]);
  });

  it.each([
    ['an unknown command', ['nonsense'], 2, /unknown command 'nonsense'/],
    ['a missing word', ['tokens', 'refresh'], 2, /missing required argument/],
    ['a host that is not there', ['tokens', 'list', '--host', './nowhere.js'], 4, /cannot be loaded/],
  ])('refuses %s', async (_, words, code, complaint) => {
    const ran = await mailroomDo(...words);
    expect(ran).toMatchObject({ code, stdout: '' });
    expect(ran.stderr).toMatch(complaint);
  });
});
