import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { ProtocolLogs } from '../../libs/mail-accounts/src/protocol-log/protocol-logs.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const SUBJECT = 'planted-subject-7c1d';
const BODY = 'planted-body-of-the-mail-22af';

let sandbox: Sandbox;
let mailroom: RunningMailroom;

beforeAll(async () => {
  sandbox = await startSandbox();
  mailroom = await startMailroom({ logger: false });
});
afterAll(async () => {
  await mailroom?.stop();
  await sandbox?.stop();
});

async function liveAccount(values: object): Promise<string> {
  const { body } = await mailroom.api('POST', 'accounts', {
    name: 'Logged',
    host: 'localhost',
    security: 'none',
    disposition: 'leave',
    start: 'all',
    push: false,
    ...values,
  });
  expect(await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' })).toMatchObject({
    status: 200,
  });
  return body.id as string;
}

const log = async (id: string) => (await mailroom.api('GET', `accounts/${id}/protocol-log`)).body;

async function said(id: string, what: RegExp): Promise<string> {
  await until(async () => what.test((await log(id)).text), { timeoutMs: 20_000, what: `${what} in the log` });
  return (await log(id)).text;
}

const deliver = (address: string) =>
  sandbox.deliver(address, `From: someone@x.test\r\nSubject: ${SUBJECT}\r\n\r\n${BODY}\r\n`);

describe('the protocol log', () => {
  it.each(['imap', 'pop3'] as const)('of %s has no password and nothing of the mail in it', async (kind) => {
    const { address } = sandbox.addPerson(`${kind}@sandbox.test`);
    deliver(address);
    const id = await liveAccount({
      kind,
      port: sandbox[kind].port,
      login: address,
      auth: 'password',
      password: 'sandbox',
      disposition: kind === 'pop3' ? 'delete' : 'leave',
    });
    expect(await log(id)).toEqual({ until: null, text: '' });
    const { status, body } = await mailroom.api('POST', `accounts/${id}/protocol-log`, { minutes: 15 });
    expect([status, typeof body.until]).toEqual([200, 'string']);
    const text = await said(id, kind === 'imap' ? /FETCH|LOGOUT/ : /QUIT/);
    expect(text).toMatch(kind === 'imap' ? /> \S+ (AUTHENTICATE|LOGIN)/ : /> PASS \(\* hidden \*\)/);
    expect(text).not.toMatch(/> \S+ (LIST|LSUB)/);
    for (const secret of [
      SUBJECT,
      BODY,
      'AHNhbmRib3g',
      Buffer.from(`\0${address}\0sandbox`).toString('base64'),
    ])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/PASS sandbox|"sandbox"/);
    const file = await mailroom.api('GET', `accounts/${id}/protocol-log/raw`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.body).toContain(text.split('\n')[0]);
    expect((await mailroom.api('GET', `accounts/${id}/protocol-log`, undefined, 'nobody')).status).toBe(403);
  });

  it('has no token in it, ends with its time and is gone then', async () => {
    const clientId = await registerSandboxClient(mailroom, sandbox);
    const address = sandbox.addPerson('token@sandbox.test').address;
    const end = await consent(mailroom, sandbox, { clientId, address });
    const tokenId = end.searchParams.get('token') ?? '';
    const id = await liveAccount({ port: sandbox.imap.port, login: address, auth: 'token', tokenId });
    await mailroom.api('POST', `accounts/${id}/protocol-log`, { minutes: 15 });
    const text = await said(id, /AUTHENTICATE/);
    expect(sandbox.secretsHandedOut.length).toBeGreaterThan(0);
    for (const secret of sandbox.secretsHandedOut) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(4, 24));
    }
    const { body: events } = await mailroom.api(
      'GET',
      `audit-events?action=protocol-log-begun&subjectId=${id}`,
    );
    expect(events.items).toMatchObject([{ details: { minutes: 15 } }]);

    await mailroom.timePasses({ minutes: 16 });
    expect(await log(id)).toEqual({ until: null, text: '' });
    await mailroom.app.get(ProtocolLogs, { strict: false }).sweep();
    const rows: unknown[] = await mailroom.dataSource.query(
      'select 1 from mailroom.protocol_log where account_id = $1',
      [id],
    );
    expect(rows).toEqual([]);
  });

  it('keeps the last megabyte, and can be ended before its time', async () => {
    const { address } = sandbox.addPerson('much@sandbox.test');
    const id = await liveAccount({
      port: sandbox.imap.port,
      login: address,
      auth: 'password',
      password: 'sandbox',
    });
    await mailroom.api('POST', `accounts/${id}/protocol-log`, { minutes: 1440 });
    await mailroom.dataSource.query(
      `insert into mailroom.protocol_log (account_id, lines) select $1, repeat('x', 60000) from generate_series(1, 30)`,
      [id],
    );
    await mailroom.api('POST', `accounts/${id}/fetch`);
    const small = async () => (await log(id)).text.length < 1_048_577 + 65_536;
    await until(small, { timeoutMs: 20_000, what: 'the oldest to go' });
    const { body } = await mailroom.api('POST', `accounts/${id}/protocol-log`, { minutes: 0 });
    expect(body).toEqual({ until: null, text: '' });
  });
});
