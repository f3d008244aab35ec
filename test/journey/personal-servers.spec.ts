import { OwnMailboxes, type MailDraft } from '@mailroom/plugin';
import { OutgoingMail } from '@mailroom/outgoing-servers';
import { startSandbox, type Profile, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken, consent, ownConsent, registerSandboxClient } from '../support/connect.js';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const JANE = { actor: 'staff-jane', address: 'alice@sandbox.test' };
const BOB = { actor: 'staff-bob', address: 'bob@sandbox.test' };
const SUPPORT = 'support@sandbox.test';

let mailroom: RunningMailroom;
let sandbox: Sandbox;
let clientId: string;

/** Opens the sandbox's application for mailboxes of staff. */
async function openClient(profile: Profile, changes: object = {}): Promise<string> {
  const { host, port } = sandbox.smtp;
  return registerSandboxClient(mailroom, sandbox, profile, {
    name: `Own ${profile} ${Math.random()}`,
    personalServers: true,
    submission: { host, port, security: 'none' },
    mailHosts: [host],
    ...changes,
  });
}

beforeEach(async () => {
  [mailroom, sandbox] = await Promise.all([startMailroom(), startSandbox()]);
  clientId = await openClient('strict');
});
afterEach(() => Promise.all([mailroom?.stop(), sandbox?.stop()]));

async function own(actor: string): Promise<any> {
  return (await mailroom.api('GET', 'personal', undefined, actor)).body;
}

async function ask(actor: string, method: string, path: string, body?: unknown) {
  return mailroom.api(method, `personal/${path}`, body, actor);
}

/** A mailbox that works, as its owner has it after the page tried it. */
async function connected({ actor, address }: typeof JANE, by = clientId): Promise<string> {
  const end = await ownConsent(mailroom, sandbox, { actor, address, clientId: by });
  expect(end.href).toBe(`${mailroom.url}/mailroom/my-mailbox?connected=1`);
  const [{ id }] = (await own(actor)).mailboxes;
  const { body } = await ask(actor, 'POST', `mailboxes/${id}/check`);
  expect(body.steps.map(({ ok }: { ok: boolean }) => ok)).not.toContain(false);
  expect(body.mailbox).toMatchObject({ address, state: 'live', trouble: null });
  return id as string;
}

async function serverOf(id: string): Promise<any> {
  return (await mailroom.api('GET', `servers/${id}`)).body;
}

/** Why a trip to the provider came to nothing, as its traveller is told. */
async function whyNot(end: URL, actor: string): Promise<any> {
  expect(end.pathname).toBe('/mailroom/my-mailbox');
  const { body } = await ask(actor, 'GET', `authorizations/${end.searchParams.get('authorization')}`);
  return body.problem;
}

async function becomes(id: string, status: string): Promise<any> {
  const look = async () => (await mailroom.api('GET', `outbox/${id}`)).body;
  return until(
    async () => {
      const mail = await look();
      return mail.status === status && mail;
    },
    { what: `mail ${id} to be ${status}` },
  );
}

function send(draft: Partial<MailDraft>): Promise<{ id: string }> {
  const usual = { from: SUPPORT, to: ['jane@customer.example'], subject: 'Re: Help', text: 'Hello' };
  return mailroom.app.get(OutgoingMail).send({ ...usual, ...draft });
}

async function auditOf(actor: string): Promise<string[]> {
  const { body } = await mailroom.api('GET', 'audit-events');
  const theirs = body.items.filter((event: { actor: { id: string } | null }) => event.actor?.id === actor);
  return theirs.map(({ action }: { action: string }) => action).toReversed();
}

describe.each(['strict', 'microsoft', 'google'] as const)(
  'with a provider in the manner of %s',
  (profile) => {
    it('staff connect their own mailbox, send from it, reconnect it and let it go', async () => {
      const by = profile === 'strict' ? clientId : await openClient(profile);
      expect(await own(JANE.actor)).toMatchObject({
        name: JANE.actor,
        mailboxes: [],
        mayConnect: true,
        providers: expect.arrayContaining([
          { id: by, name: expect.any(String), provider: expect.any(String) },
        ]),
      });
      const id = await connected(JANE, by);
      expect(await serverOf(id)).toMatchObject({
        ...sandbox.smtp,
        login: JANE.address,
        fromFilter: JANE.address,
        owner: { id: JANE.actor, name: JANE.actor },
        isFallback: false,
        ratePerMinute: 30,
        state: 'live',
      });

      const { id: mail } = await send({ from: JANE.address, author: JANE.actor });
      expect((await becomes(mail, 'sent')).server.id).toBe(id);
      expect((await ask(JANE.actor, 'POST', `mailboxes/${id}/test-mail`)).body).toEqual({ to: JANE.address });
      await until(async () => sandbox.messages(JANE.address).length === 1, { what: 'the test mail' });

      sandbox.revoke(JANE.address);
      // Where a provider only says invalid_grant, the first time is a suspicion.
      await mailroom.timePasses({ hours: 1 });
      await ask(JANE.actor, 'POST', `mailboxes/${id}/check`);
      await mailroom.timePasses({ minutes: 2 });
      const { body: ended } = await ask(JANE.actor, 'POST', `mailboxes/${id}/check`);
      expect(ended.steps.at(-1)).toEqual({ step: 'sign-in', ok: false });
      expect(ended.mailbox).toMatchObject({ trouble: 'reconnect', canReconnect: true });
      expect(await mailroom.app.get(OwnMailboxes).of(JANE.actor)).toMatchObject([{ trouble: 'reconnect' }]);
      const { id: waits } = await send({ from: JANE.address, author: JANE.actor });

      await ownConsent(mailroom, sandbox, { ...JANE, mailboxId: id });
      expect((await ask(JANE.actor, 'POST', `mailboxes/${id}/check`)).body.mailbox).toMatchObject({
        trouble: null,
      });
      await becomes(waits, 'sent');

      expect((await ask(JANE.actor, 'POST', `mailboxes/${id}/disconnect`)).status).toBe(200);
      expect((await own(JANE.actor)).mailboxes).toEqual([]);
      const { state, tokenId } = await serverOf(id);
      expect(state).toBe('archived');
      expect((await mailroom.api('GET', `tokens/${tokenId}`)).body).toMatchObject({
        state: 'reconnect',
        failure: { code: 'disconnected' },
      });
      expect(await auditOf(JANE.actor)).toEqual([
        'token-connected',
        'server-created',
        'server-state-changed',
        'test-mail-sent',
        'token-reconnected',
        'server-state-changed',
        'token-disconnected',
      ]);
      expect(await connected(JANE, by)).toBe(id);
    });
  },
);

describe('what is a person’s own', () => {
  it('sends nothing until the mail server itself has taken its owner for who the provider says they are', async () => {
    await ownConsent(mailroom, sandbox, { ...JANE, clientId });
    const [{ id, state }] = (await own(JANE.actor)).mailboxes;
    expect(state).toBe('draft');
    const early = await send({ from: JANE.address, author: JANE.actor });
    await becomes(early.id, 'delayed');
    sandbox.faults.refuseSmtp({ code: 535, text: '5.7.3 Authentication unsuccessful', at: 'auth' });
    const refused = await ask(JANE.actor, 'POST', `mailboxes/${id}/check`);
    expect(refused.body.steps.at(-1)).toEqual({ step: 'sign-in', ok: false });
    expect(refused.body.mailbox.state).toBe('draft');
    // The steps that an admin sees have addresses, facts and the server's words; an owner's have none.
    expect(Object.keys(refused.body.steps[0])).toEqual(['step', 'ok']);
    sandbox.faults.clear();
    await ask(JANE.actor, 'POST', `mailboxes/${id}/check`);
    await becomes(early.id, 'sent');
  });

  it('reaches so many people in a minute, at Outlook fewer, and a mail to many counts as many', async () => {
    const id = await connected(JANE);
    await mailroom.api('PATCH', `servers/${id}`, { ratePerMinute: 4 });
    const many = ['a', 'b', 'c', 'd'].map((name) => `${name}@customer.example`);
    const mine = { from: JANE.address, author: JANE.actor };
    const first = await send({ ...mine, to: many });
    await becomes(first.id, 'sent');
    const second = await send(mine);
    expect(await becomes(second.id, 'delayed')).toMatchObject({ problem: { code: 'server-paced' } });
    await mailroom.timePasses({ seconds: 62 });
    await becomes(second.id, 'sent');
  });

  it('reaches more people than a minute has room for piece by piece, as one mail', async () => {
    const id = await connected(JANE);
    await mailroom.api('PATCH', `servers/${id}`, { ratePerMinute: 4 });
    const many = Array.from({ length: 10 }, (_, index) => `p${index}@customer.example`);
    const mail = await send({
      from: JANE.address,
      author: JANE.actor,
      to: many.slice(0, 9),
      bcc: many.slice(9),
    });
    const look = async () => (await mailroom.api('GET', `outbox/${mail.id}`)).body;
    const reached = async (count: number) =>
      until(async () => sandbox.sent().flatMap(({ to }) => to).length === count, {
        what: `${count} recipients`,
      });
    await reached(4);
    expect(await becomes(mail.id, 'delayed')).toMatchObject({ problem: { code: 'server-paced' } });
    await mailroom.timePasses({ seconds: 62 });
    await reached(8);
    await becomes(mail.id, 'delayed');
    // Five days of waiting for one's turn are no reason to give up.
    await mailroom.timePasses({ hours: 6 * 24 });
    await becomes(mail.id, 'sent');
    const pieces = sandbox.sent();
    expect(pieces.map(({ to }) => to)).toEqual([many.slice(0, 4), many.slice(4, 8), many.slice(8)]);
    expect(new Set(pieces.map(({ raw }) => raw.toString())).size).toBe(1);
    expect((await look()).problem).toBeNull();
  });

  it('sends a mail that fits into a minute in one piece, and lets none to few keep it waiting for good', async () => {
    const id = await connected(JANE);
    await mailroom.api('PATCH', `servers/${id}`, { ratePerMinute: 4 });
    const mine = { from: JANE.address, author: JANE.actor };
    await becomes((await send(mine)).id, 'sent');
    await becomes((await send(mine)).id, 'sent');
    const three = await send({ ...mine, to: ['a', 'b', 'c'].map((name) => `${name}@customer.example`) });
    expect(await becomes(three.id, 'delayed')).toMatchObject({ attempts: 0 });
    expect(sandbox.sent()).toHaveLength(2);
    await mailroom.timePasses({ seconds: 62 });
    await becomes(three.id, 'sent');
    expect(sandbox.sent().at(-1)?.to).toHaveLength(3);
  });

  it('stays paused where an admin paused it, also when its owner connects it again', async () => {
    const id = await connected(JANE);
    await mailroom.api('POST', `servers/${id}/state`, { state: 'paused' });
    await ownConsent(mailroom, sandbox, { ...JANE, mailboxId: id });
    await ask(JANE.actor, 'POST', `mailboxes/${id}/check`);
    expect((await own(JANE.actor)).mailboxes).toMatchObject([{ state: 'paused' }]);
  });

  it('sends for nobody else, and is nobody’s fallback', async () => {
    const id = await connected(JANE);
    const foreign = await send({ from: JANE.address, author: BOB.actor });
    const nobodys = await send({ from: JANE.address });
    const named = await send({ from: JANE.address, author: BOB.actor, serverId: id });
    for (const mail of [foreign, nobodys, named]) await becomes(mail.id, 'delayed');
    const fallback = await mailroom.api('PATCH', `servers/${id}`, { isFallback: true });
    expect(fallback.body).toMatchObject({ code: 'fallback-not-for-all' });
  });

  it('carries what its owner writes under its own address, where the sender policy says so', async () => {
    const { tokenId } = await connectToken(mailroom, sandbox, SUPPORT);
    const shared = { name: 'Desk', ...sandbox.smtp, security: 'none', auth: 'token', state: 'live', tokenId };
    const { body: desk } = await mailroom.api('POST', 'servers', { ...shared, login: SUPPORT });
    const id = await connected(JANE);
    const before = await send({ author: JANE.actor });
    expect((await becomes(before.id, 'sent')).server.id).toBe(desk.id);

    const { body: policy } = await mailroom.api('GET', 'sender-policy');
    await mailroom.api('PUT', 'sender-policy', { ...policy, authorsOwnAddress: true });
    const [hers, his] = [await send({ author: JANE.actor }), await send({ author: BOB.actor })];
    expect((await becomes(hers.id, 'sent')).server.id).toBe(id);
    expect((await becomes(his.id, 'sent')).server.id).toBe(desk.id);
    const letter = sandbox.sent().find(({ by }) => by === JANE.address);
    expect(letter?.from).toBe(JANE.address);
    expect(String(letter?.raw)).toMatch(/^From: .*staff-jane.* <alice@sandbox\.test>\r$/m);
    expect(String(letter?.raw)).toMatch(/^Reply-To: .*support@sandbox\.test/m);
  });

  it('is for an admin to see, to widen and to put away for good', async () => {
    const id = await connected(JANE);
    const { body } = await mailroom.api('GET', 'servers');
    expect(body.items).toMatchObject([{ id, owner: { id: JANE.actor } }]);
    await mailroom.api('PATCH', `servers/${id}`, { fromFilter: `${JANE.address}, sales@sandbox.test` });
    expect((await own(JANE.actor)).mailboxes).toMatchObject([{ address: JANE.address }]);

    await mailroom.api('POST', `servers/${id}/state`, { state: 'archived' });
    expect(await own(JANE.actor)).toMatchObject({
      mailboxes: [{ state: 'archived', canReconnect: false }],
      mayConnect: false,
    });
    expect((await ask(JANE.actor, 'POST', `mailboxes/${id}/authorization`)).status).toBe(404);
    expect((await ask(JANE.actor, 'POST', `mailboxes/${id}/check`)).body).toMatchObject({
      code: 'server-not-live',
    });
    // To let go of it, too, does not bring it back.
    await ask(JANE.actor, 'POST', `mailboxes/${id}/disconnect`);
    await mailroom.api('PATCH', 'settings', { 'personal-servers-per-person': 5 });
    const end = await ownConsent(mailroom, sandbox, { ...JANE, clientId });
    expect(await whyNot(end, JANE.actor)).toEqual({ code: 'personal-server-archived', params: {} });
    expect((await serverOf(id)).state).toBe('archived');
  });

  it('is as many mailboxes as an admin allows', async () => {
    const google = await openClient('google');
    await connected(JANE);
    expect((await own(JANE.actor)).mayConnect).toBe(false);
    const one = await ask(JANE.actor, 'POST', 'authorizations', { clientId: google });
    expect(one).toMatchObject({ status: 409, body: { code: 'personal-servers-full', params: { most: 1 } } });
    await mailroom.api('PATCH', 'settings', { 'personal-servers-per-person': 2 });
    const plan = { actor: JANE.actor, clientId: google };
    const trips = ['x@sandbox.test', 'y@sandbox.test'].map((address) => {
      sandbox.addPerson(address);
      return ownConsent(mailroom, sandbox, { ...plan, address });
    });
    const ends = await Promise.all(trips);
    expect(ends.filter(({ searchParams }) => searchParams.has('connected'))).toHaveLength(1);
    const lost = ends.find(({ searchParams }) => searchParams.has('authorization'))!;
    expect(await whyNot(lost, JANE.actor)).toEqual({ code: 'personal-servers-full', params: { most: 2 } });
    await mailroom.api('PATCH', 'settings', { 'personal-servers-per-person': 0 });
    expect((await ask(BOB.actor, 'POST', 'authorizations', { clientId })).status).toBe(409);
  });
});

describe('whoever is no admin gets', () => {
  it('no client but those that are open, and of them no more than a name', async () => {
    const closed = await registerSandboxClient(mailroom, sandbox, 'strict', { name: 'Closed' });
    const { body } = await mailroom.api('PATCH', `clients/${clientId}`, { name: 'Open' });
    expect(body.personalServers).toBe(true);
    const { providers } = await own(JANE.actor);
    expect(providers).toEqual([{ id: clientId, name: 'Open', provider: 'standard' }]);
    const nowhere = '018f6f1e-0000-7000-8000-000000000000';
    const answers = await Promise.all(
      [closed, nowhere].map((id) => ask(JANE.actor, 'POST', 'authorizations', { clientId: id })),
    );
    // What is closed looks like what is not there.
    expect(answers.map(({ status, body: { code } }) => [status, code])).toEqual([
      [404, 'client-not-found'],
      [404, 'client-not-found'],
    ]);
  });

  it('nothing of another person’s, not even that it is there', async () => {
    const id = await connected(JANE);
    const nowhere = '018f6f1e-0000-7000-8000-000000000000';
    const end = await ownConsent(mailroom, sandbox, { ...BOB, clientId, decision: 'deny' });
    const trip = end.searchParams.get('authorization');
    for (const [method, path] of [
      ['POST', 'mailboxes/:id/authorization'],
      ['POST', 'mailboxes/:id/check'],
      ['POST', 'mailboxes/:id/test-mail'],
      ['POST', 'mailboxes/:id/disconnect'],
    ] as const) {
      const [theirs, none] = await Promise.all(
        [id, nowhere].map((each) => ask(BOB.actor, method, path.replace(':id', each))),
      );
      expect([path, theirs?.status, theirs?.body.code]).toEqual([path, none?.status, none?.body.code]);
      expect(theirs?.status).toBe(404);
    }
    expect((await ask(JANE.actor, 'GET', `authorizations/${trip}`)).status).toBe(404);
    expect((await ask('admin', 'GET', `authorizations/${trip}`)).status).toBe(404);
    expect((await own(BOB.actor)).mailboxes).toEqual([]);
    expect((await serverOf(id)).state).toBe('live');
  });

  it('no say about owner, host, filter or return path', async () => {
    const extras = {
      owner: { id: BOB.actor, name: 'Bob' },
      ownerId: BOB.actor,
      host: 'evil.example',
      submission: { host: 'evil.example', port: 25, security: 'none' },
      fromFilter: '',
      returnTo: 'https://evil.example',
      tokenId: '018f6f1e-0000-7000-8000-000000000000',
      anotherIdentity: 'allow',
      loginHint: 'ceo@sandbox.test',
      purpose: 'admin',
    };
    for (const [name, value] of Object.entries(extras)) {
      const { status, body } = await ask(JANE.actor, 'POST', 'authorizations', { clientId, [name]: value });
      expect([name, status, body.code]).toEqual([name, 422, 'invalid-input']);
    }
  });

  it('no server where the tokens may go anywhere, and none without a proved identity', async () => {
    const host = await mailroom.api('PATCH', `clients/${clientId}`, { mailHosts: [] });
    expect(host.body).toMatchObject({ code: 'personal-needs-host', field: 'submission' });
    const identity = await mailroom.api('PATCH', `clients/${clientId}`, { identity: 'none' });
    expect(identity.body).toMatchObject({ code: 'personal-needs-identity', field: 'personalServers' });
    sandbox.addPerson('eve@sandbox.test', { emailVerified: false });
    const end = await ownConsent(mailroom, sandbox, {
      actor: 'staff-eve',
      address: 'eve@sandbox.test',
      clientId,
    });
    expect(await whyNot(end, 'staff-eve')).toEqual({ code: 'identity-unverified', params: {} });
    expect((await mailroom.api('GET', 'tokens')).body.items).toEqual([]);
  });

  it('no mailbox but the one that the host knows to be theirs', async () => {
    mailroom.access.mailboxes.set(JANE.actor, JANE.address.toUpperCase());
    const end = await ownConsent(mailroom, sandbox, { ...BOB, actor: JANE.actor, clientId });
    expect(await whyNot(end, JANE.actor)).toMatchObject({
      code: 'mailbox-not-yours',
      params: { actual: BOB.address },
    });
    await connected(JANE);
  });

  it('no token that anybody else counts on, whatever password they know', async () => {
    const end = await consent(mailroom, sandbox, { clientId, address: SUPPORT });
    const tokenId = end.searchParams.get('token');
    const waiting = await ownConsent(mailroom, sandbox, { ...JANE, address: SUPPORT, clientId });
    expect(await whyNot(waiting, JANE.actor)).toMatchObject({ code: 'mailbox-taken' });
    const { host, port } = sandbox.imap;
    const account = { kind: 'imap', name: 'Desk', host, port, security: 'none', auth: 'token', tokenId };
    const rest = { login: SUPPORT, address: SUPPORT, disposition: 'leave', start: 'new' };
    await mailroom.api('PATCH', `clients/${clientId}`, {
      mailHosts: [host, sandbox.smtp.host],
      secret: 'mailroom-demo-secret',
    });
    const made = await mailroom.api('POST', 'accounts', { ...account, ...rest });
    expect(made.status).toBe(201);
    const used = await ownConsent(mailroom, sandbox, { ...JANE, address: SUPPORT, clientId });
    expect(await whyNot(used, JANE.actor)).toMatchObject({ code: 'mailbox-taken' });
    expect((await own(JANE.actor)).mailboxes).toEqual([]);

    await connected(JANE);
    const twice = await ownConsent(mailroom, sandbox, { ...BOB, address: JANE.address, clientId });
    expect(await whyNot(twice, BOB.actor)).toMatchObject({ code: 'mailbox-taken' });
  });

  it('no end to what an admin has come to use as well', async () => {
    const id = await connected(JANE);
    const { tokenId } = await serverOf(id);
    const { host, port } = sandbox.smtp;
    const second = {
      name: 'Second',
      host,
      port,
      security: 'none',
      auth: 'token',
      login: JANE.address,
      tokenId,
    };
    expect((await mailroom.api('POST', 'servers', second)).status).toBe(201);
    expect((await ask(JANE.actor, 'POST', `mailboxes/${id}/disconnect`)).status).toBe(200);
    expect((await serverOf(id)).state).toBe('archived');
    expect((await mailroom.api('GET', `tokens/${tokenId}`)).body.state).toBe('live');
  });

  it('no identity but the one that was connected, when connecting again', async () => {
    const id = await connected(JANE);
    const end = await ownConsent(mailroom, sandbox, { ...BOB, actor: JANE.actor, mailboxId: id });
    expect(await whyNot(end, JANE.actor)).toEqual({
      code: 'another-identity',
      params: { expected: JANE.address, actual: BOB.address },
    });
    expect(await serverOf(id)).toMatchObject({ login: JANE.address, fromFilter: JANE.address });
  });

  it('no endless supply of trips and test mails', async () => {
    const id = await connected(JANE);
    const mails = Array.from({ length: 11 }, () => ask(JANE.actor, 'POST', `mailboxes/${id}/test-mail`));
    for (const mail of mails.slice(0, 1)) expect((await mail).status).toBe(200);
    await Promise.all(mails);
    expect((await ask(JANE.actor, 'POST', `mailboxes/${id}/test-mail`)).body).toMatchObject({
      code: 'too-many-test-mails',
    });
    for (let trip = 0; trip < 20; trip += 1) await ask(BOB.actor, 'POST', 'authorizations', { clientId });
    const more = await ask(BOB.actor, 'POST', 'authorizations', { clientId });
    expect(more.body).toMatchObject({ code: 'too-many-authorizations' });
    await mailroom.timePasses({ minutes: 11 });
    expect((await ask(BOB.actor, 'POST', 'authorizations', { clientId })).status).toBe(200);
  });
});

describe('a trip to the provider', () => {
  it('is only for whoever still has the right at its end, and only for what it began as', async () => {
    const lost = await ownConsent(mailroom, sandbox, {
      ...JANE,
      clientId,
      before: () => void mailroom.access.lostTheRight.add(JANE.actor),
    });
    mailroom.access.lostTheRight.clear();
    expect(await whyNot(lost, JANE.actor)).toEqual({ code: 'actor-not-allowed', params: {} });

    const closed = await ownConsent(mailroom, sandbox, {
      ...JANE,
      clientId,
      before: () => mailroom.api('PATCH', `clients/${clientId}`, { personalServers: false }),
    });
    expect(await whyNot(closed, JANE.actor)).toEqual({ code: 'own-mailbox-not-connected', params: {} });
    await mailroom.api('PATCH', `clients/${clientId}`, { personalServers: true });
    expect((await mailroom.api('GET', 'tokens')).body.items).toEqual([]);
  });

  it('of an admin’s is not completed by staff, nor one of staff’s by an admin', async () => {
    for (const [beginner, path] of [
      ['admin', 'authorizations'],
      [JANE.actor, 'personal/authorizations'],
    ] as const) {
      const body = beginner === 'admin' ? { clientId, returnTo: 'connect' } : { clientId };
      const begun = await mailroom.api('POST', path, body, beginner);
      const back = await sandbox.visit(begun.body.redirectTo, { address: JANE.address });
      // Whoever comes without the cookie of the browser that began gets nothing, whoever they are signed in as.
      const other = beginner === 'admin' ? JANE.actor : 'admin';
      const response = await fetch(back, { redirect: 'manual', headers: { [ACTOR_HEADER]: other } });
      expect(response.headers.get('location')).toBe(
        `${mailroom.url}/mailroom/authorizations/unknown?code=other-browser`,
      );
      const again = await fetch(back, { redirect: 'manual', headers: { [ACTOR_HEADER]: beginner } });
      expect(again.headers.get('location')).toContain('code=state-used');
    }
    expect((await mailroom.api('GET', 'tokens')).body.items).toEqual([]);
    expect((await mailroom.api('GET', 'servers')).body.items).toEqual([]);
  });

  it('that an admin began is no use to them once they are staff, though staff may connect mailboxes', async () => {
    const begun = await mailroom.api('POST', 'authorizations', { clientId, returnTo: 'connect' }, 'ada');
    const back = await sandbox.visit(begun.body.redirectTo, { address: SUPPORT });
    await mailroom.dataSource.query(`update mailroom.oauth_authorization set actor_id = 'staff-ada'`);
    const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const response = await fetch(back, { redirect: 'manual', headers: { cookie } });
    const failed = new URL(response.headers.get('location') ?? '').pathname.split('/').at(-1);
    expect((await mailroom.api('GET', `authorizations/${failed}`)).body.problem).toMatchObject({
      code: 'actor-not-allowed',
    });
    expect((await ask('staff-ada', 'GET', `authorizations/${failed}`)).status).toBe(404);
  });

  it('that failed for a reason of the house tells staff to ask an admin, and no more', async () => {
    sandbox.faults.tokenEndpoint({
      answer: 'error',
      error: 'invalid_client',
      description: 'secret of the house',
    });
    const end = await ownConsent(mailroom, sandbox, { ...JANE, clientId });
    expect(await whyNot(end, JANE.actor)).toEqual({ code: 'own-mailbox-not-connected', params: {} });
    const denied = await ownConsent(mailroom, sandbox, { ...JANE, clientId, decision: 'deny' });
    expect(await whyNot(denied, JANE.actor)).toEqual({ code: 'consent-denied', params: {} });
  });
});
