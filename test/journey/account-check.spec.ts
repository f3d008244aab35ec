import { utimesSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken } from '../support/connect.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

interface Step {
  step: string;
  ok: boolean;
  ms: number;
  facts: Record<string, string | number>;
  problem: { code: string; params: Record<string, unknown> } | null;
  causes: string[];
}

const letter = (subject: string) =>
  Buffer.from(`From: a@example.test\r\nTo: b@example.test\r\nSubject: ${subject}\r\n\r\nHello.\r\n`);

describeWithDovecot('setting up an account at Dovecot', () => {
  let mailroom: RunningMailroom;
  let dovecot: Dovecot;
  let sandbox: Sandbox;
  const servers: Server[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    const introspectionUrl = sandbox
      .issuer('strict')
      .introspection.replace('//', '//dovecot:dovecot-secret@');
    dovecot = await startDovecot({ oauth: { introspectionUrl } });
    mailroom = await startMailroom();
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await mailroom?.stop();
    await dovecot?.stop();
    await sandbox?.stop();
  });

  const typed = (values: object = {}) => ({
    name: 'Support',
    host: '127.0.0.1',
    port: dovecot.imap.port,
    security: 'none',
    login: 'support@example.test',
    auth: 'password',
    password: 'pass',
    disposition: 'leave',
    start: 'new',
    ...values,
  });
  const trusted = () => ({ kind: 'ca', certificates: dovecot.certificate });

  async function check(values: object): Promise<Step[]> {
    const { status, body } = await mailroom.api('POST', 'accounts/check', values);
    expect([status, body.code]).toEqual([200, undefined]);
    return body.steps;
  }

  /** A server that says this and nothing else. */
  async function saying(first: string): Promise<number> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(first);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  describe('the walk', () => {
    it('tells what each step found', async () => {
      dovecot.seed('walk@example.test', [letter('one'), letter('two')]);
      const { port, tlsPort } = dovecot.imap;
      const at = { login: 'walk@example.test', tlsTrust: trusted() };
      const overTls = await check(typed({ ...at, port: tlsPort, security: 'tls' }));
      expect(overTls.map(({ step, ok }) => [step, ok])).toEqual(
        ['resolve', 'credentials', 'connect', 'encrypt', 'greeting', 'sign-in', 'folder', 'rights'].map(
          (step) => [step, true],
        ),
      );
      const facts = new Map(overTls.map((step) => [step.step, step.facts]));
      expect(facts.get('resolve')).toEqual({ address: '127.0.0.1' });
      expect(facts.get('connect')).toEqual({ port: tlsPort });
      expect(facts.get('encrypt')).toMatchObject({ version: 'TLSv1.3', subject: 'Mailroom test' });
      expect(facts.get('greeting')?.['capabilities']).toContain('IMAP4rev1');
      expect(facts.get('sign-in')).toEqual({ mechanism: 'PLAIN', lines: 2 });
      expect(facts.get('folder')).toEqual({ folders: 1, messages: 2 });

      const upgraded = await check(typed({ ...at, port, security: 'starttls' }));
      expect(upgraded.map(({ step }) => step).slice(2, 5)).toEqual(['connect', 'greeting', 'encrypt']);
      expect(upgraded.every(({ ok }) => ok)).toBe(true);
    });

    it.each(['tls', 'starttls'] as const)('tells of POP3 what it tells of IMAP: %s', async (security) => {
      const port = security === 'tls' ? dovecot.pop3.tlsPort : dovecot.pop3.port;
      const values = typed({ kind: 'pop3', host: 'localhost', port, security, tlsTrust: trusted() });
      const walk = await check(values);
      const secured = security === 'tls' ? ['encrypt', 'greeting'] : ['greeting', 'encrypt'];
      expect(walk.slice(0, 6).map(({ step, ok }) => [step, ok])).toEqual(
        ['resolve', 'credentials', 'connect', ...secured, 'sign-in'].map((step) => [step, true]),
      );
      expect(walk.every(({ ok }) => ok)).toBe(true);
      const facts = new Map(walk.map((step) => [step.step, step.facts]));
      expect(facts.get('connect')).toEqual({ port });
      expect(facts.get('encrypt')).toMatchObject({ version: 'TLSv1.3', subject: 'Mailroom test' });
      expect(facts.get('greeting')?.['capabilities']).toContain('UIDL');
      expect(facts.get('sign-in')).toEqual({ mechanism: 'USER/PASS' });

      const strange = (await check({ ...values, tlsTrust: { kind: 'verified' } })).at(-1);
      expect(strange).toMatchObject({ step: 'encrypt', ok: false });
      expect(strange?.problem?.code).toMatch(/certificate/);
    });

    it.each([
      [
        'a wrong password',
        { password: 'guess' },
        'sign-in',
        'mailbox-login-refused',
        ['password-wrong', 'login-wrong'],
      ],
      ['TLS on the port in the clear', { security: 'tls' }, 'encrypt', 'mailbox-port-in-clear', []],
    ])('names cause and step: %s', async (_, values, step, code, causes) => {
      expect((await check(typed(values))).at(-1)).toMatchObject({
        step,
        ok: false,
        problem: { code },
        causes,
      });
    });

    it.each([
      ['220 mail.example.test ESMTP\r\n', 'SMTP'],
      ['+OK ready\r\n', 'POP3'],
    ])('knows a server that greets with %j', async (greeting, protocol) => {
      const last = (await check(typed({ port: await saying(greeting) }))).at(-1);
      expect(last).toMatchObject({
        step: 'greeting',
        problem: { code: 'mailbox-greeting-foreign', params: { protocol } },
      });
    });

    it('decodes what a server says of a token', async () => {
      const jane = 'jane@sandbox.test';
      sandbox.addPerson(jane);
      const { tokenId } = await connectToken(mailroom, sandbox, jane);
      const values = typed({ auth: 'token', tokenId, password: undefined, login: 'other@sandbox.test' });
      const last = (await check(values)).at(-1);
      expect(last).toMatchObject({
        step: 'sign-in',
        problem: { code: 'mailbox-login-refused', params: { oauthStatus: 'invalid_token' } },
      });
      expect(last?.causes).toEqual(['token-of-somebody-else', 'token-lacks-scope']);
    });
  });

  describe('folders', () => {
    it('are listed from the server, for values that nobody saved and for saved ones', async () => {
      const login = 'folders@example.test';
      dovecot.seed(login, [letter('one')]);
      dovecot.seed(login, [letter('filed'), letter('too')], { folder: 'Archive' });
      dovecot.seed(login, [], { folder: 'Archive.Größe' });
      const unsaved = await mailroom.api('POST', 'accounts/folders', typed({ login }));
      expect(unsaved.status).toBe(200);
      const { items } = unsaved.body;
      expect(items[0]).toMatchObject({ path: 'INBOX', specialUse: '\\Inbox', messages: 1, selectable: true });
      expect(items).toContainEqual(expect.objectContaining({ path: 'Archive', messages: 2, delimiter: '.' }));

      const { id } = (await mailroom.api('POST', 'accounts', typed({ login }))).body;
      const { password: _, name: __, ...edited } = typed({ login, id });
      const saved = await mailroom.api('POST', 'accounts/folders', edited);
      expect(saved.body.items).toEqual(items);
    });

    it('are not listed where nobody gets in', async () => {
      const { status, body } = await mailroom.api('POST', 'accounts/folders', typed({ password: 'guess' }));
      expect([status, body.code]).toEqual([422, 'mailbox-login-refused']);
    });
  });

  describe('the last test', () => {
    it('is kept with the account until what matters changes', async () => {
      const { id, lastCheck } = (
        await mailroom.api('POST', 'accounts', typed({ login: 'kept@example.test' }))
      ).body;
      expect(lastCheck).toBeNull();
      await mailroom.api('POST', `accounts/${id}/check`);
      const tested = (await mailroom.api('GET', `accounts/${id}`)).body.lastCheck;
      expect(tested).toMatchObject({ passed: true, at: expect.any(String) });
      expect(tested.steps).toHaveLength(7);

      const renamed = await mailroom.api('PATCH', `accounts/${id}`, { name: 'Other', comment: 'x' });
      expect(renamed.body.lastCheck).toEqual(tested);
      const moved = await mailroom.api('PATCH', `accounts/${id}`, { folders: ['Nowhere'] });
      expect(moved.body.lastCheck).toBeNull();
      await mailroom.api('POST', `accounts/${id}/check`);
      const failed = (await mailroom.api('GET', `accounts/${id}`)).body.lastCheck;
      expect(failed).toMatchObject({ passed: false });
      expect(failed.steps.at(-1).problem.code).toBe('mailbox-folder-missing');
    });

    it('comes with going live', async () => {
      const { id } = (await mailroom.api('POST', 'accounts', typed({ login: 'lively@example.test' }))).body;
      const { body } = await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' });
      expect(body.lastCheck).toMatchObject({ passed: true });
    });
  });

  it('imports what is old quietly, and takes what is new as ever', async () => {
    const login = 'history@example.test';
    dovecot.seed(login, [letter('old')]);
    const lastYear = new Date('2025-06-01T12:00:00Z');
    for (const { path } of dovecot.messages(login)) utimesSync(path, lastYear, lastYear);
    const seen: [string, boolean][] = [];
    mailroom.intake.before = ({ subject, historic }) => void seen.push([subject, historic]);
    const values = typed({ login, start: 'all', quietImport: true, push: true });
    const { id, quietImport } = (await mailroom.api('POST', 'accounts', values)).body;
    expect(quietImport).toBe(true);
    expect((await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' })).status).toBe(200);
    await until(() => seen.length === 1, { timeoutMs: 20_000, what: 'the old mail' });
    await dovecot.deliver(login, letter('new'));
    await until(() => seen.length === 2, { timeoutMs: 30_000, what: 'the new mail' });
    expect(seen).toEqual([
      ['old', true],
      ['new', false],
    ]);
  });
});
