import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { OutgoingMail } from '@mailroom/outgoing-servers';
import { freshDatabase } from '../support/database.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { installationOn, startHelpdeskProcess } from '../support/helpdesk-process.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

type Ask = (method: string, path: string, body?: unknown) => Promise<any>;

describeWithDovecot('copies of sent mail', () => {
  let dovecot: Dovecot;
  let line: FaultProxy;
  const took: Buffer[] = [];
  const sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _, done) => done(address.startsWith('nobody') ? new Error('no such user') : null),
    onData: (stream, _, answer) => void take(stream).then(() => answer(null), answer),
  });

  async function take(stream: SMTPServerDataStream): Promise<void> {
    took.push(await buffer(stream));
  }

  beforeAll(async () => {
    dovecot = await startDovecot();
    line = await startFaultProxy({ host: dovecot.imap.host, port: dovecot.imap.port });
    await once(sink.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => (line.rules = {}));
  afterAll(async () => {
    await line?.stop();
    await dovecot?.stop();
    await new Promise<void>((closed) => sink.close(closed));
  });

  /** An account and a server of one mailbox; the server keeps copies. */
  async function mailboxOf(ask: Ask, login: string): Promise<{ server: string; account: string }> {
    const common = { name: login, login, security: 'none' };
    const { id: account } = await ask('POST', 'accounts', {
      ...common,
      kind: 'imap',
      host: line.host,
      port: line.port,
      auth: 'password',
      password: 'pass',
      disposition: 'leave',
      start: 'new',
    });
    await ask('POST', `accounts/${account}/state`, { state: 'live' });
    const { port } = sink.server.address() as AddressInfo;
    const { id: server } = await ask('POST', 'servers', {
      ...common,
      host: '127.0.0.1',
      port,
      auth: 'none',
      state: 'live',
      saveToSent: true,
    });
    return { server, account };
  }

  const subjects = (login: string, folder = 'Sent'): string[] =>
    dovecot
      .messages(login, folder)
      .map(({ path }) => /^Subject: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1]?.trim() ?? '');

  describe('of a running mail room', () => {
    let mailroom: RunningMailroom;
    let mail: OutgoingMail;
    const ask: Ask = async (method, path, body) => {
      const { status, body: answer } = await mailroom.api(method, path, body);
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
      return answer;
    };

    beforeAll(async () => {
      mailroom = await startMailroom();
      mail = mailroom.app.get(OutgoingMail);
    });
    afterAll(() => mailroom?.stop());

    const send = (from: string, subject: string, more: object = {}) =>
      mail.send({ from: `Desk <${from}>`, to: ['jane@customer.example'], subject, text: '.dots\n', ...more });

    async function copy(id: string, state: string) {
      let seen: any;
      const patience = { what: `the copy of ${id} to be ${state}`, timeoutMs: 30_000 };
      return until(async () => {
        seen = (await ask('GET', `outbox/${id}`)).sentCopy;
        return seen?.state === state && seen;
      }, patience).catch((error: Error) => {
        throw new Error(`${error.message}; it is ${JSON.stringify(seen)}`);
      });
    }

    it('lie in Sent as they left, read, with the time they were sent', async () => {
      const login = 'anna@desk.example';
      await mailboxOf(ask, login);
      const wish = { replyTo: 'Desk <anna@desk.example>', bcc: ['boss@desk.example'] };
      const attachments = [
        { filename: 'a.bin', contentType: 'application/octet-stream', content: Buffer.alloc(2_000_000, 7) },
      ];
      const { id } = await send(login, 'First', { ...wish, attachments });
      expect(await copy(id, 'made')).toMatchObject({ attempts: 1, problem: null, nextTryAt: null });
      const [kept, ...others] = dovecot.messages(login, 'Sent');
      expect(others).toEqual([]);
      expect(kept!.flags).toEqual(['\\Seen']);
      // Dovecot writes lines of its own kind to disk.
      const onDisk = readFileSync(kept!.path, 'latin1');
      expect(onDisk.trimEnd() === took.at(-1)!.toString('latin1').replaceAll('\r\n', '\n').trimEnd()).toBe(
        true,
      );
      const { sentAt } = await ask('GET', `outbox/${id}`);
      const dates = await dovecot.doveadm('fetch', '-u', login, 'date.received.unixtime', 'mailbox', 'Sent');
      expect(Number(/\d{9,}/.exec(dates)?.[0])).toBe(Math.floor(Date.parse(sentAt) / 1_000));
    });

    it('are found in the folder that is meant for them, whatever its name', async () => {
      const login = 'bert@desk.example';
      dovecot.seed(login, [], { folder: 'Gesendete Objekte' });
      await mailboxOf(ask, login);
      const { id } = await send(login, 'Nach nebenan');
      await copy(id, 'made');
      expect(subjects(login, 'Gesendete Objekte')).toEqual(['Nach nebenan']);
    });

    it('are not made of mail that nobody took, nor where nobody wants any', async () => {
      const login = 'carla@desk.example';
      const { server } = await mailboxOf(ask, login);
      const refused = await send(login, 'Refused', { to: ['nobody@customer.example'] });
      await until(async () => (await ask('GET', `outbox/${refused.id}`)).status === 'failed', {
        what: 'the mail to fail',
      });
      await ask('PATCH', `servers/${server}`, { saveToSent: false });
      const sent = await send(login, 'Unwanted');
      await until(async () => (await ask('GET', `outbox/${sent.id}`)).status === 'sent', {
        what: 'the mail to leave',
      });
      for (const { id } of [refused, sent]) expect((await ask('GET', `outbox/${id}`)).sentCopy).toBeNull();
    });

    it('are made once, although the word that they are there was lost', async () => {
      const login = 'dora@desk.example';
      await mailboxOf(ask, login);
      let appended = 0;
      line.rules = {
        onServerLine: (said) => {
          if (!/APPENDUID/.test(said)) return undefined;
          appended += 1;
          return { pass: 0, then: 'reset' };
        },
      };
      const { id } = await send(login, 'Once');
      await until(() => appended === 1, { what: 'the copy to be made', timeoutMs: 20_000 });
      await until(async () => (await ask('GET', `outbox/${id}`)).sentCopy.problem, { what: 'the trouble' });
      expect((await ask('GET', `outbox/${id}`)).sentCopy).toMatchObject({
        state: 'due',
        attempts: 1,
        problem: { code: 'mailbox-connection-lost' },
      });
      await mailroom.timePasses({ minutes: 3 });
      expect(await copy(id, 'made')).toMatchObject({ attempts: 2, problem: null });
      expect(appended).toBe(1);
      expect(subjects(login)).toEqual(['Once']);
    });

    it('wait for a mailbox that is not there, and are given up after a day, until somebody asks again', async () => {
      const login = 'emil@desk.example';
      const { account } = await mailboxOf(ask, login);
      line.rules = { refuse: true };
      line.killAll();
      const { id } = await send(login, 'Patient');
      await until(async () => (await ask('GET', `outbox/${id}`)).sentCopy?.problem, {
        what: 'the trouble',
        timeoutMs: 20_000,
      });
      const mailNow = await ask('GET', `outbox/${id}`);
      expect(mailNow).toMatchObject({ status: 'sent', problem: null, sentCopy: { state: 'due' } });
      await mailroom.timePasses({ hours: 25 });
      expect(await copy(id, 'failed')).toMatchObject({
        nextTryAt: null,
        problem: { code: 'sent-copy-failed', params: { code: mailNow.sentCopy.problem.code } },
      });
      expect((await ask('GET', `outbox/${id}`)).status).toBe('sent');
      line.rules = {};
      await mailroom.timePasses({ hours: 1 });
      await ask('POST', `outbox/${id}/sent-copy`);
      await copy(id, 'made');
      expect(subjects(login)).toEqual(['Patient']);
      const { status, body } = await mailroom.api('POST', `outbox/${id}/sent-copy`);
      expect([status, body.code]).toEqual([409, 'sent-copy-not-failed']);
      await ask('POST', `accounts/${account}/state`, { state: 'paused' });
      const without = await send(login, 'Whose?');
      await until(async () => (await ask('GET', `outbox/${without.id}`)).sentCopy?.problem, {
        what: 'nobody to be found',
        timeoutMs: 20_000,
      });
      expect((await ask('GET', `outbox/${without.id}`)).sentCopy.problem).toMatchObject({
        code: 'sent-mailbox-missing',
        params: { mailbox: login },
      });
    });

    it('that are missing for an hour are told of, until they are made or done without', async () => {
      const login = 'ida@desk.example';
      const { account, server } = await mailboxOf(ask, login);
      await ask('POST', `accounts/${account}/state`, { state: 'paused' });
      const banner = async () =>
        (await ask('GET', 'banners')).items.find(({ cause }: any) => cause === `sent-copies:${server}`);
      const failing = async (subject: string): Promise<string> => {
        const { id } = await send(login, subject);
        const problem = async () => (await ask('GET', `outbox/${id}`)).sentCopy?.problem;
        await until(problem, { what: 'nobody to be found', timeoutMs: 20_000 });
        return id;
      };
      const one = await failing('One');
      await mailroom.timePasses({ minutes: 55 });
      expect(await banner()).toBeUndefined();
      await mailroom.timePasses({ minutes: 6 });
      const found = { kind: 'sent-copies-failing', action: { kind: 'open', path: `servers/${server}` } };
      const params = { mailbox: login, copies: '1', code: 'sent-mailbox-missing' };
      expect(await banner()).toMatchObject({ ...found, params });
      await mailroom.timePasses({ hours: 24 });
      await copy(one, 'failed');
      expect(await banner()).toMatchObject({ ...found, params });
      expect((await ask('GET', `servers/${server}`)).health.missingCopies).toMatchObject({ givenUp: 1 });

      await ask('POST', `accounts/${account}/state`, { state: 'live' });
      await ask('POST', `servers/${server}/sent-copies/retry`);
      await copy(one, 'made');
      expect(await banner()).toBeUndefined();
      expect(subjects(login)).toEqual(['One']);

      await ask('POST', `accounts/${account}/state`, { state: 'paused' });
      // Just now the mailbox could not be entered: who asks does not wait for the next try.
      const soon = await failing('Soon');
      await ask('POST', `accounts/${account}/state`, { state: 'live' });
      await ask('POST', `servers/${server}/sent-copies/retry`);
      await copy(soon, 'made');

      await ask('POST', `accounts/${account}/state`, { state: 'paused' });
      const two = await failing('Two');
      await mailroom.timePasses({ minutes: 61 });
      expect(await banner()).toBeDefined();
      await ask('DELETE', `servers/${server}/sent-copies`);
      expect(await banner()).toBeUndefined();
      expect(await ask('GET', `outbox/${two}`)).toMatchObject({ status: 'sent', sentCopy: null });
      const { items } = await ask('GET', `audit-events?action=sent-copies-forgotten&subjectId=${server}`);
      expect(items).toMatchObject([{ details: { copies: 1 } }]);
    }, 90_000);

    it('need a connection like any other: sessions that only listen make room', async () => {
      const login = 'fritz@desk.example';
      const limits = [{ host: line.host, per: 'login', limit: 1 }];
      await ask('PATCH', 'settings', { 'connection-limits': limits });
      await mailboxOf(ask, login);
      const connected = async (): Promise<number> =>
        Number(/^fritz\S+\s+(\d+)/m.exec(await dovecot.doveadm('who', login))?.[1] ?? 0);
      await until(async () => (await connected()) === 1, { what: 'the session to begin' });
      // Who has listened for ten seconds may be sent away.
      await mailroom.timePasses({ seconds: 20 });
      let most = 0;
      const { id } = await send(login, 'In turn');
      await until(
        async () => {
          most = Math.max(most, await connected());
          return (await ask('GET', `outbox/${id}`)).sentCopy?.state === 'made';
        },
        { what: 'the copy to be made', timeoutMs: 30_000 },
      );
      expect(most).toBe(1);
    }, 60_000);
  });

  it('are left for later at shutdown, when a mailbox does not answer', async () => {
    const mailroom = await startMailroom();
    const login = 'hans@desk.example';
    await mailboxOf(async (...asked) => (await mailroom.api(...asked)).body, login);
    let asked = false;
    line.rules = {
      onLine: (said) => {
        if (!said.includes(' APPEND ')) return undefined;
        asked = true;
        return { then: 'swallow' };
      },
    };
    const draft = { from: login, to: ['jane@customer.example'], subject: 'Later', text: 'Hello' };
    await mailroom.app.get(OutgoingMail).send(draft);
    await until(() => asked, { what: 'the copy to begin', timeoutMs: 20_000 });
    const begun = performance.now();
    await mailroom.stop();
    expect(performance.now() - begun).toBeLessThan(8_000);
  }, 60_000);

  it('are made once, although the process was killed before it could write that down', async () => {
    const database = await freshDatabase();
    const installation = installationOn(database.url);
    const login = 'greta@desk.example';
    const first = await startHelpdeskProcess(installation);
    const { server } = await mailboxOf((...asked) => first.api(...asked), login);
    const killed = new Promise<void>((gone) => {
      line.rules = {
        onServerLine: (said) => {
          if (!/APPENDUID/.test(said)) return undefined;
          void first.kill().then(gone);
          return '';
        },
      };
    });
    const { id } = await first.api<{ id: string }>('POST', `servers/${server}/test-mail`, {
      to: 'jane@customer.example',
    });
    await killed;
    expect(dovecot.messages(login, 'Sent')).toHaveLength(1);
    line.rules = {};
    const second = await startHelpdeskProcess(installation);
    const copyNow = async () =>
      (await second.api<{ sentCopy: { state: string } }>('GET', `outbox/${id}`)).sentCopy.state;
    expect(await copyNow()).toBe('due');
    await until(async () => (await copyNow()) === 'made', {
      what: 'the copy to be known',
      timeoutMs: 60_000,
    });
    expect(dovecot.messages(login, 'Sent')).toHaveLength(1);
    await second.stop();
    await database.drop();
  }, 180_000);
});
