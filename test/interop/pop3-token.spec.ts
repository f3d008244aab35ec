import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken, consent } from '../support/connect.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const jane = 'jane@sandbox.test';
const PATIENCE = { timeoutMs: 30_000 };

describeWithDovecot('a mailbox of Dovecot by POP3, with a token', () => {
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  let dovecot: Dovecot;
  let line: FaultProxy;
  let account: string;
  let clientId: string;
  let tokenId: string;
  const said: string[] = [];

  beforeAll(async () => {
    [mailroom, sandbox] = await Promise.all([startMailroom({ logger: false }), startSandbox()]);
    sandbox.addPerson(jane);
    const introspectionUrl = sandbox
      .issuer('strict')
      .introspection.replace('//', '//dovecot:dovecot-secret@');
    dovecot = await startDovecot({ oauth: { introspectionUrl }, mechanisms: ['plain', 'xoauth2'] });
    line = await startFaultProxy(dovecot.pop3, { onLine: asMicrosoft });
    ({ clientId, tokenId } = await connectToken(mailroom, sandbox, jane));
  });
  afterAll(async () => {
    await mailroom?.stop();
    await line?.stop();
    await dovecot?.stop();
    await sandbox?.stop();
  });

  /** Dovecot takes a token either way; Microsoft hangs up when it comes with the command. */
  function asMicrosoft(sent: string) {
    said.push(sent.length > 100 ? 'a long line' : sent);
    if (!/^AUTH XOAUTH2 \S/.test(sent)) return undefined;
    return { reply: '-ERR Protocol error. Connection is closed. 10\r\n', then: 'end' } as const;
  }

  async function arrives(subject: string): Promise<void> {
    await dovecot.deliver(
      jane,
      `From: jo@example.test\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.test>\r\n\r\nHello.\r\n`,
    );
  }

  const health = async () => (await mailroom.api('GET', `accounts/${account}`)).body.health;
  const handedOver = async () => (await mailroom.hostMail()).map(({ subject }) => subject);

  it('is tested and fetched: XOAUTH2, the token on a line of its own', async () => {
    await arrives('one');
    const { body, status } = await mailroom.api('POST', 'accounts', {
      kind: 'pop3',
      name: 'Jane',
      host: line.host,
      port: line.port,
      security: 'none',
      login: jane,
      auth: 'token',
      tokenId,
      disposition: 'delete',
      start: 'all',
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    account = body.id;
    const { steps } = (await mailroom.api('POST', `accounts/${account}/check`)).body;
    expect(steps.every(({ ok }: { ok: boolean }) => ok)).toBe(true);
    expect(steps).toContainEqual(
      expect.objectContaining({ step: 'sign-in', facts: { mechanism: 'XOAUTH2', lines: 2 } }),
    );
    await mailroom.api('POST', `accounts/${account}/state`, { state: 'live' });
    await until(async () => (await handedOver()).includes('one'), { ...PATIENCE, what: 'the first mail' });
    await until(() => dovecot.messages(jane).length === 0, { ...PATIENCE, what: 'it to be deleted' });
    expect(said.slice(said.indexOf('AUTH XOAUTH2')).slice(0, 2)).toEqual(['AUTH XOAUTH2', 'a long line']);
    expect(dovecot.log()).toContain(`pop3-login: Info: Login: user=<${jane}>, method=XOAUTH2`);
  });

  it('goes on with a new token where the server will not have the old one any more', async () => {
    sandbox.expireAccessTokens(jane);
    await arrives('two');
    await mailroom.api('POST', `accounts/${account}/fetch`);
    await until(async () => (await handedOver()).includes('two'), { ...PATIENCE, what: 'the second mail' });
    expect(sandbox.tokenRequests.filter(({ grantType }) => grantType === 'refresh_token')).not.toHaveLength(
      0,
    );
    expect((await health()).failure).toBeNull();
  });

  it('waits while the consent is withdrawn, and goes on where it stopped when it is given again', async () => {
    sandbox.revoke(jane);
    await arrives('three');
    // A refusal is believed when it is repeated a minute later.
    const dead = async (): Promise<boolean> => {
      await mailroom.timePasses({ minutes: 61 });
      await mailroom.api('POST', `accounts/${account}/fetch`);
      return (await health()).failure?.disposition === 'reconnect';
    };
    await until(dead, { ...PATIENCE, what: 'the token to be dead' });
    expect(await handedOver()).toEqual(['one', 'two']);
    await consent(mailroom, sandbox, { clientId, address: jane, tokenId });
    await until(async () => (await handedOver()).includes('three'), { ...PATIENCE, what: 'the third mail' });
    await until(async () => (await health()).state === 'ok', { ...PATIENCE, what: 'the account to be well' });
    expect(await handedOver()).toEqual(['one', 'two', 'three']);
  });
});
