import { faultsOf, limitsOf, rowsOf } from './connection-limits.js';

const row = { key: 'k', host: 'imap.gmail.com', per: 'login' as const, limit: 10 };

it('turns what is stored into rows and back', () => {
  const stored = [{ host: '*.house.example', per: 'host' as const, limit: 300 }];
  expect(limitsOf({ 'connection-limits': rowsOf(stored) })).toEqual(stored);
  expect(rowsOf(null)).toEqual([]);
});

it.each([
  ['', 'host'],
  ['two words', 'host'],
  ['*example.com', 'host'],
  ['imap.*.com', 'host'],
])('refuses the host "%s"', (host, field) => {
  expect(Object.keys(faultsOf({ 'connection-limits': [{ ...row, host }] }))).toEqual([
    `connection-limits.0.${field}`,
  ]);
});

it.each(['*', '*.example.com', 'IMAP.example.com', '192.0.2.7', '2001:db8::7'])(
  'takes the host %s',
  (host) => {
    expect(faultsOf({ 'connection-limits': [{ ...row, host }] })).toEqual({});
  },
);

it('wants a limit', () => {
  expect(Object.keys(faultsOf({ 'connection-limits': [{ ...row, limit: '' }] }))).toEqual([
    'connection-limits.0.limit',
  ]);
});
