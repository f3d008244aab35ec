import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { connectToken } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

/** What a server says: to whom connects, and to each command by its name; what it is silent about it completes. */
type Says = Readonly<Record<string, string>>;

interface Step {
  readonly step: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly problem: { readonly code: string; readonly params: Record<string, unknown> } | null;
  readonly causes: readonly string[];
}

const IMAP: Says = {
  greeting: '* OK ready',
  CAPABILITY: '* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n# OK done',
  LIST: '* LIST (\\HasNoChildren) "/" INBOX\r\n# OK done',
  SELECT: '* 1 EXISTS\r\n* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT 2]\r\n# OK [READ-WRITE] done',
  EXAMINE: '* 1 EXISTS\r\n* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT 2]\r\n# OK [READ-ONLY] done',
};

describe('a test of an account says where it ended, why, and what helps', () => {
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  let tokenId: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    [mailroom, sandbox] = await Promise.all([startMailroom({ logger: false }), startSandbox()]);
    sandbox.addPerson('jane@sandbox.test');
    ({ tokenId } = await connectToken(mailroom, sandbox, 'jane@sandbox.test'));
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await Promise.all([mailroom?.stop(), sandbox?.stop()]);
  });

  async function listening(serve: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      serve(socket);
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }

  /** `#` stands for the command's tag, a trailing `!` hangs up. */
  const imap = (says: Says = {}): Promise<number> =>
    listening((socket) => {
      const all = { ...IMAP, ...says };
      const say = (text: string): void => {
        socket.write(`${text.replace(/!$/, '')}\r\n`);
        if (text.endsWith('!')) socket.end();
      };
      let [rest, tag] = ['', '*'];
      say(all['greeting'] ?? '');
      socket.on('data', (bytes: Buffer) => {
        const lines = (rest + bytes.toString('latin1')).split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const [, told, name = ''] = /^(\S+) (?:UID )?(\S+)/.exec(line) ?? [];
          tag = told ?? tag;
          say((all[name.toUpperCase()] ?? '# OK done').replaceAll('#', tag));
        }
      });
    });

  /** Refuses every token, having said why in a challenge. */
  const refusingTokens = (challenge: object | null): Promise<number> =>
    imap({
      CAPABILITY: '* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR\r\n# OK done',
      AUTHENTICATE: challenge
        ? `+ ${Buffer.from(JSON.stringify(challenge)).toString('base64')}`
        : '# NO AUTHENTICATE failed.',
      '': '# NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
    });

  const pop3 = (says: Says = {}): Promise<number> =>
    listening((socket) => {
      const all: Says = {
        greeting: '+OK ready',
        CAPA: '+OK\r\nUIDL\r\nUSER\r\nRESP-CODES\r\n.',
        USER: '+OK',
        PASS: '+OK',
        STAT: '+OK 0 0',
        UIDL: '+OK\r\n.',
        LIST: '+OK\r\n.',
        ...says,
      };
      let rest = '';
      socket.write(`${all['greeting']}\r\n`);
      socket.on('data', (bytes: Buffer) => {
        const lines = (rest + bytes.toString('latin1')).split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
          socket.write(`${all[line.split(' ')[0]?.toUpperCase() ?? ''] ?? '-ERR what?'}\r\n`);
      });
    });

  async function failed(values: object): Promise<Step> {
    const account = {
      name: 'Support',
      host: '127.0.0.1',
      security: 'none',
      login: 'support@example.test',
      auth: 'password',
      password: 'pass',
      disposition: 'leave',
      start: 'new',
      ...values,
    };
    const { status, body } = await mailroom.api('POST', 'accounts/check', account);
    expect([status, body.code]).toEqual([200, undefined]);
    const steps = body.steps as Step[];
    expect(steps.slice(0, -1).every(({ ok }) => ok)).toBe(true);
    const last = steps.at(-1);
    if (!last) throw new Error('there was no step');
    expect(last).toMatchObject({ ok: false, ms: expect.any(Number) });
    return last;
  }

  const verdict = ({ step, problem, causes }: Step) => [step, problem?.code, ...causes];

  it('where there is no such host, and where nobody listens', async () => {
    expect(verdict(await failed({ host: 'imap.invalid', port: 143 }))).toEqual(['resolve', 'host-unknown']);
    const port = await imap();
    await new Promise((done) => servers.pop()?.close(done));
    expect(verdict(await failed({ port }))).toEqual(['connect', 'mailbox-connection-refused']);
  });

  it('where somebody listens who speaks no TLS', async () => {
    const port = await imap();
    expect(verdict(await failed({ port, security: 'tls' }))).toEqual(['encrypt', 'mailbox-port-in-clear']);
    expect(verdict(await failed({ port, security: 'starttls' }))).toEqual([
      'encrypt',
      'mailbox-starttls-missing',
    ]);
    const mute = await listening((socket) => socket.end());
    expect(verdict(await failed({ port: mute }))).toEqual(['greeting', 'mailbox-connection-lost']);
  });

  it.each<[string, Says, string[]]>([
    [
      'turns everybody away',
      { greeting: '* BYE [UNAVAILABLE] Temporarily unavailable!' },
      ['greeting', 'mailbox-unavailable'],
    ],
    [
      'has enough of us',
      { greeting: '* BYE Too many connections!' },
      ['greeting', 'mailbox-connection-limit'],
    ],
    // imapflow leaves out the code of a goodbye.
    ...(
      [
        ['UNAVAILABLE', 'mailbox-unavailable'],
        ['LIMIT', 'mailbox-connection-limit'],
        ['INUSE', 'mailbox-busy'],
        ['OVERQUOTA', 'mailbox-bandwidth-exceeded'],
        ['CONTACTADMIN', 'mailbox-provider-contact'],
      ] as const
    ).map(([code, problem]): [string, Says, string[]] => [
      `says goodbye with ${code}`,
      { greeting: `* BYE [${code}] See you!` },
      ['greeting', problem],
    ]),
    ...(
      [
        ['UNAVAILABLE', 'mailbox-unavailable'],
        ['INUSE', 'mailbox-busy'],
        ['LIMIT', 'mailbox-connection-limit'],
        ['OVERQUOTA', 'mailbox-bandwidth-exceeded'],
        ['CONTACTADMIN', 'mailbox-provider-contact'],
      ] as const
    ).map(([code, problem]): [string, Says, string[]] => [
      `answers the sign-in with ${code} alone`,
      { AUTHENTICATE: `# NO [${code}] No.` },
      ['sign-in', problem],
    ]),
    [
      'has the mailbox locked',
      { SELECT: '# NO [INUSE] locked', EXAMINE: '# NO [INUSE] locked' },
      ['folder', 'mailbox-busy'],
    ],
    [
      'knows no way to sign in',
      { CAPABILITY: '* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n# OK done' },
      ['sign-in', 'mailbox-login-unsupported'],
    ],
    [
      'demands TLS',
      { AUTHENTICATE: '# NO [PRIVACYREQUIRED] not in the clear' },
      ['sign-in', 'mailbox-tls-required'],
    ],
    [
      'refuses the password',
      { AUTHENTICATE: '# NO [AUTHENTICATIONFAILED] no' },
      ['sign-in', 'mailbox-login-refused', 'password-wrong', 'login-wrong'],
    ],
    [
      'wants a password for applications',
      {
        AUTHENTICATE:
          '# NO [ALERT] Application-specific password required: https://support.example (Failure)',
      },
      ['sign-in', 'mailbox-password-not-allowed', 'app-password-needed'],
    ],
    [
      'has IMAP switched off',
      { AUTHENTICATE: '# NO [ALERT] Your account is not enabled for IMAP use. (Failure)' },
      ['sign-in', 'mailbox-imap-disabled'],
    ],
    [
      'wants a visit by browser',
      { AUTHENTICATE: '# NO [WEBALERT https://accounts.example/x] Web login required.' },
      ['sign-in', 'mailbox-web-login-required'],
    ],
    [
      'takes the sign-in and connects nothing',
      {
        SELECT: '# BAD User is authenticated but not connected.',
        EXAMINE: '# BAD User is authenticated but not connected.',
      },
      ['folder', 'mailbox-not-connected', 'no-licence', 'protocol-switched-off', 'mailbox-moving'],
    ],
    [
      'lets us wait',
      { AUTHENTICATE: '# NO [UNAVAILABLE] Request is throttled. Suggested Backoff Time: 7000 milliseconds' },
      ['sign-in', 'mailbox-throttled'],
    ],
    [
      'counts our sign-ins',
      { AUTHENTICATE: '# NO [LIMIT] Rate limit hit.' },
      ['sign-in', 'mailbox-throttled'],
    ],
    [
      'is out of order behind the door',
      { AUTHENTICATE: '# NO [UNAVAILABLE] Temporary authentication failure.' },
      ['sign-in', 'mailbox-unavailable'],
    ],
    [
      'has no such folder',
      {
        SELECT: '# NO [NONEXISTENT] no such mailbox',
        EXAMINE: '# NO [NONEXISTENT] no such mailbox',
        LIST: '# OK done',
      },
      ['folder', 'mailbox-folder-missing'],
    ],
    [
      'lets nobody read',
      { SELECT: '# NO [NOPERM] permission denied', EXAMINE: '# NO [NOPERM] permission denied' },
      ['folder', 'mailbox-folder-forbidden'],
    ],
  ])('where the server %s', async (_, says, expected) => {
    expect(verdict(await failed({ port: await imap(says) }))).toEqual(expected);
  });

  it.each([
    [
      'Google: cannot be read',
      { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' },
      '400',
    ],
    [
      'Google: lacks the scope',
      { status: '401', schemes: 'bearer', scope: 'https://mail.google.com/' },
      '401',
    ],
    ['RFC 7628: ended', { status: 'invalid_token', scope: 'mail' }, 'invalid_token'],
    ['RFC 7628: lacks the scope', { status: 'insufficient_scope', scope: 'mail' }, 'insufficient_scope'],
    ['RFC 7628: cannot be read', { status: 'invalid_request' }, 'invalid_request'],
    ['a sentence where a word belongs', { status: '<b>call us</b> at once' }, undefined],
    ['Microsoft: no challenge', null, undefined],
  ])('where a token is refused: %s', async (_, challenge, oauthStatus) => {
    const port = await refusingTokens(challenge);
    const login = 'jane@sandbox.test';
    const last = await failed({ port, auth: 'token', tokenId, password: undefined, login });
    expect([last.step, last.problem?.code, last.problem?.params['oauthStatus']]).toEqual([
      'sign-in',
      'mailbox-login-refused',
      oauthStatus,
    ]);
    const cause = /400|request/.test(oauthStatus ?? '') ? 'token-malformed' : 'token-lacks-scope';
    expect(last.causes).toEqual([cause]);
  });

  it('where mail may be read and not removed', async () => {
    const readOnly = { SELECT: IMAP['EXAMINE'] ?? '' };
    const last = await failed({ port: await imap(readOnly), disposition: 'delete' });
    expect(verdict(last)).toEqual(['rights', 'mailbox-folder-forbidden']);
  });

  it.each<[string, Says, string[]]>([
    [
      'refuses the password',
      { PASS: '-ERR [AUTH] no' },
      ['sign-in', 'mailbox-login-refused', 'password-wrong', 'login-wrong'],
    ],
    [
      'has POP3 switched off',
      { PASS: '-ERR [SYS/PERM] Your account is not enabled for POP access.' },
      ['sign-in', 'mailbox-pop3-disabled'],
    ],
    ['is in use', { PASS: '-ERR [IN-USE] maildrop already locked' }, ['sign-in', 'mailbox-busy']],
    ['wants a pause', { PASS: '-ERR [LOGIN-DELAY] too soon' }, ['sign-in', 'mailbox-throttled']],
    ['turns everybody away', { greeting: '-ERR [SYS/TEMP] try later' }, ['greeting', 'mailbox-unavailable']],
  ])('where a POP3 server %s', async (_, says, expected) => {
    expect(verdict(await failed({ kind: 'pop3', port: await pop3(says) }))).toEqual(expected);
  });
});
