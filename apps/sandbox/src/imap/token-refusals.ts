import { type Profile } from '../oauth/profiles.js';
import { Refusal } from './refusal.js';

/** The JSON a provider sends before it refuses a token; Microsoft sends none. */
export function challengeOf(
  profile: Profile,
  mechanism: string,
  issuer: string,
): Record<string, string> | null {
  switch (profile) {
    case 'microsoft':
      return null;
    case 'google':
      return { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' };
    case 'strict': {
      const configuration = { 'openid-configuration': `${issuer}/.well-known/openid-configuration` };
      if (mechanism === 'OAUTHBEARER') return { status: 'invalid_token', ...configuration };
      return { status: '401', schemes: 'bearer', scope: 'mail', ...configuration };
    }
    case 'plain':
      if (mechanism === 'OAUTHBEARER') return { status: 'invalid_token', scope: 'mail.imap' };
      return { status: '401', schemes: 'bearer', scope: 'mail.imap' };
  }
}

/** The tagged answer with which a provider refuses a token. */
export function refusalOf(profile: Profile): Refusal {
  switch (profile) {
    case 'microsoft':
      return Refusal.no('AUTHENTICATE failed.');
    case 'google':
      return Refusal.no('[AUTHENTICATIONFAILED] Invalid credentials (Failure)');
    case 'strict':
    case 'plain':
      return Refusal.no('[AUTHENTICATIONFAILED] Authentication failed.');
  }
}
