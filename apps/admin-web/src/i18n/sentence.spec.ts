import { distance, span, weight } from './moment.js';
import { fill } from './fill.js';
import { tell } from './sentence.js';

describe('fill', () => {
  it.each([
    ['a value', 'from {host}', { host: 'imap.example' }, 'from imap.example'],
    ['what to say without it', 'from {host|the mail server}', {}, 'from the mail server'],
    ['null as missing', '{host|nobody} answered', { host: null }, 'nobody answered'],
    ['a number', '{size} bytes', { size: 12_000 }, '12,000 bytes'],
    ['zero', '{count} mails', { count: 0 }, '0 mails'],
    ['the words for one', '{count} {count?mail waits|mails wait}', { count: 1 }, '1 mail waits'],
    ['the words for more', '{count} {count?mail waits|mails wait}', { count: 2 }, '2 mails wait'],
    ['the words for none', '{count} {count?mail waits|mails wait}', { count: 0 }, '0 mails wait'],
    // Banners bring texts only.
    ['the words for one in digits', '{count?mail waits|mails wait}', { count: '1' }, 'mail waits'],
    ['the words for more in digits', '{count?mail waits|mails wait}', { count: '11' }, 'mails wait'],
    ['the words for nobody knows', '{count?mail waits|mails wait}', { count: null }, 'mails wait'],
  ])('puts in %s', (_, sentence, params, expected) => {
    expect(fill(sentence, params)).toBe(expected);
  });

  it('writes an instant as a date', () => {
    expect(fill('since {at}', { at: '2026-05-03T10:20:00.000Z' })).toMatch(/^since \d+ May 2026, \d\d:20$/);
  });
});

describe('tell', () => {
  it('says what the class of an unknown problem needs', () => {
    const told = tell({ code: 'of-tomorrow', disposition: 'retry-later' });
    expect(told.says).toContain('of-tomorrow');
    expect(told.cure).toMatch(/tries again/);
  });

  it('says the problem behind a problem, and what helps against that one', () => {
    const told = tell({
      code: 'account-check-failed',
      params: { step: 'folder', code: 'mailbox-folder-missing', folder: 'Tickets' },
    });
    expect(told.says).toMatch(/test\..*no folder Tickets/);
    expect(told.cure).toMatch(/name/);
    expect(tell({ code: 'token-needs-reconnect', params: { code: 'AADSTS50173' } }).says).toContain(
      'password was changed',
    );
    expect(tell({ code: 'token-needs-reconnect', params: { code: 'unheard_of' } }).says).toMatch(
      /any more\.$/,
    );
  });

  it('is not fooled by names every object has', () => {
    expect(tell({ code: 'constructor' }).says).toContain('constructor');
  });
});

describe('distance', () => {
  const now = new Date('2026-05-03T10:20:00Z');
  it.each([
    [3_300, 'in 55 minutes'],
    [20, 'in less than a minute'],
    [-3, 'just now'],
    [-86_400, 'yesterday'],
    [90 * 86_400, 'in 3 months'],
  ])('of %d seconds is %s', (seconds, expected) => {
    expect(distance(new Date(now.getTime() + seconds * 1_000), now)).toBe(expected);
  });
});

it('weighs bytes and spans seconds', () => {
  expect([0, 1_500, 26_214_400].map(weight)).toEqual(['0 bytes', '1.5 KB', '25 MB']);
  expect([60, 300, 7_200].map(span)).toEqual(['60 seconds', '5 minutes', '2 hours']);
});
