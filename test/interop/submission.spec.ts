import { Secret, VERIFIED } from '@mailroom/kernel';
import { OutgoingMail } from '@mailroom/outgoing-servers';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { SmtpSession } from '../../libs/outgoing-servers/src/smtp/smtp-session.js';
import { CountingSink } from '../bench/kills/counting-sink.js';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { TestAuthority } from '../support/certificates.js';
import { connectToken } from '../support/connect.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { describeWithPostfix, Postfix } from '../support/postfix.js';
import { until } from '../support/until.js';

const jane = 'jane@sandbox.test';
/** As long as tokens of Microsoft, and longer than any command line. */
const LONG_TOKEN = 'x'.repeat(2_500);

let mailroom: RunningMailroom;
let sandbox: Sandbox;
let dovecot: Dovecot | undefined;
let sink: CountingSink;
let authority: TestAuthority;
let tokenId: string;
const ports = { submission: 0, submissions: 0, auth: 0 };

/** Submission for our own tests, and the door at which Postfix asks about passwords and tokens. */
function furtherServices(relayPort: number): string {
  return `
protocols = imap pop3 lmtp submission
submission_relay_host = 127.0.0.1
submission_relay_port = ${relayPort}
service submission-login {
  chroot =
  inet_listener submission {
    port = ${ports.submission}
  }
  inet_listener submissions {
    port = ${ports.submissions}
    ssl = yes
  }
}
service auth {
  inet_listener {
    address = 127.0.0.1
    port = ${ports.auth}
  }
}`;
}

async function furnish(): Promise<void> {
  [sandbox, sink, authority] = await Promise.all([
    startSandbox(),
    CountingSink.start(),
    TestAuthority.found('Authority of the tests'),
  ]);
  sandbox.addPerson(jane);
  for (const name of ['submission', 'submissions', 'auth'] as const) ports[name] = await anyFreePort();
  dovecot = await startDovecot({
    oauth: {
      introspectionUrl: sandbox.issuer('strict').introspection.replace('//', '//dovecot:dovecot-secret@'),
    },
    certificate: await authority.signs('127.0.0.1'),
    extra: furtherServices(sink.port),
  });
  mailroom = await startMailroom();
  ({ tokenId } = await connectToken(mailroom, sandbox, jane));
}

async function clearOut(): Promise<void> {
  await mailroom?.stop();
  await dovecot?.stop();
  await Promise.all([sandbox?.stop(), sink?.stop()]);
}

const withToken = () => ({ auth: 'token', login: jane, tokenId });
const withPassword = () => ({ auth: 'password', login: jane, password: 'pass', tokenId: null });

/** Sends one mail through a server with these settings and sees that the server passed it on, once. */
async function sendsThrough(settings: object): Promise<void> {
  const { status, body } = await mailroom.api('POST', 'servers', {
    name: 'Submission',
    host: '127.0.0.1',
    tlsTrust: { kind: 'ca', certificates: authority.certificate },
    state: 'live',
    ...settings,
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  const draft = {
    from: jane,
    to: ['bob@customer.example'],
    subject: 'Submitted',
    text: 'Hello',
    serverId: body.id,
  };
  const { id, messageId } = await mailroom.app.get(OutgoingMail).send(draft);
  await until(async () => (await mailroom.api('GET', `outbox/${id}`)).body.status === 'sent', {
    timeoutMs: 20_000,
    what: 'the mail to be sent',
  });
  await until(() => sink.arrivals.some((each) => each.messageId === messageId), {
    timeoutMs: 20_000,
    what: 'the mail to be passed on',
  });
  expect(sink.arrivals.filter((each) => each.messageId === messageId)).toHaveLength(1);
  await mailroom.api('POST', `servers/${body.id}/state`, { state: 'archived' });
}

/** Signs in with a token that no command line could hold: its refusal is about the token, not about the line. */
async function refusesTheTokenOnly(port: number): Promise<void> {
  const to = { address: '127.0.0.1', family: 4, servername: '127.0.0.1', closed: true } as const;
  const place = { port, security: 'none', tlsTrust: VERIFIED } as const;
  const session = await SmtpSession.open(to, place, 'desk.example', { connectMs: 10_000, silenceMs: 10_000 });
  const credentials = { kind: 'token', login: jane, token: Secret.of(LONG_TOKEN) } as const;
  await expect(session.signIn(credentials)).rejects.toMatchObject({
    code: 'sign-in-refused',
    params: { status: 535 },
  });
}

describeWithDovecot('submission through Dovecot', () => {
  beforeAll(furnish, 60_000);
  afterAll(clearOut);

  it.each([
    ['a token over STARTTLS', () => ({ security: 'starttls', port: ports.submission, ...withToken() })],
    ['a token over TLS', () => ({ security: 'tls', port: ports.submissions, ...withToken() })],
    ['a token in the clear', () => ({ security: 'none', port: ports.submission, ...withToken() })],
    ['a password over STARTTLS', () => ({ security: 'starttls', port: ports.submission, ...withPassword() })],
  ])('with %s', (_, settings) => sendsThrough(settings()), 60_000);

  it('sends long tokens in a line of their own', () => refusesTheTokenOnly(ports.submission));
});

describeWithPostfix('submission through Postfix', () => {
  let postfix: Postfix | undefined;

  beforeAll(async () => {
    await furnish();
    const certificate = await authority.signs('127.0.0.1');
    postfix = await Postfix.start({ certificate, authPort: ports.auth, relayPort: sink.port });
  }, 60_000);
  afterAll(async () => {
    await postfix?.stop();
    await clearOut();
  });

  it.each([
    ['a token over STARTTLS', () => ({ security: 'starttls', port: postfix?.port, ...withToken() })],
    ['a token over TLS', () => ({ security: 'tls', port: postfix?.tlsPort, ...withToken() })],
    ['a password in the clear', () => ({ security: 'none', port: postfix?.port, ...withPassword() })],
  ])('with %s', (_, settings) => sendsThrough(settings()), 60_000);

  it('sends long tokens in a line of their own', () => refusesTheTokenOnly(postfix?.port ?? 0));
});
