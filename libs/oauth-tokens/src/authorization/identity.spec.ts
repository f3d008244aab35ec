import { google } from '../providers/google.js';
import { microsoft365 } from '../providers/microsoft-365.js';
import { hashOf } from './consent-cookie.js';
import { readIdentity } from './identity.js';

const client = { clientId: 'app', issuer: 'https://accounts.google.com', template: google };
const claims = { iss: 'https://accounts.google.com', sub: '1', aud: 'app', nonce: 'n', email: 'a@b.test' };
const token = (payload: object): string =>
  ['e30', Buffer.from(JSON.stringify(payload)).toString('base64url'), 'sig'].join('.');
const read = (payload: object, who: Parameters<typeof readIdentity>[1] = client) =>
  readIdentity(token(payload), who, hashOf('n'));

describe('readIdentity', () => {
  it('reads who consented', () => {
    const subject = { subject: '1', objectId: null, tenantId: null };
    expect(read(claims)).toEqual({ ...subject, mailbox: 'a@b.test', mailboxVerified: true });
  });

  it.each([
    [true, true],
    [undefined, true],
    [false, false],
    ['false', false],
  ])('says whose address it is as the provider does: %j', (verified, mailboxVerified) => {
    expect(read({ ...claims, email_verified: verified })).toMatchObject({ mailboxVerified });
  });

  it('takes the sign-in name at Microsoft, where the address may be an alias', () => {
    const tenant = '5a4d1b0c-0000-4000-8000-000000000000';
    const microsoft = { clientId: 'app', issuer: microsoft365.issuer, template: microsoft365 };
    const iss = `https://login.microsoftonline.com/${tenant}/v2.0`;
    const own = { ...claims, iss, tid: tenant, preferred_username: 'login@b.test' };
    expect(read(own, microsoft).mailbox).toBe('login@b.test');
    expect(read({ ...own, preferred_username: 'no address' }, microsoft).mailbox).toBe('a@b.test');
    expect(() => read({ ...own, tid: 'other' }, microsoft)).toThrow('"reason":"issuer"');
  });

  it.each([
    ['audience', { ...claims, aud: ['somebody', 'else'] }],
    ['nonce', { ...claims, nonce: 'other' }],
    ['nonce', { ...claims, nonce: undefined }],
    ['issuer', { ...claims, iss: 'https://evil.test' }],
  ])('refuses another %s', (reason, payload) => {
    expect(() => read(payload)).toThrow(
      expect.objectContaining({ code: 'identity-not-for-us', params: { reason } }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['no token', 'x'],
    ['no JSON', 'a.b.c'],
    ['no subject', token({ ...claims, sub: undefined })],
    ['no mailbox', token({ ...claims, email: 'nobody' })],
  ])('misses an identity in %s', (_, idToken) => {
    expect(() => readIdentity(idToken, client, hashOf('n'))).toThrow(
      expect.objectContaining({ code: 'identity-missing', disposition: 'fix-client' }),
    );
  });
});
