import {
  checkComplete,
  checkMove,
  checkSignIn,
  checkUse,
  sameOrigin,
  type ServerSignIn,
} from './server-rules.js';
import { type ServerState } from './outgoing-server.js';

const microsoft: ServerSignIn = {
  host: 'smtp.office365.com',
  port: 587,
  security: 'starttls',
  tlsTrust: { kind: 'verified' },
  auth: 'token',
  login: 'support@x.example',
};

describe('checkSignIn', () => {
  it.each<[string, Partial<ServerSignIn>, boolean, object]>([
    ['a password beside a token', {}, true, { code: 'password-not-with-token', field: 'password' }],
    ['nobody to sign in as', { login: '' }, false, { code: 'login-missing', field: 'login' }],
    [
      'Microsoft without STARTTLS',
      { security: 'tls', port: 465 },
      false,
      { code: 'microsoft-needs-starttls', field: 'security' },
    ],
    [
      'a login at Microsoft that is no mailbox',
      { login: 'support' },
      false,
      { code: 'login-no-mailbox', field: 'login' },
    ],
    [
      'Google in the clear',
      { host: 'smtp.gmail.com', security: 'none' },
      false,
      { code: 'google-needs-tls', field: 'security' },
    ],
    ['Microsoft on port 25', { port: 25 }, false, { code: 'microsoft-needs-starttls', field: 'port' }],
    [
      'Outlook.com without STARTTLS',
      { host: 'smtp-mail.outlook.com', security: 'none' },
      false,
      { code: 'microsoft-needs-starttls' },
    ],
  ])('refuses %s', (_, change, passwordGiven, problem) => {
    expect(() => checkSignIn({ ...microsoft, ...change }, passwordGiven)).toThrow(
      expect.objectContaining(problem),
    );
  });

  it.each<[string, Partial<ServerSignIn>, boolean]>([
    ['Microsoft as it likes it', {}, false],
    ['a host that only sounds like Microsoft', { host: 'notoutlook.com', security: 'tls', port: 465 }, false],
    ['a password where one is due', { host: 'mail.x.example', auth: 'password', security: 'tls' }, true],
    ['Google over TLS', { host: 'smtp.gmail.com', security: 'tls', port: 465 }, false],
    ['a login of any kind elsewhere', { host: 'mail.x.example', login: 'support' }, false],
    ['nobody where nobody asks', { host: 'mail.x.example', auth: 'none', login: '' }, false],
  ])('takes %s', (_, change, passwordGiven) => {
    expect(() => checkSignIn({ ...microsoft, ...change }, passwordGiven)).not.toThrow();
  });
});

describe('checkUse', () => {
  const everybodys = {
    host: 'mail.x.example',
    saveToSent: true,
    purpose: 'transactional',
    ownerId: null,
    isFallback: true,
  } as const;

  it('takes what is for all, and keeps copies where nobody else does', () => {
    expect(() => checkUse(everybodys)).not.toThrow();
    expect(() => checkUse({ ...everybodys, purpose: 'bulk', isFallback: false })).not.toThrow();
    expect(() => checkUse({ ...everybodys, host: 'smtp-relay.gmail.com' })).not.toThrow();
  });

  it.each([
    ['a bulk server as the fallback', { purpose: 'bulk' }, 'fallback-not-for-all'],
    ["somebody's own server as the fallback", { ownerId: 'jane' }, 'fallback-not-for-all'],
    ['a second copy at Microsoft', { host: 'smtp.office365.com' }, 'provider-keeps-sent'],
    ['a second copy at Google', { host: 'smtp.gmail.com' }, 'provider-keeps-sent'],
  ] as const)('refuses %s', (_, change, code) => {
    expect(() => checkUse({ ...everybodys, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

it('knows which moves there are', () => {
  const states: ServerState[] = ['draft', 'live', 'paused', 'archived'];
  const allowed = states.flatMap((from) =>
    states.filter((to) => from !== to && moves(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(allowed).toEqual([
    'draft → live',
    'draft → archived',
    'live → paused',
    'live → archived',
    'paused → live',
    'paused → archived',
    'archived → paused',
  ]);
});

it('lets nothing live that cannot sign in', () => {
  expect(() => checkComplete({ auth: 'token', tokenId: null, sealedPassword: null })).toThrow(
    expect.objectContaining({ code: 'server-incomplete', params: { missing: 'token' } }),
  );
  expect(() => checkComplete({ auth: 'password', tokenId: null, sealedPassword: null })).toThrow();
  expect(() => checkComplete({ auth: 'none', tokenId: null, sealedPassword: null })).not.toThrow();
});

it('calls another port, another security or another trust another origin', () => {
  expect(sameOrigin(microsoft, { ...microsoft, login: 'other' } as ServerSignIn)).toBe(true);
  expect(sameOrigin(microsoft, { ...microsoft, port: 25 })).toBe(false);
  expect(sameOrigin(microsoft, { ...microsoft, security: 'none' })).toBe(false);
  expect(sameOrigin(microsoft, { ...microsoft, tlsTrust: { kind: 'any' } })).toBe(false);
});

function moves(from: ServerState, to: ServerState): boolean {
  try {
    checkMove(from, to);
    return true;
  } catch {
    return false;
  }
}
