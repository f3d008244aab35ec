import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { registerAppOnly, registerServiceAccount } from '../support/own-flows.js';
import { until } from '../support/until.js';

const support = 'support@sandbox.test';
const password = 'correct horse battery';
let mailroom: RunningMailroom;
let sandbox: Sandbox;

beforeAll(async () => {
  [mailroom, sandbox] = await Promise.all([startMailroom(), startSandbox()]);
  sandbox.addPerson(support, { password });
});
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

const mailbox = (more: object) => ({
  name: 'Support',
  address: support,
  incoming: { disposition: 'seen', start: 'all' },
  outgoing: { fromFilter: support },
  imap: { ...sandbox.imap, security: 'none' },
  smtp: { ...sandbox.smtp, security: 'none' },
  ...more,
});

describe('a mailbox with a password', () => {
  it('comes into being in both directions, live, and its mail comes in', async () => {
    const { status, body } = await mailroom.api('POST', 'mailboxes', mailbox({ password }));
    expect(status).toBe(201);
    const [account, server] = await Promise.all([
      mailroom.api('GET', `accounts/${body.accountId}`),
      mailroom.api('GET', `servers/${body.serverId}`),
    ]);
    const signedIn = { state: 'live', auth: 'password', login: support, tokenId: null };
    expect([account.body, server.body]).toMatchObject([signedIn, signedIn]);
    expect(JSON.stringify([body, account.body, server.body])).not.toContain(password);
    sandbox.sendLetter({ from: 'alice@sandbox.test', to: support, subject: 'By password', text: 'Hello' });
    await until(async () => (await mailroom.hostMail()).some(({ subject }) => subject === 'By password'), {
      what: 'the letter at the host',
    });
    for (const [kind, id] of [
      ['accounts', body.accountId],
      ['servers', body.serverId],
    ])
      await mailroom.api('POST', `${kind}/${id}/state`, { state: 'archived' });
  });

  it('stays a draft where the password is wrong, and says so', async () => {
    const { body } = await mailroom.api('POST', 'mailboxes', mailbox({ name: 'Wrong', password: 'wrong' }));
    for (const direction of ['account', 'server'])
      expect(body.checks[direction].at(-1)).toMatchObject({ step: 'sign-in', ok: false });
    expect((await mailroom.api('GET', `accounts/${body.accountId}`)).body.state).toBe('draft');
    expect((await mailroom.api('GET', `servers/${body.serverId}`)).body.state).toBe('draft');
  });

  it.each([
    ['neither token nor password', {}, 'tokenId'],
    ['both', { password: 'x', tokenId: '018f6f1e-0000-7000-8000-000000000000' }, 'tokenId'],
    ['no address', { password: 'x', address: undefined }, 'address'],
    ['no mail server', { password: 'x', imap: undefined }, 'imap'],
    [
      'another login than the token’s',
      { tokenId: '018f6f1e-0000-7000-8000-000000000000', login: 'x' },
      'login',
    ],
  ])('is refused with %s', async (_, more, field) => {
    const { status, body } = await mailroom.api('POST', 'mailboxes', mailbox(more));
    expect([status, body.code, body.field]).toEqual([422, 'invalid-input', field]);
  });
});

describe('the admission of a client', () => {
  it('is told with what an administrator of the provider has to paste', async () => {
    const application = await registerAppOnly(mailroom, sandbox, { name: 'Desk' });
    const { body } = await mailroom.api(
      'GET',
      `clients/${application}/admission?mailbox=${support}&objectId=the-object`,
    );
    expect(body.adminConsentUrl).toMatch(/\/v2\.0\/adminconsent\?client_id=mailroom-demo&scope=/);
    expect(body.commands).toContain(
      `Add-MailboxPermission -Identity '${support}' -User 'the-object' -AccessRights FullAccess`,
    );
    const robot = await registerServiceAccount(mailroom, sandbox);
    expect((await mailroom.api('GET', `clients/${robot}/admission`)).body).toEqual({
      adminConsentUrl: null,
      commands: [],
      delegation: { scope: 'https://mail.google.com/' },
    });
  });

  it('is no matter of a client that is not there', async () => {
    const { status } = await mailroom.api('GET', 'clients/018f6f1e-0000-7000-8000-000000000000/admission');
    expect(status).toBe(404);
  });
});
