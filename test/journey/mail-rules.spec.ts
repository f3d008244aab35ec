import { randomUUID } from 'node:crypto';
import { type InboundMail, type MailDestination } from '@mailroom/plugin';
import { NameLookups } from '../../libs/mail-accounts/src/authentication/name-lookups.js';
import { startDovecot, describeWithDovecot, type Dovecot } from '../support/dovecot.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

describeWithDovecot('Between the mailbox and the host', () => {
  let dovecot: Dovecot;
  let mailroom: RunningMailroom;
  let address: string;
  const handed: InboundMail[] = [];

  beforeAll(async () => {
    dovecot = await startDovecot();
    mailroom = await startMailroom({ logger: false });
    const places: MailDestination[] = [
      { id: 'sales', label: 'Sales' },
      { id: 'support', label: 'Support desk' },
      { id: 'alerts', label: 'Alerts' },
    ];
    Object.assign(mailroom.intake, { destinations: () => Promise.resolve(places) });
    await mailroom.api('GET', 'mail-destinations');
    mailroom.intake.before = (mail) => void handed.push(mail);
  });
  afterAll(async () => {
    await mailroom?.stop();
    await dovecot?.stop();
  });
  beforeEach(() => {
    address = `${randomUUID()}@ours.test`;
  });
  afterEach(async () => {
    for (const { id } of (await mailroom.api('GET', 'mail-rules')).body.items)
      await mailroom.api('DELETE', `mail-rules/${id}`);
    for (const { id } of (await mailroom.api('GET', 'recipient-routes')).body.items)
      await mailroom.api('DELETE', `recipient-routes/${id}`);
  });

  function letter(subject: string, headers: Record<string, string> = {}): Buffer {
    const all = {
      From: 'Customer <customer@shop.test>',
      To: address,
      Subject: subject,
      'Message-ID': `<${randomUUID()}@shop.test>`,
      Date: 'Fri, 20 Nov 2026 10:00:00 +0000',
      ...headers,
    };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    return Buffer.from([...head, '', `About ${subject}.`, ''].join('\r\n'));
  }

  /** A live account on the mailbox of this test, which holds these mails. */
  async function account(settings: object, ...mails: Buffer[]): Promise<string> {
    dovecot.seed(address, mails);
    const { body } = await mailroom.api('POST', 'accounts', {
      name: address,
      host: '127.0.0.1',
      port: dovecot.imap.port,
      security: 'none',
      login: address,
      auth: 'password',
      password: 'pass',
      disposition: 'leave',
      start: 'all',
      push: false,
      ...settings,
    });
    expect(await mailroom.api('POST', `accounts/${body.id}/state`, { state: 'live' })).toMatchObject({
      status: 200,
    });
    return body.id;
  }

  /** The ledger of the account once it has so many lines, by subject. */
  async function ledger(id: string, count: number): Promise<Record<string, any>> {
    const read = async () => (await mailroom.api('GET', `accounts/${id}/deliveries`)).body.items;
    await until(async () => (await read()).length >= count, {
      timeoutMs: 20_000,
      what: `${count} deliveries`,
    });
    return Object.fromEntries((await read()).map((line: { subject: string }) => [line.subject, line]));
  }

  const handedOver = (subject: string) => handed.find((mail) => mail.subject === subject);

  const DO_NOTHING = { then: 'continue', destination: null, priority: null, tags: [], unlimited: false };
  async function rule(name: string, conditions: object[], actions: object): Promise<string> {
    const body = { name, match: 'all', conditions, actions: { ...DO_NOTHING, ...actions } };
    const answer = await mailroom.api('POST', 'mail-rules', body);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body.id;
  }
  async function route(pattern: string, destination: string): Promise<void> {
    const answer = await mailroom.api('POST', 'recipient-routes', { address: pattern, destination });
    expect(answer).toMatchObject({ status: 201 });
  }
  const subject = (value: string) => ({ field: 'subject', not: false, match: 'contains', value });

  describe('dispatching', () => {
    it('goes by the address a mail was sent to, else to the account’s destination', async () => {
      await route('Sales@ours.test', 'sales');
      await route('*@alerts.test', 'alerts');
      await route('gone@ours.test', 'no-such-queue');
      const id = await account(
        { dispatching: 'recipient', destination: 'support' },
        letter('To sales', { To: 'x@else.test', 'Delivered-To': 'sales@ours.test' }),
        letter('To a domain', { To: 'any@alerts.test' }),
        letter('To nobody known'),
        letter('To a queue that is gone', { To: 'gone@ours.test' }),
      );
      const lines = await ledger(id, 4);
      expect(handedOver('To sales')).toMatchObject({ destination: 'sales', dispatchedBy: 'recipient' });
      expect(handedOver('To a domain')).toMatchObject({ destination: 'alerts', dispatchedBy: 'recipient' });
      expect(handedOver('To nobody known')).toMatchObject({
        destination: 'support',
        dispatchedBy: 'account',
      });
      expect(handedOver('To a queue that is gone')).toMatchObject({
        destination: 'support',
        dispatchedBy: 'account',
        account: { destination: 'support' },
      });
      expect(lines['To a queue that is gone'].handling).toMatchObject({
        unknownDestination: 'no-such-queue',
      });
      expect(lines['To nobody known'].handling).toBeNull();
    });

    it('keeps one route per address and says so', async () => {
      await route('a@ours.test', 'sales');
      const again = await mailroom.api('POST', 'recipient-routes', {
        address: 'A@ours.test',
        destination: 'x',
      });
      expect(again).toMatchObject({ status: 409, body: { code: 'route-address-taken', field: 'address' } });
      expect((await mailroom.api('GET', 'mail-destinations')).body).toMatchObject({
        known: true,
        items: [{ id: 'sales', label: 'Sales' }, { id: 'support' }, { id: 'alerts' }],
      });
    });
  });

  describe('rules', () => {
    it('ignore, keep, choose and tag, and count what they were about', async () => {
      const ignoring = await rule('Newsletters', [subject('newsletter')], { then: 'ignore' });
      await rule('Odd', [subject('odd')], { then: 'quarantine' });
      await rule('Printers', [subject('printer')], {
        destination: 'sales',
        priority: 'high',
        tags: ['hardware'],
        then: 'stop',
      });
      await rule('Never reached', [subject('printer')], { tags: ['late'] });
      const id = await account(
        { destination: 'support' },
        letter('Our newsletter'),
        letter('Something odd'),
        letter('The printer burns'),
        letter('Plain'),
      );
      const lines = await ledger(id, 4);
      expect(lines['Our newsletter']).toMatchObject({
        outcome: 'ignored',
        problem: 'ignored-by-rule',
        reason: 'Newsletters',
      });
      expect(lines['Something odd']).toMatchObject({
        outcome: 'quarantined',
        problem: 'quarantined-by-rule',
        reason: 'Odd',
      });
      expect(lines['The printer burns'].handling).toMatchObject({ rules: ['Printers'], tags: ['hardware'] });
      expect(handedOver('The printer burns')).toMatchObject({
        destination: 'sales',
        dispatchedBy: 'rule',
        priority: 'high',
        tags: ['hardware'],
      });
      expect(handedOver('Plain')).toMatchObject({ destination: 'support', tags: [] });
      expect(handedOver('Our newsletter') ?? handedOver('Something odd')).toBeUndefined();
      await until(async () => (await mailroom.api('GET', `mail-rules/${ignoring}`)).body.hits === 1, {
        timeoutMs: 15_000,
        what: 'the hit to be counted',
      });
    });

    it('let a mail pass that an admin hands over again', async () => {
      await rule('Odd', [subject('odd')], { then: 'quarantine', tags: ['odd'] });
      const id = await account({}, letter('One odd mail'));
      const line = (await ledger(id, 1))['One odd mail'];
      await mailroom.api('POST', `deliveries/${line.id}/replay`);
      await until(async () => (await ledger(id, 1))['One odd mail'].outcome === 'stored', {
        timeoutMs: 15_000,
        what: 'the mail to pass',
      });
      expect(handedOver('One odd mail')).toMatchObject({ tags: ['odd'] });
    });

    it('are tried on a mail without storing anything', async () => {
      await rule('First', [subject('try')], { tags: ['one'] });
      const off = await rule('Off', [], { tags: ['two'] });
      await mailroom.api('PATCH', `mail-rules/${off}`, { enabled: false });
      const id = await account({ destination: 'support' }, letter('Try me'));
      const line = (await ledger(id, 1))['Try me'];
      const archived = await mailroom.api('POST', `mail-rules/test?accountId=${id}&deliveryId=${line.id}`);
      expect(archived).toMatchObject({
        status: 200,
        body: {
          subject: 'Try me',
          withheld: null,
          destination: 'support',
          destinationLabel: 'Support desk',
          tags: ['one'],
          rules: [
            { name: 'First', asked: true, holds: true, conditions: [{ holds: true, seen: ['Try me'] }] },
            { name: 'Off', asked: false, holds: true },
          ],
        },
      });
      const uploaded = await fetch(`${mailroom.url}/mailroom/api/mail-rules/test?accountId=${id}`, {
        method: 'POST',
        headers: { 'x-test-actor': 'admin', origin: mailroom.url, 'content-type': 'message/rfc822' },
        body: new Uint8Array(letter('Try another', { 'X-OTRS-Queue': 'Sales' })),
      });
      expect(await uploaded.json()).toMatchObject({
        subject: 'Try another',
        control: { names: ['x-otrs-queue'], vouchedBy: null },
      });
      expect(Object.keys(await ledger(id, 1))).toEqual(['Try me']);
    });

    it('are tried as they stand on a page that nobody has saved', async () => {
      const first = await rule('First', [subject('try')], { tags: ['stored'] });
      const id = await account({}, letter('Try me'));
      await ledger(id, 1);
      const actions = {
        then: 'stop',
        destination: 'alerts',
        priority: null,
        tags: ['edited'],
        unlimited: false,
      };
      const draft = { name: 'First, edited', match: 'all', conditions: [subject('draft')], actions };
      const attempt = async (rules: object[]) => {
        const parts = [JSON.stringify({ rules }), letter('A draft').toString()];
        const body = parts.map((part) => `--b\r\nX: y\r\n\r\n${part}\r\n`).join('') + '--b--';
        const headers = {
          'x-test-actor': 'admin',
          origin: mailroom.url,
          'content-type': 'multipart/mixed; boundary=b',
        };
        const url = `${mailroom.url}/mailroom/api/mail-rules/test?accountId=${id}`;
        const response = await fetch(url, { method: 'POST', headers, body });
        return { status: response.status, body: await response.json() };
      };
      expect(await attempt([{ id: first, draft }, { draft: { ...draft, name: 'New' } }])).toMatchObject({
        status: 200,
        body: {
          subject: 'A draft',
          destination: 'alerts',
          tags: ['edited'],
          rules: [
            { id: first, name: 'First, edited', draft: true, asked: true, endedBy: null, holds: true },
            { id: null, name: 'New', asked: false, endedBy: 'First, edited', holds: true },
          ],
        },
      });
      const faulty = { ...draft, conditions: [{ ...subject('x'), value: '' }] };
      expect(await attempt([{ id: first }, { draft: faulty }])).toMatchObject({
        status: 422,
        body: { code: 'invalid-input', field: 'rules.1.draft.conditions.0.value' },
      });
      expect(await attempt([{ id: randomUUID() }])).toMatchObject({
        status: 409,
        body: { code: 'mail-rules-changed-meanwhile' },
      });
      expect((await mailroom.api('GET', 'mail-rules')).body.items).toMatchObject([
        { name: 'First', conditions: [subject('try')] },
      ]);
    });

    it('keep their order, and tell who orders a list that is another one now', async () => {
      const one = await rule('One', [], {});
      const two = await rule('Two', [], {});
      const { body } = await mailroom.api('PUT', 'mail-rules/order', { ids: [two, one] });
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Two', 'One']);
      expect((await mailroom.api('GET', 'mail-rules')).body.items[0].name).toBe('Two');
      expect(await mailroom.api('PUT', 'mail-rules/order', { ids: [two] })).toMatchObject({
        status: 409,
        body: { code: 'mail-rules-changed-meanwhile' },
      });
    });
  });

  describe('protection against loops', () => {
    const automatic = { 'Auto-Submitted': 'auto-replied' };
    const deliver = async (...mails: Buffer[]) => {
      for (const mail of mails) await dovecot.deliver(address, mail);
    };
    const outcomes = async (id: string, count: number) =>
      Object.fromEntries(
        Object.entries(await ledger(id, count)).map(([name, { outcome, problem }]) => [
          name,
          problem ?? outcome,
        ]),
      );

    beforeAll(() => mailroom.api('PATCH', 'settings', { 'sender-limit-mails': 3 }));
    afterAll(() => mailroom.api('PATCH', 'settings', { 'sender-limit-mails': null }));

    it('holds back what a robot does not stop sending, and lets people write on', async () => {
      await rule(
        'Monitoring',
        [{ field: 'header', not: false, name: 'X-Monitor', match: 'exists', value: '' }],
        {
          unlimited: true,
        },
      );
      const history = Array.from({ length: 5 }, (_, n) => letter(`History ${n}`, automatic));
      const id = await account({ push: true }, ...history);
      await ledger(id, 5);
      // INTERNALDATE knows seconds: mail of the one in which the account went live counts as what was there before.
      const second = Math.floor(Date.now() / 1_000);
      await until(() => Date.now() / 1_000 >= second + 1, { what: 'the next second' });
      await deliver(
        letter('One', automatic),
        letter('Two', automatic),
        letter('Three'),
        letter('Four', automatic),
        letter('Five'),
        letter('Six', { ...automatic, 'X-Monitor': 'yes' }),
        letter('Seven', { ...automatic, From: 'other@shop.test' }),
      );
      expect(await outcomes(id, 12)).toMatchObject({
        'History 4': 'stored',
        One: 'stored',
        Three: 'stored',
        Four: 'sender-too-frequent',
        Five: 'stored',
        Six: 'stored',
        Seven: 'stored',
      });
      await deliver(letter('Eight', automatic));
      expect(await outcomes(id, 13)).toMatchObject({ Eight: 'sender-too-frequent' });
      const held = (await ledger(id, 13))['Four'];
      await mailroom.api('POST', `deliveries/${held.id}/replay`);
      await until(async () => (await outcomes(id, 13))['Four'] === 'stored', {
        timeoutMs: 15_000,
        what: 'the mail to pass',
      });
      expect((await mailroom.api('GET', `accounts/${id}`)).body.counts).toMatchObject({ tooFrequent: 1 });
    });
  });

  describe('checks of its own', () => {
    it('tell rules and the host who sent a mail, as DNS has it', async () => {
      const zone: Record<string, string[][]> = {
        'TXT shop.test': [['v=spf1 ip4:192.0.2.1 -all']],
        'TXT _dmarc.shop.test': [['v=DMARC1; p=reject']],
      };
      Object.assign(mailroom.app.get(NameLookups), {
        resolve: (name: string, type: string) =>
          zone[`${type} ${name}`] ?? Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
      });
      await rule('Forged', [{ field: 'authentication', not: false, method: 'dmarc', result: 'fail' }], {
        then: 'quarantine',
      });
      const from = (ip: string) => ({
        'Return-Path': '<bounce@shop.test>',
        Received: `from mail.shop.test (mail.shop.test [${ip}]) by mx.ours.test; Fri, 20 Nov 2026 10:00:00 +0000`,
      });
      const id = await account(
        { verifyMail: true, trustedHop: 'mx.ours.test' },
        letter('Real', from('192.0.2.1')),
        letter('Forged', from('203.0.113.9')),
      );
      const lines = await ledger(id, 2);
      expect(lines['Forged']).toMatchObject({ outcome: 'quarantined', problem: 'quarantined-by-rule' });
      expect(handedOver('Real')?.authentication).toMatchObject({
        by: 'mailroom',
        spf: [{ result: 'pass', domain: 'shop.test' }],
        dmarc: [{ result: 'pass', domain: 'shop.test' }],
      });
    });
  });

  describe('control headers', () => {
    const control = { 'X-OTRS-Queue': 'support desk', 'X-OTRS-Title': 'From a robot', 'X-OTRS-Loop': 'yes' };
    const hop = {
      Received: 'from a.test (a.test [192.0.2.1]) by mx.ours.test; Fri, 20 Nov 2026 10:00:00 +0000',
    };

    it('are taken off unless the switch is on and the named hop vouches', async () => {
      const id = await account({ destination: 'sales' }, letter('Not trusted', { ...hop, ...control }));
      const line = (await ledger(id, 1))['Not trusted'];
      expect(handedOver('Not trusted')).toMatchObject({ destination: 'sales', control: null });
      expect(Object.keys(handedOver('Not trusted')?.headers ?? {})).not.toContain('x-otrs-queue');
      expect(line.handling).toMatchObject({ control: 'stripped' });
    });

    it('count where the hop vouches, and their queue beats the account’s', async () => {
      const trust = { destination: 'sales', trustHeaders: true, trustedHop: 'mx.ours.test' };
      const id = await account(
        trust,
        letter('Trusted', { ...hop, ...control }),
        letter('Past the hop', { Received: 'from a by mx.else.test', ...control }),
        letter('To be ignored', { ...hop, 'X-Mailroom-Ignore': 'yes' }),
      );
      const lines = await ledger(id, 3);
      expect(handedOver('Trusted')).toMatchObject({
        destination: 'support',
        dispatchedBy: 'header',
        control: { opening: { title: 'From a robot', loop: true }, followUp: { queue: null } },
      });
      expect(handedOver('Past the hop')).toMatchObject({ destination: 'sales', control: null });
      expect(lines['To be ignored']).toMatchObject({ outcome: 'ignored', problem: 'ignored-by-header' });
    });

    it('count where DMARC passed for a named domain, as the trusted server found', async () => {
      const trust = { trustHeaders: true, trustedHop: 'mx.ours.test', trustedDomains: ['shop.test'] };
      const results = (domain: string) => ({
        'Authentication-Results': `mx.ours.test; dmarc=pass header.from=${domain}`,
      });
      const id = await account(
        trust,
        letter('Passed', { ...results('shop.test'), ...hop, ...control }),
        letter('Another domain', { ...results('evil.test'), ...hop, ...control, From: 'x@evil.test' }),
        letter('Nobody checked', { ...hop, ...control }),
      );
      await ledger(id, 3);
      expect(handedOver('Passed')).toMatchObject({
        destination: 'support',
        authentication: { by: 'server', dmarc: [{ result: 'pass', domain: 'shop.test' }] },
      });
      expect(handedOver('Another domain')).toMatchObject({ control: null, destination: null });
      expect(handedOver('Nobody checked')).toMatchObject({ control: null, authentication: null });
    });
  });
});
