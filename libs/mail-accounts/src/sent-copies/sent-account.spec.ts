import { sentAccount } from './sent-account.js';

const account = (login: string, more: object = {}) => ({
  login,
  address: `${login}@elsewhere.example`,
  host: 'imap.x.example',
  tokenId: null,
  ...more,
});
const owner = { mailbox: 'desk@x.example', host: 'smtp.x.example', tokenId: 'one' };

it('prefers the token, then the login, then the address', () => {
  const byAddress = account('other', { address: 'Desk@x.example' });
  const byLogin = account('DESK@x.example');
  const byToken = account('desk@x.example', { tokenId: 'one' });
  expect(sentAccount(owner, [byAddress, byLogin, byToken])).toBe(byToken);
  expect(sentAccount(owner, [byAddress, byLogin])).toBe(byLogin);
  expect(sentAccount(owner, [byAddress])).toBe(byAddress);
});

it('finds nobody in the mailbox of somebody else, whoever consented for both', () => {
  expect(sentAccount(owner, [account('jane@x.example', { tokenId: 'one' })])).toBeNull();
});

it.each([
  ['imap.x.example', 'smtp.x.example', true],
  ['mail.x.example', 'mail.x.example', true],
  ['imap.y.example', 'smtp.x.example', false],
  ['x.example', 'y.example', false],
  ['10.0.0.1', '10.0.0.2', false],
])('believes a login without a domain at %s for %s: %s', (host, sender, believed) => {
  const found = sentAccount({ mailbox: 'desk', host: sender, tokenId: null }, [account('desk', { host })]);
  expect(found !== null).toBe(believed);
});
