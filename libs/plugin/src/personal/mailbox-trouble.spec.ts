import { mailboxTrouble, type MailboxFacts } from './mailbox-trouble.js';

const well: MailboxFacts = { token: { state: 'live', clientValid: true }, usesToken: true, failure: null };

it.each<[string, Partial<MailboxFacts>, string | null]>([
  ['all is well', {}, null],
  ['the provider refused once', { token: { state: 'suspected', clientValid: true } }, null],
  ['the consent has ended', { token: { state: 'reconnect', clientValid: true } }, 'reconnect'],
  ['the token is gone', { token: null }, 'reconnect'],
  ['an admin switched the client off', { token: { state: 'live', clientValid: false } }, 'ask-admin'],
  ['the server wants another consent', { failure: 'reconnect' }, 'reconnect'],
  ['the server is away for a moment', { failure: 'retry-later' }, 'passing'],
  ['the server refuses the sender', { failure: 'ask-admin' }, 'ask-admin'],
  ['a password of an admin’s is at work', { token: null, usesToken: false }, null],
])('%s', (_, facts, trouble) => {
  expect(mailboxTrouble({ ...well, ...facts })).toBe(trouble);
});
