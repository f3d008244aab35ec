import { Secret } from '@mailroom/kernel';
import { type Credentials } from './mailbox-credentials.js';
import { sessionEnd } from './session-end.js';

const now = new Date('2026-11-20T12:00:00Z');
const password: Credentials = { kind: 'password', password: Secret.of('x') };
const tokenUntil = (expiresAt: string): Credentials => ({
  kind: 'token',
  token: { tokenId: 't', value: Secret.of('x'), expiresAt: new Date(expiresAt), user: 'a@b.example' },
});

it.each<[string, Credentials, string]>([
  ['a password has no end, a session has', password, '2026-11-20T18:00:00.000Z'],
  [
    'nine tenths of what an access token has left',
    tokenUntil('2026-11-20T13:00:00Z'),
    '2026-11-20T12:54:00.000Z',
  ],
  ['a token of a day', tokenUntil('2026-11-21T12:00:00Z'), '2026-11-20T18:00:00.000Z'],
  ['a token that is over', tokenUntil('2026-11-20T11:00:00Z'), '2026-11-20T12:00:00.000Z'],
])('%s', (_, credentials, end) => {
  expect(sessionEnd(now, credentials).toISOString()).toBe(end);
});
