import { isAutomatic } from './automatic-mail.js';

it.each<[string, string, boolean]>([
  ['auto-submitted', 'auto-replied', true],
  ['auto-submitted', 'auto-generated; owner-email="a@b"', true],
  ['auto-submitted', 'no', false],
  ['auto-submitted', ' NO (nobody)', false],
  ['precedence', 'bulk', true],
  ['precedence', 'list', true],
  ['precedence', 'auto_reply', true],
  ['precedence', 'first-class', false],
  ['return-path', '<>', true],
  ['return-path', '<a@b.example>', false],
  ['content-type', 'multipart/report; report-type=delivery-status', true],
  ['content-type', 'text/plain', false],
  ['x-auto-response-suppress', 'OOF, AutoReply', true],
  ['x-auto-response-suppress', 'None', false],
  ['list-id', '<news.example.com>', true],
  ['list-unsubscribe', '<mailto:off@example.com>', true],
  ['x-autoreply', 'yes', true],
  ['x-mailer', 'bulk', false],
])('%s: %s → %s', (name, value, automatic) => {
  expect(isAutomatic({ [name]: [value] })).toBe(automatic);
});

it('looks at every value of a header that came twice', () => {
  expect(isAutomatic({ precedence: ['first-class', 'junk'] })).toBe(true);
});
