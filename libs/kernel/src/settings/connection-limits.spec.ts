import { connectionLimitsText, usualConnectionLimits } from './connection-limits.js';
import { settingValue } from './known-settings.js';

const KEY = 'connection-limits';

describe('connection limits', () => {
  it('are taken as a list, or as the JSON of one', () => {
    const limits = [{ host: '*.house.example', per: 'host', limit: 300 }];
    expect(settingValue(KEY, limits)).toEqual(limits);
    expect(settingValue(KEY, JSON.stringify(limits))).toEqual(limits);
    expect(settingValue(KEY, usualConnectionLimits)).toEqual(usualConnectionLimits);
  });

  it.each([
    ['nothing of the kind', KEY],
    [[{ host: 'two words', per: 'host', limit: 1 }], `${KEY}.0.host`],
    [[{ host: 'imap.*.com', per: 'host', limit: 1 }], `${KEY}.0.host`],
    [[{ host: '*', per: 'planet', limit: 1 }], `${KEY}.0.per`],
    [[{ host: '*', per: 'host', limit: 0 }], `${KEY}.0.limit`],
    [Array.from({ length: 101 }, () => ({ host: '*', per: 'host', limit: 1 })), KEY],
  ])('refuse %j at the field at fault', (value, field) => {
    expect(() => settingValue(KEY, value)).toThrow(expect.objectContaining({ code: 'invalid-input', field }));
  });

  it('are said in a line', () => {
    expect(connectionLimitsText(usualConnectionLimits.slice(-2))).toBe(
      'imap.mail.me.com 5 per login, * 10 per host',
    );
  });
});
