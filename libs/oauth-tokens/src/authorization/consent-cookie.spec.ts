import {
  consentCookie,
  endedConsentCookie,
  hashOf,
  randomToken,
  readConsentCookie,
} from './consent-cookie.js';

describe('the cookie of an authorization', () => {
  it('is unreadable to scripts, lasts ten minutes, and over https belongs to this host alone', () => {
    const name = `mailroom-consent-${hashOf('state').slice(0, 16)}`;
    expect(consentCookie('state', 'v', false)).toBe(`${name}=v; Max-Age=600; Path=/; HttpOnly; SameSite=Lax`);
    expect(consentCookie('state', 'v', true)).toBe(
      `__Host-${name}=v; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(endedConsentCookie('state', false)).toContain('Max-Age=0');
  });

  it('is found among others and only by its own state', () => {
    const [one, other] = ['one', 'other'].map(
      (state) => consentCookie(state, `of-${state}`, false).split(';')[0]!,
    );
    const header = `session=1; ${one}; ${other}`;
    expect(readConsentCookie(header, 'one', false)).toBe('of-one');
    expect(readConsentCookie(header, 'other', false)).toBe('of-other');
    expect(readConsentCookie(header, 'third', false)).toBeUndefined();
    expect(readConsentCookie(header, 'one', true)).toBeUndefined();
    expect(readConsentCookie(undefined, 'one', false)).toBeUndefined();
  });

  it('holds 256 random bits', () => {
    expect(Buffer.from(randomToken(), 'base64url')).toHaveLength(32);
    expect(randomToken()).not.toBe(randomToken());
  });
});
