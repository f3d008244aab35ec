import { checkComplete, checkMove, checkSignIn, sameOrigin, type ServerSignIn } from './server-rules.js';
import { type ServerState } from './outgoing-server.js';

const microsoft: ServerSignIn = {
  host: 'smtp.office365.com',
  port: 587,
  security: 'starttls',
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
    ['nobody where nobody asks', { host: 'mail.x.example', auth: 'none', login: '' }, false],
  ])('takes %s', (_, change, passwordGiven) => {
    expect(() => checkSignIn({ ...microsoft, ...change }, passwordGiven)).not.toThrow();
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

it('calls another port or another security another origin', () => {
  expect(sameOrigin(microsoft, { ...microsoft, login: 'other' } as ServerSignIn)).toBe(true);
  expect(sameOrigin(microsoft, { ...microsoft, port: 25 })).toBe(false);
  expect(sameOrigin(microsoft, { ...microsoft, security: 'none' })).toBe(false);
});

function moves(from: ServerState, to: ServerState): boolean {
  try {
    checkMove(from, to);
    return true;
  } catch {
    return false;
  }
}
