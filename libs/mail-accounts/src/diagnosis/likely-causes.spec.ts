import { likelyCauses, type Evidence } from './likely-causes.js';

const account = {
  host: 'imap.example.com',
  port: 993,
  security: 'tls',
  login: 'support@example.com',
  auth: 'password',
} as const;
const evidence = (differs: Partial<Evidence>, of: Partial<Evidence['account']> = {}): Evidence => ({
  code: 'mailbox-login-refused',
  oauthStatus: '',
  consented: null,
  ...differs,
  account: { ...account, ...of },
});
const microsoft = { host: 'outlook.office365.com', auth: 'token' } as const;
const google = { host: 'imap.gmail.com', auth: 'token' } as const;

describe('likelyCauses', () => {
  it.each<[string, Evidence, readonly string[]]>([
    ['a password at nobody in particular', evidence({}), ['password-wrong', 'login-wrong']],
    ['a password at Microsoft', evidence({}, { host: 'outlook.office365.com' }), ['passwords-switched-off']],
    [
      'a password at Google',
      evidence({}, { host: 'imap.gmail.com' }),
      ['app-password-needed', 'password-wrong', 'login-wrong'],
    ],
    [
      'a password at Yahoo',
      evidence({}, { host: 'imap.mail.yahoo.com' }),
      ['app-password-needed', 'password-wrong', 'login-wrong'],
    ],
    [
      'a token at Microsoft, for the mailbox of who consented',
      evidence({ consented: 'Support@example.com' }, microsoft),
      ['token-lacks-scope', 'protocol-switched-off'],
    ],
    [
      'a token at Microsoft, for a shared mailbox',
      evidence({ consented: 'jane@example.com' }, microsoft),
      ['token-of-somebody-else', 'token-lacks-scope', 'protocol-switched-off'],
    ],
    [
      'an application at Microsoft',
      evidence({}, microsoft),
      ['application-not-admitted', 'token-lacks-scope', 'protocol-switched-off'],
    ],
    [
      'a token that Google cannot read',
      evidence({ oauthStatus: '400', consented: 'support@example.com' }, google),
      ['token-malformed', 'protocol-switched-off'],
    ],
    [
      'a token that lacks Google’s scope',
      evidence({ oauthStatus: '401', consented: 'support@example.com' }, google),
      ['token-lacks-scope', 'protocol-switched-off'],
    ],
    [
      'RFC 7628 at a server of one’s own',
      evidence({ oauthStatus: 'insufficient_scope' }, { auth: 'token' }),
      ['token-lacks-scope'],
    ],
    [
      'authenticated but not connected',
      evidence({ code: 'mailbox-not-connected', consented: 'jane@example.com' }, microsoft),
      ['token-of-somebody-else', 'no-licence', 'protocol-switched-off', 'mailbox-moving'],
    ],
    [
      'basic authentication that is blocked',
      evidence({ code: 'mailbox-password-not-allowed' }, { host: 'outlook.office365.com' }),
      ['passwords-switched-off'],
    ],
    [
      'silence on a TLS port',
      evidence({ code: 'mailbox-greeting-missing' }, { security: 'starttls' }),
      ['tls-port-in-clear'],
    ],
    [
      'TLS on a port in the clear',
      evidence({ code: 'mailbox-port-in-clear' }, { port: 143 }),
      ['clear-port-with-tls'],
    ],
    ['a handshake that fails where it should not', evidence({ code: 'mailbox-tls-failed' }), []],
    ['what says it all itself', evidence({ code: 'mailbox-folder-missing' }), []],
  ])('%s', (_, found, causes) => {
    expect(likelyCauses(found)).toEqual(causes);
  });
});
