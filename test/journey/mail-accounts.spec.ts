import { randomUUID } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { AccountHealth, MailArchive } from '@mailroom/mail-accounts';
import { demoPassword, startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { AccountCheck } from '../../libs/mail-accounts/src/accounts/account-check.js';
import { MailAccount } from '../../libs/mail-accounts/src/accounts/mail-account.js';
import { Delivery } from '../../libs/mail-accounts/src/deliveries/delivery.js';
import { RawMail } from '../../libs/mail-accounts/src/deliveries/raw-mail.js';
import { connectToken } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const STEPS = ['resolve', 'credentials', 'connect', 'greeting', 'sign-in', 'folder', 'rights'];
const WITH_TLS = STEPS.toSpliced(4, 0, 'encrypt');

let mailroom: RunningMailroom;
let sandbox: Sandbox;
let elsewhere: Sandbox;
let people = 0;

// Nobody fetches here: these are the pages' questions, and the answers must not depend on who is at work.
beforeAll(async () => {
  [sandbox, elsewhere] = await Promise.all([startSandbox(), startSandbox()]);
  mailroom = await startMailroom({ work: false });
});
afterEach(() => {
  jest.restoreAllMocks();
  sandbox.faults.clear();
});
afterAll(async () => {
  await mailroom?.stop();
  await Promise.all([sandbox?.stop(), elsewhere?.stop()]);
});

/** What an admin types for somebody new at the sandbox, who signs in with a password. */
function typed(values: object = {}) {
  const { address: login } = sandbox.addPerson(`person-${++people}@sandbox.test`);
  return {
    name: `Account ${people}`,
    host: '127.0.0.1',
    port: sandbox.imap.port,
    security: 'none',
    login,
    auth: 'password',
    password: demoPassword,
    disposition: 'delete',
    start: 'all',
    ...values,
  };
}

async function created(values: object = {}) {
  const { status, body } = await mailroom.api('POST', 'accounts', typed(values));
  expect(status).toBe(201);
  return body;
}

async function live(values: object = {}) {
  const { id } = await created(values);
  const { status, body } = await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' });
  expect([status, body.state]).toEqual([200, 'live']);
  return body;
}

const row = (id: string): Promise<MailAccount> =>
  mailroom.dataSource.getRepository(MailAccount).findOneByOrFail({ id });

describe('setting up an account', () => {
  it('makes a draft, and never says its password again', async () => {
    const { status, body } = await mailroom.api('POST', 'accounts', typed());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'imap',
      state: 'draft',
      folders: ['INBOX'],
      start: 'all',
      hasPassword: true,
      tokenId: null,
      health: { state: 'never', failure: null, holder: null },
      counts: {
        countedTo: 100_000,
        stored: 0,
        ignored: 0,
        refused: 0,
        quarantined: 0,
        oversized: 0,
        duplicates: 0,
        tooFrequent: 0,
      },
    });
    const everything = [body, (await mailroom.api('GET', 'accounts')).body, await row(body.id)];
    expect(JSON.stringify(everything)).not.toContain(`"${demoPassword}"`);
  });

  it.each([
    ['no password', { password: undefined }, 'password-required', 'password'],
    ['no token', { auth: 'token', password: undefined }, 'token-required', 'tokenId'],
    [
      'a token that is none',
      { auth: 'token', tokenId: '00000000-0000-4000-8000-000000000000', password: undefined },
      'account-token-unknown',
      'tokenId',
    ],
    ['a host that is none', { host: 'http://x' }, 'invalid-input', 'host'],
  ])('refuses %s', async (_, values, code, field) => {
    const { status, body } = await mailroom.api('POST', 'accounts', typed(values));
    expect([status, body.code, body.field]).toEqual([422, code, field]);
  });

  it('does not know accounts that are none', async () => {
    const nowhere = 'accounts/00000000-0000-4000-8000-000000000000';
    expect((await mailroom.api('GET', nowhere)).body.code).toBe('account-not-found');
    expect((await mailroom.api('PATCH', nowhere, {})).status).toBe(404);
    expect((await mailroom.api('POST', `${nowhere}/check`)).status).toBe(404);
  });
});

describe('testing the connection', () => {
  const steps = (body: { steps: { step: string; ok: boolean }[] }) =>
    body.steps.map(({ step, ok }) => [step, ok]);

  it('goes step by step, and changes nothing', async () => {
    const { id, login } = await created({ disposition: 'move', moveTo: 'INBOX.Done', folders: ['INBOX'] });
    sandbox.deliver(login, 'Subject: one\r\n\r\n1');
    const refused = await mailroom.api('POST', `accounts/${id}/check`);
    expect(refused.body.steps.at(-1)).toMatchObject({
      step: 'rights',
      ok: false,
      problem: { code: 'mailbox-move-folder-missing', params: { folder: 'INBOX.Done' } },
    });
    await mailroom.api('PATCH', `accounts/${id}`, { disposition: 'delete' });
    const { status, body } = await mailroom.api('POST', `accounts/${id}/check`);
    expect(status).toBe(200);
    expect(steps(body)).toEqual(STEPS.map((step) => [step, true]));
    expect(sandbox.messages(login)).toMatchObject([{ flags: [] }]);
    expect((await row(id)).state).toBe('draft');
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, 'sign-in', 'mailbox-login-refused'],
    ['a missing folder', { folders: ['Nowhere'] }, 'folder', 'mailbox-folder-missing'],
    ['a closed port', { port: 9 }, 'connect', 'mailbox-connection-refused'],
    ['a host that is not there', { host: 'nowhere.invalid' }, 'resolve', 'host-unknown'],
    ['an address of the house', { host: '10.0.0.1' }, 'resolve', 'address-not-allowed'],
    ['TLS that is not offered', { security: 'starttls' }, 'encrypt', 'mailbox-starttls-missing'],
  ])('ends where %s is met, on values that nobody saved', async (_, values, step, code) => {
    const { name: __, disposition: ___, start: ____, ...trial } = typed(values);
    const { status, body } = await mailroom.api('POST', 'accounts/check', trial);
    expect(status).toBe(200);
    expect(steps(body)).toEqual([
      ...WITH_TLS.slice(0, WITH_TLS.indexOf(step))
        .filter((passed) => step === 'encrypt' || passed !== 'encrypt')
        .map((passed) => [passed, true]),
      [step, false],
    ]);
    expect(body.steps.at(-1).problem.code).toBe(code);
  });

  it('takes the stored password for values under edit, but not to another server', async () => {
    const { id, login } = await created();
    const edit = {
      id,
      host: '127.0.0.1',
      port: sandbox.imap.port,
      security: 'none',
      login,
      auth: 'password',
    };
    const same = await mailroom.api('POST', 'accounts/check', { ...edit, folders: ['INBOX'] });
    expect(steps(same.body)).toEqual(STEPS.map((step) => [step, true]));
    const other = await mailroom.api('POST', 'accounts/check', { ...edit, port: elsewhere.imap.port });
    expect(other.body).toMatchObject({ code: 'password-required-for-new-origin', field: 'password' });
    expect(elsewhere.imapSessions).toEqual([]);
  });
});

describe('the states of an account', () => {
  it('goes live only when the connection works', async () => {
    const { id } = await created({ password: 'wrong' });
    const refused = await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'account-check-failed',
      params: { step: 'sign-in', code: 'mailbox-login-refused' },
    });
    expect(await row(id)).toMatchObject({ state: 'draft', liveSince: null });

    await mailroom.api('PATCH', `accounts/${id}`, { password: demoPassword });
    const { body } = await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' });
    expect(body.state).toBe('live');
    expect((await row(id)).liveSince).toBeInstanceOf(Date);
  });

  it('goes live by the test that just passed, once', async () => {
    const { id } = await created();
    const insist = jest.spyOn(mailroom.app.get(AccountCheck, { strict: false }), 'insist');
    const { body } = await mailroom.api('POST', `accounts/${id}/check`);
    expect(body.steps.at(-1)).toMatchObject({ step: 'rights', ok: true });
    const live = await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' });
    expect(live.body).toMatchObject({ state: 'live', lastCheck: { passed: true } });
    expect((await row(id)).liveSince).toBeInstanceOf(Date);
    expect(insist).not.toHaveBeenCalled();

    for (const state of ['paused', 'live']) await mailroom.api('POST', `accounts/${id}/state`, { state });
    expect(insist).toHaveBeenCalledTimes(1);
  });

  it('is tested anew after what was tested has changed', async () => {
    const { id } = await created();
    await mailroom.api('POST', `accounts/${id}/check`);
    await mailroom.api('PATCH', `accounts/${id}`, { password: 'wrong' });
    const refused = await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' });
    expect(refused.body).toMatchObject({ code: 'account-check-failed', params: { step: 'sign-in' } });
  });

  it('rests, comes back, and is put away', async () => {
    const { id } = await live();
    for (const state of ['paused', 'live', 'archived', 'paused']) {
      expect((await mailroom.api('POST', `accounts/${id}/state`, { state })).body.state).toBe(state);
    }
    const refused = await mailroom.api('POST', `accounts/${id}/state`, { state: 'draft' });
    expect([refused.status, refused.body.code]).toEqual([409, 'account-state-refused']);
  });

  it('fetches on demand only what is live', async () => {
    const { id } = await live();
    const { wanted } = await row(id);
    expect((await mailroom.api('POST', `accounts/${id}/fetch`)).status).toBe(202);
    expect((await row(id)).wanted).toBe(wanted + 1);
    await mailroom.api('POST', `accounts/${id}/state`, { state: 'paused' });
    const refused = await mailroom.api('POST', `accounts/${id}/fetch`);
    expect([refused.status, refused.body.code]).toEqual([409, 'account-not-live']);
  });
});

describe('changing an account', () => {
  it('tries a live account first, and leaves it as it was when that fails', async () => {
    const account = await live();
    const before = await row(account.id);
    const refused = await mailroom.api('PATCH', `accounts/${account.id}`, {
      folders: ['Nowhere'],
      name: 'New',
    });
    expect(refused.body).toMatchObject({
      code: 'account-check-failed',
      params: { step: 'folder', code: 'mailbox-folder-missing' },
    });
    expect(await row(account.id)).toEqual(before);
  });

  it('begins a new session after what it goes by has changed, and not after a word', async () => {
    const { id } = await live();
    const { epoch } = await row(id);
    await mailroom.api('PATCH', `accounts/${id}`, { name: 'Renamed', comment: 'by hand' });
    expect(await row(id)).toMatchObject({ epoch, name: 'Renamed' });
    await mailroom.api('PATCH', `accounts/${id}`, { pollSeconds: 300 });
    expect(await row(id)).toMatchObject({ epoch: epoch + 1, pollSeconds: 300, state: 'live' });
  });

  it('never shows a stored password to another server', async () => {
    const { id, login } = await created();
    elsewhere.addPerson(login);
    const moved = { port: elsewhere.imap.port };
    const refused = await mailroom.api('PATCH', `accounts/${id}`, moved);
    expect(refused.body).toMatchObject({ code: 'password-required-for-new-origin', field: 'password' });
    expect((await mailroom.api('PATCH', `accounts/${id}`, { ...moved, password: demoPassword })).status).toBe(
      200,
    );
    const { body } = await mailroom.api('POST', `accounts/${id}/state`, { state: 'live' });
    expect(body).toMatchObject({ state: 'live', port: elsewhere.imap.port });
  });

  it('opens no envelope that was moved to another row', async () => {
    const [one, other] = [await created(), await created()];
    const { sealedPassword } = await row(one.id);
    await mailroom.dataSource.getRepository(MailAccount).update({ id: other.id }, { sealedPassword });
    const { body } = await mailroom.api('POST', `accounts/${other.id}/check`);
    expect(body.steps.at(-1)).toMatchObject({ step: 'credentials', problem: { code: 'secret-unreadable' } });
  });

  it('lets the faster of two admins win, and tells the other', async () => {
    const { id } = await live();
    const check = mailroom.app.get(AccountCheck, { strict: false });
    // The other one is done while the check of the first is still under way.
    jest.spyOn(check, 'insist').mockImplementationOnce(async (account) => {
      expect((await mailroom.api('PATCH', `accounts/${id}`, { comment: 'meanwhile' })).status).toBe(200);
      return check.insist(account);
    });
    const slower = await mailroom.api('PATCH', `accounts/${id}`, { folders: ['Archive'] });
    expect([slower.status, slower.body.code]).toEqual([409, 'account-changed-meanwhile']);
    expect(await row(id)).toMatchObject({ folders: ['INBOX'], comment: 'meanwhile' });
  });
});

describe('an account with a token', () => {
  it('signs in with it, keeps it from being deleted, and lets go of it when archived', async () => {
    const address = 'shared@sandbox.test';
    sandbox.addPerson(address);
    const { tokenId } = await connectToken(mailroom, sandbox, address);
    const { id } = await live({
      login: address,
      auth: 'token',
      tokenId,
      password: undefined,
      name: 'Shared',
    });

    const refused = await mailroom.api('DELETE', `tokens/${tokenId}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'token-in-use']);
    expect(JSON.stringify(refused.body)).toContain('Shared');

    const moved = await mailroom.api('PATCH', `accounts/${id}`, { port: elsewhere.imap.port });
    expect(moved.body).toMatchObject({ code: 'token-required-for-new-origin', field: 'tokenId' });

    await mailroom.api('POST', `accounts/${id}/state`, { state: 'archived' });
    expect((await mailroom.api('GET', `accounts/${id}`)).body.tokenId).toBeNull();
    expect((await mailroom.api('DELETE', `tokens/${tokenId}`)).status).toBe(204);
  });
});

describe('health', () => {
  it('says what an account stands at', async () => {
    const { id } = await live({ pollSeconds: 120 });
    await mailroom.dataSource.getRepository(MailAccount).update(
      { id },
      {
        failureCode: 'mailbox-throttled',
        failureParams: { retryAfterMs: 60_000 },
        failureDisposition: 'retry-later',
        failureAt: new Date('2026-11-20T12:00:00Z'),
      },
    );
    const failure = {
      code: 'mailbox-throttled',
      params: { retryAfterMs: 60_000 },
      disposition: 'retry-later',
      at: '2026-11-20T12:00:00.000Z',
    };
    const { body } = await mailroom.api('GET', `accounts/${id}`);
    expect(body.health).toMatchObject({ state: 'failing', failure });
    const all = await mailroom.app.get(AccountHealth, { strict: false }).all();
    expect(all.find(({ accountId }) => accountId === id)).toMatchObject({
      state: 'live',
      pollSeconds: 120,
      lastSuccessAt: null,
      liveSince: expect.any(Date),
      failure: { ...failure, at: new Date(failure.at) },
      tokenId: null,
      oversized: 0,
      quarantined: 0,
    });
  });
});

describe('the archive', () => {
  const raw = Buffer.from(
    [
      'From: Jane <jane@example.com>',
      'Subject: Look',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p onclick="steal()">See <b>this</b><img src="https://tracker.example/p.gif"></p>',
      '--x',
      'Content-Type: image/png',
      'Content-Disposition: attachment; filename="shot.png"',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '--x--',
      '',
    ].join('\r\n'),
  );
  let archive: MailArchive;
  let first: string;
  let duplicate: string;

  /** A line of the ledger, as a session writes it. */
  async function delivered(values: Partial<Delivery>): Promise<string> {
    const id = randomUUID();
    const now = new Date('2026-11-20T12:00:00Z');
    const plain = { generation: 1, uidValidity: 1, size: raw.length, receivedAt: now, recordedAt: now };
    await mailroom.dataSource.getRepository(Delivery).insert({ id, ...plain, ...values } as Delivery);
    return id;
  }

  beforeAll(async () => {
    archive = mailroom.app.get(MailArchive, { strict: false });
    const { id: accountId } = await created();
    first = await delivered({ accountId, uid: 1, outcome: 'stored' });
    duplicate = await delivered({ accountId, uid: 2, outcome: 'duplicate', duplicateOf: first });
    await mailroom.dataSource
      .getRepository(RawMail)
      .insert({ deliveryId: first, packing: 'zstd', bytes: zstdCompressSync(raw) });
  });

  it('hands out the very bytes, for duplicates those of the first', async () => {
    expect(await archive.raw(first)).toEqual(raw);
    expect(await archive.raw(duplicate)).toEqual(raw);
  });

  it('shows a mail without what runs, loads or tells', async () => {
    expect(await archive.read(first)).toMatchObject({
      from: { name: 'Jane', address: 'jane@example.com' },
      subject: 'Look',
      text: 'See this',
      html: '<p>See <b>this</b><img data-src="https://tracker.example/p.gif" /></p>',
      remoteContent: 1,
      attachments: [{ index: 0, filename: 'shot.png', contentType: 'image/png', size: 8, inline: false }],
    });
  });

  it('takes attachments out one by one', async () => {
    const { filename, contentType, bytes } = await archive.attachment(first, 0);
    expect([filename, contentType, bytes.toString('latin1')]).toEqual([
      'shot.png',
      'image/png',
      '\x89PNG\r\n\x1a\n',
    ]);
    await expect(archive.attachment(first, 1)).rejects.toMatchObject({ code: 'attachment-not-found' });
  });

  it('counts what it holds on the account', async () => {
    const { items } = (await mailroom.api('GET', 'accounts')).body;
    const counted = items.filter(({ counts }: { counts: { stored: number } }) => counts.stored > 0);
    expect(counted).toMatchObject([{ counts: { stored: 1, duplicates: 1, refused: 0 } }]);
  });

  it('forgets bytes, not that they came', async () => {
    await archive.forget(first);
    await expect(archive.raw(first)).rejects.toMatchObject({ code: 'raw-mail-forgotten' });
    await expect(archive.read(duplicate)).rejects.toMatchObject({ code: 'raw-mail-forgotten' });
    expect(await mailroom.dataSource.getRepository(Delivery).countBy({ id: first })).toBe(1);
  });

  it('has nothing of what never came', async () => {
    await expect(archive.raw(randomUUID())).rejects.toMatchObject({ code: 'delivery-not-found' });
  });
});
