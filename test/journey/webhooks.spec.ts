import { createHmac, randomUUID } from 'node:crypto';
import { Retention } from '@mailroom/kernel';
import { Banners, OutgoingMail } from '@mailroom/plugin';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken, consent } from '../support/connect.js';
import { docBlock } from '../support/doc-blocks.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { Receiver, type Received } from '../support/receiver.js';
import { until } from '../support/until.js';

const SUPPORT = 'support@sandbox.test';

/** Names and kinds of values. */
const shapeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]))
    : typeof value;

describe('webhooks', () => {
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  const receivers: Receiver[] = [];

  beforeAll(async () => {
    [mailroom, sandbox] = await Promise.all([startMailroom(), startSandbox()]);
  }, 60_000);
  afterEach(async () => {
    const { body } = await mailroom.api('GET', 'webhooks');
    for (const { id } of body.items) await mailroom.api('DELETE', `webhooks/${id}`);
    await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
  });
  afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

  async function subscribe(events: readonly string[], change: object = {}) {
    const receiver = await Receiver.open();
    receivers.push(receiver);
    const { status, body } = await mailroom.api('POST', 'webhooks', {
      description: 'The desk',
      url: receiver.url,
      events,
      ...change,
    });
    expect(status).toBe(201);
    return { receiver, id: body.webhook.id as string, secret: body.secret as string };
  }

  async function tell(event: string, data: object = {}): Promise<void> {
    await mailroom.dataSource.query('select mailroom.tell_webhooks($1, $2)', [event, data]);
  }

  async function messages(id: string): Promise<Record<string, any>[]> {
    return (await mailroom.api('GET', `webhooks/${id}/messages`)).body.items;
  }

  async function message(id: string, fits: (message: Record<string, any>) => boolean, what: string) {
    return until(async () => (await messages(id)).find(fits), { what, timeoutMs: 20_000 });
  }

  const webhook = async (id: string) => (await mailroom.api('GET', `webhooks/${id}`)).body;

  function signed({ headers, body }: Received, secret: string): boolean {
    const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const expected = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
    return String(headers['webhook-signature']).split(' ').includes(expected);
  }

  it('tells what becomes of tokens, accounts, mail that comes and mail that leaves', async () => {
    const { receiver, secret } = await subscribe([
      'token.connected',
      'token.reconnect-needed',
      'token.disconnected',
      'account.live',
      'account.paused',
      'account.failing',
      'account.recovered',
      'delivery.committed',
      'delivery.ignored',
      'delivery.quarantined',
      'outbox.sent',
      'outbox.failed',
      'outbox.bounced',
    ]);
    const { tokenId, clientId } = await connectToken(mailroom, sandbox, SUPPORT);
    const connected = await receiver.gets('token.connected');
    expect(connected.event.data).toEqual({
      tokenId,
      clientId,
      mailbox: SUPPORT,
      state: 'live',
      problem: null,
    });
    expect(signed(connected, secret)).toBe(true);
    expect(signed(connected, 'whsec_bm90IHRoaXMgb25lIGF0IGFsbCwgbm90IHRoaXMgb25l')).toBe(false);

    const common = { security: 'none', auth: 'token', login: SUPPORT, tokenId };
    const account = await mailroom.api('POST', 'accounts', {
      name: 'In',
      ...sandbox.imap,
      ...common,
      address: SUPPORT,
      folders: ['INBOX'],
      disposition: 'leave',
      start: 'all',
    });
    const accountId = account.body.id as string;
    await mailroom.api('POST', `accounts/${accountId}/state`, { state: 'live' });
    expect((await receiver.gets('account.live')).event.data).toMatchObject({
      accountId,
      name: 'In',
      state: 'live',
    });

    sandbox.sendLetter({ from: 'alice@sandbox.test', to: SUPPORT, subject: 'A secret matter', text: 'Hush' });
    await mailroom.api('POST', `accounts/${accountId}/fetch`, {});
    const committed = await receiver.gets('delivery.committed');
    const shown = JSON.parse(docBlock('docs/webhooks.md', 'json')) as Received['event'];
    expect(shapeOf(committed.event)).toEqual(shapeOf(shown));
    const [mail] = await mailroom.hostMail();
    expect(committed.event.data).toEqual({
      deliveryId: mail?.delivery_id,
      accountId,
      outcome: 'stored',
      reference: mail?.delivery_id,
      problem: null,
      receivedAt: expect.any(String),
    });

    const server = await mailroom.api('POST', 'servers', {
      name: 'Out',
      ...sandbox.smtp,
      ...common,
      state: 'live',
    });
    const draft = {
      from: SUPPORT,
      to: ['alice@sandbox.test'],
      subject: 'Another secret matter',
      text: 'Hush',
    };
    const { id: mailId, messageId } = await mailroom.app.get(OutgoingMail).send(draft);
    expect((await receiver.gets('outbox.sent')).event.data).toEqual({
      mailId,
      messageId,
      serverId: server.body.id,
      status: 'sent',
      problem: null,
      attempts: 1,
    });
    await mailroom.dataSource.query(`update mailroom.outgoing_mail set status = 'bounced' where id = $1`, [
      mailId,
    ]);
    expect((await receiver.gets('outbox.bounced')).event.data).toMatchObject({ mailId, status: 'bounced' });

    sandbox.revoke(SUPPORT);
    await mailroom.api('POST', `tokens/${tokenId}/refresh`, {});
    await mailroom.timePasses({ minutes: 2 });
    await mailroom.api('POST', `tokens/${tokenId}/refresh`, {});
    expect((await receiver.gets('token.reconnect-needed')).event.data).toMatchObject({
      tokenId,
      state: 'reconnect',
      problem: expect.any(String),
    });
    // Its session ends with the access token that it signed in with; the next one gets none.
    await mailroom.timePasses({ hours: 2 });
    await mailroom.api('POST', `accounts/${accountId}/fetch`, {});
    expect((await receiver.gets('account.failing')).event.data).toMatchObject({
      accountId,
      problem: expect.any(String),
      class: 'reconnect',
    });
    await consent(mailroom, sandbox, { clientId, tokenId, address: SUPPORT });
    await until(() => receiver.of('token.connected').length === 2, { what: 'the reconnection' });
    expect((await receiver.gets('account.recovered')).event.data).toMatchObject({ accountId, problem: null });
    await mailroom.api('POST', `accounts/${accountId}/state`, { state: 'paused' });
    expect((await receiver.gets('account.paused')).event.data).toMatchObject({ accountId, state: 'paused' });

    await mailroom.api('POST', `tokens/${tokenId}/disconnect`, {});
    expect((await receiver.gets('token.disconnected')).event.data).toMatchObject({
      tokenId,
      problem: 'disconnected',
    });

    const everything = receiver.received.map(({ body }) => body).join('\n');
    for (const secretWord of ['Hush', 'secret matter', 'alice@sandbox.test', ...sandbox.secretsHandedOut])
      expect(everything).not.toContain(secretWord);
    for (const received of receiver.received) expect(signed(received, secret)).toBe(true);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(
      receiver.received.length,
    );
  }, 120_000);

  it('tells of a mail that the host did not take, and nothing of what was rolled back', async () => {
    const { receiver } = await subscribe(['delivery.quarantined', 'delivery.committed']);
    const accountId = (await mailroom.api('GET', 'accounts')).body.items[0].id;
    const delivery = (outcome: string) =>
      mailroom.dataSource.query(
        `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at, outcome, problem)
         values ($1, $2, 1, 1, $3, 10, now(), now(), $4, $5) returning id`,
        [
          randomUUID(),
          accountId,
          Math.floor(Math.random() * 1e6) + 1e6,
          outcome,
          outcome === 'stored' ? null : 'unparsable',
        ],
      );
    const runner = mailroom.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select mailroom.tell_webhooks($1, $2)', ['delivery.committed', { rolledBack: true }]);
    await runner.rollbackTransaction();
    await runner.release();
    const [{ id }] = await delivery('quarantined');
    expect((await receiver.gets('delivery.quarantined')).event.data).toMatchObject({
      deliveryId: id,
      problem: 'unparsable',
    });
    await mailroom.dataSource.query(
      `update mailroom.delivery set outcome = 'stored', reference = '7' where id = $1`,
      [id],
    );
    const { event } = await receiver.gets('delivery.committed');
    expect(event.data).toMatchObject({ deliveryId: id, reference: '7' });
    expect(receiver.received).toHaveLength(2);
  }, 60_000);

  it('tells what banners say: what expires, and who falls silent', async () => {
    const { receiver } = await subscribe([
      'account.silent',
      'account.recovered',
      'token.expiring',
      'token.expired',
    ]);
    const accountId = (await mailroom.api('GET', 'accounts')).body.items[0].id;
    const tokenId = (await mailroom.api('GET', 'tokens')).body.items[0].id;
    const seen = (kind: string, cause: string) =>
      mailroom.dataSource.query(
        `insert into mailroom.banner_memory (kind, cause, first_seen_at, announce_after) values ($1, $2, now() + interval '1 day', now() + interval '1 year')`,
        [kind, cause],
      );
    await seen('mailbox-silent', `account:${accountId}`);
    expect((await receiver.gets('account.silent')).event.data).toMatchObject({ accountId });
    await mailroom.dataSource.query(`delete from mailroom.banner_memory where kind = 'mailbox-silent'`);
    expect((await receiver.gets('account.recovered')).event.data).toMatchObject({ accountId });
    await seen('refresh-token-idle', `token:${tokenId}`);
    expect((await receiver.gets('token.expiring')).event.data).toMatchObject({ tokenId });
    await seen('token-expired', `token:${tokenId}`);
    expect((await receiver.gets('token.expired')).event.data).toMatchObject({ tokenId });
    await mailroom.dataSource.query(
      `delete from mailroom.banner_memory where kind in ('refresh-token-idle', 'token-expired')`,
    );
  }, 60_000);

  it('tells again what failed, later each time, under the same id, until it is taken', async () => {
    const { receiver, id } = await subscribe(['outbox.sent']);
    receiver.answers(500);
    await tell('outbox.sent', { mailId: 'a' });
    const first = await receiver.gets('outbox.sent');
    const failed = await message(id, ({ calls }) => calls.length === 1, 'the failed call');
    expect(failed).toMatchObject({
      state: 'due',
      attempts: 1,
      calls: [{ status: 500, problem: 'webhook-refused' }],
    });
    const wait = new Date(failed['dueAt']).getTime() - new Date(failed['calls'][0].at).getTime();
    expect(wait).toBeGreaterThan(4_000);
    expect(await webhook(id)).toMatchObject({
      failures: 1,
      failure: { code: 'webhook-refused', params: { status: 500 } },
      waiting: 1,
    });
    receiver.answers(204);
    await mailroom.timePasses({ seconds: 30 });
    const told = await message(id, ({ state }) => state === 'told', 'it to be taken');
    expect(told['calls']).toHaveLength(2);
    expect(receiver.of('outbox.sent').map(({ headers }) => headers['webhook-id'])).toEqual([
      first.headers['webhook-id'],
      told['eventId'],
    ]);
    expect(told['eventId']).toBe(first.headers['webhook-id']);
    expect(await webhook(id)).toMatchObject({ failures: 0, failure: null, waiting: 0, failingSince: null });
  }, 60_000);

  it('waits as long as the receiver asks, follows no redirect, and gives up after a day', async () => {
    const { receiver, id } = await subscribe(['outbox.sent']);
    const other = await Receiver.open();
    receivers.push(other);
    receiver.answers(307, { location: other.url, 'retry-after': '600' });
    await tell('outbox.sent', {});
    const failed = await message(id, ({ calls }) => calls.length === 1, 'the redirected call');
    expect(failed).toMatchObject({ state: 'due', calls: [{ status: 307, problem: 'webhook-redirected' }] });
    expect(new Date(failed['dueAt']).getTime() - new Date(failed['calls'][0].at).getTime()).toBeGreaterThan(
      590_000,
    );
    await mailroom.timePasses({ hours: 25 });
    const over = await message(id, ({ state }) => state === 'given-up', 'it to be given up');
    expect(over['calls']).toHaveLength(2);
    expect(other.received).toEqual([]);
    receiver.answers(204);
    await mailroom.api('POST', `webhooks/${id}/messages/${over['id']}/resend`, {});
    expect(await message(id, ({ state }) => state === 'told', 'what was sent by hand')).toMatchObject({
      id: over['id'],
    });
  }, 60_000);

  it('is held up by nobody who hangs', async () => {
    const hanging = await subscribe(['outbox.failed']);
    hanging.receiver.answer = () => undefined;
    const { receiver } = await subscribe(['outbox.failed']);
    for (let n = 0; n < 10; n += 1) await tell('outbox.failed', { n });
    await until(() => receiver.received.length === 10, { what: 'all ten at the other', timeoutMs: 12_000 });
    expect(hanging.receiver.received.length).toBeLessThanOrEqual(4);
    const timedOut = await message(hanging.id, ({ calls }) => calls.length > 0, 'a call that timed out');
    expect(timedOut['calls'][0]).toMatchObject({ status: null, problem: 'deadline-exceeded' });
  }, 60_000);

  it('stops for a receiver that is gone, says so in a banner, and goes on when an admin wants it', async () => {
    const { receiver, id } = await subscribe(['outbox.sent']);
    receiver.answers(410);
    await tell('outbox.sent', { mailId: 'a' });
    await until(async () => (await webhook(id)).state === 'paused', { what: 'the pause' });
    expect(await webhook(id)).toMatchObject({ pausedBecause: 'gone', updatedBy: 'Mailroom' });
    const [message] = await messages(id);
    expect(message).toMatchObject({ state: 'given-up', calls: [{ status: 410, problem: 'webhook-gone' }] });
    const banners = await mailroom.app.get(Banners, { strict: false }).list();
    expect(banners.find(({ kind }) => kind === 'webhook-paused')).toMatchObject({
      cause: `webhook:${id}`,
      params: { webhook: 'The desk', because: 'gone', code: 'webhook-gone' },
      action: { kind: 'open', path: `webhooks/${id}` },
    });
    await tell('outbox.sent', { mailId: 'nobody hears of it' });
    expect(await messages(id)).toHaveLength(1);
    receiver.answers(200);
    await mailroom.api('PATCH', `webhooks/${id}`, { state: 'active' });
    const left = await mailroom.app.get(Banners, { strict: false }).list();
    expect(left.map(({ kind }) => kind)).not.toContain('webhook-paused');
    await tell('outbox.sent', { mailId: 'b' });
    await receiver.gets('outbox.sent', ({ event }) => event.data['mailId'] === 'b');
    const { body } = await mailroom.api('GET', `audit-events?action=webhook-paused`);
    expect(body.items[0]).toMatchObject({
      actor: null,
      details: { because: 'gone', code: 'webhook-gone' },
    });
  }, 60_000);

  it('stops for a receiver that has failed for two days', async () => {
    const { receiver, id } = await subscribe(['outbox.sent']);
    receiver.answers(503);
    await tell('outbox.sent', {});
    await until(async () => (await webhook(id)).failures === 1, { what: 'the first failure' });
    await mailroom.timePasses({ hours: 49 });
    await tell('outbox.sent', {});
    await until(async () => (await webhook(id)).state === 'paused', { what: 'the pause' });
    expect(await webhook(id)).toMatchObject({ pausedBecause: 'failing' });
  }, 60_000);

  it('signs with both secrets while one takes the place of the other', async () => {
    const { receiver, id, secret } = await subscribe(['outbox.sent']);
    const { body: renewed } = await mailroom.api('POST', `webhooks/${id}/secret`, { formerValidHours: 1 });
    expect(renewed.secret).toMatch(/^whsec_[A-Za-z\d+/]{43}=$/);
    await mailroom.api('POST', `webhooks/${id}/test`, {});
    const [first] = receiver.received;
    expect(first && [signed(first, secret), signed(first, renewed.secret)]).toEqual([true, true]);
    await mailroom.timePasses({ hours: 2 });
    await mailroom.api('POST', `webhooks/${id}/test`, {});
    const second = receiver.received.at(-1);
    expect(second && [signed(second, secret), signed(second, renewed.secret)]).toEqual([false, true]);
    for (const answer of [await webhook(id), await mailroom.api('GET', 'webhooks')])
      expect(JSON.stringify(answer)).not.toContain('whsec_');
    const [row] = await mailroom.dataSource.query('select * from mailroom.webhook where id = $1', [id]);
    expect(JSON.stringify(row)).not.toContain(renewed.secret.slice(6));
  }, 60_000);

  it('sends a test event, also of one that is paused, and says how it went', async () => {
    const { receiver, id } = await subscribe(['outbox.sent'], { state: 'paused' });
    receiver.answers(404);
    const { body } = await mailroom.api('POST', `webhooks/${id}/test`, {});
    expect(body).toMatchObject({
      event: 'webhook.test',
      state: 'given-up',
      calls: [{ status: 404, problem: 'webhook-refused' }],
    });
    expect(receiver.received[0]?.event).toMatchObject({
      type: 'webhook.test',
      data: { description: 'The desk' },
    });
    receiver.answers(200);
    expect((await mailroom.api('POST', `webhooks/${id}/test`, {})).body).toMatchObject({ state: 'told' });
  });

  it.each([
    ['http elsewhere', 'http://desk.example/hook'],
    ['a login in it', 'https://user:word@desk.example/hook'],
    ['another scheme', 'ftp://desk.example/hook'],
    ['a fragment', 'https://desk.example/hook#x'],
  ])('takes no address with %s', async (_, url) => {
    const answer = await mailroom.api('POST', 'webhooks', { description: 'x', url, events: ['outbox.sent'] });
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([422, 'invalid-input', 'url']);
  });

  it('calls no address that is nobody’s business', async () => {
    const { body } = await mailroom.api('POST', 'webhooks', {
      description: 'x',
      url: 'https://169.254.169.254/latest',
      events: ['outbox.sent'],
    });
    const { body: tried } = await mailroom.api('POST', `webhooks/${body.webhook.id}/test`, {});
    expect(tried.calls).toEqual([expect.objectContaining({ status: null, problem: 'address-not-allowed' })]);
  });

  it('keeps its log for as long as the setting says', async () => {
    const { id } = await subscribe(['outbox.sent']);
    await mailroom.api('POST', `webhooks/${id}/test`, {});
    await mailroom.timePasses({ days: 29 });
    const retention = mailroom.app.get(Retention, { strict: false });
    await retention.run('webhook-messages');
    expect(await messages(id)).toHaveLength(1);
    await mailroom.timePasses({ days: 2 });
    await retention.run('webhook-messages');
    expect(await messages(id)).toEqual([]);
  });

  it('is verified by the code in the documentation', async () => {
    const code = docBlock('docs/webhooks.md', 'js');
    type Verify = (headers: Received['headers'], body: string, secret: string, now?: number) => unknown;
    const { verifyWebhook: verify } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      verifyWebhook: Verify;
    };
    const { receiver, id, secret } = await subscribe(['outbox.sent']);
    const { body: renewed } = await mailroom.api('POST', `webhooks/${id}/secret`, {});
    await mailroom.api('POST', `webhooks/${id}/test`, {});
    const [{ headers, body, event }] = receiver.received as [Received];
    const now = Number(headers['webhook-timestamp']);
    for (const known of [secret, renewed.secret]) expect(verify(headers, body, known, now)).toEqual(event);
    expect(() => verify(headers, `${body} `, secret, now)).toThrow('signature');
    expect(() => verify(headers, body, 'whsec_AAAA', now)).toThrow('signature');
    expect(() => verify(headers, body, secret, now + 301)).toThrow('old');
  });
});
