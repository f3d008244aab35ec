import { addressAllowed, inClosedNetwork } from './allowed-address.js';

describe('addressAllowed', () => {
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])(
    'lets the public address %s pass',
    (address) => {
      expect(addressAllowed(address, [])).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'not an address',
  ])('refuses %s unless the operator allowed it', (address) => {
    expect(addressAllowed(address, [])).toBe(false);
    expect(addressAllowed(address, ['192.0.2.0/24'])).toBe(false);
  });

  it('knows the operator’s ranges, disguised or not', () => {
    expect(addressAllowed('127.0.0.1', ['127.0.0.0/8'])).toBe(true);
    expect(addressAllowed('::ffff:127.0.0.1', ['127.0.0.0/8'])).toBe(true);
    expect(addressAllowed('::1', ['::1/128'])).toBe(true);
    expect(addressAllowed('::1', ['127.0.0.0/8'])).toBe(false);
  });
});

it.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['10.9.8.7', true],
  ['10.1.2.3', false],
  ['93.184.216.34', false],
  ['not an address', false],
])('%s is in a closed network of the operator: %s', (address, closed) => {
  expect(inClosedNetwork(address, ['127.0.0.0/8', '10.9.0.0/16'])).toBe(closed);
});
