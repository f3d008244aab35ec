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
  const { subject, text } = letterOf([silent], 'https://desk.example/mailroom/', 'en');
  expect(subject).toMatch(/^Mail needs somebody: Nothing has been heard of mail account “Support”/);
  expect(subject.length).toBeLessThanOrEqual(150);
  expect(text).toContain('\nOpen: https://desk.example/mailroom/accounts/1\n');
});

it('tells of several in one letter, each with its way', () => {
  const { subject, text } = letterOf([silent, dead], 'https://desk.example/', 'en');
  expect(subject).toBe('Mail needs somebody: 2 warnings');
  expect(text).toContain('“sales@acme.test” has expired');
  expect(text).toContain('Reconnect: https://desk.example/tokens?reconnect=2');
});

it('tells the owner of a mailbox of theirs, without a word for admins', () => {
  const { subject, text } = ownerLetterOf(
    { params: { mailbox: 'jane@acme.test' } },
    'https://desk.example/',
    'en',
  );
  expect(subject).toBe('Your sign-in of jane@acme.test has ended');
  expect(text).toContain('Connect it again: https://desk.example/my-mailbox\n');
  expect(text).not.toMatch(/servers|tokens|Warnings/);
});

it('writes it in German', () => {
  const { subject, text } = letterOf([silent, dead], 'https://desk.example/', 'de');
  expect(subject).toBe('Bei der Mail ist etwas zu tun: 2 Warnungen');
  expect(text).toContain('Das OAuth2-Aktualisierungstoken für „sales@acme.test“ ist abgelaufen.');
  expect(text).toMatch(/^Vom Mailkonto „Support“ war nichts mehr zu hören \(seit 03\.05\.2026, \d\d:20\)\./m);
  expect(text).toContain('Neu verbinden: https://desk.example/tokens?reconnect=2');
});

it('tells the owner in German', () => {
  const { subject, text } = ownerLetterOf(
    { params: { mailbox: 'jane@acme.test' } },
    'https://desk.example/',
    'de',
  );
  expect(subject).toBe('Ihre Anmeldung von jane@acme.test ist beendet');
  expect(text).toContain('Wieder verbinden: https://desk.example/my-mailbox\n');
});
