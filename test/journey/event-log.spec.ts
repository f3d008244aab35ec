import { type LoggerService } from '@nestjs/common';
import { OutgoingMail } from '@mailroom/plugin';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken } from '../support/connect.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

type LoggedEvent = Readonly<Record<string, unknown>> & {
  readonly event?: unknown;
  readonly correlationId?: unknown;
};

/** A host's structured logger: keeps the records. */
class Records implements LoggerService {
  readonly all: LoggedEvent[] = [];
  readonly log = (record: unknown) => this.keep(record);
  readonly warn = this.log;
  readonly error = this.log;
  readonly debug = this.log;

  of(event: string): LoggedEvent[] {
    return this.all.filter((record) => record.event === event);
  }

  /** The first of this event with these fields, once it is there. */
  async first(event: string, fields: LoggedEvent = {}): Promise<LoggedEvent> {
    const fits = (record: LoggedEvent) =>
      Object.entries(fields).every(([name, value]) => record[name] === value);
    return until(() => this.of(event).find(fits), {
      what: `${event} ${JSON.stringify(fields)}`,
      timeoutMs: 20_000,
    });
  }

  private keep(record: unknown): void {
    if (typeof record === 'object') this.all.push({ ...record });
  }
}

describe('the event log', () => {
  const records = new Records();
  const SUPPORT = 'support@sandbox.test';
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  let accountId: string;
  let serverId: string;
  let tokenId: string;

  beforeAll(async () => {
    [mailroom, sandbox] = await Promise.all([startMailroom({ logger: records }), startSandbox()]);
    ({ tokenId } = await connectToken(mailroom, sandbox, SUPPORT));
    const common = { security: 'none', auth: 'token', login: SUPPORT, tokenId };
    const server = await mailroom.api('POST', 'servers', {
      name: 'Out',
      ...sandbox.smtp,
      ...common,
      state: 'live',
    });
    const account = await mailroom.api('POST', 'accounts', {
      name: 'In',
      ...sandbox.imap,
      ...common,
      address: SUPPORT,
      folders: ['INBOX'],
      disposition: 'leave',
      start: 'all',
    });
    serverId = server.body.id;
    accountId = account.body.id;
    expect([server.status, account.status]).toEqual([201, 201]);
    await mailroom.api('POST', `accounts/${accountId}/state`, { state: 'live' });
  }, 60_000);
  afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

  function asks(path: string, headers: Record<string, string>, method = 'GET'): Promise<Response> {
    return fetch(`${mailroom.url}/mailroom/api/${path}`, {
      method,
      headers: { [ACTOR_HEADER]: 'admin', origin: mailroom.url, ...headers },
    });
  }

  it('tells the way of a mail, from its fetch run to the answer that left, under one id', async () => {
    const outgoing = mailroom.app.get(OutgoingMail);
    let answer: { id: string } | undefined;
    mailroom.intake.before = async (_, tx) => {
      answer = await outgoing.send(
        { from: SUPPORT, to: ['alice@sandbox.test'], subject: 'Re', text: 'Got it' },
        tx,
      );
    };
    sandbox.sendLetter({ from: 'alice@sandbox.test', to: SUPPORT, subject: 'Hello', text: 'Hi' });
    await mailroom.api('POST', `accounts/${accountId}/fetch`, {});
    const [mail] = await until(
      async () => {
        const mails = await mailroom.hostMail();
        return mails.length > 0 && mails;
      },
      { what: 'the mail', timeoutMs: 20_000 },
    );
    mailroom.intake.before = () => undefined;

    const committed = await records.first('mail-committed', { deliveryId: mail?.delivery_id });
    expect(committed).toMatchObject({ accountId, outcome: 'stored', reference: mail?.delivery_id });
    const { correlationId } = committed;
    expect(correlationId).toMatch(/^[\da-f-]{36}$/);
    expect(await records.first('fetch-ended', { correlationId, mails: 1 })).toMatchObject({
      accountId,
      ending: 'done',
      durationMs: expect.any(Number),
    });
    expect(await records.first('mail-sent', { correlationId })).toMatchObject({
      mailId: answer?.id,
      serverId,
      tries: 1,
    });
  }, 60_000);

  it('takes the id of a request along: into its answer, its refreshes and the mail it writes', async () => {
    const answer = await asks(`tokens/${tokenId}/refresh`, { 'x-request-id': 'incident-0042' }, 'POST');
    expect(answer.headers.get('x-request-id')).toBe('incident-0042');
    expect(await records.first('token-refreshed', { correlationId: 'incident-0042' })).toMatchObject({
      tokenId,
      clientId: expect.any(String),
      durationMs: expect.any(Number),
    });
  });

  it('takes the id of a request along into the job that it asks for', async () => {
    mailroom.intake.before = () => {
      throw new Error('not on Sundays');
    };
    sandbox.sendLetter({ from: 'alice@sandbox.test', to: SUPPORT, subject: 'Again', text: 'Hi' });
    await mailroom.api('POST', `accounts/${accountId}/fetch`, {});
    const { deliveryId, stack } = await records.first('mail-postponed', { accountId });
    expect(stack).toContain('not on Sundays');
    mailroom.intake.before = () => undefined;
    await asks(`deliveries/${String(deliveryId)}/replay`, { 'x-request-id': 'incident-0043' }, 'POST');
    const offered = await records.first('mail-offered', { correlationId: 'incident-0043' });
    expect(offered).toMatchObject({ deliveryId, queue: 'mail-replay', outcome: 'stored' });
    await records.first('job-done', { correlationId: 'incident-0043', jobId: offered['jobId'] });
  }, 60_000);

  it('gives a problem the id under which the log has it', async () => {
    const gone = `accounts/${crypto.randomUUID()}`;
    for (const [path, headers, status] of [
      [gone, {}, 404],
      [gone, { [ACTOR_HEADER]: 'nobody' }, 403],
    ] as const) {
      const answer = await asks(path, headers);
      const { correlationId, code } = (await answer.json()) as Record<string, string>;
      expect(answer.status).toBe(status);
      expect(correlationId).toBe(answer.headers.get('x-request-id'));
      expect(await records.first('request-refused', { correlationId })).toMatchObject({
        problem: code,
        method: 'GET',
      });
    }
  });

  it('takes no id that is none', async () => {
    const answer = await asks('session', { 'x-request-id': 'no id' });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    await answer.body?.cancel();
  });
});
