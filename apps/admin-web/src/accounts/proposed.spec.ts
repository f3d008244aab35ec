import { emptyAccount } from './account-fields.js';
import { proposed } from './proposed.js';

const proposal = {
  kind: 'imap',
  host: 'imap.example.com',
  port: 993,
  security: 'tls',
  login: 'jane',
  auth: ['token', 'password'],
  appPassword: false,
  template: null,
  smtp: null,
  source: 'srv',
} as const;

it('fills in where the mailbox is and how to sign in', () => {
  expect(proposed(emptyAccount, 'jane@example.com', { ...proposal, auth: ['token', 'password'] })).toEqual({
    name: 'jane@example.com',
    address: 'jane@example.com',
    kind: 'imap',
    host: 'imap.example.com',
    port: 993,
    security: 'tls',
    login: 'jane',
    auth: 'password',
    disposition: 'seen',
  });
});

it('leaves mail where POP3 cannot mark it, and chooses a token where nothing else is taken', () => {
  const taken = proposed(emptyAccount, 'j@example.com', { ...proposal, kind: 'pop3', auth: ['token'] });
  expect(taken).toMatchObject({ kind: 'pop3', disposition: 'leave', auth: 'token' });
});
