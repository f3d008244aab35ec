import { readDeviceCodes } from './device-codes.js';
import { type TokenOutcome } from './token-outcome.js';

const now = new Date('2026-11-20T12:00:00Z');
const unreadable: TokenOutcome = {
  kind: 'failure',
  signs: { status: 200, problem: 'answer-unreadable' },
  answered: false,
};
const page = 'https://provider.example/device';
const whole = {
  device_code: 'd',
  user_code: 'ABCD-EFGH',
  verification_uri: page,
  expires_in: 900,
  interval: 3,
};
const read = (answer: unknown, outcome = unreadable) => readDeviceCodes(JSON.stringify(answer), outcome, now);

describe('readDeviceCodes', () => {
  it('takes what RFC 8628 says', () => {
    expect(read({ ...whole, verification_uri_complete: `${page}?c` })).toEqual({
      kind: 'codes',
      codes: {
        deviceCode: expect.anything(),
        userCode: 'ABCD-EFGH',
        verificationUri: page,
        verificationUriComplete: `${page}?c`,
        expiresAt: new Date('2026-11-20T12:15:00Z'),
        interval: 3,
      },
    });
  });

  it.each([
    ['Google’s name of the page', { ...whole, verification_uri: undefined, verification_url: page }, {}],
    ['no interval', { ...whole, interval: undefined }, { interval: 5 }],
    ['an interval that is none', { ...whole, interval: 'soon' }, { interval: 5 }],
    ['no page with the code in it', whole, { verificationUriComplete: null }],
  ])('takes %s', (_, answer, codes) => {
    expect(read(answer)).toMatchObject({ kind: 'codes', codes: { verificationUri: page, ...codes } });
  });

  it.each([
    ['no page', { ...whole, verification_uri: undefined }],
    ['a page that is a script', { ...whole, verification_uri: 'javascript:alert(1)' }],
    ['no code', { ...whole, user_code: '' }],
    ['nothing', null],
  ])('refuses %s', (_, answer) => {
    expect(read(answer)).toEqual(unreadable);
  });
});
