import { OutgoingMail } from '@mailroom/outgoing-servers';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { FailingAccounts } from '../../libs/mail-accounts/src/activity/failing-accounts.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

let sandbox: Sandbox;
let people = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

async function liveAccount(mailroom: RunningMailroom, values: object = {}, at = sandbox) {
  const { address } = at.addPerson(`alarm-${++people}@sandbox.test`);
  const { body } = await mailroom.api('POST', 'accounts', {
    name: address,
    host: '127.0.0.1',
    port: at.imap.port,
    security: 'none',
    login: address,
    auth: 'password',
    password: 'sandbox',
    disposition: 'leave',
    start: 'all',
    push: false,
    ...values,
  });
  const { status } = await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' });
  expect(status).toBe(200);
  return { id: body.id as string, address };
}

async function banners(mailroom: RunningMailroom, id: string): Promise<string[]> {
  const { body } = await mailroom.api('GET', 'banners');
  return body.items
    .filter(({ cause }: { cause: string }) => cause === `account:${id}`)
    .map(({ kind }: { kind: string }) => kind);
}

describe('where nobody works', () => {
  let mailroom: RunningMailroom;
  beforeAll(async () => (mailroom = await startMailroom({ work: false })));
  afterAll(() => mailroom.stop());

  it('an account that neither fetches nor fails raises an alarm, as its admin wants it', async () => {
    const { id } = await liveAccount(mailroom);
    await mailroom.timePasses({ minutes: 59 });
    expect(await banners(mailroom, id)).toEqual([]);
    await mailroom.timePasses({ minutes: 2 });
    expect(await banners(mailroom, id)).toEqual(['mailbox-silent']);
    await mailroom.api('PATCH', `accounts/${id}`, { silentAfterMinutes: 120 });
    expect(await banners(mailroom, id)).toEqual([]);
    await mailroom.timePasses({ hours: 48 });
    expect(await banners(mailroom, id)).toEqual(['mailbox-silent']);
    await mailroom.api('PATCH', `accounts/${id}`, { silentAfterMinutes: 0 });
    expect(await banners(mailroom, id)).toEqual([]);
    const refused = await mailroom.api('PATCH', `accounts/${id}`, { silentAfterMinutes: 3 });
    expect([refused.status, refused.body.field]).toEqual([422, 'silentAfterMinutes']);
  });

  it('mail that waits an hour raises an alarm at its server, and none once that is paused', async () => {
    const { address } = sandbox.addPerson('stuck@sandbox.test');
    const server = { name: 'Stuck', ...sandbox.smtp, security: 'none', auth: 'password', login: address };
    const { body } = await mailroom.api('POST', 'servers', { ...server, password: 'sandbox', state: 'live' });
    const draft = { from: address, to: [address], subject: 'Waits', text: 'Hello' };
    await mailroom.app.get(OutgoingMail).send({ ...draft, serverId: body.id });
    const found = async () =>
      (await mailroom.api('GET', 'banners')).body.items.filter(
        ({ cause }: { cause: string }) => cause === `server:${body.id}`,
      );
    await mailroom.timePasses({ minutes: 59 });
    expect(await found()).toEqual([]);
    await mailroom.timePasses({ minutes: 2 });
    expect(await found()).toMatchObject([
      {
        kind: 'outbox-stuck',
        params: { server: 'Stuck', queued: '1' },
        action: { path: `servers/${body.id}` },
      },
    ]);
    await mailroom.api('POST', `servers/${body.id}/state`, { state: 'paused' });
    expect(await found()).toEqual([]);
  });
});

describe('where accounts are fetched', () => {
  let mailroom: RunningMailroom;
  beforeAll(async () => (mailroom = await startMailroom({ logger: false })));
  afterAll(() => mailroom.stop());

  const account = async (id: string) => (await mailroom.api('GET', `accounts/${id}`)).body;
  const fetched = async (id: string): Promise<void> => {
    const before = (await account(id)).health.lastSuccessAt;
    await mailroom.api('POST', `accounts/${id}/fetch`);
    const again = async () => (await account(id)).health.lastSuccessAt !== before;
    await until(again, { timeoutMs: 20_000, what: 'a fetch' });
  };

  const fails = async (id: string): Promise<void> => {
    const before = (await account(id)).health.failure?.at;
    await mailroom.api('POST', `accounts/${id}/fetch`);
    const again = async () => {
      const { failure } = (await account(id)).health;
      return failure !== null && failure.at !== before;
    };
    await until(again, { timeoutMs: 20_000, what: 'a failure' });
  };

  it('a mailbox that gets no mail for days raises a warning, until mail comes', async () => {
    const { id, address } = await liveAccount(mailroom, { quietAfterDays: 3 });
    await fetched(id);
    await mailroom.timePasses({ days: 4 });
    await fetched(id);
    expect(await banners(mailroom, id)).toEqual(['mailbox-quiet']);
    sandbox.deliver(address, 'Subject: At last\r\n\r\nHi');
    await mailroom.api('POST', `accounts/${id}/fetch`);
    await until(async () => (await banners(mailroom, id)).length === 0, { what: 'the warning to go' });
  });

  it('an account that fails for days is made a draft where that is wanted, and somebody hears of it', async () => {
    const elsewhere = await startSandbox();
    const { id } = await liveAccount(mailroom, {}, elsewhere);
    const { id: sound } = await liveAccount(mailroom);
    await fetched(id);
    const failing = mailroom.app.get(FailingAccounts, { strict: false });
    await elsewhere.stop();
    await mailroom.api('PATCH', 'settings', { 'draft-after-failing-days': 5 });
    // Nobody works for a week: what fails then has failed for a moment.
    await mailroom.timePasses({ days: 7 });
    await fails(id);
    await failing.look();
    expect((await account(id)).state).toBe('live');

    await mailroom.api('PATCH', 'settings', { 'draft-after-failing-days': 0 });
    for (let day = 1; day <= 5; day += 1) {
      await mailroom.timePasses({ days: 1, minutes: 1 });
      await fails(id);
    }
    await failing.look();
    expect((await account(id)).state).toBe('live');
    expect(await banners(mailroom, id)).toEqual(['account-not-fetching']);

    await fetched(sound);
    await mailroom.api('PATCH', 'settings', { 'draft-after-failing-days': 5 });
    await failing.look();
    expect(await account(id)).toMatchObject({
      state: 'draft',
      health: { setBack: { code: 'mailbox-connection-refused' } },
    });
    expect((await account(sound)).state).toBe('live');
    expect(await banners(mailroom, id)).toEqual(['account-set-back']);
    const { body } = await mailroom.api('GET', `audit-events?action=account-set-back&subjectId=${id}`);
    expect(body.items).toMatchObject([{ subject: { id }, actor: null, details: { days: 5, to: 'draft' } }]);

    await mailroom.api('POST', `accounts/${id}/state`, { state: 'archived' });
    expect(await banners(mailroom, id)).toEqual([]);
    expect((await account(id)).health.setBack).toBeNull();
  });
});
