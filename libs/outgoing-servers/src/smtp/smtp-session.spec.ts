import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Secret, VERIFIED, type Problem, type TlsTrust } from '@mailroom/kernel';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type Security } from '../servers/outgoing-server.js';
import { SmtpSession, type Patience } from './smtp-session.js';
import { type Letter } from './transmission.js';

const PATIENCE: Patience = { connectMs: 5_000, silenceMs: 5_000 };
const BYTES = Buffer.from('Subject: hi\r\n\r\nbody\r\n.dot\r\n');
const MAIL = whole(BYTES);

const ENVELOPE = { from: 'a@x.example', to: ['b@x.example', 'c@x.example'] };
const LONG_TOKEN = 't'.repeat(2_500);

function whole(bytes: Buffer): Letter {
  return { size: bytes.length, pieces: () => [bytes] };
}

async function* failing(): AsyncGenerator<Buffer> {
  yield Buffer.from('Subject: hi\r\n');
  throw new Error('the database is away');
}

const servers: { close: () => unknown }[] = [];
const sessions: SmtpSession[] = [];

afterEach(() => {
  for (const session of sessions.splice(0)) session.abort(new Error('the test is over'));
  for (const server of servers.splice(0)) server.close();
});

async function smtpServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  servers.push({ close: () => server.close(() => undefined) });
  await once(server.server, 'listening');
  return (server.server.address() as AddressInfo).port;
}

/** A server that answers by script; `answer` gets each line and the socket. */
async function scripted(
  greeting: string,
  answer: (line: string, socket: Socket) => string | null,
): Promise<number> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    if (greeting) socket.write(greeting);
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const reply = answer(line, socket);
        if (reply !== null && !socket.destroyed) socket.write(`${reply}\r\n`);
      }
    });
  }).listen(0, '127.0.0.1');
  servers.push({ close: () => [server.close(), ...sockets.map((socket) => socket.destroy())] });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function open(
  port: number,
  security: Security = 'none',
  patience = PATIENCE,
  tlsTrust: TlsTrust = VERIFIED,
): Promise<SmtpSession> {
  const to = { address: '127.0.0.1', family: 4, servername: 'mail.x.example', closed: false } as const;
  const session = await SmtpSession.open(to, { port, security, tlsTrust }, 'desk.x.example', patience);
  sessions.push(session);
  return session;
}

const token = (text: string) => ({ kind: 'token', login: 'jane@x.example', token: Secret.of(text) }) as const;
const refusedWith = (code: string) => expect.objectContaining({ code });

describe('opening', () => {
  it('says what nobody answering means', async () => {
    const port = await scripted('', () => null);
    for (const server of servers.splice(0)) server.close();
    await expect(open(port)).rejects.toEqual(refusedWith('server-unreachable'));
  });

  it('does not wait for a greeting for ever', async () => {
    const port = await scripted('', () => null);
    const impatient = { connectMs: 100, silenceMs: 100 };
    await expect(open(port, 'none', impatient)).rejects.toEqual(refusedWith('server-too-slow'));
  });

  it.each([
    ['421 4.3.2 too busy\r\n', 'server-busy'],
    ['HTTP/1.1 400 Bad Request\r\n', 'server-answer-strange'],
  ])('takes %j for what it is', async (greeting, code) => {
    await expect(open(await scripted(greeting, () => null))).rejects.toEqual(refusedWith(code));
  });

  it('never goes on in the clear where STARTTLS is demanded', async () => {
    const spoken: string[] = [];
    const port = await scripted('220 hi\r\n', (line) => {
      spoken.push(line);
      return line.startsWith('EHLO') ? '250 hi' : '502 5.5.1 unknown command';
    });
    await expect(open(port, 'starttls')).rejects.toEqual(refusedWith('starttls-not-offered'));
    expect(spoken).toEqual(['EHLO desk.x.example', 'STARTTLS']);
  });

  it.each<Security>(['tls', 'starttls'])(
    'refuses a certificate that nobody vouches for (%s)',
    async (security) => {
      // smtp-server warns that everybody knows the key of its own certificate: here that is the point.
      jest.spyOn(console, 'error').mockReturnValueOnce();
      const port = await smtpServer({ secure: security === 'tls', disabledCommands: [] });
      await expect(open(port, security)).rejects.toMatchObject({
        code: 'server-certificate-refused',
        disposition: 'ask-admin',
      });
    },
  );

  it.each<Security>(['tls', 'starttls'])(
    'believes the certificate that was pinned, and no other (%s)',
    async (security) => {
      jest.spyOn(console, 'error').mockReturnValueOnce();
      const port = await smtpServer({ secure: security === 'tls', disabledCommands: [] });
      const refusal = await open(port, security).catch((error: unknown) => error);
      const sha256 = String((refusal as Problem).params.sha256);
      await expect(open(port, security, PATIENCE, { kind: 'fingerprint', sha256 })).resolves.toBeDefined();
      await expect(open(port, security, PATIENCE, { kind: 'any' })).resolves.toBeDefined();
      const other = sha256.replace(/^../, sha256.startsWith('00') ? '01' : '00');
      await expect(
        open(port, security, PATIENCE, { kind: 'fingerprint', sha256: other }),
      ).rejects.toMatchObject({
        code: 'server-certificate-changed',
        params: { sha256 },
      });
    },
  );

  it('notices a server that speaks no TLS', async () => {
    await expect(open(await scripted('220 hi\r\n', () => null), 'tls')).rejects.toEqual(
      refusedWith('server-speaks-no-tls'),
    );
  });
});

describe('signing in with a token', () => {
  it('uses two lines, so that a long token is not a long command', async () => {
    const spoken: string[] = [];
    const port = await scripted('220 hi\r\n', (line) => {
      spoken.push(line);
      if (line.startsWith('EHLO')) return '250-hi\r\n250 AUTH XOAUTH2';
      return line === 'AUTH XOAUTH2' ? '334 ' : '235 2.7.0 welcome';
    });
    const session = await open(port);
    await session.signIn(token(LONG_TOKEN));
    expect(spoken[1]).toBe('AUTH XOAUTH2');
    expect(Buffer.from(spoken[2] ?? '', 'base64').toString()).toBe(
      `user=jane@x.example\u0001auth=Bearer ${LONG_TOKEN}\u0001\u0001`,
    );
  });

  it('works with a real server', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = (auth, _, done) =>
      done(
        null,
        auth.accessToken === LONG_TOKEN
          ? { user: auth.username }
          : { data: { status: '401', schemes: 'bearer' } as never },
      );
    const port = await smtpServer({ authMethods: ['XOAUTH2'], onAuth });
    await expect((await open(port)).signIn(token(LONG_TOKEN))).resolves.toBeUndefined();
    await expect((await open(port)).signIn(token('stale'))).rejects.toMatchObject({
      code: 'sign-in-refused',
      disposition: 'ask-admin',
    });
  });

  it.each([
    ['535 5.7.3 Authentication unsuccessful', 'sign-in-refused'],
    [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled',
      'smtp-sign-in-disabled',
    ],
    ['454 4.7.0 Temporary authentication failure', 'sign-in-delayed'],
    ['535-5.7.8 Username and Password not accepted\r\n535 5.7.8 see help', 'sign-in-refused'],
  ])('understands %j', async (verdict, code) => {
    const port = await scripted('220 hi\r\n', (line) => {
      if (line.startsWith('EHLO')) return '250 AUTH XOAUTH2';
      return line === 'AUTH XOAUTH2' ? '334 ' : verdict;
    });
    await expect((await open(port)).signIn(token('x'))).rejects.toEqual(refusedWith(code));
  });

  it('is not left waiting when the connection dies in between', async () => {
    const port = await scripted('220 hi\r\n', (line, socket) => {
      if (line.startsWith('EHLO')) return '250 AUTH XOAUTH2';
      socket.destroy();
      return null;
    });
    await expect((await open(port)).signIn(token('x'))).rejects.toEqual(
      refusedWith('server-connection-lost'),
    );
  });
});

describe('signing in with a password', () => {
  it('tells a good one from a bad one', async () => {
    const port = await smtpServer({
      onAuth: (auth, _, done) =>
        auth.password === 'right' ? done(null, { user: 'jane' }) : done(new Error('Invalid login')),
    });
    const password = (text: string) =>
      ({ kind: 'password', login: 'jane', password: Secret.of(text) }) as const;
    await expect((await open(port)).signIn(password('right'))).resolves.toBeUndefined();
    await expect((await open(port)).signIn(password('wrong'))).rejects.toEqual(
      refusedWith('sign-in-refused'),
    );
  });
});

describe('handing over', () => {
  it('delivers the bytes, one mail after the other', async () => {
    const taken: string[] = [];
    const port = await smtpServer({
      onData: (stream, _, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          taken.push(Buffer.concat(chunks).toString());
          done(null, 'queued as 1');
        });
      },
    });
    const session = await open(port);
    const outcome = await session.transmit(ENVELOPE, MAIL);
    expect(outcome).toMatchObject({
      kind: 'taken',
      accepted: ENVELOPE.to,
      turnedDown: [],
      reply: { status: 250 },
    });
    await session.transmit(ENVELOPE, MAIL);
    expect(taken).toEqual([BYTES.toString(), BYTES.toString()]);
    expect(session.usable).toBe(true);
  });

  it('says which recipients were turned down', async () => {
    const port = await smtpServer({
      onRcptTo: ({ address }, _, done) =>
        done(
          address.startsWith('c@')
            ? Object.assign(new Error('4.2.0 later'), { responseCode: 450 })
            : undefined,
        ),
      onData: (stream, _, done) => void stream.resume().on('end', () => done(null, 'ok')),
    });
    expect(await (await open(port)).transmit(ENVELOPE, MAIL)).toMatchObject({
      kind: 'taken',
      accepted: ['b@x.example'],
      turnedDown: [{ address: 'c@x.example', reply: { status: 450 } }],
    });
  });

  it.each([
    ['onMailFrom', 'sender', 550],
    ['onRcptTo', 'recipients', 550],
    ['onData', 'data', 452],
  ])('knows that a refusal came from %s', async (handler, moment, responseCode) => {
    const refuse = (...args: unknown[]): void => {
      const [first] = args as [{ resume?: () => { on: (event: string, then: () => void) => void } }];
      const done = args.at(-1) as (error: Error) => void;
      const answer = (): void => done(Object.assign(new Error('no'), { responseCode }));
      if (first.resume) first.resume().on('end', answer);
      else answer();
    };
    const session = await open(await smtpServer({ [handler]: refuse }));
    expect(await session.transmit(ENVELOPE, MAIL)).toMatchObject({
      kind: 'refused',
      moment,
      reply: { status: responseCode },
    });
    expect(session.usable).toBe(true);
    expect(await session.transmit(ENVELOPE, MAIL)).toMatchObject({ kind: 'refused', moment });
  });

  it('knows a 421 from a dead line', async () => {
    const port = await scripted('220 hi\r\n', (line, socket) => {
      if (line.startsWith('EHLO')) return '250 hi';
      socket.end('421 4.3.2 closing\r\n');
      return null;
    });
    expect(await (await open(port)).transmit(ENVELOPE, MAIL)).toMatchObject({
      kind: 'refused',
      reply: { status: 421, enhanced: '4.3.2' },
    });
  });

  it.each([
    ['before the data', (line: string) => line.startsWith('RCPT'), false],
    ['after the final dot', (line: string) => line === '.', true],
  ])('is uncertain only when all of it had gone: connection cut %s', async (_, when, uncertain) => {
    const port = await scripted('220 hi\r\n', (line, socket) => {
      if (when(line)) {
        socket.destroy();
        return null;
      }
      if (line === 'DATA') return '354 go on';
      return /^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : null;
    });
    expect(await (await open(port)).transmit(ENVELOPE, MAIL)).toMatchObject({ kind: 'lost', uncertain });
  });

  it('is not uncertain when a long mail was cut in the middle', async () => {
    const port = await scripted('220 hi\r\n', (line, socket) => {
      if (line === 'cut here') socket.destroy();
      if (line === 'DATA') return '354 go on';
      return /^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : null;
    });
    const long = Buffer.concat([
      Buffer.from('Subject: hi\r\n\r\ncut here\r\n'),
      Buffer.alloc(20_000_000, 'x\r\n'),
    ]);
    expect(await (await open(port)).transmit(ENVELOPE, whole(long))).toMatchObject({
      kind: 'lost',
      uncertain: false,
    });
  });

  it('makes the mail in pieces, anew for every handing-over, and doubles dots between them', async () => {
    const taken: string[] = [];
    const port = await smtpServer({
      onData: (stream, _, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => (taken.push(text), done(null, 'ok')));
      },
    });
    const session = await open(port);
    async function* pieces() {
      yield* [Buffer.from('Subject: hi\r\n\r'), Buffer.from('\n'), Buffer.from('.dot\r\n')];
    }
    for (let time = 0; time < 2; time += 1) await session.transmit(ENVELOPE, { size: 30, pieces });
    expect(taken).toEqual(Array(2).fill('Subject: hi\r\n\r\n.dot\r\n'));
  });

  it('is not uncertain when the pieces cannot be read', async () => {
    const port = await smtpServer({});
    const broken = { size: 9, pieces: () => Readable.from(failing()) };
    const outcome = await (await open(port)).transmit(ENVELOPE, broken);
    expect(outcome).toMatchObject({ kind: 'lost', uncertain: false });
  });

  it('keeps a mail back that is larger than the server says it takes', async () => {
    const session = await open(await smtpServer({ size: 100 }));
    expect(await session.transmit(ENVELOPE, whole(Buffer.alloc(200)))).toMatchObject({
      kind: 'refused',
      reply: { enhanced: '5.3.4' },
    });
  });

  it('ends at once when it is told to', async () => {
    const port = await scripted('220 hi\r\n', (line) => (line.startsWith('EHLO') ? '250 hi' : null));
    const session = await open(port);
    const outcome = session.transmit(ENVELOPE, MAIL);
    session.abort(new Error('shutting down'));
    expect(await outcome).toMatchObject({ kind: 'lost', uncertain: false });
  });
});

describe('trying a sender', () => {
  it('takes the question back, or says why not', async () => {
    const asked: string[] = [];
    const port = await scripted('220 hi\r\n', (line) => {
      asked.push(line);
      return line.startsWith('MAIL FROM:<eve') ? '550 5.7.60 not you' : '250 ok';
    });
    const session = await open(port);
    await session.trySender('jane@x.example');
    expect(asked.slice(1)).toEqual(['MAIL FROM:<jane@x.example>', 'RSET']);
    await expect(session.trySender('eve@x.example')).rejects.toEqual(refusedWith('sender-not-allowed'));
  });
});
