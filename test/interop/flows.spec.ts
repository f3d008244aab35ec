import { DeviceLogin } from '@mailroom/oauth-tokens';
import { startSandbox, type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { consent, registerSandboxClient } from '../support/connect.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { type Introspection } from '../support/dovecot-configuration.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { registerAppOnly, registerCertified, registerServiceAccount } from '../support/own-flows.js';
import { until } from '../support/until.js';

const letter = (subject: string): Buffer =>
  Buffer.from(
    `From: jo@example.test\r\nTo: desk@sandbox.test\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.test>\r\n\r\nHello.\r\n`,
  );

describeWithDovecot('every flow opens a mailbox of Dovecot', () => {
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  const servers: Dovecot[] = [];

  beforeAll(async () => {
    [mailroom, sandbox] = await Promise.all([startMailroom(), startSandbox()]);
  });
  afterEach(() => Promise.all(servers.splice(0).map((dovecot) => dovecot.stop())));
  afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

  /** A Dovecot that believes the provider of this profile; `everywhere` is who may open every mailbox there. */
  async function dovecotOf(profile: Profile, everywhere?: Introspection['everywhere']): Promise<Dovecot> {
    const introspectionUrl = sandbox.issuer(profile).introspection.replace('//', '//dovecot:dovecot-secret@');
    const dovecot = await startDovecot({ oauth: { introspectionUrl, everywhere }, mechanisms: ['xoauth2'] });
    servers.push(dovecot);
    return dovecot;
  }

  /** Connects the mailbox, leaves a letter in it, and waits until the host has it. */
  async function fetches(dovecot: Dovecot, tokenId: string, address: string, subject: string): Promise<void> {
    const { host, port } = dovecot.imap;
    dovecot.seed(address, [letter(subject)]);
    const { status, body } = await mailroom.api('POST', 'mailboxes', {
      tokenId,
      name: subject,
      address,
      incoming: { disposition: 'seen', start: 'all' },
      outgoing: null,
      imap: { host, port, security: 'none' },
    });
    expect([status, body.checks?.account?.every(({ ok }: { ok: boolean }) => ok)]).toEqual([201, true]);
    await until(async () => (await mailroom.hostMail()).some((mail) => mail.subject === subject), {
      what: `the letter “${subject}” at the host`,
    });
    expect(dovecot.log()).toContain(`Login: user=<${address}>, method=XOAUTH2`);
    await mailroom.api('POST', `accounts/${body.accountId}/state`, { state: 'paused' });
  }

  async function requested(clientId: string, mailbox?: string): Promise<string> {
    const { status, body } = await mailroom.api('POST', 'tokens', {
      clientId,
      ...(mailbox === undefined ? {} : { mailbox }),
    });
    if (status !== 201) throw new Error(`no token: ${JSON.stringify(body)}`);
    return body.id as string;
  }

  it.each(['microsoft', 'google', 'strict'] as const)('by the consent of a person (%s)', async (profile) => {
    const dovecot = await dovecotOf(profile);
    const address = 'support@sandbox.test';
    const clientId = await registerSandboxClient(mailroom, sandbox, profile, { name: `People ${profile}` });
    const page = await consent(mailroom, sandbox, { clientId, address });
    await fetches(dovecot, page.searchParams.get('token') ?? '', address, `consent-${profile}`);
  });

  it('by the consent of a person whom a mailbox is shared with', async () => {
    const address = 'alice@sandbox.test';
    const dovecot = await dovecotOf('microsoft', { claim: 'email', is: address });
    const clientId = await registerSandboxClient(mailroom, sandbox, 'microsoft', { name: 'Shared' });
    const page = await consent(mailroom, sandbox, { clientId, address });
    await fetches(dovecot, page.searchParams.get('token') ?? '', 'support@sandbox.test', 'shared');
  });

  it('by a code that a person typed on another device', async () => {
    const dovecot = await dovecotOf('microsoft');
    const address = 'bob@sandbox.test';
    const clientId = await registerSandboxClient(mailroom, sandbox, 'microsoft', {
      name: 'Device',
      deviceEndpoint: sandbox.issuer('microsoft').device,
    });
    const login = mailroom.app.get(DeviceLogin, { strict: false });
    const begun = await login.begin({ clientId });
    const pause = (): Promise<void> => sandbox.approveDevice(begun.userCode, { address });
    const tokenId = await login.finish(begun, { id: 'shell', name: 'root' }, { pause });
    await fetches(dovecot, tokenId, address, 'device');
  });

  it('as an application with a secret, one token for every mailbox', async () => {
    const dovecot = await dovecotOf('microsoft', { claim: 'client_id', is: 'mailroom-demo' });
    const tokenId = await requested(await registerAppOnly(mailroom, sandbox));
    const bare = { tokenId, name: 'Nobody', incoming: { disposition: 'seen', start: 'all' }, outgoing: null };
    expect((await mailroom.api('POST', 'mailboxes', bare)).body).toMatchObject({
      code: 'mailbox-required',
      field: 'address',
    });
    await fetches(dovecot, tokenId, 'support@sandbox.test', 'application-support');
    await fetches(dovecot, tokenId, 'sales@sandbox.test', 'application-sales');
  });

  it('as an application with a certificate', async () => {
    const clientId = await registerCertified(mailroom, sandbox);
    const { body: client } = await mailroom.api('GET', `clients/${clientId}`);
    const dovecot = await dovecotOf('microsoft', { claim: 'client_id', is: client.clientId });
    await fetches(dovecot, await requested(clientId), 'support@sandbox.test', 'certificate');
  });

  it('as a service account that speaks for the mailbox', async () => {
    const dovecot = await dovecotOf('google');
    const clientId = await registerServiceAccount(mailroom, sandbox);
    const address = 'alice@sandbox.test';
    await fetches(dovecot, await requested(clientId, address), address, 'service-account');
  });
});
