import { concealSecrets } from './conceal-secrets.js';

const SECRET = 'sw0rdf1sh-91c4';

describe('concealSecrets', () => {
  it.each([
    ['a header', `Authorization: Bearer ${SECRET}`],
    ['a header in JSON', JSON.stringify({ headers: { authorization: `Basic ${SECRET}` } })],
    [
      'a header in JSON in JSON',
      JSON.stringify({ msg: JSON.stringify({ Authorization: `Token ${SECRET}` }) }),
    ],
    ['a cookie', `cookie: a=1; helpdesk=${SECRET}`],
    ['a bearer token by itself', `it sent Bearer ${SECRET} there`],
    ['a form', `grant_type=refresh_token&refresh_token=${SECRET}&scope=mail`],
    ['a token answer', JSON.stringify({ access_token: SECRET, token_type: 'Bearer' })],
    ['a token answer in a message', JSON.stringify({ msg: `said {"refresh_token": "${SECRET}"}` })],
    ['a client secret in prose', `client_secret: ${SECRET}`],
    ['an assertion', `client_assertion=${SECRET}`],
    ['a password', JSON.stringify({ password: SECRET })],
    ['an authorization code in a URL', `GET /oauth2/callback?code=${SECRET}&state=${SECRET}`],
    ['a URL with a login', `postgres://helpdesk:${SECRET}@db.example/helpdesk`],
    [
      'XOAUTH2',
      `AUTH XOAUTH2 ${Buffer.from(`user=a@b.example\u0001auth=Bearer ${SECRET}`).toString('base64')}`,
    ],
    [
      'XOAUTH2 on a line of its own',
      Buffer.from(`user=a@b.example\u0001auth=Bearer ${SECRET}`).toString('base64'),
    ],
    ['AUTH PLAIN', `AUTH PLAIN ${Buffer.from(`\0a\0${SECRET}`).toString('base64')}`],
    [
      'AUTHENTICATE',
      `A1 AUTHENTICATE OAUTHBEARER ${Buffer.from(`n,a=x,auth=Bearer ${SECRET}`).toString('base64')}`,
    ],
    ['LOGIN', `A1 LOGIN support@desk.example ${SECRET}`],
    ['PASS', `PASS ${SECRET}`],
    ['a JWT', `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.${SECRET}`],
    ['a key', `-----BEGIN PRIVATE KEY-----\\n${SECRET}\\n-----END PRIVATE KEY-----`],
  ])('takes it out of %s', (_, text) => {
    const concealed = concealSecrets(text);
    expect(concealed).toContain('[redacted]');
    expect(concealed).not.toContain(SECRET);
    expect(concealed).not.toContain(Buffer.from(`Bearer ${SECRET}`).toString('base64').slice(0, 12));
  });

  it.each([
    '{"level":"warn","event":"token-not-refreshed","problem":"invalid_grant","class":"reconnect"}',
    '{"event":"mail-committed","correlationId":"5f0c9a54-7e43-4f0a-9c5b-7f1f5a5f9a11","deliveryId":"0199","uid":17}',
    '{"msg":"A token was not refreshed","tokenId":"5f0c9a54-7e43-4f0a-9c5b-7f1f5a5f9a11"}',
    '{"msg":"https://desk.example/mailroom/api/tokens?limit=20"}',
    'duplicate key value violates unique constraint "mail_account_name"',
  ])('leaves %s', (line) => expect(concealSecrets(line)).toBe(line));

  it('leaves a line of JSON a line of JSON', () => {
    const record = {
      msg: 'x',
      headers: { authorization: `Bearer ${SECRET}`, host: 'a' },
      form: `code=${SECRET}`,
    };
    expect(JSON.parse(concealSecrets(JSON.stringify(record)))).toEqual({
      msg: 'x',
      headers: { authorization: '[redacted]', host: 'a' },
      form: `code=${SECRET}`,
    });
  });
});
