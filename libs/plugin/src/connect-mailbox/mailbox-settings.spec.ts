import { type ConnectMailboxInput } from './connect-input.js';
import { accountFor, serverFor } from './mailbox-settings.js';

const input: ConnectMailboxInput = {
  tokenId: '018f6f1e-0000-7000-8000-000000000000',
  name: 'Support',
  incoming: { disposition: 'move', moveTo: 'Done', start: 'new' },
  outgoing: {},
};
const hosts = {
  imap: { host: 'imap.test', port: 993, security: 'tls' },
  pop: { host: 'pop.test', port: 995, security: 'tls' },
  smtp: { host: 'smtp.test', port: 587, security: 'starttls' },
} as const;

describe('a connected mailbox', () => {
  it('takes the hosts of its provider', () => {
    expect(accountFor(input, 'support@desk.test', hosts)).toMatchObject({
      ...hosts.imap,
      login: 'support@desk.test',
      auth: 'token',
      disposition: 'move',
      moveTo: 'Done',
    });
    expect(serverFor(input, 'support@desk.test', hosts)).toMatchObject({
      ...hosts.smtp,
      login: 'support@desk.test',
    });
  });

  it('fetches by POP3 where that was chosen', () => {
    const incoming = { kind: 'pop3', disposition: 'delete', start: 'new' } as const;
    expect(accountFor({ ...input, incoming }, 'a@b.test', hosts)).toMatchObject({
      kind: 'pop3',
      ...hosts.pop,
    });
    const pop3 = { host: 'other.test', port: 110, security: 'starttls' } as const;
    expect(accountFor({ ...input, incoming, pop3 }, 'a@b.test', hosts)).toMatchObject(pop3);
  });

  it('takes the hosts that were typed before those of the template', () => {
    const imap = { host: 'other.test', port: 143, security: 'starttls' } as const;
    expect(accountFor({ ...input, imap }, 'a@b.test', hosts)).toMatchObject(imap);
  });

  it('keeps what it sends in Sent, unless the provider does or nobody could', () => {
    const saves = (more: object, host = 'smtp.test') =>
      serverFor({ ...input, ...more }, 'a@b.test', { ...hosts, smtp: { ...hosts.smtp, host } })?.saveToSent;
    expect(saves({})).toBe(true);
    expect(saves({}, 'smtp.office365.com')).toBe(false);
    expect(saves({}, 'smtp.gmail.com')).toBe(false);
    expect(saves({ incoming: null })).toBe(false);
    expect(saves({ incoming: { kind: 'pop3', disposition: 'delete', start: 'new' } })).toBe(false);
  });

  it('signs in with a password, as somebody else than the address if need be', () => {
    const { tokenId: _, ...rest } = input;
    const byPassword = { ...rest, address: 'a@b.test', password: 'secret' };
    for (const make of [accountFor, serverFor]) {
      expect(make(byPassword, 'a@b.test', hosts)).toMatchObject({
        login: 'a@b.test',
        auth: 'password',
        password: 'secret',
        tokenId: null,
      });
      expect(make({ ...byPassword, login: 'box' }, 'a@b.test', hosts)?.login).toBe('box');
    }
  });

  it('can go one way only', () => {
    expect(accountFor({ ...input, incoming: null }, 'a@b.test', null)).toBeNull();
    expect(serverFor({ ...input, outgoing: null }, 'a@b.test', null)).toBeNull();
  });

  it.each([
    ['imap', accountFor],
    ['smtp', serverFor],
  ])('asks for %s where nobody knows it', (field, make) => {
    expect(() => make(input, 'a@b.test', null)).toThrow(
      expect.objectContaining({ code: 'invalid-input', field }),
    );
  });
});
