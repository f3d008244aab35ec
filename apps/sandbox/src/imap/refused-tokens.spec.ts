import { ImapFlow } from 'imapflow';
import { startSandbox, type Profile, type Sandbox } from '../index.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

function session(
  user: string,
  auth: { accessToken: string; disableOAuthBearer?: boolean } | { pass: string },
): ImapFlow {
  const client = new ImapFlow({ ...sandbox.imap, secure: false, auth: { user, ...auth }, logger: false });
  client.on('error', () => undefined);
  return client;
}

async function refusal(user: string, accessToken: string): Promise<Record<string, unknown>> {
  const client = session(user, { accessToken });
  try {
    await client.connect();
  } catch (error) {
    const { authenticationFailed, serverResponseCode, responseText, oauthError } = error as Record<
      string,
      unknown
    >;
    return { authenticationFailed, serverResponseCode, responseText, oauthError };
  }
  await client.logout();
  return { authenticationFailed: false };
}

const asMicrosoft = {
  authenticationFailed: true,
  serverResponseCode: undefined,
  responseText: 'AUTHENTICATE failed.',
  oauthError: undefined,
};
const asGoogle = {
  authenticationFailed: true,
  serverResponseCode: 'AUTHENTICATIONFAILED',
  responseText: 'Invalid credentials (Failure)',
  oauthError: { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' },
};
const asDovecot = () => ({
  authenticationFailed: true,
  serverResponseCode: 'AUTHENTICATIONFAILED',
  responseText: 'Authentication failed.',
  oauthError: { status: 'invalid_token', 'openid-configuration': sandbox.issuer('strict').discovery },
});
const asPlain = {
  authenticationFailed: true,
  serverResponseCode: 'AUTHENTICATIONFAILED',
  responseText: 'Authentication failed.',
  oauthError: { status: 'invalid_token', scope: 'mail.imap' },
};
const wordsOf = (profile: Profile) =>
  ({ microsoft: asMicrosoft, google: asGoogle, strict: asDovecot(), plain: asPlain })[profile];

describe.each<Profile>(['microsoft', 'google', 'strict', 'plain'])(
  'an access token in the manner of %s',
  (profile) => {
    it('opens the mailbox it was issued for, and no other', async () => {
      const { accessToken } = await sandbox.issueTokens('alice@sandbox.test', { profile });
      expect(await refusal('alice@sandbox.test', accessToken)).toEqual({ authenticationFailed: false });
      expect(await refusal('bob@sandbox.test', accessToken)).toEqual(wordsOf(profile));
    });

    it('opens nothing once it has expired', async () => {
      const { accessToken } = await sandbox.issueTokens('alice@sandbox.test', { profile });
      sandbox.expireAccessTokens('alice@sandbox.test');
      expect(await refusal('alice@sandbox.test', accessToken)).toEqual(wordsOf(profile));
    });

    it('opens nothing once consent is withdrawn', async () => {
      const { accessToken } = await sandbox.issueTokens('alice@sandbox.test', { profile });
      sandbox.revoke('alice@sandbox.test', profile);
      expect(await refusal('alice@sandbox.test', accessToken)).toEqual(wordsOf(profile));
    });

    it('opens nothing without the scope for mail', async () => {
      const { accessToken } = await sandbox.issueTokens('alice@sandbox.test', {
        profile,
        scopes: ['openid', 'email'],
      });
      expect(await refusal('alice@sandbox.test', accessToken)).toEqual(wordsOf(profile));
    });
  },
);

it('refuses a token nobody issued in the words of where the person consented last', async () => {
  await sandbox.issueTokens('bob@sandbox.test', { profile: 'google' });
  expect(await refusal('bob@sandbox.test', 'made-up')).toEqual(asGoogle);
  expect(await refusal('nobody@sandbox.test', 'made-up')).toEqual(asDovecot());
});

it('lets an application open every mailbox with its own token', async () => {
  const body = new URLSearchParams({
    client_id: 'mailroom-demo',
    client_secret: 'mailroom-demo-secret',
    grant_type: 'client_credentials',
    scope: 'https://outlook.office365.com/.default',
  });
  const response = await fetch(sandbox.issuer('microsoft').token, { method: 'POST', body });
  const { access_token } = (await response.json()) as { access_token: string };
  expect(await refusal('sales@sandbox.test', access_token)).toEqual({ authenticationFailed: false });
});

it('speaks TLS with a certificate of its own, and takes a password by PLAIN and LOGIN', async () => {
  for (const loginMethod of ['AUTH=PLAIN', 'LOGIN']) {
    const auth = { user: 'bob@sandbox.test', pass: 'sandbox', loginMethod };
    const tls = { ca: sandbox.certificate, servername: 'localhost' };
    const client = new ImapFlow({ ...sandbox.imaps, secure: true, auth, tls, logger: false });
    await client.connect();
    expect(client.secureConnection).toBe(true);
    await client.logout();
  }
});

it('upgrades to TLS where STARTTLS is offered', async () => {
  const offering = await startSandbox({ startTls: true });
  const auth = { user: 'bob@sandbox.test', pass: 'sandbox' };
  const tls = { ca: offering.certificate, servername: 'localhost' };
  const client = new ImapFlow({
    ...offering.imap,
    secure: false,
    doSTARTTLS: true,
    auth,
    tls,
    logger: false,
  });
  await client.connect();
  expect(client.secureConnection).toBe(true);
  await client.mailboxOpen('INBOX');
  await client.logout();
  await offering.stop();
});
