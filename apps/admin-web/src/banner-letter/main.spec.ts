import { letterOf, ownerLetterOf } from './main.js';

const silent = {
  kind: 'mailbox-silent',
  cause: 'account:1',
  severity: 'critical',
  params: { account: 'Support', since: '2026-05-03T10:20:00.000Z' },
  action: { kind: 'open', path: 'accounts/1' },
} as const;
const dead = {
  kind: 'refresh-token-expired',
  cause: 'token:2',
  severity: 'critical',
  params: { mailbox: 'sales@acme.test' },
  action: { kind: 'reconnect', tokenId: '2', path: 'tokens/2' },
} as const;

it('says what the banner says, and where it is mended', () => {
  const { subject, text } = letterOf([silent], 'https://desk.example/mailroom/');
  expect(subject).toMatch(/^Mail needs somebody: Nothing has been heard of mail account “Support”/);
  expect(subject.length).toBeLessThanOrEqual(150);
  expect(text).toContain('\nOpen: https://desk.example/mailroom/accounts/1\n');
});

it('tells of several in one letter, each with its way', () => {
  const { subject, text } = letterOf([silent, dead], 'https://desk.example/');
  expect(subject).toBe('Mail needs somebody: 2 warnings');
  expect(text).toContain('“sales@acme.test” has expired');
  expect(text).toContain('Reconnect: https://desk.example/tokens?reconnect=2');
});

it('tells the owner of a mailbox of theirs, without a word for admins', () => {
  const { subject, text } = ownerLetterOf({ params: { mailbox: 'jane@acme.test' } }, 'https://desk.example/');
  expect(subject).toBe('Your sign-in of jane@acme.test has ended');
  expect(text).toContain('Connect it again: https://desk.example/my-mailbox\n');
  expect(text).not.toMatch(/servers|tokens|Warnings/);
});
