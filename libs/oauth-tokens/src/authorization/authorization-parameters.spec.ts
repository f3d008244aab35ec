import { custom } from '../providers/custom.js';
import { google } from '../providers/google.js';
import { microsoft365 } from '../providers/microsoft-365.js';
import { authorizationParameters, type Trip } from './authorization-parameters.js';

const first: Trip = { hint: null, anybody: true, asksConsent: false };
const again: Trip = { hint: 'a@b.example', anybody: false, asksConsent: true };

describe('authorizationParameters', () => {
  it.each([
    ['microsoft-365, the first time', microsoft365, first, { prompt: 'select_account' }],
    ['microsoft-365, again', microsoft365, again, { login_hint: 'a@b.example' }],
    ['google, the first time', google, first, { prompt: 'select_account', access_type: 'offline' }],
    [
      'google, again',
      google,
      again,
      { prompt: 'consent', access_type: 'offline', login_hint: 'a@b.example' },
    ],
    [
      'google, first, without a refresh token before',
      google,
      { ...first, asksConsent: true },
      { prompt: 'consent' },
    ],
    ['custom, the first time', custom, first, { prompt: 'consent' }],
  ])('%s', (_, template, trip, expected) => {
    expect(authorizationParameters({ template, extraParameters: {} }, trip)).toMatchObject(expected);
  });

  it('sends what an admin typed in place of its own', () => {
    const client = { template: google, extraParameters: { prompt: 'none', hd: 'b.example' } };
    expect(authorizationParameters(client, again)).toMatchObject({ prompt: 'none', hd: 'b.example' });
  });
});
