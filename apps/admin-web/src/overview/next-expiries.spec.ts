import { nextExpiries } from './next-expiries.js';

type House = Parameters<typeof nextExpiries>[0];

const client = (name: string, secretExpiresAt: string | null, more: object = {}) =>
  ({
    id: name,
    name,
    secrets: [{ expiresAt: secretExpiresAt }],
    key: null,
    validity: 'valid',
    ...more,
  }) as House['clients'][number];
const token = (mailbox: string, more: object) =>
  ({
    id: mailbox,
    mailbox,
    state: 'live',
    renewal: 'refresh-token',
    refreshExpiresAt: null,
    accessExpiresAt: '2026-05-01T00:00:00Z',
    ...more,
  }) as House['tokens'][number];

it('lists what ends, soonest first, and not what renews itself', () => {
  const found = nextExpiries({
    clients: [
      client('late', '2027-01-01T00:00:00Z'),
      client('off', '2026-02-01T00:00:00Z', { validity: 'invalid' }),
      client('certified', null, { key: { certificate: { expiresAt: '2026-07-01T00:00:00Z' } } }),
      client('never', null),
    ],
    tokens: [
      token('renews@example.com', {}),
      token('dated@example.com', { refreshExpiresAt: '2026-06-01T00:00:00Z' }),
      token('alone@example.com', { renewal: 'none' }),
      token('dead@example.com', { state: 'reconnect', refreshExpiresAt: '2026-01-01T00:00:00Z' }),
    ],
  });
  expect(found.map(({ kind, name }) => [kind, name])).toEqual([
    ['access-token', 'alone@example.com'],
    ['refresh-token', 'dated@example.com'],
    ['certificate', 'certified'],
    ['secret', 'late'],
  ]);
});
