import { Secret } from '@mailroom/kernel';
import { clientOptions } from './client-options.js';
import { type Credentials } from '../mailbox/mailbox-credentials.js';

const destination = {
  address: '203.0.113.7',
  family: 4,
  servername: 'imap.example.com',
  closed: false,
} as const;
const mailbox = {
  port: 993,
  security: 'tls',
  tlsTrust: { kind: 'verified' },
  login: 'support@example.com',
  sizeLimitBytes: 1_000_000,
} as const;
const password: Credentials = { kind: 'password', password: Secret.of('hunter2') };
const token: Credentials = {
  kind: 'token',
  token: { tokenId: 't', value: Secret.of('ya29'), expiresAt: new Date(0), user: 'jane@example.com' },
};

describe('clientOptions', () => {
  it('connects to the address that was checked, by our own sockets', () => {
    const options = clientOptions(mailbox, destination, password);
    expect(options).toMatchObject({ host: '203.0.113.7', port: 993, transport: expect.anything() });
  });

  it.each([
    ['tls', { secure: true }],
    ['starttls', { secure: false, doSTARTTLS: true }],
    ['none', { secure: false, doSTARTTLS: false }],
  ] as const)('%s means %o and nothing weaker', (security, expected) => {
    const { secure, doSTARTTLS } = clientOptions({ ...mailbox, security }, destination, password);
    expect({ secure, ...(doSTARTTLS === undefined ? {} : { doSTARTTLS }) }).toEqual(expected);
  });

  it('opens the mailbox that is named, whoever consented', () => {
    const { auth } = clientOptions(mailbox, destination, token);
    expect(auth).toEqual({ user: 'support@example.com', accessToken: 'ya29' });
    expect(clientOptions(mailbox, destination, password).auth).toEqual({
      user: 'support@example.com',
      pass: 'hunter2',
    });
  });

  it('is bounded: in time, in memory, and silent', () => {
    const options = clientOptions(mailbox, destination, password);
    expect(options).toMatchObject({ logger: false, disableAutoIdle: true, maxLiteralSize: 3_048_576 });
    expect(options.maxResponseSize).toBeGreaterThan(options.maxLiteralSize ?? Infinity);
    // A renewed IDLE is traffic: it has to come before silence counts as death.
    expect(options.maxIdleTime).toBeLessThan(options.socketTimeout ?? 0);
  });
});
