import { wayOf } from './sign-in-steps.js';

it.each([
  ['a token', 'token', 'jane@example.com', ['AUTH=XOAUTH2', 'SASL-IR'], { mechanism: 'XOAUTH2', lines: 1 }],
  [
    'a token without SASL-IR',
    'token',
    'jane@example.com',
    ['AUTH=XOAUTH2'],
    { mechanism: 'XOAUTH2', lines: 2 },
  ],
  [
    'a token where both are offered',
    'token',
    'jane@example.com',
    ['AUTH=XOAUTH2', 'AUTH=OAUTHBEARER', 'SASL-IR'],
    { mechanism: 'OAUTHBEARER', lines: 1 },
  ],
  [
    'a password',
    'password',
    'jane',
    ['AUTH=PLAIN', 'AUTH=LOGIN', 'SASL-IR'],
    { mechanism: 'PLAIN', lines: 2 },
  ],
  ['a password without PLAIN', 'password', 'jane', ['AUTH=LOGIN'], { mechanism: 'LOGIN' }],
  ['a password where nothing is offered', 'password', 'jane', [], { mechanism: 'LOGIN' }],
  [
    'a password for a shared mailbox',
    'password',
    'DOMAIN\\jane/shared',
    ['AUTH=PLAIN'],
    { mechanism: 'LOGIN' },
  ],
] as const)('signs in by IMAP with %s', (_what, kind, login, offered, way) => {
  expect(wayOf(new Set<string>(offered), login, kind)).toEqual(way);
});
