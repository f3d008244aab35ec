import { aMessage, anInboundMail, InMemoryProvider } from '@mailroom/plugin/testing';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

describe('a message', () => {
  it('is what Mailroom reads in it, umlauts, files and all', async () => {
    const mail = await anInboundMail({
      from: 'Jürgen Müller <juergen@customer.test>',
      to: ['support@desk.test', 'second@desk.test'],
      cc: 'third@desk.test',
      subject: 'Größere Störung',
      text: 'Es brennt.',
      html: '<p>Es <b>brennt</b>.</p>',
      inReplyTo: '<before@desk.test>',
      references: ['<first@desk.test>', '<before@desk.test>'],
      headers: { 'Auto-Submitted': 'auto-replied' },
      attachments: [{ filename: 'löscher.txt', content: 'Wasser' }],
    });
    expect(mail).toMatchObject({
      from: { name: 'Jürgen Müller', address: 'juergen@customer.test' },
      subject: 'Größere Störung',
      text: expect.stringContaining('Es brennt.'),
      inReplyTo: ['<before@desk.test>'],
      references: ['<first@desk.test>', '<before@desk.test>'],
      automatic: true,
      attachments: [{ filename: 'löscher.txt', size: 6 }],
      defects: [],
    });
    expect([...mail.to, ...mail.cc].map(({ address }) => address)).toEqual([
      'support@desk.test',
      'second@desk.test',
      'third@desk.test',
    ]);
  });

  it('has lines as RFC 5322 wants them, and no more than asked', async () => {
    const bytes = await aMessage({ messageId: '<a@b.test>' });
    expect(bytes.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(bytes).toEqual(await aMessage({ messageId: '<a@b.test>' }));
  });
});

describe('a provider in the process', () => {
  let mailroom: RunningMailroom;
  let provider: InMemoryProvider;
  let tokenId: string;
  beforeAll(async () => {
    [mailroom, provider] = await Promise.all([startMailroom({ work: false }), InMemoryProvider.start()]);
  });
  afterAll(() => Promise.all([mailroom?.stop(), provider?.stop()]));

  const refresh = async () => (await mailroom.api('POST', `tokens/${tokenId}/refresh`)).body;

  it('consents at once and gives tokens', async () => {
    provider.mailbox = 'office@desk.test';
    const client = await mailroom.api('POST', 'clients', provider.client);
    expect(client).toMatchObject({ status: 201 });
    const begun = await mailroom.api('POST', 'authorizations', {
      clientId: client.body.id,
      returnTo: 'connect',
    });
    const cookie = begun.headers.getSetCookie()[0]!.split(';')[0]!;
    const there = await fetch(begun.body.redirectTo, { redirect: 'manual' });
    const back = await fetch(there.headers.get('location')!, { redirect: 'manual', headers: { cookie } });
    tokenId = new URL(back.headers.get('location')!, mailroom.url).searchParams.get('token')!;
    const { body: token } = await mailroom.api('GET', `tokens/${tokenId}`);
    expect(token).toMatchObject({ mailbox: 'office@desk.test', state: 'live', renewal: 'refresh-token' });
  });

  it('refreshes, and rotates what it refreshes with', async () => {
    expect(await refresh()).toMatchObject({ state: 'live', failure: null });
    expect(await refresh()).toMatchObject({ state: 'live', failure: null });
    expect(provider.asked).toEqual(['authorization_code', 'refresh_token', 'refresh_token']);
  });

  it('answers what it is told to, and ends grants', async () => {
    provider.answersNext({ status: 503, body: { error: 'temporarily_unavailable' } });
    expect(await refresh()).toMatchObject({ state: 'live', failure: { class: 'retry-later' } });
    expect(await refresh()).toMatchObject({ state: 'live', failure: null });
    provider.endGrants();
    expect(await refresh()).toMatchObject({ state: 'suspected', failure: { code: 'invalid_grant' } });
  });
});
